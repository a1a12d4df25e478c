// Student's distribution, for intervals whose variance is estimated from a few days.
#pragma once

namespace volteface {

// The x that |T| exceeds with probability `tails`, for T with so many degrees of freedom, at least
// 1; between two whole numbers, the wider of them. Hill 1970, Communications of the ACM 13: 619-620
// (Algorithm 396): to 1e-3 of itself from 3 degrees on, exact for 1 and 2.
double student_quantile(double tails, double degrees);

}  // namespace volteface
