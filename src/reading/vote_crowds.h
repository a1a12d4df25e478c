// States that are told of by their number first: "185 countries backed it, Chad among them", "by
// 120 to nine. Chad was one of the nine".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "reading/found_vote.h"
#include "reading/voters.h"
#include "volteface/checking.h"

namespace volteface {

// View and voters must outlive it. Looks for numbers of votes once, in all of the text.
class VoteCrowds {
 public:
  VoteCrowds(const ReportView& view, const Voters& voters)
      : view_(view),
        tree_(view.tree),
        voters_(voters),
        tallies_(find_tallies(view.document().text)) {}

  // Keeps a number of states that is told to have voted so, without their names.
  void remember(const FoundVote& of_crowd);
  // The same of those with whom a state voted: "along with four islands".
  void remember_company(const FoundVote& told);
  // The same where nouns alone tell it: "there were nine abstentions". Tokens in the order of the
  // text.
  void go_to_token(std::uint32_t token);
  // The choice of which the tallies told before a token have just so many votes.
  std::optional<ReportedChoice> choice_counted(std::size_t votes, std::uint32_t before) const;
  // A no, if those who were counted in the sentence before a token, without their names, said it.
  std::optional<ReportedChoice> choice_right_before(std::uint32_t token) const;
  // The votes of those that a token goes back to, or that it adds: "them", "including", a number.
  std::optional<FoundVote> at_token(std::uint32_t token) const;

 private:
  bool is_relative(std::uint32_t verb) const;
  std::optional<ReportedChoice> choice_of_hands(std::uint32_t hands, std::uint32_t end) const;
  std::optional<ReportedChoice> by_colour(std::uint32_t first, std::uint32_t end) const;
  std::uint32_t last_of_number(std::uint32_t token) const;
  std::optional<std::uint32_t> count_at(std::uint32_t token) const;
  std::optional<FoundVote> of_these(std::uint32_t be) const;
  bool condemns(std::uint32_t verb) const;
  bool gets_votes(std::uint32_t verb) const;
  bool is_of_the(std::uint32_t number) const;
  bool is_of_voters(std::uint32_t number) const;
  bool goes_on_to(std::uint32_t colon) const;
  std::optional<ReportedChoice> choice_behind(std::uint32_t number) const;
  std::optional<FoundVote> of_them_behind(std::uint32_t colon) const;
  std::optional<ReportedChoice> counted_choice(std::uint32_t noun) const;
  std::vector<Actor> of_crowd(std::uint32_t them) const;
  std::optional<FoundVote> included(std::uint32_t token) const;
  std::optional<FoundVote> those_of(std::uint32_t token) const;
  bool is_of_verb_behind(std::uint32_t comma) const;
  StateRow included_before(std::uint32_t verb) const;
  std::optional<FoundVote> of_the_counted(std::uint32_t number) const;
  bool is_closed(std::uint32_t token, std::uint32_t end) const;
  std::optional<FoundVote> of_place(std::uint32_t token) const;
  std::optional<FoundVote> of_them(std::uint32_t token) const;
  std::optional<FoundVote> of_counted(std::uint32_t number) const;
  std::optional<FoundVote> of_those_who(std::uint32_t be) const;
  std::optional<FoundVote> of_deciding(std::uint32_t verb) const;
  std::optional<ReportedChoice> choice_of(std::uint32_t number) const;
  std::span<const ReportedTally> tallies_before(std::uint32_t token, std::uint32_t bytes) const;
  std::optional<ReportedChoice> choice_tallied(std::uint32_t number) const;
  std::optional<ReportedChoice> choice_of_tally(std::uint32_t number);
  void note_count(std::uint32_t count, ReportedChoice choice, std::uint32_t number);

  const ReportView& view_;
  const SentenceTree& tree_;
  const Voters& voters_;
  std::vector<ReportedTally> tallies_;  // in the order of the text
  std::optional<FoundVote> crowd_;      // the last, without its states
  std::uint32_t tallied_ = nowhere;     // the number of a tally that it was made by
  std::optional<FoundVote> untallied_;  // the last before that
  std::size_t size_ = 0;                // of the same, 0 if it was not told
  // What a number of states chose, and in which sentence it is told.
  std::map<std::uint32_t, std::pair<ReportedChoice, std::uint32_t>> counted_;
};

}  // namespace volteface
