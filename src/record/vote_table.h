// What the three tables of votes have in common: a header, then one row for each state and roll
// call.
//
// A format is a list of columns and what it makes of an id, a vote and a state; VoteTable does the
// rest. The text of a roll call stands in each of its rows, so a row is compared with the one
// before it and parsed only where it says something else.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/csv_reader.h"
#include "record/merge.h"
#include "record/vote_fields.h"

namespace volteface {

struct ColumnName {
  Field field;
  std::string_view name;  // the first of a field that the header has is taken
  bool needed = false;    // a field is needed where any of its names is
};

// A table that is being read. Fields that the header lacks are empty.
class TableRow {
 public:
  std::string_view at(Field field) const {
    const std::size_t column = columns[static_cast<std::size_t>(field)];
    return column == none ? std::string_view() : (*row)[column];
  }
  bool has(Field field) const { return columns[static_cast<std::size_t>(field)] != none; }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::array<std::size_t, fields> columns{};
  const std::vector<std::string_view>* row = nullptr;
};

struct TableFormat {
  ImportFormat format;
  std::span<const ColumnName> columns;

  // The id in the record, and rcid where the format has it; throws Fault.
  std::string (*id)(const TableRow& row, std::uint32_t& rcid);
  // Nothing where the row only says that the state was no member; throws Fault.
  std::optional<Choice> (*vote)(std::string_view text);
  // Nothing where there is no such state.
  std::optional<Seat> (*seat)(const TableRow& row, Seats& seats);
  // What else than the common columns a roll call's row tells; throws Fault.
  void (*describe)(const TableRow& row, RollCall& said);
};

const TableFormat& undl_format();
const TableFormat& voeten_format();
const TableFormat& long_format();

// Reads the rows of a table whose header has been read into `names`. Throws Error where needed
// columns are missing.
void read_vote_table(CsvReader& reader, const std::vector<std::string>& names,
                     const TableFormat& format, Merge& merge);

}  // namespace volteface
