// Another record, as a file like any other: its cells are merged by the same rules.
#include "record/importers.h"

namespace volteface {
namespace {

// Seats of the other record that Seats does not know cannot come from this program's files of
// today.
std::vector<std::optional<Seat>> seats_of(const Record& other, Merge& merge) {
  std::vector<std::optional<Seat>> seats;
  for (const State& s : other.states) seats.push_back(merge.seats().find(s.code));
  return seats;
}

}  // namespace

void import_record(const Record& other, Merge& merge) {
  const auto seats = seats_of(other, merge);
  const std::string file = merge.report().file;
  for (RollCallIndex r = 0; r < other.roll_calls.size(); ++r) {
    const std::string& id = other.roll_calls[r].id;
    std::string contradiction;
    MergedRollCall* roll_call = merge.find(id);
    if (roll_call == nullptr) roll_call = merge.open(other.roll_calls[r], contradiction);
    for (StateIndex s = 0; s < other.states.size(); ++s) {
      const Choice choice = other.votes.at(s, r);
      if (choice == Choice::not_listed) continue;
      ++merge.report().rows;
      if (!seats[s]) {
        merge.refuse({file}, [&] { return merge.seats().unknown(other.states[s].code); });
      } else if (roll_call == nullptr) {
        merge.refuse({file}, [&] { return contradiction; });
      } else {
        const std::string why = merge.add_cell(*roll_call, *seats[s], choice);
        if (!why.empty()) merge.refuse({file}, [&] { return why; });
      }
    }
  }
  for (const Source& source : other.sources) merge.add_source(source);
}

}  // namespace volteface
