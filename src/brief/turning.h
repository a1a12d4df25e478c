// When the state turned, and when those did whose company is told.
#pragma once

#include "brief/seats.h"
#include "brief/window.h"
#include "volteface/brief.h"

namespace volteface {

Turning turning_of(const Record& record, const BriefBasis& basis, StateIndex state,
                   const std::vector<Seat>& powers, const Window& window);

}  // namespace volteface
