// The votes that a state's past least explains.
#pragma once

#include "brief/window.h"
#include "volteface/brief.h"
#include "volteface/ideal.h"

namespace volteface {

Unusual unusual_votes(const Record& record, const IdealFit& fit, StateIndex state,
                      const Window& window);

BriefVote brief_vote(const Record& record, StateIndex state, RollCallIndex roll_call);

}  // namespace volteface
