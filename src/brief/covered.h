// What the figures of a brief rest on, and what they cannot tell.
#pragma once

#include "brief/window.h"
#include "volteface/brief.h"

namespace volteface {

Covered covered_by(const Record& record, const BriefOptions& options, const Window& window);

}  // namespace volteface
