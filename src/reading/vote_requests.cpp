// Votes that a noun tells as asked for, advised or promised: "asked Chad for a no", "sought Mali's
// vote", "a plea for a yes", "promised its support for the text".
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/vote_status.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

constexpr std::uint32_t reach = 14;  // words

bool is_in(std::string_view list, std::string_view word) {
  return reading_tables().in_list(list, word);
}

}  // namespace

std::optional<FoundVote> VoteStatuses::asked_for(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t);
  const bool verb = tree_.token(t).upos == "VERB";
  const bool promises = verb && is_in("promises_vote", word);
  const bool by_doer = promises || (verb && is_in("advises_vote", word));
  const WantedVote wanted = wanted_behind_word(t);
  if (wanted.noun == nowhere) return std::nullopt;
  if (verb && modality_of(tree_, t) == Modality::negated) return std::nullopt;
  FoundVote out{t, wanted.choice, promises ? VoteStatus::announced : VoteStatus::urged, {}};
  out.voters = owners_of(wanted.noun, t);
  const std::vector<Actor> doers = promises ? std::vector<Actor>() : doers_of(t);
  std::erase_if(out.voters, [&](const Actor& voter) {  // "Chad sought its vote": another's
    return std::ranges::any_of(doers, [&](const Actor& doer) { return same_side(voter, doer); });
  });
  if (out.voters.empty() && wanted.needs_owner && !promises) return std::nullopt;
  if (out.voters.empty()) out.voters = by_doer ? doers_of(t) : asked_beside(t, wanted.noun);
  return out.voters.empty() ? std::nullopt : std::optional(out);
}

VoteStatuses::WantedVote VoteStatuses::wanted_behind_word(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t);
  const std::string_view kind = tree_.token(t).upos;
  if (kind == "NOUN") return is_in("plea_for_vote", word) ? wanted_behind(t, true) : WantedVote{};
  if (kind != "VERB") return {};
  if (is_in("advises_vote", word) || is_in("promises_vote", word)) return wanted_behind(t, false);
  const bool asks = is_in("seeks_vote", word) || is_in("presses_to", word);
  return asks ? wanted_behind(t, !is_in("wants_vote", word)) : WantedVote{};
}

// "(asked Chad) for a no", "(sought) Mali's yes", "(recommended) an abstention".
VoteStatuses::WantedVote VoteStatuses::wanted_behind(std::uint32_t t, bool needs_for) const {
  const std::uint32_t end = std::min(view_.document().sentences[tree_.sentence(t)].last, t + reach);
  bool said_for = false;
  for (std::uint32_t k = t + 1; k < end; ++k) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(k)));
    const std::string_view kind = tree_.token(k).upos;
    if (kind == "VERB" || kind == "AUX" || word == ";" || word == ":") break;
    said_for |= word == "for";
    const bool article = k > t + 1 && tree_.token(k - 1).upos == "DET";
    const WantedVote wanted = wanted_at(k);
    if (wanted.noun == nowhere) continue;
    const bool owned = is_owned(k);
    if (wanted.needs_owner && !owned) continue;
    // "asked for a no", "wanted Chad's no", but not "called its veto a mistake".
    if (said_for || (!needs_for && (article || owned))) return wanted;
  }
  return {};
}

VoteStatuses::WantedVote VoteStatuses::wanted_at(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 4> nouns = {"vote", "ballot", "support", "backing"};
  const std::uint32_t end = view_.document().sentences[tree_.sentence(noun)].last;
  const std::string word = lower_case(view_.document().text_of(tree_.token(noun)));
  const std::string next =
      noun + 1 < end ? lower_case(view_.document().text_of(tree_.token(noun + 1))) : "";
  const bool before_noun =
      noun + 1 < end && next != "vote" &&
      (tree_.token(noun + 1).upos == "NOUN" || tree_.token(noun + 1).upos == "ADJ");
  if ((word == "yes" || word == "aye") && !before_noun) return {noun, ReportedChoice::yes, false};
  if ((word == "no" || word == "nay") && !before_noun) return {noun, ReportedChoice::no, false};
  if (word == "one") return wanted_before(noun, end);
  if (word == "veto") return {noun, ReportedChoice::no, false};
  if (word == "abstention") return {noun, ReportedChoice::abstain, false};
  if (!is_one_of(word, nouns)) return {};
  if (next == "against") return {noun, ReportedChoice::no, false};
  const std::string_view before = noun > 0 ? tree_.lemma(noun - 1) : std::string_view();
  if (before == "no" || before == "negative") return {noun, ReportedChoice::no, false};
  if (before == "yes" || before == "positive" || before == "affirmative")
    return {noun, ReportedChoice::yes, false};
  // "its support" may be for anything; "support for the text" is a vote.
  const bool of_text = (next == "for" || next == "in") && names_text_behind(noun, end);
  const bool vote = word == "vote" || word == "ballot" || next == "." || next == ",";
  return vote || of_text ? WantedVote{noun, ReportedChoice::yes, true} : WantedVote{};
}

// "pressed for a no, and Chad was asked for one, too"
VoteStatuses::WantedVote VoteStatuses::wanted_before(std::uint32_t one, std::uint32_t end) const {
  constexpr std::uint32_t furthest = 25;  // words
  const bool bare = one + 1 >= end || tree_.token(one + 1).upos == "PUNCT" ||
                    tree_.token(one + 1).upos == "ADV" || tree_.token(one + 1).upos == "CCONJ";
  const std::uint32_t first = view_.document().sentences[tree_.sentence(one)].first;
  if (!bare || one == first || tree_.lemma(one - 1) != "for") return {};
  for (std::uint32_t t = one; t-- > first && one - t < furthest;) {
    if (tree_.lemma(t) == "one") continue;
    const WantedVote wanted = wanted_at(t);
    if (wanted.noun != nowhere && !wanted.needs_owner) return {one, wanted.choice, false};
  }
  return {};
}

bool VoteStatuses::names_text_behind(std::uint32_t noun, std::uint32_t end) const {
  constexpr std::uint32_t furthest = 6;  // words
  for (std::uint32_t k = noun + 1; k < std::min(end, noun + furthest); ++k) {
    if (is_in("surely_resolution", tree_.lemma(k)) || tree_.lemma(k).starts_with("favo"))
      return true;
  }
  return false;
}

// "Chad's yes", "his vote", "the vote of Chad", "a Chadian no"
bool VoteStatuses::is_owned(std::uint32_t noun) const {
  if (!voters_.possessor(noun).empty() || !voters_.adjective_before(noun).empty()) return true;
  return std::ranges::any_of(tree_.children(noun), [&](std::uint32_t c) {
    const bool before = c < noun && (tree_.is(c, "nmod") || tree_.is(c, "amod"));
    const bool of = c > noun && tree_.preposition(c) == "of";
    return (before || of) && !voters_.states_of(c).empty();
  });
}

std::vector<Actor> VoteStatuses::owners_of(std::uint32_t noun, std::uint32_t beyond) const {
  std::vector<Actor> out = voters_.possessor(noun);
  if (out.empty()) out = voters_.adjective_before(noun);
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool before = c < noun && (tree_.is(c, "nmod") || tree_.is(c, "amod"));
    const bool of = c > noun && tree_.preposition(c) == "of";
    if (out.empty() && c > beyond && (before || of)) out = voters_.states_of(c);
  }
  return out;
}

std::vector<Actor> VoteStatuses::doers_of(std::uint32_t verb) const {
  return voters_.states_of(clause_of_verb(tree_, verb).subject);
}

// "asked several capitals for a no, among them Lima", "urged members, including Chad, to abstain"
std::vector<Actor> VoteStatuses::some_of_asked(std::uint32_t asker, std::uint32_t vote) const {
  constexpr std::uint32_t furthest = 10;  // words behind what is asked
  bool several = false;
  for (std::uint32_t t = asker + 1; t < vote; ++t) several |= voters_.is_crowd(t);
  const std::uint32_t end = view_.document().sentences[tree_.sentence(asker)].last;
  for (std::uint32_t t = asker + 1; several && t + 1 < std::min(end, vote + furthest); ++t) {
    const bool them = tree_.lemma(t) == "among" && tree_.lemma(t + 1) == "they";
    if (them || is_in("includes", tree_.lemma(t)))
      return voters_.right_behind(them ? t + 1 : t).states;
  }
  return {};
}

// Whom the words name that ask: "asked Chad and Mali for a no", "both of which it had asked for a
// no", "was asked for its vote".
std::vector<Actor> VoteStatuses::asked_beside(std::uint32_t t, std::uint32_t noun) const {
  if (tree_.token(t).upos == "VERB" && tree_.lemma(t + 1) == "by")  // "Chad was begged by Mali for"
    return voters_.right_before(t).states;
  const StateRow row = voters_.row_from(t + 1, noun);
  if (!row.states.empty()) return row.states;
  if (std::vector<Actor> some = some_of_asked(t, noun); !some.empty()) return some;
  if (tree_.token(t).upos == "NOUN") return {};
  constexpr std::array<std::string_view, 3> relatives = {"which", "whom", "whose"};
  constexpr std::uint32_t furthest = 8;  // words
  const std::uint32_t first = view_.document().sentences[tree_.sentence(t)].first;
  for (std::uint32_t k = t; k > first + 1 && t - k < furthest;) {
    --k;
    if (tree_.lemma(k) == ",") break;
    if (!is_one_of(tree_.lemma(k), relatives)) continue;
    while (k > first && tree_.lemma(k) != ",") --k;
    return voters_.right_before(k).states;
  }
  return voters_.states_of(clause_of_verb(tree_, t).object);
}

}  // namespace volteface
