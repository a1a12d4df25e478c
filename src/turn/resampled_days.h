// Which differences would stand with other meeting days: a bootstrap over days.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "volteface/date.h"

namespace volteface {

// Sums of several scores over whole meeting days drawn with replacement, as many as there are
// (Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 8.5: votes of one day stay
// together). `scores`: of each account one a vote. `days`: of the votes, ascending. One row a draw,
// one number an account. The same seed gives the same draws.
std::vector<std::vector<double>> resampled_sums(std::span<const std::vector<double>> scores,
                                                std::span<const Date> days, std::size_t draws,
                                                std::uint64_t seed);

// How many different days there are.
std::size_t count_days(std::span<const Date> days);

// The value below which a share of the numbers lies; `numbers` must not be empty.
double quantile_of(std::vector<double> numbers, double share);

}  // namespace volteface
