#include "brief/estimates.h"

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

// The limits of an agreement at a quantile far out. The two votes that Agresti and Min add fit a
// quantile of 2, of which they are z^2 / 2; here that many are added at any, in their proportions:
// half agree halfway, a quarter is the same and a quarter opposite. At 3.6 these 6.6 votes draw the
// centre away from the value of a small n, so the interval reaches from either, and n counts the
// true votes alone.
Measure limits_far_out(const ChoiceTable& table, double z) {
  const double n = table.n();
  const double same = table.cells[0] + table.cells[4] + table.cells[8];
  const double opposite = table.cells[2] + table.cells[6];
  const double added = z * z / 2;
  const double value = (same - opposite) / n;
  const double centre = (same - opposite) / (n + added);
  const double variance = (same + opposite + added / 2) / (n + added) - centre * centre;
  const double half = z * std::sqrt(variance / n);
  const double lo = std::max(std::min(centre, value) - half, -1.0);
  const double hi = std::min(std::max(centre, value) + half, 1.0);
  return {(1 + value) / 2, (1 + lo) / 2, (1 + hi) / 2};
}

}  // namespace

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
  const Measure a = limits_far_out(before, quantile);
  const Measure b = limits_far_out(after, quantile);
  const double change = b.value - a.value;
  return {change, change - std::hypot(b.value - b.lo, a.hi - a.value),
          change + std::hypot(b.hi - b.value, a.value - a.lo), std::min(before.n(), after.n())};
}

}  // namespace volteface
