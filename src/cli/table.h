// A tidy table on standard output: the same columns as aligned text, CSV or JSON.
//
//   Table table({{"state", left}, {"mean", right, 3}});
//   table.add({"ARG", 1.38});
//   table.print(settings.format, record);
//
// Text aligns columns and ends with a line that names record and version; CSV is RFC 4180 with a header;
// JSON is {"volteface": version, "record": {...}, "rows": [{column: value, ...}]}. NaN prints as an empty cell, null in JSON.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cli/program.h"

namespace volteface::cli {

using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Column {
  std::string name;
  int digits = 3;  // of numbers with a fraction, behind the point
};

class Table {
 public:
  explicit Table(std::vector<Column> columns);

  // One cell a column; throws std::logic_error otherwise.
  void add(std::vector<Cell> row);

  std::size_t size() const { return rows_.size(); }

  // Returns the exit code: found, or nothing_found for a table without rows.
  int print(Format format, const Record& record) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace volteface::cli
