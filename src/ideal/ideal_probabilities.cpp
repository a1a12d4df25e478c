// What a fit says of votes: those that it saw, those of the future, and those it was not shown.
#include <algorithm>
#include <cmath>

#include "ideal/ideal_state.h"
#include "ideal/normal.h"
#include "ideal/observations.h"
#include "volteface/ideal.h"

namespace volteface {
namespace {

// A point as seen from a vote: normal.
struct Standing {
  double mean = 0;
  double variance = 0;
};

ChoiceProbabilities average(const Item& item, const ItemUncertainty& u, const Standing& at) {
  const double b = item.discrimination, theta = at.mean;
  const double of_point = at.variance * (b * b + u.discrimination);
  const double with_b = theta * theta * u.discrimination;
  const double yes_variance = of_point + with_b - 2 * theta * u.discrimination_cut_yes + u.cut_yes;
  const double no_variance = of_point + with_b - 2 * theta * u.discrimination_cut_no + u.cut_no;
  const auto below = [&](double cut, double variance) {
    return normal_probability((cut - b * theta) / std::sqrt(1 + std::max(variance, 0.0)));
  };
  ChoiceProbabilities p;
  p.yes = below(item.cut_yes, yes_variance);
  p.no = 1 - below(item.cut_no, no_variance);
  // Different variances could let the two overlap by a trace.
  p.abstain = std::max(0.0, 1 - p.yes - p.no);
  const double all = p.yes + p.abstain + p.no;
  return {p.yes / all, p.abstain / all, p.no / all};
}

ItemUncertainty uncertainty_of(const IdealFit& fit, std::uint32_t item) {
  return fit.uncertainty.empty() ? ItemUncertainty{} : fit.uncertainty[item];
}

}  // namespace

ChoiceProbabilities choice_probabilities(const Item& item, double theta, double theta_sd) {
  return average(item, {}, {theta, theta_sd * theta_sd});
}

std::span<const IdealPoint> IdealFit::points_of(StateIndex state) const {
  const auto [first, last] =
      std::equal_range(points.begin(), points.end(), IdealPoint{.state = state},
                       [](const IdealPoint& a, const IdealPoint& b) { return a.state < b.state; });
  return {points.data() + (first - points.begin()), static_cast<std::size_t>(last - first)};
}

std::optional<std::size_t> IdealFit::find_point(StateIndex state, int period) const {
  const auto of_state = points_of(state);
  const auto at = std::lower_bound(of_state.begin(), of_state.end(), period,
                                   [](const IdealPoint& p, int to) { return p.period < to; });
  if (at == of_state.end() || at->period != period) return std::nullopt;
  return static_cast<std::size_t>(&*at - points.data());
}

std::optional<ChoiceProbabilities> IdealFit::probabilities(const Record& record, StateIndex state,
                                                           RollCallIndex roll_call) const {
  const std::uint32_t item = item_of_roll_call[roll_call];
  if (item == no_item) return std::nullopt;
  const auto point = find_point(state, period_of(record.roll_calls[roll_call], by));
  if (!point) return std::nullopt;
  const IdealPoint& p = points[*point];
  return average(items[item], uncertainty_of(*this, item), {p.mean, p.sd * p.sd});
}

}  // namespace volteface
