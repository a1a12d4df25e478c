#include "turn/ordinal_likelihood.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace volteface {
namespace {

const double log_root_two_pi = 0.5 * std::log(2 * std::numbers::pi);
constexpr double tail_from = 6;
constexpr double least_between = 1e-12;  // of an abstention, beside the density at its cut

// ln of the standard normal density.
double log_density(double x) { return -0.5 * x * x - log_root_two_pi; }

// 1 / mills_ratio(x) - x for x from tail_from on: the continued fraction of Abramowitz and Stegun
// (1964), 26.2.14; 40 terms are exact to 1e-16 from 6 on.
double above_the_tail(double x) {
  double rest = 0;
  for (int k = 40; k > 0; --k) rest = k / (x + rest);
  return rest;
}

// The Mills ratio for 0 <= x <= tail_from, to 1e-15 of its value: t times a polynomial in t = 1 /
// (1 + x / 4), interpolated at Chebyshev nodes. Its terms are added in pairs (Estrin's scheme),
// since one after the other each would wait for the one before: all votes of the record pass
// through here several times.
double mills_before_the_tail(double x) {
  const double t = 1 / (1 + 0.25 * x);
  const double u = (t - 0.7) / 0.3;  // from -1 to 1
  const double u2 = u * u, u4 = u2 * u2, u8 = u4 * u4;
  const double a = 0.67298567263601941542 + 0.38475725226424867609 * u;
  const double b = 0.15162604409887983149 + 0.039180362250668363357 * u;
  const double c = 0.0051969617382308338292 - 0.00025014446318419339702 * u;
  const double d = -0.00018611597078252936729 - 2.5257188019695892237e-6 * u;
  const double e = 6.8614156897753030715e-6 + 3.3228958784735323187e-8 * u;
  const double f = -2.9083156414686594166e-7 + 1.6896829357340321732e-8 * u;
  const double g = 1.2043321386649701056e-8 - 2.0497219565418284061e-9 * u;
  const double h = -3.5096012706133573238e-10 + 1.276689414489716436e-10 * u;
  return t * (((a + b * u2) + (c + d * u2) * u4) + ((e + f * u2) + (g + h * u2) * u4) * u8);
}

// exp(-x^2 / 2) / sqrt(2 pi)
double density(double x) {
  constexpr double root_two_pi = std::numbers::sqrt2 / std::numbers::inv_sqrtpi;
  return std::exp(-0.5 * x * x) / root_two_pi;
}

// Phi(x)
double probability_below(double x) {
  const double beyond = density(x) * mills_ratio(std::abs(x));
  return x < 0 ? beyond : 1 - beyond;
}

// One cut, to the left of which the vote lies: the derivative of log Phi(t), and minus its second.
struct OneSided {
  double slope, curvature;
};

OneSided one_sided(double t) {
  if (t < -tail_from) {
    // phi(t) / Phi(t) + t by itself, since far out it is lost in the sum.
    const double rest = above_the_tail(-t), ratio = rest - t;
    return {ratio, ratio * rest};
  }
  const double ratio = t < 0 ? 1 / mills_before_the_tail(-t) : density(t) / probability_below(t);
  return {ratio, std::max(0.0, ratio * (ratio + t))};
}

OrdinalDerivatives turned(const OrdinalDerivatives& d) {
  return {d.log_probability, -d.upper, -d.lower, d.upper_upper, d.lower_upper, d.lower_lower};
}

// From phi(lower) / P and phi(upper) / P.
OrdinalDerivatives from_densities(double log_probability, double at_lower, double at_upper,
                                  double lower, double upper) {
  OrdinalDerivatives d;
  d.log_probability = log_probability;
  d.lower = -at_lower;
  d.upper = at_upper;
  d.lower_lower = at_lower * (at_lower - lower);
  d.upper_upper = at_upper * (at_upper + upper);
  d.lower_upper = -at_lower * at_upper;
  // Rounding must not make the log probability convex where both cuts move alike.
  const double along = d.lower_lower + d.upper_upper + 2 * d.lower_upper;
  if (along < 0) d.lower_lower -= along;
  return d;
}

// lower <= 0 <= upper. Close to each other they leave little but rounding of what lies outside; the
// difference of erf does not cancel.
OrdinalDerivatives abstention_about_zero(double lower, double upper) {
  constexpr double close = 0.01, root_half = std::numbers::sqrt2 / 2;
  const double at_lower = density(lower), at_upper = density(upper);
  const double inside = upper - lower < close
                            ? 0.5 * (std::erf(upper * root_half) - std::erf(lower * root_half))
                            : 1 - (at_lower * mills_ratio(-lower) + at_upper * mills_ratio(upper));
  const double p = std::max(inside, least_between);
  return from_densities(std::log(p), at_lower / p, at_upper / p, lower, upper);
}

OrdinalDerivatives abstention(double lower, double upper) {
  if (lower <= 0 && upper >= 0) return abstention_about_zero(lower, upper);
  if (upper < 0) return turned(abstention(-upper, -lower));
  // To the right of 0 all is a multiple of phi(lower), and phi(upper) / phi(lower) is at most 1.
  const double quotient = std::exp(0.5 * (lower - upper) * (lower + upper));
  const double between =
      std::max(mills_ratio(lower) - mills_ratio(upper) * quotient, least_between);
  return from_densities(std::log(between) + log_density(lower), 1 / between, quotient / between,
                        lower, upper);
}

}  // namespace

double mills_ratio(double x) {
  if (x < 0) return probability_below(-x) / density(x);
  return x < tail_from ? mills_before_the_tail(x) : 1 / (x + above_the_tail(x));
}

double log_normal_probability(double x) {
  if (x < -tail_from) return log_density(x) + std::log(mills_ratio(-x));
  if (x > tail_from) return std::log1p(-std::exp(log_density(x)) * mills_ratio(x));
  return std::log(probability_below(x));
}

OrdinalDerivatives ordinal_slopes(Choice choice, double lower, double upper) {
  OrdinalDerivatives d;
  if (choice == Choice::yes) {
    const OneSided yes = one_sided(lower);
    d.lower = yes.slope;
    d.lower_lower = yes.curvature;
  } else if (choice == Choice::no) {
    const OneSided no = one_sided(-upper);
    d.upper = -no.slope;
    d.upper_upper = no.curvature;
  } else {
    d = abstention(lower, upper);
    d.log_probability = 0;
  }
  return d;
}

OrdinalDerivatives ordinal_derivatives(Choice choice, double lower, double upper) {
  if (choice == Choice::abstain) return abstention(lower, upper);
  OrdinalDerivatives d = ordinal_slopes(choice, lower, upper);
  d.log_probability = log_normal_probability(choice == Choice::yes ? lower : -upper);
  return d;
}

OrdinalProbabilities ordinal_probabilities(double lower, double upper) {
  OrdinalProbabilities p;
  p.yes = probability_below(lower);
  p.no = probability_below(-upper);
  p.abstain = 1 - p.yes - p.no;
  // Where little is left, it is nothing but rounding.
  if (p.abstain < 1e-6) p.abstain = std::exp(abstention(lower, upper).log_probability);
  return p;
}

}  // namespace volteface
