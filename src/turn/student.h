// Student's t, for means of few days.
#pragma once

namespace volteface {

// The probability that |t| is at most `t` (0 or more) with `degrees` (1 or more) of freedom: the
// finite series of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4. Cost: degrees / 2 terms.
double student_within(double t, int degrees);

// The t with student_within(t, degrees) = level, 0 < level < 1; relative error below 1e-10.
double student_quantile(double level, int degrees);

}  // namespace volteface
