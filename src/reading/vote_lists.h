// Votes that are told as lists: "Against: Chad and Mali", "six opposed (Chad, ...)", "Among those
// abstaining were Chad and Mali", "Chad voted yes, Mali and Togo no".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/voters.h"

namespace volteface {

struct VoteList {
  std::uint32_t head = nowhere;  // a word of the clause that tells it
  ReportedChoice choice = ReportedChoice::yes;
  std::vector<Actor> voters;
};

// Lists of a sentence that a colon, a bracket or the beginning of the sentence sets off. Found by
// the order of words alone, since trees of such sentences are no guide.
std::vector<VoteList> listed_votes(const ReportView& view, const Voters& voters,
                                   std::uint32_t sentence);

// "Among those abstaining were Chad and Mali": the states stand behind the verb.
std::vector<VoteList> inverted_votes(const ReportView& view, const Voters& voters,
                                     std::uint32_t sentence);

// "Chad. Mali and Togo.": states and no verb, behind what told a choice.
std::vector<Actor> bare_states(const ReportView& view, const Voters& voters,
                               std::uint32_t sentence);

// "Seven abstentions.": the choice that such a sentence is the heading of.
std::optional<ReportedChoice> heading_choice(const ReportView& view, const Voters& voters,
                                             std::uint32_t sentence);

// "and Mali no": a choice without a verb behind states, in a sentence that has told a vote.
std::vector<VoteList> gapped_votes(const ReportView& view, const Voters& voters,
                                   std::uint32_t sentence);

}  // namespace volteface
