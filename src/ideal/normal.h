// The normal distribution in double precision, one number at a time.
#pragma once

namespace volteface {

// Phi(x).
double normal_probability(double x);

// The x with Phi(x) = p, for 0 < p < 1: by Newton's method to 1e-12.
double normal_quantile(double p);

}  // namespace volteface
