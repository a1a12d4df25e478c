// Turns with all votes at hand.
#include "volteface/turns.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>

#include "turn/tell_turn.h"
#include "turn/turn_search.h"

namespace volteface {

TurnFinder::TurnFinder(const Record& record, std::span<const RollCallIndex> roll_calls,
                       const std::function<void(double share)>& progress)
    : predicted_(predict_for_turns(record, roll_calls, progress)) {}

std::vector<Turn> TurnFinder::turns_of(const Record& record, const IdealFit& fit, StateIndex state,
                                       double least_probability) const {
  check_probability(least_probability);
  const VotingHistory all_votes(record, predicted_, state), main_dimension(record, fit, state);
  std::vector<Turn> turns;
  for (const TurnCandidate& candidate : turn_candidates(all_votes, main_dimension)) {
    if (candidate.probability < least_probability) break;
    turns.push_back(tell_turn(record, fit, candidate));
  }
  std::sort(turns.begin(), turns.end(),
            [](const Turn& a, const Turn& b) { return a.date < b.date; });
  return turns;
}

TurnsByState::TurnsByState(TurnFinder finder, std::size_t states)
    : finder_(std::move(finder)), found_(new Found[states]) {}

const std::vector<Turn>& TurnsByState::of(const Record& record, const IdealFit& fit,
                                          StateIndex state) const {
  Found& found = found_[state];
  std::call_once(found.once, [&] { found.turns = finder_.turns_of(record, fit, state); });
  return found.turns;
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
