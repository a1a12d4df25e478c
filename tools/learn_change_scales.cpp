// Learns how large changes of position are, as ChangeScales holds them.
//
//   learn_change_scales [RECORD]      a file in volteface's format; default: the embedded record
//
// Prints a line a scale: its standard deviation (per vote, in units of the information of one vote
// on the position), and the share of changes that have it, over all states at the beginning of
// every session.
#include <fmt/format.h>

#include <cmath>
#include <exception>

#include "turn/turn_search.h"

int main(int argc, char** argv) {
  using namespace volteface;
  try {
    const Record record = argc > 1 ? read_record(argv[1]) : embedded_record();
    const PredictiveRecord predicted = predict_for_turns(record, select_roll_calls(record, {}), {});
    std::vector<SeenChange> seen;
    for (const auto& of_state : session_changes_of_all(record, predicted)) {
      for (const SessionChange& c : of_state) seen.push_back(c.change.seen);
    }
    fmt::print("scale  share   of {} changes\n", seen.size());
    const ChangeScales learned = ChangeScales::learned_from(seen);
    for (const auto& scale : learned.scales())
      fmt::print("{:5.2f}  {:.5f}\n", std::sqrt(scale.variance), scale.weight);
    return 0;
  } catch (const std::exception& e) {
    fmt::print(stderr, "learn_change_scales: {}\n", e.what());
    return 2;
  }
}
