// Whether a vote was cast, is announced, asked for or denied.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/found_vote.h"
#include "reading/voters.h"

namespace volteface {

class VoteStatuses {
 public:
  VoteStatuses(const ReportView& view, const Voters& voters)
      : view_(view), tree_(view.tree), voters_(voters) {}

  // Gives a vote the status that goes with how surely its verb tells it; false where that is no
  // vote.
  bool with_status(FoundVote& found, Modality modality) const;

  // "will not", "said that it would not"
  bool is_to_come(std::uint32_t verb) const;

  // The verb by which somebody is asked to vote so: "urged Chad (and Mali) to vote", "asks that
  // Chad vote", whatever the tree; nowhere if there is none.
  std::uint32_t asked_by(std::uint32_t verb) const;

  // Who is asked: of "Peru urged Chad to vote" Chad.
  std::vector<Actor> asked_at(std::uint32_t asker, std::uint32_t verb) const;

  // Of a noun: "asked for a no".
  bool is_asked_for(std::uint32_t noun) const;

  // Of a noun: "hopes for Chad's support", "seeks its backing".
  bool is_wished_for(std::uint32_t noun) const;

  // What a verb or a noun asks for, advises or promises: "asked Chad for a no", "sought its vote",
  // "a plea for Mali's yes", "promised Togo's vote".
  std::optional<FoundVote> asked_for(std::uint32_t word) const;
  // The noun by which it does so.
  std::uint32_t wanted_by(std::uint32_t word) const { return wanted_behind_word(word).noun; }

 private:
  struct WantedVote {
    std::uint32_t noun = nowhere;
    ReportedChoice choice = ReportedChoice::yes;
    bool needs_owner = false;  // "vote" tells a yes where it is somebody's
  };
  WantedVote wanted_behind_word(std::uint32_t word) const;
  WantedVote wanted_behind(std::uint32_t word, bool needs_for) const;
  WantedVote wanted_at(std::uint32_t noun) const;
  WantedVote wanted_before(std::uint32_t one, std::uint32_t end) const;
  bool names_text_behind(std::uint32_t noun, std::uint32_t end) const;
  bool is_owned(std::uint32_t noun) const;
  std::vector<Actor> owners_of(std::uint32_t noun, std::uint32_t beyond) const;
  std::vector<Actor> doers_of(std::uint32_t verb) const;
  std::vector<Actor> some_of_asked(std::uint32_t asker, std::uint32_t vote) const;
  std::vector<Actor> asked_beside(std::uint32_t word, std::uint32_t noun) const;
  bool is_under_denial(std::uint32_t verb) const;
  bool goes_on(std::uint32_t verb) const;
  bool is_likely(std::uint32_t verb) const;
  bool is_threatened(std::uint32_t verb) const;
  bool never_meant(std::uint32_t verb) const;
  bool is_looked_back_on(std::uint32_t verb) const;
  bool is_done(std::uint32_t verb) const;
  bool is_unreal(std::uint32_t verb) const;
  bool asks_why(std::uint32_t verb) const;
  bool is_asked_whether(std::uint32_t verb) const;
  bool is_asked_whether_not(std::uint32_t verb) const;
  bool opens_as_question(std::uint32_t verb) const;
  bool is_question(std::uint32_t token) const;
  bool uses_something(std::uint32_t verb) const;
  bool was_expected(std::uint32_t verb) const;
  bool asks_that(std::uint32_t verb) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Voters& voters_;
};

}  // namespace volteface
