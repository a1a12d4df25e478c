// Turns with all votes at hand.
#include "volteface/turns.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "turn/tell_turn.h"
#include "turn/turn_search.h"

namespace volteface {
namespace {

// The changes of a state where they most probably came, largest first, and none near a larger one.
// Changes at the beginning of neighbouring sessions are often one and the same.
std::vector<ChangePoint> largest_of(const VotingHistory& history, const ChangeScales& scales) {
  std::vector<ChangePoint> settled;
  std::vector<std::pair<double, std::size_t>> order;
  for (const SessionChange& change : session_changes(history)) {
    order.emplace_back(-scales.expected_bits(change.change.seen), settled.size());
    settled.push_back(settle(history, change.change));
  }
  std::sort(order.begin(), order.end());
  std::vector<ChangePoint> out;
  for (const auto& [size, k] : order) {
    const int session = history.session_of(settled[k].split);
    const bool is_apart = std::all_of(out.begin(), out.end(), [&](const ChangePoint& larger) {
      return std::abs(history.session_of(larger.split) - session) >= least_sessions_apart;
    });
    if (is_apart) out.push_back(settled[k]);
  }
  return out;
}

}  // namespace

TurnFinder::TurnFinder(const Record& record, std::span<const RollCallIndex> roll_calls,
                       const std::function<void(double share)>& progress)
    : predicted_(predict_for_turns(record, roll_calls, progress)) {}

std::vector<Turn> TurnFinder::turns_of(const Record& record, const IdealFit& fit, StateIndex state,
                                       double least_probability) const {
  check_probability(least_probability);
  const ChangeScales scales;
  const VotingHistory history(record, predicted_, state);
  std::vector<Turn> turns;
  for (const ChangePoint& change : largest_of(history, scales)) {
    if (scales.probability_of(least_turn_bits, change.seen) < least_probability) continue;
    turns.push_back(tell_turn(record, fit, history, change, scales));
  }
  std::sort(turns.begin(), turns.end(),
            [](const Turn& a, const Turn& b) { return a.date < b.date; });
  return turns;
}

std::vector<Turn> find_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                             const IdealFit& fit, const TurnOptions& options) {
  check_probability(options.least_probability);
  std::function<void(double)> progress;
  if (options.progress) progress = [&](double share) { options.progress(share / 2); };
  const TurnFinder finder(record, roll_calls, progress);
  std::vector<std::vector<Turn>> turns(record.states.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, turns.size(), 1), [&](const auto& piece) {
    for (std::size_t s = piece.begin(); s != piece.end(); ++s) {
      const auto state = static_cast<StateIndex>(s);
      if (options.state && *options.state != state) continue;
      turns[s] = finder.turns_of(record, fit, state, options.least_probability);
    }
  });
  if (options.progress) options.progress(1);
  std::vector<Turn> out;
  for (auto& of_state : turns) std::move(of_state.begin(), of_state.end(), std::back_inserter(out));
  return out;
}

}  // namespace volteface
