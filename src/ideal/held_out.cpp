// Leaving cells out, and scoring a fit on them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "ideal/observations.h"
#include "volteface/ideal.h"

namespace volteface {
namespace {

// Where a fit gives a vote less than this, it is taken as this: one vote must not decide a score.
constexpr double least_probability = 1e-6;

// SplitMix64 (Steele, Lea and Flood 2014, OOPSLA): evenly in [0, 1), a number for each cell.
double uniform(std::uint64_t seed, std::uint64_t cell) {
  std::uint64_t x = seed * 0xD1342543DE82EF95U + (cell + 1) * 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  x ^= x >> 31;
  return static_cast<double>(x >> 11) * 0x1.0p-53;
}

}  // namespace

std::vector<std::uint64_t> draw_held_out(const Record& record,
                                         std::span<const RollCallIndex> roll_calls, double share,
                                         std::uint64_t seed) {
  if (!(share > 0 && share < 1)) {
    throw Error(fmt::format("a share of {} of the votes, expected above 0 and below 1", share));
  }
  std::vector<std::uint64_t> cells;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    for (RollCallIndex r : roll_calls) {
      const std::uint64_t cell = s * std::uint64_t{record.roll_calls.size()} + r;
      if (is_cast(record.votes.at(s, r)) && uniform(seed, cell) < share) cells.push_back(cell);
    }
  }
  return cells;
}

namespace {

// The shares of the choices on a roll call, of the votes that were not left out.
ChoiceProbabilities shares_of(const Tally& tally, const std::array<double, 3>& left_out) {
  // One vote more of each, so that none is impossible.
  const double yes = 1 + tally.yes - left_out[0], abstain = 1 + tally.abstain - left_out[1],
               no = 1 + tally.no - left_out[2];
  const double all = yes + abstain + no;
  return {yes / all, abstain / all, no / all};
}

}  // namespace

HeldOutScore score_held_out(const Record& record, const IdealFit& fit,
                            std::span<const std::uint64_t> held_out) {
  HeldOutScore score;
  const auto loss = [](double p) { return -std::log(std::max(p, least_probability)); };
  std::map<RollCallIndex, std::array<double, 3>> left_out;
  for (std::uint64_t cell : held_out) {
    const auto state = static_cast<StateIndex>(cell / record.roll_calls.size());
    const auto roll_call = static_cast<RollCallIndex>(cell % record.roll_calls.size());
    left_out[roll_call][static_cast<std::size_t>(record.votes.at(state, roll_call))] += 1;
  }
  std::map<RollCallIndex, ChoiceProbabilities> shares;
  for (const auto& [roll_call, counts] : left_out)
    shares[roll_call] = shares_of(record.tally(roll_call), counts);
  for (std::uint64_t cell : held_out) {
    ++score.cells;
    const auto state = static_cast<StateIndex>(cell / record.roll_calls.size());
    const auto roll_call = static_cast<RollCallIndex>(cell % record.roll_calls.size());
    const auto p = fit.probabilities(record, state, roll_call);
    if (!p) continue;
    ++score.predicted;
    const Choice cast = record.votes.at(state, roll_call);
    score.log_loss += loss(p->of(cast));
    score.correct += p->of(cast) >= std::max({p->yes, p->abstain, p->no}) ? 1 : 0;
    score.log_loss_of_shares += loss(shares.at(roll_call).of(cast));
    const auto point = fit.find_point(state, period_of(record.roll_calls[roll_call], fit.by));
    const Item& item = fit.items[fit.item_of_roll_call[roll_call]];
    score.log_loss_at_means += loss(choice_probabilities(item, fit.points[*point].mean).of(cast));
  }
  const auto n = static_cast<double>(score.predicted);  // 0 gives NaN
  score.log_loss /= n;
  score.log_loss_at_means /= n;
  score.log_loss_of_shares /= n;
  score.correct /= n;
  return score;
}

}  // namespace volteface
