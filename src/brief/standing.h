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

// The two periods that agreement is compared between; brief.h tells how they are chosen.
struct Comparison {
  std::optional<YearSpan> before;
  std::optional<YearSpan> after;
  bool around_step = false;
};
Comparison comparison_of(const Standing& standing);

// The mean of a state's points in the years of a span; NaN where it has none.
double mean_point(const IdealFit& fit, StateIndex state, const YearSpan& span);

}  // namespace volteface
