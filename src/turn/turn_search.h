// What the search for turns does alike with all votes at hand and online.
#pragma once

#include <cstddef>
#include <vector>

#include "turn/change_point.h"

namespace volteface {

// Sessions on each side of a change. Fewer leave it to chance which votes came up; more let in what
// happened before and behind.
inline constexpr std::size_t window_sessions = 3;

// Of two changes nearer than this only the larger is a turn: their windows share most votes.
inline constexpr int least_sessions_apart = 3;

// A leaning on a text takes in what changes on it, and would hide a turn; positions that drift less
// keep the four dimensions in their place.
inline constexpr FilterSettings settings_for_turns = {.first_spread = 1,
                                                      .drift = 0.05,
                                                      .first_text = 1e-9,
                                                      .text_drift = 0,
                                                      .item_drift = 0.1,
                                                      .direction_spread = 1,
                                                      .recalibrated = false};

// The changes at the beginning of every session of the state but its first, where both sides have
// votes enough, between window_sessions on either side.
std::vector<ChangePoint> session_changes(const VotingHistory& history);

// The votes as the search for turns sees them.
PredictiveRecord predict_for_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                                   const std::function<void(double share)>& progress);

// Throws Error for a probability that makes no sense.
void check_probability(double least);

}  // namespace volteface
