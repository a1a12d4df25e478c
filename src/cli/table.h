// A tidy table on standard output: the same columns as aligned text, CSV or JSON.
//
//   Table table({{"state"}, {"mean", 2}, {"title", 0, Fit::cut}});
//   table.add({"ARG", 1.38, "The situation in ..."});
//   table.print(settings.format, record);
//
// CSV is RFC 4180 with a header; JSON is {"volteface": version, "record": {...}, "rows": [{column:
// value,
// ...}]}. NaN prints as an empty cell, null in JSON. Text fits the terminal (80 columns where there
// is none) as far as columns with a Fit other than whole allow. Which record and version made it is
// in the JSON; with text and CSV, which must stay tables, it is a note on standard error.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "cli/program.h"

namespace volteface::cli {

using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

// What becomes of a text that has no room in its column; in text only, CSV and JSON hold all of it.
enum class Fit { whole, cut, wrap };

struct Column {
  std::string name;
  int digits = 3;  // of numbers with a fraction, behind the point
  Fit fit = Fit::whole;
};

class Table {
 public:
  explicit Table(std::vector<Column> columns);

  // One cell a column; throws std::logic_error otherwise.
  void add(std::vector<Cell> row);

  std::size_t size() const { return rows_.size(); }

  // Returns the exit code: found, or nothing_found for a table without rows.
  int print(Format format, const Record& record) const;

  // The table in each form, as print() writes it.
  std::string text(std::size_t width) const;
  std::string csv() const;
  nlohmann::ordered_json json(const Record& record) const;

 private:
  std::vector<std::size_t> column_widths(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

// The head of every JSON output: {"volteface": version, "record": {"last_date", "hash"}}.
nlohmann::ordered_json json_head(const Record& record);

// For output that is not a Table. Text that is not UTF-8 is mended on the way out, since JSON must
// be.
void print_json(const nlohmann::ordered_json& json);
void print_out(const std::string& text);

// The error of a full disk or a closed pipe.
[[noreturn]] void throw_unwritten();

// The note on standard error: which record (last date, hash) and version made the output.
void print_provenance(const Record& record);

}  // namespace volteface::cli
