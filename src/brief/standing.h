// Where a state stands, year by year, and when it moved.
#pragma once

#include <optional>

#include "brief/window.h"
#include "volteface/brief.h"
#include "volteface/ideal.h"

namespace volteface {

// `fit` is by year.
Standing standing_of(const Record& record, const IdealFit& fit, StateIndex state,
                     const Window& window);

// Of `steps` between comparable years: these, and the ways from each year to the last, of which one
// is the last step. Which way is told depends on what the steps were, so that all of them count.
std::size_t moves_compared(std::size_t steps);

// The two periods that agreement is compared between; brief.h tells how they are chosen. Neither
// where the state voted in a single year of the window.
struct Comparison {
  std::optional<YearSpan> before;
  std::optional<YearSpan> after;
  ComparedBecause because = ComparedBecause::last_year;
};
Comparison comparison_of(const Standing& standing);

// How far the mean of a state's points moved from one span to the other, with
// its 90 % interval; the points are taken as independent. NaN where it has none
// in either; n is the smaller sum of votes.
Estimate mean_move(const IdealFit& fit, StateIndex state, const YearSpan& before,
                   const YearSpan& after);

}  // namespace volteface
