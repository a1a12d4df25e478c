// Numbers with intervals, and what becomes of these when several are to hold together.
#pragma once

#include <cstddef>
#include <limits>

#include "volteface/agreement.h"
#include "volteface/brief.h"
#include "volteface/ideal.h"

namespace volteface {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr Estimate no_estimate{not_a_number, not_a_number, not_a_number, 0};

// The quantile of the standard normal that the interval of each of `intervals`
// needs so that all hold together with probability `level`, whatever their
// correlations (Šidák 1967). 1.96 for one at .95.
double joint_quantile(double level, std::size_t intervals);

Estimate estimate_of(const IdealPoint& point);

// The agreement of a table with its 95 % interval.
Estimate estimate_of(const ChoiceTable& table);

// The difference `after` - `before` of two agreements, with an interval from theirs: the distance
// from each value to its own limit, squared and added (Zou and Donner 2008, equation 3). The limits
// are wider than those of Agresti and Min, which hold at 95 % but not far out and with few votes.
// Both tables need votes.
Estimate difference(const ChoiceTable& before, const ChoiceTable& after, double quantile);

// True where the interval leaves out 0, and does so with the two digits that are printed.
inline bool leaves_out_zero(const Estimate& e) { return e.lo >= .005 || e.hi <= -.005; }

}  // namespace volteface
