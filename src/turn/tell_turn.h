// From a candidate to a turn with all that is told of it.
#pragma once

#include "turn/turn_candidates.h"

namespace volteface {

// `fit`: for the size in ideal points, and for what the general move predicts of agreement.
Turn tell_turn(const Record& record, const IdealFit& fit, const TurnCandidate& candidate);

}  // namespace volteface
