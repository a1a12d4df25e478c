// Why the state voted as it did, as far as votes can tell.
#pragma once

#include "brief/window.h"
#include "volteface/brief.h"

namespace volteface {

Why why_of(const Record& record, const BriefBasis& basis, StateIndex state, const Turning& turning,
           const Window& window);

}  // namespace volteface
