// What a turn rests on: the subjects that carry it, and the votes that show it first.
#pragma once

#include <string>
#include <vector>

#include "turn/change_point.h"

namespace volteface {

// The subjects of a roll call, up to "--", each once; its issues where it has none.
std::vector<std::string> subjects_of(const RollCall& roll_call);

// Most gained first. A vote counts under each of its subjects.
std::vector<SubjectShare> subjects_of_turn(const Record& record, const VotingHistory& history,
                                           const ChangePoint& change);

// The first `most` votes behind the turn that the position before made half as probable as the one
// behind, or less.
std::vector<TellingVote> first_telling_votes(const VotingHistory& history,
                                             const ChangePoint& change, std::size_t most);

}  // namespace volteface
