#include "turn/ideal_change.h"

#include <algorithm>
#include <cmath>

#include "turn/ordinal_likelihood.h"

namespace volteface {
namespace {

constexpr double prior_precision = 1;  // the scale has standard deviation 1
constexpr int most_newton_steps = 20;
constexpr double longest_newton_step = 1;

struct Slope {
  double gradient = 0;
  double curvature = 0;
};

Slope slope_of(const Item& item, const ItemUncertainty& u, Choice choice, double theta) {
  const double variance =
      u.cut_yes - 2 * theta * u.discrimination_cut_yes + theta * theta * u.discrimination;
  const double scale = 1 / std::sqrt(1 + std::max(variance, 0.0));
  const double lower = (item.cut_yes - item.discrimination * theta) * scale;
  const double upper = (item.cut_no - item.discrimination * theta) * scale;
  const OrdinalDerivatives d = ordinal_derivatives(choice, lower, upper);
  const double b = item.discrimination * scale;
  return {-(d.lower + d.upper) * b, (d.lower_lower + d.upper_upper + 2 * d.lower_upper) * b * b};
}

}  // namespace

IdealPosition ideal_position(const Record& record, const IdealFit& fit, StateIndex state,
                             std::span<const RollCallIndex> roll_calls) {
  double theta = 0, precision = prior_precision;
  std::uint32_t votes = 0;
  for (int step = 0; step < most_newton_steps; ++step) {
    double gradient = -prior_precision * theta;
    precision = prior_precision;
    votes = 0;
    for (RollCallIndex r : roll_calls) {
      const std::uint32_t item = fit.item_of_roll_call[r];
      const Choice choice = record.votes.at(state, r);
      if (item == IdealFit::no_item || !is_cast(choice)) continue;
      const ItemUncertainty u = fit.uncertainty.empty() ? ItemUncertainty{} : fit.uncertainty[item];
      const Slope slope = slope_of(fit.items[item], u, choice, theta);
      gradient += slope.gradient;
      ++votes;
      precision += slope.curvature;
    }
    const double move = std::clamp(gradient / precision, -longest_newton_step, longest_newton_step);
    theta += move;
    if (std::abs(move) < 1e-4) break;
  }
  return {theta, 1 / std::sqrt(precision), votes};
}

}  // namespace volteface
