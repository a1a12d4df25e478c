// Another record, as a file like any other: its cells are merged by the same rules.
#include "record/importers.h"

namespace volteface {

void import_record(const Record& other, Merge& merge) {
  const std::string file = merge.report().file;
  std::vector<Seat> seats;
  for (const State& s : other.states) {
    // The merge knows the states of the other record.
    const auto seat = merge.seats().by_code(s.code);
    if (!seat) throw Error("has a state without a code", {file});
    seats.push_back(*seat);
  }
  for (RollCallIndex r = 0; r < other.roll_calls.size(); ++r) {
    const std::string& id = other.roll_calls[r].id;
    std::string contradiction;
    MergedRollCall* roll_call = merge.find(id);
    if (roll_call == nullptr) roll_call = merge.open(other.roll_calls[r], contradiction);
    for (StateIndex s = 0; s < other.states.size(); ++s) {
      const Choice choice = other.votes.at(s, r);
      if (choice == Choice::not_listed) continue;
      ++merge.report().rows;
      if (roll_call == nullptr) {
        merge.refuse({file}, [&] { return contradiction; });
      } else {
        const std::string why = merge.add_cell(*roll_call, seats[s], choice);
        if (!why.empty()) merge.refuse({file}, [&] { return why; });
      }
    }
  }
  for (const Source& source : other.sources) merge.add_source(source);
}

}  // namespace volteface
