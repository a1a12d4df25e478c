// Where the default fit begins.
#pragma once

#include <span>
#include <vector>

#include "ideal/ideal_state.h"
#include "ideal/leaning.h"
#include "ideal/observations.h"
#include "volteface/record.h"

namespace volteface {

// Points: one position a state for all its periods, by alternating least squares of the choices
// (-1, 0, 1), from leaning_of_items. One and the same order of states for all periods is what
// matters here: begun apart, periods can come to rest with opposite signs. Items: cuts by the
// shares of choices.
IdealState start_state(const Record& record, const Observations& observations, const Poles& poles);

}  // namespace volteface
