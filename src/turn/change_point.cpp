#include "turn/change_point.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <utility>

namespace volteface {
namespace {

// Both sides are drawn to the position that fits them together, as by about one vote on each
// dimension: a side whose votes all agree would run off otherwise.
constexpr double pull_together = 1;
constexpr double pull_to_centre = 1;

// Roll calls of one meeting may well have been in another order.
constexpr double least_gap = 0.02;  // days

// By how much the estimates scatter more than independent votes would make them: votes of one
// meeting go together (the sandwich of White 1982, Econometrica 50: 1-25, by clusters as in Liang
// and Zeger 1986, Biometrika 73: 13-22). Never less than 1.
double scatter_factor(const VotingHistory& history, const ChangePoint& change,
                      const PlaceMatrix& a_vote) {
  double seen = 0, independent = 0;
  const auto add = [&](std::size_t first, std::size_t last, const PlaceEstimate& place) {
    const PlaceMatrix scattered =
        place.covariance * history.scatter(first, last, place.mean) * place.covariance;
    seen += (a_vote * scattered).trace();
    independent += (a_vote * place.covariance * place.information * place.covariance).trace();
  };
  add(change.first, change.split, change.before);
  add(change.split, change.last, change.after);
  return independent > 0 ? std::max(1.0, seen / independent) : 1;
}

// The logarithm of the probability of votes from one position that is drawn to `prior` but not
// known otherwise, one vote after the other.
class Evidence {
 public:
  explicit Evidence(const Place& prior)
      : place_(prior), covariance_(PlaceMatrix::Identity() / pull_together) {}

  void take(const VotingHistory& history, std::size_t vote) {
    sum_.push_back(sum_.back() + history.learn(vote, place_, covariance_));
  }
  double of(std::size_t votes) const { return sum_[votes]; }

 private:
  Place place_;
  PlaceMatrix covariance_;
  std::vector<double> sum_ = {0};
};

// `prior`: the position that fits both sides together.
ChangePoint change_between(const VotingHistory& history, std::size_t first, std::size_t split,
                           std::size_t last, const Place& prior) {
  ChangePoint change{first,
                     split,
                     last,
                     history.place_of(first, split, prior, pull_together),
                     history.place_of(split, last, prior, pull_together),
                     {}};
  const PlaceMatrix a_vote = (change.before.information / static_cast<double>(split - first) +
                              change.after.information / static_cast<double>(last - split)) /
                             2;
  const Place delta = change.after.mean - change.before.mean;
  change.seen.square = delta.dot(a_vote * delta);
  change.seen.noise = (a_vote * (change.before.covariance + change.after.covariance)).trace() /
                      history.in_dimensions() * scatter_factor(history, change, a_vote);
  return change;
}

bool has_votes_enough(std::size_t first, std::size_t split, std::size_t last) {
  return split >= first + least_votes_a_side && last >= split + least_votes_a_side;
}

}  // namespace

Place position_between(const VotingHistory& history, std::size_t first, std::size_t last,
                       const Place& start) {
  return history.place_of(first, last, Place::Zero(), pull_to_centre, &start).mean;
}

std::optional<ChangePoint> change_at(const VotingHistory& history, std::size_t first,
                                     std::size_t split, std::size_t last) {
  if (!has_votes_enough(first, split, last)) return std::nullopt;
  return change_between(history, first, split, last, position_between(history, first, last));
}

WhenChanged when_changed(const VotingHistory& history, std::size_t first, std::size_t last,
                         const Place& prior) {
  Evidence before(prior), behind(prior);
  for (std::size_t k = first; k < last; ++k) before.take(history, k);
  for (std::size_t k = last; k > first; --k) behind.take(history, k - 1);
  WhenChanged out;
  double best = -1e300, all_days = 0;
  for (const std::size_t meeting : history.meetings()) {
    if (meeting <= first || meeting >= last) continue;
    const double days =
        std::max(least_gap,
                 static_cast<double>((history.date(meeting) - history.date(meeting - 1)).count()));
    all_days += days;
    out.splits.push_back(
        {meeting, before.of(meeting - first) + behind.of(last - meeting) + std::log(days)});
    best = std::max(best, out.splits.back().probability);
  }
  double all = 0;
  for (SplitMass& mass : out.splits) all += mass.probability = std::exp(mass.probability - best);
  for (SplitMass& mass : out.splits) mass.probability /= all;
  if (!out.splits.empty()) out.log_odds = best + std::log(all / all_days) - before.of(last - first);
  return out;
}

std::vector<DateMass> dates_of(const VotingHistory& history, std::span<const SplitMass> splits) {
  std::vector<DateMass> out;
  for (const SplitMass& mass : splits) {
    const Date last = history.date(mass.split);
    const Date first = std::min(last, history.date(mass.split - 1) + std::chrono::days(1));
    out.push_back({first, last, mass.probability});
  }
  return out;
}

std::optional<SettledChange> settled_change(const VotingHistory& history, std::size_t first,
                                            std::size_t last, const Place& prior) {
  if (last < first + 2 * least_votes_a_side) return std::nullopt;
  WhenChanged when = when_changed(history, first, last, prior);
  if (when.log_odds <= 0) return std::nullopt;
  const SplitMass* most = nullptr;
  for (const SplitMass& mass : when.splits) {
    if (!has_votes_enough(first, mass.split, last)) continue;
    if (most == nullptr || mass.probability > most->probability) most = &mass;
  }
  if (most == nullptr) return std::nullopt;
  return SettledChange{change_between(history, first, most->split, last, prior),
                       std::move(when.splits)};
}

}  // namespace volteface
