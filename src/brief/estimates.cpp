#include "brief/estimates.h"

#include <algorithm>
#include <cmath>

namespace volteface {

double joint_quantile(double level, std::size_t intervals) {
  const double each =
      std::pow(level, 1.0 / static_cast<double>(std::max<std::size_t>(intervals, 1)));
  // P(|Z| <= z) = erf(z / sqrt 2) rises with z; 60 halvings of [0, 40] leave nothing of it.
  double lo = 0, hi = 40;
  for (int i = 0; i < 60; ++i) {
    const double z = (lo + hi) / 2;
    (std::erf(z / std::sqrt(2.0)) < each ? lo : hi) = z;
  }
  return hi;
}

Estimate estimate_of(const IdealPoint& point) {
  return {point.mean, point.q05, point.q95, point.n};
}

Estimate estimate_of(const ChoiceTable& table) {
  constexpr double quantile_95 = 1.959963984540054;
  const Measure m = agreement_at_level(table, quantile_95);
  return {m.value, m.lo, m.hi, table.n()};
}

Estimate difference(const ChoiceTable& before, const ChoiceTable& after, double quantile) {
  const Measure a = agreement_at_level(before, quantile);
  const Measure b = agreement_at_level(after, quantile);
  const double change = b.value - a.value;
  return {change, change - std::hypot(b.value - b.lo, a.hi - a.value),
          change + std::hypot(b.hi - b.value, a.value - a.lo), std::min(before.n(), after.n())};
}

}  // namespace volteface
