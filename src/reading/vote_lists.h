// Votes that are told as lists. Found by the order of words alone, since trees of such sentences
// are no guide.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/found_vote.h"
#include "reading/voters.h"

namespace volteface {

// Of one sentence. Cost: each word looks at few others, but for rows of states and a window of 60
// before a verb. View and voters must outlive it.
class VoteLists {
 public:
  VoteLists(const ReportView& view, const Voters& voters, std::uint32_t sentence);

  // What a colon, a bracket or the beginning of the sentence sets off: "Against: Chad and Mali",
  // "six opposed (Chad, Mali ...)", "In red: Chad", "Chad: yes".
  std::vector<FoundVote> listed() const;

  // "Chad: yes", "Mali (no)", "Togo — abstained"
  std::vector<FoundVote> set_off() const;

  // What words tell that stand in an order of their own, or without a verb, by their heads.
  // Far behind a vote only where a word is of votes alone: many a loan has those against it.
  std::vector<FoundVote> by_order(bool near_a_vote) const;

  // "Chad. Mali and Togo.": states and no verb, as they may stand behind what told a choice.
  StateRow bare() const;

  // "Seven abstentions.": the choice that such a sentence is the heading of.
  std::optional<ReportedChoice> heading() const;

 private:
  // "Among those abstaining were Chad and Mali": the states stand behind the verb.
  std::vector<FoundVote> inverted() const;

  // "Chad and Mali were among those in favour"
  std::vector<FoundVote> among_those() const;

  // "and Mali no", "Mali was against": a choice without a verb of its own behind states.
  std::vector<FoundVote> gapped() const;

  // "The no camp was led by Chad and Mali", "the ranks of the abstainers were swelled by Togo"
  std::vector<FoundVote> led() const;

  std::optional<ReportedChoice> choice_set_off(std::uint32_t mark) const;
  void add_counted(std::uint32_t comma, ReportedChoice choice, std::vector<FoundVote>& out) const;
  std::optional<ReportedChoice> in_other_words(std::uint32_t first, std::uint32_t last) const;
  bool begins_with_for(std::uint32_t first, std::uint32_t last) const;
  bool raises_hand(std::uint32_t noun) const;
  bool says_not_there(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t past_unnamed(std::uint32_t mark) const;
  bool is_count(std::uint32_t comma) const;
  std::vector<Actor> beside(std::uint32_t first, std::uint32_t last) const;
  static bool stands_between(std::string_view verb);
  std::optional<ReportedChoice> choice_behind_comma(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t past_text(std::uint32_t t) const;
  std::uint32_t past_date(std::uint32_t t) const;
  std::uint32_t past_adverb(std::uint32_t t) const;
  std::uint32_t past_also(std::uint32_t t) const;
  bool has_verb() const;
  std::uint32_t past_time(std::uint32_t t) const;
  std::uint32_t past_of_course(std::uint32_t t) const;
  std::optional<ReportedChoice> choice_of(std::uint32_t t) const;
  std::optional<ReportedChoice> last_choice(std::uint32_t first, std::uint32_t last) const;
  std::optional<ReportedChoice> only_choice(std::uint32_t first, std::uint32_t last) const;
  std::vector<Actor> besides(std::uint32_t first, std::uint32_t last) const;
  bool is_vote(std::uint32_t t) const;
  bool sets_off(std::uint32_t t) const;
  std::optional<ReportedChoice> colour_at_start() const;
  std::optional<ReportedChoice> colour_opening(std::uint32_t colon) const;
  bool is_colour(std::uint32_t t) const;
  bool opens_with_of() const;
  bool is_colour_before(std::uint32_t t) const;
  bool ends_clause(std::uint32_t t) const;
  bool begins_clause(std::uint32_t t) const;
  bool is_denied(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t before_count(std::uint32_t colon) const;
  bool is_clause_behind(std::uint32_t mark) const;
  bool goes_on(std::uint32_t t) const;
  std::uint32_t clause_begin(std::uint32_t verb) const;
  bool names_a_state(std::uint32_t first, std::uint32_t last) const;
  void add(std::uint32_t head, ReportedChoice choice, std::vector<Actor> voters,
           std::vector<FoundVote>& out) const;
  std::vector<FoundVote> come_from() const;
  std::vector<FoundVote> in_camp() const;
  bool begins_with_vote(std::uint32_t token) const;
  bool says_of_votes() const;
  bool chooses_first(std::uint32_t first, std::uint32_t last) const;
  static bool is_camp(std::string_view word);
  bool is_crowd_behind(std::uint32_t token) const;
  std::uint32_t word_beside(std::uint32_t token) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Voters& voters_;
  std::uint32_t first_, last_;  // tokens of the sentence: [first, last)
};

}  // namespace volteface
