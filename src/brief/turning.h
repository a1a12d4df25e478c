// When the state turned, and when those did whose company is told.
#pragma once

#include "brief/seats.h"
#include "brief/window.h"
#include "volteface/brief.h"

namespace volteface {

Turning turning_of(const Record& record, const BriefBasis& basis, StateIndex state,
                   const std::vector<Seat>& powers, const Window& window);

// The same seen from another turn than the largest, that of the day `date`: `largest` is it.
// Throws std::logic_error where the state has none on that day in the window.
Turning turning_about(const Record& record, const BriefBasis& basis, StateIndex state,
                      const std::vector<Seat>& powers, const Window& window, Date date);

}  // namespace volteface
