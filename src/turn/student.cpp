#include "turn/student.h"

#include <cmath>
#include <numbers>

namespace volteface {

double student_within(double t, int degrees) {
  const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
  const double sine = std::sin(angle), cosine = std::cos(angle);
  const bool odd = degrees % 2 == 1;
  // 1 + 1/2 cos^2 + 1*3/(2*4) cos^4 + ..., or cos + 2/3 cos^3 + 2*4/(3*5) cos^5 + ...
  double term = odd ? cosine : 1;
  double sum = 0;
  for (int k = odd ? 1 : 0; k <= degrees - 2; k += 2) {
    sum += term;
    term *= cosine * cosine * (k + 1) / (k + 2);
  }
  return odd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

double student_quantile(double level, int degrees) {
  double low = 0, high = 1;
  while (student_within(high, degrees) < level) high *= 2;
  while (high - low > 1e-11 * high) {
    const double middle = (low + high) / 2;
    (student_within(middle, degrees) < level ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace volteface
