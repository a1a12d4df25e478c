// Votes of those who sided with others: "stood with Chad", "Mali kept them company", "was on the
// same side as Togo".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reading/found_vote.h"
#include "reading/vote_talk.h"
#include "reading/vote_words.h"
#include "reading/voters.h"

namespace volteface {

// As the leaders voted, which may be told behind.
struct VoteCamp {
  FoundVote followers;
  DateWindow window;
  std::optional<ReportedChoice> beside = {};  // of those who were counted right before it
};

// View, talk, words and voters must outlive it.
class VoteCamps {
 public:
  VoteCamps(const ReportView& view, const VoteTalk& talk, const VoteWords& words,
            const Voters& voters)
      : view_(view), tree_(view.tree), talk_(talk), words_(words), voters_(voters) {}

  // "sided with Chad", "fell in behind Chad", "lined up with Chad", "joined Chad"; the leaders'
  // vote is that of the camp.
  std::optional<FoundVote> at_token(std::uint32_t token) const;

  // The choice of the leaders, where one is told and no other, of those days.
  std::optional<FoundVote> by_leaders(const VoteCamp& camp,
                                      std::span<const ReportedVote> votes) const;
  // A yes, where the text is the leaders'; if it surely is, they voted so too.
  std::optional<FoundVote> by_text(const VoteCamp& camp) const;

  // A no of both, where the text is told to censure the leaders ("condemned Chad's raid").
  std::optional<FoundVote> by_censure(const VoteCamp& camp) const;
  // As the leaders chose in another vote of those weeks: "vetoed it in the council; in the assembly
  // Mali sided with it", and so did they themselves.
  static std::optional<FoundVote> by_leaders_elsewhere(const VoteCamp& camp,
                                                       std::span<const ReportedVote> votes);

  // The report goes on about a vote there: not "stood by Chad in the war".
  bool is_near_a_vote(const VoteCamp& camp, std::span<const ReportedVote> votes) const;

  // As chosen, and if that is the choice itself by the leaders, too: "Nine were against. With Chad
  // stood Mali."
  static std::optional<FoundVote> with_leaders(const VoteCamp& camp, ReportedChoice choice);

  // As others chose, or not so; nothing where that tells no choice.
  static std::optional<FoundVote> as_chosen(FoundVote found, ReportedChoice choice);

 private:
  std::optional<ReportedChoice> choice_said_behind(std::uint32_t verb) const;
  bool is_act_in_general(std::uint32_t verb) const;
  bool joins_a_side(std::uint32_t verb) const;
  bool backs_a_state(std::uint32_t verb) const;
  bool tells_adoption_before(std::uint32_t sentence) const;
  std::vector<Actor> joined_by(std::uint32_t verb, const Clause& clause) const;
  bool is_joined_in_more(std::uint32_t verb) const;
  StateRow counted_behind(std::uint32_t verb) const;
  bool is_of_few(std::uint32_t verb) const;
  bool brings_in(std::uint32_t verb, const std::vector<Actor>& states) const;
  bool brought_in_by(const std::vector<Actor>& states, std::uint32_t sentence, bool surely) const;
  bool censures(std::uint32_t verb, const std::vector<Actor>& states) const;
  std::optional<FoundVote> had_with_it(std::uint32_t have) const;
  std::optional<FoundVote> across(std::uint32_t verb) const;
  std::optional<FoundVote> inverted(std::uint32_t verb) const;
  bool is_theirs(std::uint32_t noun, const std::vector<Actor>& states) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk& talk_;
  const VoteWords& words_;
  const Voters& voters_;
};

}  // namespace volteface
