// The log probability of one ordinal vote and its derivatives, in double precision, far into the
// tails.
#pragma once

#include "volteface/record.h"

namespace volteface {

// Of log P(choice), where P(yes) = Phi(lower), P(no) = Phi(-upper), P(abstain) = Phi(upper) -
// Phi(lower). Curvatures are minus the second derivatives.
struct OrdinalDerivatives {
  double log_probability = 0;
  double lower = 0;
  double upper = 0;
  double lower_lower = 0;
  double lower_upper = 0;
  double upper_upper = 0;
};

// lower <= upper, both finite and within 1e6. The logarithm of P keeps a relative error of P below
// 1e-12 however small P is, as far as upper - lower is above 1e-3; below, that of an abstention
// grows as 1e-15 / (upper - lower), and stays finite where both are equal.
OrdinalDerivatives ordinal_derivatives(Choice choice, double lower, double upper);

// The same but for log_probability, which stays 0: at half the cost.
OrdinalDerivatives ordinal_slopes(Choice choice, double lower, double upper);

// Of yes, abstain and no; they sum to 1.
struct OrdinalProbabilities {
  double yes = 0, abstain = 0, no = 0;
};
OrdinalProbabilities ordinal_probabilities(double lower, double upper);

// (1 - Phi(x)) / phi(x), for any x above -37.
double mills_ratio(double x);

// ln Phi(x).
double log_normal_probability(double x);

}  // namespace volteface
