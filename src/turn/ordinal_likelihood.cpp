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
  const double ratio = t < tail_from ? 1 / mills_ratio(-t) : std::exp(log_density(t));
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

// lower <= 0 <= upper: nothing cancels.
OrdinalDerivatives abstention_about_zero(double lower, double upper) {
  constexpr double root_half = std::numbers::sqrt2 / 2;
  const double p =
      std::max(0.5 * (std::erf(upper * root_half) - std::erf(lower * root_half)), least_between);
  return from_densities(std::log(p), std::exp(log_density(lower)) / p,
                        std::exp(log_density(upper)) / p, lower, upper);
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
  if (x < tail_from) {
    return 0.5 * std::erfc(x * std::numbers::sqrt2 / 2) * std::exp(-log_density(x));
  }
  return 1 / (x + above_the_tail(x));
}

double log_normal_probability(double x) {
  if (x < -tail_from) return log_density(x) + std::log(mills_ratio(-x));
  if (x > tail_from) return std::log1p(-std::exp(log_density(x)) * mills_ratio(x));
  return std::log(0.5 * std::erfc(-x * std::numbers::sqrt2 / 2));
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
  constexpr double root_half = std::numbers::sqrt2 / 2;
  OrdinalProbabilities p;
  p.yes = 0.5 * std::erfc(-lower * root_half);
  p.no = 0.5 * std::erfc(upper * root_half);
  p.abstain = 1 - p.yes - p.no;
  // Where little is left, it is nothing but rounding.
  if (p.abstain < 1e-6) p.abstain = std::exp(abstention(lower, upper).log_probability);
  return p;
}

}  // namespace volteface
