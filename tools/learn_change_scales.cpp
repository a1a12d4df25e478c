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

namespace {

using namespace volteface;

void add_changes(const VotingHistory& history, std::vector<SeenChange>& seen) {
  for (const ChangePoint& change : session_changes(history)) seen.push_back(change.seen);
}

void print_scales(const char* where, const std::vector<SeenChange>& seen, int in_dimensions) {
  fmt::print("in {}, of {} changes\nscale  share\n", where, seen.size());
  const ChangeScales learned = ChangeScales::learned_from(seen, in_dimensions);
  for (const auto& scale : learned.scales())
    fmt::print("{:5.2f}  {:.5f}\n", std::sqrt(scale.variance), scale.weight);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Record record = argc > 1 ? read_record(argv[1]) : embedded_record();
    const auto roll_calls = select_roll_calls(record, {});
    const PredictiveRecord predicted = predict_for_turns(record, roll_calls, {});
    const IdealFit fit = fit_ideal_points(record, roll_calls);
    std::vector<SeenChange> all_votes, main_dimension;
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      add_changes(VotingHistory(record, predicted, s), all_votes);
      add_changes(VotingHistory(record, fit, s), main_dimension);
    }
    print_scales("four dimensions", all_votes, 4);
    print_scales("the main dimension", main_dimension, 1);
    return 0;
  } catch (const std::exception& e) {
    fmt::print(stderr, "learn_change_scales: {}\n", e.what());
    return 2;
  }
}
