// What is known of one state on the eve of a day: where it stands, and how it leans on each text.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "turn/vote_filter.h"
#include "volteface/record.h"
#include "volteface/surprise.h"

namespace volteface {

struct StateBefore {
  PlaceBelief place;
  std::unordered_map<std::uint32_t, TextLeaning> leanings;  // by VoteTerms::text_number
  std::size_t votes = 0;                                    // that it rests on
};

// From the state's votes before the day alone, as the filter of surprise.h learned them then.
StateBefore standing_before(const Record& record, const PredictiveRecord& predicted,
                            StateIndex state, Date day);

// A vote with all that it may be predicted from but the state itself.
struct LaterVote {
  RollCallIndex roll_call = 0;
  Choice choice = Choice::yes;
  Date date;
  VoteTerms terms;
};

// The state's votes from `first` to `last`, both included.
std::vector<LaterVote> votes_between(const Record& record, const PredictiveRecord& predicted,
                                     StateIndex state, Date first, Date last);

// The state's leaning on the text of a later vote: as it was, with what a return of the text adds
// to its uncertainty; that of any state on a text new to it.
TextLeaning leaning_on(const StateBefore& standing, std::uint32_t text,
                       const FilterSettings& settings = {});

// The terms of a roll call for a state that leans so on its text.
VoteTerms with_leaning(const VoteTerms& terms, const TextLeaning& leaning);

// What a state did before a turn counts from two years before it on, and from no earlier than
// `since`: an earlier turn of its own, say.
Date past_begins(Date turn, std::optional<Date> since);

}  // namespace volteface
