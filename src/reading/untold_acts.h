// What has the words of an act and is not told as one: it was known before, is asked for, is told
// by a promise, or is a vote, which is read apart.
#pragma once

#include <cstdint>
#include <vector>

#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

class UntoldActs {
 public:
  // `votes`: by sentence. Both must outlive it.
  UntoldActs(const ReportView& view, const std::vector<ReportedVote>& votes)
      : view_(view), tree_(view.tree), votes_(votes) {}

  // "since Russia's invasion", "to end its invasion": known before, and not told.
  bool is_background(const EventRule& rule, const Clause& clause) const;

  // "supported the text", "were opposed", "did not back it" is told of a vote, where one is spoken
  // of; votes are read apart.
  bool is_vote(const EventRule& rule, const Clause& clause) const;

  // "China was opposed" where its vote was read from the same words.
  bool is_told_as_vote(const EventRule& rule, const ReportedEvent& event) const;

  bool tells_a_vote(std::uint32_t sentence) const;

  // Whether a noun stands under a verb whose subject need not have done it: "feared sanctions".
  bool is_seen_by_another(const EventRule& rule, const Clause& clause) const;

 private:
  bool is_asked_whether(std::uint32_t verb) const;
  bool is_other_sense(const EventRule& rule, const Clause& clause) const;
  bool goes_to_court(const Clause& clause) const;
  bool comes_home(const Clause& clause) const;
  bool is_done_to_itself(const EventRule& rule, const Clause& clause) const;
  bool is_reason_given(std::uint32_t solidarity) const;
  bool is_mere_talk(std::uint32_t talk) const;
  bool meets_with_a_view(const Clause& clause) const;
  bool is_no_support(std::uint32_t side) const;
  bool is_undone(const EventRule& rule, const Clause& clause) const;
  bool is_told_by_verb(const EventRule& rule, const Clause& clause) const;
  bool is_put_off(std::uint32_t verb) const;
  bool is_broken_off(std::uint32_t noun) const;
  bool is_left(std::uint32_t noun) const;
  bool is_put_on_ice(std::uint32_t verb) const;
  bool is_told_above(const EventRule& rule, const Clause& clause) const;
  bool is_force_told_otherwise(const EventRule& rule, const Clause& clause) const;
  bool is_threatened(std::uint32_t condition) const;
  bool blames(std::uint32_t verb) const;
  bool is_blamed_for(std::uint32_t noun) const;
  bool hurts_by_words(const Clause& clause) const;
  bool is_taken_away(std::uint32_t noun) const;
  bool is_taken_back(std::uint32_t noun) const;
  bool is_name_given(const EventRule& rule, std::uint32_t verb) const;
  bool opens_quotation(std::uint32_t verb) const;
  bool is_alleged(std::uint32_t verb) const;
  bool is_given_up(std::uint32_t verb) const;
  bool is_move_of_another(std::uint32_t object) const;
  bool is_what_a_text_is(const EventRule& rule, const Clause& clause) const;
  bool agrees_on_harm(const Clause& clause) const;
  bool promises_harm(std::uint32_t verb) const;
  bool asks_for_no_name(const EventRule& rule, std::uint32_t verb) const;
  bool is_helped_with(std::uint32_t verb) const;
  bool is_promised(std::uint32_t verb) const;
  bool is_refused(std::uint32_t verb) const;
  bool is_meant_as_threat(std::uint32_t verb) const;
  bool refuses_to_apologise(std::uint32_t verb) const;
  bool favours_text(const EventRule& rule, const Clause& clause) const;
  bool speaks_of_a_vote(std::uint32_t t) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const std::vector<ReportedVote>& votes_;
};

}  // namespace volteface
