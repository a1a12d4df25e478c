// Votes that one word tells with what hangs on it: "voted against", "backed the text", "a Russian
// veto", "sat on the fence".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/found_vote.h"
#include "reading/vote_cues.h"
#include "reading/vote_status.h"
#include "reading/vote_talk.h"
#include "reading/voters.h"

namespace volteface {

// Verbs that tell a yes or a no where their object is a text.
bool is_aye(std::string_view verb);
bool is_no(std::string_view verb);
// "joined Chad in voting no"
bool joins_others(std::string_view verb);

class VoteWords {
 public:
  VoteWords(const ReportView& view, const VoteTalk& talk, const Voters& voters);

  // The vote that a token tells, without voters where they are a crowd ("nine countries"). Tokens
  // are asked for in the order of the text.
  std::optional<FoundVote> at_token(std::uint32_t t);

  // What follows the verb "vote" says how.
  std::optional<ReportedChoice> choice_of_vote(std::uint32_t verb) const;

  // The object, or what is passed or refused, is a text that is voted on.
  bool on_resolution(std::uint32_t verb) const;

  // Words for a text that is voted on, and for little else.
  static bool names_text(std::string_view lemma);

  // "it" may be the text of a vote that was told in this sentence or close before.
  void note_told(std::uint32_t sentence) { told_in_ = sentence; }

  // Where votes are spoken of, or one was told just before.
  bool about_a_vote(std::uint32_t sentence) const {
    return talk_.is_about_votes(sentence) || (told_in_ && *told_in_ + 2 >= sentence);
  }

 private:
  bool is_home_affair(std::uint32_t verb) const;
  bool is_left_undone(std::uint32_t verb) const;
  bool is_standing(std::uint32_t verb) const;
  bool is_of_office(std::uint32_t verb) const;
  bool is_of_other_text(std::uint32_t verb) const;
  bool is_of_person(std::uint32_t verb) const;
  bool is_from_other_things(std::uint32_t verb) const;
  std::optional<FoundVote> taken_for_noun(std::uint32_t vote) const;
  std::optional<ReportedChoice> choice_against(std::uint32_t against, std::uint32_t end) const;
  bool is_for_what_texts_are_against(std::uint32_t favour, std::uint32_t end) const;
  bool is_veto_unused(std::uint32_t noun) const;
  bool names_text_right_behind(std::uint32_t verb) const;
  bool is_noun_part(std::uint32_t token) const;
  bool ends_there(std::uint32_t token, std::uint32_t end) const;
  bool is_of_text(std::uint32_t preposition) const;
  bool for_a_time(std::uint32_t preposition) const;
  std::optional<FoundVote> joined_camp(std::uint32_t verb) const;
  std::optional<FoundVote> said_choice(std::uint32_t verb) const;
  bool names_text_before(std::uint32_t verb, std::uint32_t sentences) const;
  std::uint32_t passive_before(std::uint32_t verb) const;
  bool names_text_in(std::uint32_t verb) const;
  std::optional<FoundVote> with_voters(std::uint32_t verb,
                                       std::optional<ReportedChoice> choice) const;
  bool is_of_all(std::uint32_t number) const;
  std::vector<Actor> voters_in(const Clause& clause) const;
  std::uint32_t voter_in(const Clause& clause) const;
  std::vector<Actor> excepted_in(std::uint32_t verb) const;
  bool is_nobody(std::uint32_t noun) const;
  bool says_nobody(const Clause& clause) const;
  bool says_neither(std::uint32_t verb) const;
  bool is_denied_by_no(std::uint32_t verb) const;
  bool is_of_anybody(const Clause& clause) const;
  bool is_of_crowd(const Clause& clause) const;
  bool is_in_other_things(const Clause& clause) const;
  bool is_guest(std::uint32_t verb) const;
  std::optional<FoundVote> absence(std::uint32_t verb) const;
  bool names_a_vote_close_by(std::uint32_t sentence) const;
  bool is_as_others(std::uint32_t verb) const;
  bool is_chosen(std::uint32_t verb) const;
  bool is_told_of_past(std::uint32_t verb) const;
  std::optional<FoundVote> in_other_words(std::uint32_t t);
  std::optional<FoundVote> taken_for_passive(const FoundVoteCue& cue) const;
  std::optional<FoundVote> as_others(const FoundVoteCue& cue) const;
  bool is_somebody(std::uint32_t pronoun) const;
  bool is_in_a_vote(const FoundVoteCue& cue) const;
  bool is_of_another_thing(const FoundVoteCue& cue) const;
  std::optional<FoundVote> cast_for(const FoundVoteCue& cue) const;
  bool gives_none(const FoundVoteCue& cue) const;
  bool raises_against(const FoundVoteCue& cue) const;
  bool may_be_text(std::uint32_t it) const;
  static bool tells_attitude(const FoundVoteCue& cue);
  static bool says_not(const FoundVoteCue& cue);
  bool is_denied_within(const FoundVoteCue& cue) const;
  bool is_denied_above(std::uint32_t noun) const;
  std::vector<Actor> voters_of(const FoundVoteCue& cue) const;
  std::vector<Actor> of_who_is_there(const FoundVoteCue& cue) const;
  bool is_no_noun(std::uint32_t head) const;
  bool is_choice_of_no(std::uint32_t noun) const;
  bool says_no(const FoundVoteCue& cue) const;
  std::optional<FoundVote> stands(std::uint32_t t) const;
  bool is_away_from_other_things(std::uint32_t absent) const;
  std::optional<FoundVote> told(FoundVote found) const;
  bool is_denied_behind(std::uint32_t predicate) const;
  std::optional<FoundVote> was_against(std::uint32_t preposition) const;
  std::optional<FoundVote> against_were(std::uint32_t preposition) const;
  bool shows_colours(std::uint32_t colour) const;
  static std::optional<ReportedChoice> by_colour(std::string_view word);
  std::optional<ReportedChoice> colour_of(std::uint32_t noun) const;
  std::optional<FoundVote> lamp(std::uint32_t noun) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk& talk_;
  const Voters& voters_;
  const VoteStatuses statuses_;
  std::optional<std::uint32_t> told_in_;  // sentence
  std::uint32_t cue_end_ = 0;             // of the last cue, within which no other is looked for
};

}  // namespace volteface
