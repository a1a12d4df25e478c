// What a file says, held beside a record until the whole file is read, then merged into it.
//
// Importers open roll calls and hand over cells; nothing of the record changes before apply(), so
// that a file which fails half-way leaves no trace. The rules are told in volteface/import.h.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/seats.h"
#include "volteface/import.h"
#include "volteface/record.h"

namespace volteface {

// A roll call that the file names.
struct MergedRollCall {
  RollCall said;                          // by the file
  std::optional<RollCallIndex> existing;  // in the record; nothing: a new one
  Date date;                              // the record's, where it has one
  std::vector<std::uint8_t> cells;        // by seat: a Choice, or no_cell
  bool has_cells = false;
};

// What a record says of where a roll call comes from. The folders of a file say where somebody
// keeps it, which is nobody's business who gets the record.
std::string source_name(const std::string& file);

class Merge {
 public:
  static constexpr std::uint8_t no_cell = 0xFF;
  static constexpr std::size_t most_new_roll_calls = 100'000;

  // `record` and `options` must outlive the merge, and the record not change before apply().
  // `states`: of another record, beside those that the tool knows.
  Merge(const Record& record, const ImportOptions& options, std::string file, ImportFormat format,
        const std::vector<State>& states = {});

  Seats& seats() { return seats_; }
  ImportReport& report() { return report_; }

  // The roll call of that id, opened before or to be found in the record by id; null if there is
  // none.
  MergedRollCall* find(const std::string& id);

  // The date by which the record knows a roll call of that id or rcid.
  std::optional<Date> known_date(const std::string& id, std::uint32_t rcid) const;

  // Finds or begins the roll call that `said` tells of. Null where it contradicts the record; then
  // `contradiction` says how.
  MergedRollCall* open(RollCall said, std::string& contradiction);

  // Takes a cell, and counts it. Returns why not, where it contradicts; empty otherwise.
  std::string add_cell(MergedRollCall& roll_call, Seat seat, Choice choice);

  // Counts a refusal, and keeps it while there is room. Where there is none, `reason` is not asked.
  template <typename Reason>
  void refuse(const Position& position, Reason&& reason) {
    ++report_.refused;
    if (report_.refusals.size() < options_.most_told)
      report_.refusals.push_back({position, reason()});
  }

  // Told by the record from now on, if the file adds or changes anything.
  void add_source(Source source) { sources_.push_back(std::move(source)); }

  // Changes `target`, which is the record that the merge began with, and returns what was done.
  ImportReport apply(Record& target);

 private:
  std::optional<RollCallIndex> existing_of(const RollCall& said, bool& date_matters) const;
  Choice choice_in_record(const MergedRollCall& roll_call, Seat seat) const;
  void fill_fields(RollCall& known, const RollCall& said);
  void write_cells(Record& merged, const std::vector<RollCallIndex>& places) const;
  void compare_totals(const Record& merged, const std::vector<RollCallIndex>& places);

  const Record& record_;
  const ImportOptions& options_;
  Seats seats_;
  ImportReport report_;
  std::unordered_map<std::string_view, RollCallIndex> by_id_;  // of the record
  std::unordered_map<std::uint32_t, RollCallIndex> by_rcid_;   // of the record
  std::unordered_map<std::string, std::vector<RollCallIndex>> by_symbol_;
  std::deque<MergedRollCall> roll_calls_;                     // that the file names, in its order
  std::unordered_map<std::string, MergedRollCall*> of_file_;  // by the file's id
  std::unordered_map<RollCallIndex, MergedRollCall*> of_record_;  // by the place in the record
  std::size_t new_roll_calls_ = 0;
  std::vector<Source> sources_;
};

}  // namespace volteface
