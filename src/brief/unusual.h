// The votes that were least to be expected of a state.
#pragma once

#include "brief/window.h"
#include "volteface/brief.h"
#include "volteface/surprise.h"

namespace volteface {

Unusual unusual_votes(const Record& record, const PredictiveRecord& predicted, StateIndex state,
                      const Window& window);

std::vector<YearBesidePeers> years_beside_peers(const Record& record,
                                                const PredictiveRecord& predicted, StateIndex state,
                                                const Window& window);

// What was expected of a state on a roll call; nothing where that was not predicted.
std::optional<ChoiceProbabilities> expected_of(const PredictiveRecord& predicted, StateIndex state,
                                               RollCallIndex roll_call);

BriefVote brief_vote(const Record& record, StateIndex state, RollCallIndex roll_call);

}  // namespace volteface
