// What a turn rests on: the subjects that carry it, and the votes that show it first.
#pragma once

#include <span>
#include <vector>

#include "turn/change_point.h"

namespace volteface {

// By area (subject_areas.h), most gained first. A vote counts under each of its areas.
std::vector<SubjectShare> subjects_of_turn(const Record& record, const VotingHistory& history,
                                           const ChangePoint& change);

// What was to be expected of each vote behind the turn.
std::vector<TellingVote> votes_behind(const VotingHistory& history, const ChangePoint& change);

// The first `most` of votes behind the turn that the position before made half as probable as the
// one behind, or less.
std::vector<TellingVote> first_telling_votes(std::span<const TellingVote> behind, std::size_t most);

}  // namespace volteface
