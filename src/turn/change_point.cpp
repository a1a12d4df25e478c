#include "turn/change_point.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

// Both sides are drawn to the position that fits them together, as by about one vote on each
// dimension: a side whose votes all agree would run off otherwise.
constexpr double pull_together = 1;
constexpr double pull_to_centre = 1;

constexpr int most_settling = 4;

// Roll calls of one meeting may well have been in another order.
constexpr double least_gap = 0.02;  // days

}  // namespace

std::optional<ChangePoint> change_at(const VotingHistory& history, std::size_t first,
                                     std::size_t split, std::size_t last) {
  if (split < first + least_votes_a_side || last < split + least_votes_a_side) return std::nullopt;
  const Place together = history.place_of(first, last, Place::Zero(), pull_to_centre).mean;
  ChangePoint change{first,
                     split,
                     last,
                     history.place_of(first, split, together, pull_together),
                     history.place_of(split, last, together, pull_together),
                     {}};
  const PlaceMatrix a_vote = (change.before.information / static_cast<double>(split - first) +
                              change.after.information / static_cast<double>(last - split)) /
                             2;
  const Place delta = change.after.mean - change.before.mean;
  change.seen.square = delta.dot(a_vote * delta);
  change.seen.noise =
      (a_vote * (change.before.covariance + change.after.covariance)).trace() / dimensions;
  return change;
}

std::vector<SplitMass> when_changed(const VotingHistory& history, const ChangePoint& change) {
  std::vector<SplitMass> out;
  double gain = 0, best = -1e300;  // of the position before over the one behind, so far
  std::size_t next = change.first;
  for (const std::size_t meeting : history.meetings()) {
    if (meeting <= change.first || meeting >= change.last) continue;
    for (; next < meeting; ++next) {
      gain += history.log_probability(next, change.before.mean) -
              history.log_probability(next, change.after.mean);
    }
    const auto days =
        static_cast<double>((history.date(meeting) - history.date(meeting - 1)).count());
    out.push_back({meeting, gain + std::log(std::max(days, least_gap))});
    best = std::max(best, out.back().probability);
  }
  double all = 0;
  for (SplitMass& mass : out) all += mass.probability = std::exp(mass.probability - best);
  for (SplitMass& mass : out) mass.probability /= all;
  return out;
}

ChangePoint settle(const VotingHistory& history, const ChangePoint& change) {
  ChangePoint at = change;
  for (int step = 0; step < most_settling; ++step) {
    const auto when = when_changed(history, at);
    if (when.empty()) break;
    const auto most = std::max_element(
        when.begin(), when.end(),
        [](const SplitMass& a, const SplitMass& b) { return a.probability < b.probability; });
    if (most->split == at.split) break;
    const auto moved = change_at(history, at.first, most->split, at.last);
    if (!moved) break;
    at = *moved;
  }
  return at;
}

}  // namespace volteface
