// From a change point to a turn with all that is told of it.
#pragma once

#include "turn/change_point.h"

namespace volteface {

// `fit`: for the size in ideal points, and for what the general move predicts of agreement.
Turn tell_turn(const Record& record, const IdealFit& fit, const VotingHistory& history,
               const ChangePoint& change, const ChangeScales& scales);

}  // namespace volteface
