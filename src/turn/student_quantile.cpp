#include "turn/student_quantile.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ideal/normal.h"

namespace volteface {

double student_quantile(double tails, double degrees) {
  const double n = std::max(1.0, std::floor(degrees));
  if (n == 1) return 1 / std::tan(tails * std::numbers::pi / 2);
  if (n == 2) return std::sqrt(2 / (tails * (2 - tails)) - 2);
  // Names as in the algorithm.
  const double a = 1 / (n - 0.5), b = 48 / (a * a);
  double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
  const double d = ((94.5 / (b + c) - 3) / b + 1) * std::sqrt(a * std::numbers::pi / 2) * n;
  double y = std::pow(d * tails, 2 / n);
  if (y > 0.05 + a) {
    const double x = normal_quantile(tails / 2);
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = std::expm1(a * y * y);
  } else {
    y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
            (n + 1) / (n + 2) +
        1 / y;
  }
  return std::sqrt(n * y);
}

}  // namespace volteface
