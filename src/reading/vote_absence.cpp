// Votes that were not cast: "took no part", "chose not to vote", "pressed no button".
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/vote_words.h"

namespace volteface {
namespace {

bool is_pressing(std::string_view verb) {
  constexpr std::array<std::string_view, 5> words = {"press", "push", "hit", "touch", "use"};
  return is_one_of(verb, words);
}

}  // namespace

// "took no part", "did not vote", "was absent", "stayed away", "missed the vote"
std::optional<FoundVote> VoteWords::absence(std::uint32_t verb) const {
  const Clause clause = clause_of_verb(tree_, verb);
  const std::string_view word = tree_.lemma(verb);
  const bool negated = clause.modality == Modality::negated;
  const std::string_view object =
      clause.object == nowhere ? std::string_view() : tree_.lemma(clause.object);
  bool away = false;
  if ((word == "take" || word == "play") && object == "part" && negated) away = true;
  if (word == "participate" && negated) away = true;
  if (is_pressing(word) && object == "button" && negated) away = true;  // none of the three
  if (word == "vote" && negated && !is_as_others(verb) &&
      (is_told_of_past(verb) || is_chosen(verb)))
    away = true;
  const bool cannot = tree_.has_child(verb, "aux", "can") && tree_.has_child(verb, "advmod", "not");
  if (word == "vote" && cannot) away = true;  // "cannot vote; it has not paid"
  const bool itself = clause.subject != nowhere && !tree_.has_child(clause.subject, "det", "no");
  const bool back = tree_.has_child(verb, "advmod", "back");  // "never came back"
  if ((word == "come" || word == "attend" || word == "appear") && negated && itself && !back &&
      !is_guest(verb) && names_a_vote_close_by(tree_.sentence(verb)))
    away = true;
  if (word == "stay" && !negated && tree_.has_child(verb, "advmod", "away")) away = true;
  if ((word == "turn" || word == "show") && negated && tree_.has_child(verb, "compound:prt", "up"))
    away = true;
  if ((word == "miss" || word == "skip") && !negated && object == "vote") away = true;
  // "cast no vote", but not "cast a no vote"
  const bool none = verb + 1 < view_.document().tokens.size() && tree_.lemma(verb + 1) == "no";
  const bool of_a_kind =
      clause.object != nowhere && clause.object > 0 && tree_.lemma(clause.object - 1) == "no";
  const bool did_not = tree_.child(verb, {"aux"}) != nowhere && !of_a_kind;
  if (word == "cast" && (none || did_not) && (object == "vote" || object == "ballot") && negated)
    away = true;
  if ((word == "take" || word == "play" || word == "participate") && is_in_other_things(clause))
    away = false;
  if (!away || !about_a_vote(tree_.sentence(verb))) return std::nullopt;
  if (const std::uint32_t asker = statuses_.asked_by(verb); asker != nowhere) {
    std::vector<Actor> asked = statuses_.asked_at(asker, verb);
    if (asked.empty()) return std::nullopt;
    return FoundVote{verb, ReportedChoice::absent, VoteStatus::urged, std::move(asked)};
  }
  const bool unable = word == "vote" && tree_.has_child(verb, "aux", "can");
  if (clause.modality == Modality::possible && !unable) return std::nullopt;
  std::vector<Actor> voters = voters_.of_verb(clause.subject, verb);
  if (voters.empty()) voters = voters_.counted_in_before(verb);
  if (voters.empty()) return std::nullopt;
  const bool planned = clause.modality == Modality::planned || statuses_.is_to_come(verb);
  return FoundVote{verb, ReportedChoice::absent, planned ? VoteStatus::announced : VoteStatus::cast,
                   voters};
}

// "took no part in the drills"
bool VoteWords::is_in_other_things(const Clause& clause) const {
  constexpr std::array<std::string_view, 10> votes = {"vote",    "voting",   "ballot", "count",
                                                      "session", "decision", "it",     "meeting",
                                                      "sitting", "poll"};
  return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    const std::string_view noun = tree_.lemma(o.noun);
    return o.preposition == "in" && o.noun > clause.head && !is_one_of(noun, votes) &&
           !view_.calendar.is_date(o.noun) && !reading_tables().in_list("resolution", noun) &&
           !reading_tables().in_list("voting_body", lower_case(noun));
  });
}

// "invited a minister who did not come": not to the vote.
bool VoteWords::is_guest(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> verbs = {"invite", "expect", "await", "summon", "ask"};
  const std::uint32_t guest = tree_.head(verb);
  if (!tree_.is(verb, "acl") || guest == nowhere || !tree_.is(guest, "obj")) return false;
  const std::uint32_t above = tree_.head(guest);
  return above != nowhere && is_one_of(tree_.lemma(above), verbs);
}

// "was invited to Lima, but did not come": no vote that it stayed away from.
bool VoteWords::names_a_vote_close_by(std::uint32_t sentence) const {
  const bool told = told_in_ && *told_in_ + 1 >= sentence;
  return told || talk_.names_a_vote(sentence) || (sentence > 0 && talk_.names_a_vote(sentence - 1));
}

// "had not voted with Mali", "did not vote like it": it voted otherwise.
bool VoteWords::is_as_others(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 3> words = {"with", "like", "alongside"};
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  if (verb + 1 < end && is_one_of(tree_.lemma(verb + 1), words)) return true;
  if (verb + 2 >= end) return false;
  // "as Mali did", but not "as it is in arrears"; "the same way"
  const std::string_view next = tree_.lemma(verb + 1), then = tree_.lemma(verb + 2);
  return (next == "as" && tree_.token(verb + 2).upos == "PROPN") ||
         (next == "the" && (then == "same" || then == "way"));
}

// "did not vote", but not "does not vote on such texts"
bool VoteWords::is_told_of_past(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "aux") && tree_.token(c).xpos == "VBD";
  });
}

// "chose not to vote"
bool VoteWords::is_chosen(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 7> words = {"choose", "prefer", "decide", "opt",
                                                     "elect",  "fail",   "decline"};
  const std::uint32_t above = tree_.head(verb);
  return tree_.has_child(verb, "mark", "to") && above != nowhere &&
         is_one_of(tree_.lemma(above), words) && tree_.token(above).xpos.starts_with("VB") &&
         tree_.token(above).xpos != "VB";
}

}  // namespace volteface
