// Whether words that bring in a reason do so: "out of loyalty", but not "out of the house".
#pragma once

#include <cstdint>
#include <optional>

#include "reading/doers.h"
#include "reading/reason_cues.h"
#include "reading/reason_doubts.h"

namespace volteface {

// A noun for what a state did: "abstention", "veto"; not "no talks".
bool is_act(const SentenceTree& tree, std::uint32_t token);

// "abstain", "vote", "reject"
bool takes_a_stand(const SentenceTree& tree, std::uint32_t verb);

// View and doers must outlive it.
class ReasonActs {
 public:
  ReasonActs(const ReportView& view, const Doers& doers)
      : view_(view), tree_(view.tree), doers_(doers), doubts_(view) {}

  // "out of loyalty", but not "out of the house"; "due to pressure", but not "due to speak".
  bool is_reason(const CuePlace& place, std::uint32_t first) const;
  // Whether a sentence tells that somebody voted, refused, took a decision.
  bool tells_of_stand(std::uint32_t sentence) const;
  // Whether a sentence tells of a vote, beside tokens [first, last).
  bool tells_of_vote(const Sentence& sentence, std::uint32_t first, std::uint32_t last) const;
  // Whether a sentence tells of an act that may have a reason.
  bool tells_of_act(std::uint32_t sentence) const;

 private:
  std::uint32_t first_of_sentence(std::uint32_t token) const;
  bool is_disowned(const CuePlace& place) const;
  bool justifies_step(std::uint32_t saying) const;
  // Each of one kind of cue, and nothing of those of other kinds.
  std::optional<bool> by_verb_of_telling(const CuePlace& place) const;
  std::optional<bool> by_motive(const CuePlace& place) const;
  std::optional<bool> by_conjunction(const CuePlace& place, std::uint32_t first) const;
  std::optional<bool> by_preposition(const CuePlace& place, std::uint32_t first) const;
  bool is_by_being(const CuePlace& place) const;
  bool is_purpose(const CuePlace& place) const;
  bool is_cleft(std::uint32_t be) const;
  bool is_short_gap(const CuePlace& place) const;
  bool is_for_reason(const CuePlace& place, std::uint32_t begin) const;
  bool speaks_of_done(std::uint32_t be) const;
  bool is_as_why(std::uint32_t as) const;
  bool denies(const CuePlace& place) const;
  bool acts_by(std::uint32_t verb) const;
  bool is_put_between(const CuePlace& place) const;
  bool is_explained_so(std::uint32_t verb) const;
  bool opens_clause(std::uint32_t mark) const;
  bool is_motive_of(std::uint32_t verb) const;
  bool has_clause(std::uint32_t first, std::uint32_t last) const;
  bool is_wanted(std::uint32_t verb) const;
  std::uint32_t behind_pair(std::uint32_t comma, std::uint32_t end) const;
  bool tells_why(std::uint32_t first) const;
  bool is_step_against(std::uint32_t verb) const;
  bool is_of_act(std::uint32_t preposition) const;
  bool names_act(std::uint32_t first, std::uint32_t last) const;
  bool is_about_act(std::uint32_t sentence) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers& doers_;
  const ReasonDoubts doubts_;
};

}  // namespace volteface
