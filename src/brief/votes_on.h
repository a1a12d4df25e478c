// Votes on a matter of one state.
#pragma once

#include <vector>

#include "brief/seats.h"
#include "brief/window.h"
#include "volteface/brief.h"
#include "volteface/surprise.h"

namespace volteface {

// The roll calls of the window that concern the seat (VoteOn in brief.h tells which), ascending.
std::vector<RollCallIndex> roll_calls_on(const Record& record, const Seat& seat,
                                         const Window& window);

// How the state and the columns voted on these; left out are those on which it is not listed.
VotesOn votes_on(const Record& record, const PredictiveRecord& predicted,
                 const std::vector<RollCallIndex>& roll_calls, StateIndex state, const Seat& on,
                 const std::vector<Seat>& columns);

}  // namespace volteface
