// What a record holds, and what it does not.
//
// All of it is counted from the record in hand, so it stays true when files are added to it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "volteface/record.h"

namespace volteface {

constexpr std::size_t kinds = 5;

struct Coverage {
  std::optional<Date> first;  // nothing where there are no roll calls
  std::optional<Date> last;
  std::size_t roll_calls = 0;
  std::size_t states = 0;  // that have a cell
  Tally cells;             // all cells by choice; those that are not listed are not counted

  std::vector<int> years_without_votes;                   // between the first and the last
  std::array<std::size_t, kinds> of_kind{};               // roll calls, by Kind
  std::array<std::optional<Date>, kinds> last_of_kind{};  // where there are any
  std::optional<Date> last_with_issues;                   // Voeten's issue codes
  std::vector<RollCallIndex> without_cells;
  std::vector<RollCallIndex> approximate_dates;
  std::vector<RollCallIndex> duplicates;  // probable second records, left out of models
  std::vector<RollCallIndex> suspect;     // with a note

  std::size_t totals_compared = 0;  // roll calls with cells whose totals a source states
  std::vector<RollCallIndex> totals_different;  // those whose counted yes, no or abstain is another
};

// Cost: one pass over the cells, about 2 ms for the embedded record.
Coverage coverage_of(const Record& record);

// True where yes, no and abstain are those published, or none are. Absent is not compared: most
// sources do not state it, or count it in another way.
bool totals_agree(const Record& record, RollCallIndex roll_call);

}  // namespace volteface
