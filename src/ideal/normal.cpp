#include "ideal/normal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace volteface {

double normal_probability(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

double normal_quantile(double p) {
  // Of the smaller tail, from Abramowitz and Stegun 26.2.22 (error below 3e-3).
  const double tail = std::min(p, 1 - p);
  const double r = std::sqrt(-2 * std::log(tail));
  double x = r - (2.30753 + 0.27061 * r) / (1 + r * (0.99229 + 0.04481 * r));
  for (int i = 0; i < 6; ++i) {
    const double density = std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    const double step = (normal_probability(-x) - tail) / density;
    // Halley's correction keeps it from overshooting in the far tail.
    x += step / (1 - 0.5 * x * step);
    if (std::abs(step) < 1e-12) break;
  }
  return p < 0.5 ? -x : x;
}

}  // namespace volteface
