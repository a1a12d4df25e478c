// States that are told of by their number first: "185 countries backed it, Chad among them", "by
// 120 to nine. Chad was one of the nine".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/found_vote.h"
#include "reading/vote_words.h"
#include "volteface/checking.h"

namespace volteface {

// View, words and voters must outlive it. Looks for numbers of votes once, in all of the text.
class VoteCrowds {
 public:
  VoteCrowds(const ReportView& view, const VoteWords& words, const Voters& voters)
      : view_(view),
        tree_(view.tree),
        words_(words),
        voters_(voters),
        tallies_(find_tallies(view.document().text)) {}

  // Keeps a number of states that is told to have voted so. Tokens in the order of the text.
  void remember(std::uint32_t token);
  // The votes of those that a token, "them" or a number, goes back to.
  std::optional<FoundVote> at_token(std::uint32_t token) const;

 private:
  bool gets_votes(std::uint32_t verb) const;
  std::vector<Actor> of_crowd(std::uint32_t them) const;
  std::optional<FoundVote> of_them(std::uint32_t token) const;
  std::optional<FoundVote> of_counted(std::uint32_t number) const;
  std::optional<ReportedChoice> choice_of(std::uint32_t number) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteWords& words_;
  const Voters& voters_;
  std::vector<ReportedTally> tallies_;  // in the order of the text
  std::optional<FoundVote> crowd_;      // the last, without its states
};

}  // namespace volteface
