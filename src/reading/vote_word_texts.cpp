// Whether what a verb tells of is a text that is voted on, and how "vote" is said to be cast.
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/vote_words.h"

namespace volteface {

// In so many sentences before, or before it in its own.
bool VoteWords::names_text_before(std::uint32_t verb, std::uint32_t sentences) const {
  const std::uint32_t s = tree_.sentence(verb);
  std::uint32_t t = view_.document().sentences[s - std::min(s, sentences)].first;
  for (; t < verb; ++t) {
    const bool noun = tree_.token(t).upos == "NOUN";
    if (noun && reading_tables().in_list("resolution", tree_.lemma(t))) return true;
    // "when the Assembly voted on the admission of Chad"
    const bool voted = tree_.lemma(t) == "vote" && t + 1 < verb && tree_.lemma(t + 1) == "on";
    if (voted) return true;
  }
  return false;
}

// Whether an "it" beside a word may be a text that was told of.
bool VoteWords::may_be_text(std::uint32_t word) const {
  return (told_in_ && *told_in_ + 4 > tree_.sentence(word)) || names_text_before(word, 1);
}

// "The text, which had been tabled by Chad, was rejected by Mali": behind what is put in a parser
// may lose the subject.
bool VoteWords::names_text_in(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 30;  // words
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (tree_.child(verb, {"obl:agent"}) == nowhere) return false;
  for (std::uint32_t t = verb; t > first && verb - t < furthest;) {
    --t;
    if (tree_.token(t).upos == "NOUN" && names_text(tree_.lemma(t))) return true;
    if (tree_.lemma(t) == ";") return false;
  }
  return false;
}

// "rejected that text": a parser may take the "that" for the beginning of a clause.
bool VoteWords::names_text_right_behind(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool of_another = verb + 3 < end && tree_.lemma(verb + 3) == "of";  // "of no confidence"
  return verb + 2 < end && !of_another && tree_.lemma(verb + 1) == "that" &&
         tree_.token(verb + 2).upos == "NOUN" && names_text(tree_.lemma(verb + 2)) &&
         about_a_vote(tree_.sentence(verb));
}

// "was backed by nine states, (opposed only by Chad)": of the same text, whatever the tree.
std::uint32_t VoteWords::passive_before(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 10;  // words
  const auto by_somebody = [&](std::uint32_t t) {
    return tree_.token(t).xpos == "VBN" && tree_.child(t, {"obl:agent"}) != nowhere;
  };
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (!by_somebody(verb) || tree_.child(verb, {"aux:pass"}) != nowhere) return nowhere;
  for (std::uint32_t t = verb; t > first && verb - t < furthest;) {
    --t;
    if (tree_.token(t).upos != "VERB") continue;
    const bool votes = is_aye(tree_.lemma(t)) || is_no(tree_.lemma(t));
    return votes && by_somebody(t) ? t : nowhere;
  }
  return nowhere;
}

bool VoteWords::on_resolution(std::uint32_t verb) const {
  const Clause clause = clause_of_verb(tree_, verb);
  const std::uint32_t object = clause.object;
  // "vetoed the sending of observers"
  const bool vetoed = tree_.lemma(verb) == "veto" && (object != nowhere || clause.passive);
  if (vetoed && talk_.has_spoken_of_votes(tree_.sentence(verb))) return true;
  // "a text that Chad did not support"
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  const bool of_text = object == nowhere && tree_.is(verb, "acl") && subject != nowhere &&
                       !tree_.token(subject).xpos.starts_with("W") &&
                       names_text(tree_.lemma(tree_.head(verb)));
  if (of_text && talk_.has_spoken_of_votes(tree_.sentence(verb))) return true;
  // "was backed by Chad and opposed by Mali"
  const std::uint32_t joined = tree_.is(verb, "conj") ? tree_.head(verb) : nowhere;
  const bool shared = object == nowhere && joined != nowhere && is_passive(tree_, joined) &&
                      (is_aye(tree_.lemma(joined)) || is_no(tree_.lemma(joined)));
  if (shared) return on_resolution(joined);
  if (const std::uint32_t before = passive_before(verb); before != nowhere)
    return on_resolution(before);
  if (!clause.passive && names_text_right_behind(verb)) return true;
  if (object == nowhere) return clause.passive && names_text_in(verb);
  const bool it = tree_.token(object).upos == "PRON" && tree_.lemma(object) == "it";
  const bool told = it && may_be_text(verb);
  // "The draft would have helped. Nine states rejected it."
  const bool of_text_before =
      it && names_text_before(verb, 2) && talk_.has_spoken_of_votes(tree_.sentence(verb));
  if (of_text_before) return true;
  // "asks everyone to vote no. Chad will oppose it", whoever of them spoke of the text
  const std::uint32_t above = tree_.head(verb);  // "is going to oppose it"
  const bool going = above != nowhere && tree_.lemma(above) == "go" &&
                     tree_.token(above).xpos == "VBG" && tree_.has_child(verb, "mark", "to");
  const bool to_come = it && (going || tree_.has_child(verb, "aux", "will")) &&
                       talk_.is_about_votes(tree_.sentence(verb));
  if (to_come) return true;
  const bool text = reading_tables().in_list("resolution", tree_.lemma(object)) ||
                    (it && (told || tree_.lemma(verb) == "veto"));
  // "rejected a call for peace in the Assembly": the sentence itself names the body.
  const bool named = reading_tables().in_list("surely_resolution", tree_.lemma(object)) &&
                     talk_.has_spoken_of_votes(tree_.sentence(verb));
  if (named) return true;
  // "Nine states abstained. Chad opposed the request.": what was put to the vote.
  const bool put = reading_tables().in_list("cause_put_to_vote", tree_.lemma(object)) &&
                   tree_.has_child(object, "det", "the") &&
                   tree_.child(object, {"nmod", "acl"}) == nowhere;
  if (put && (names_a_vote_close_by(tree_.sentence(verb)))) return true;
  const bool call = reading_tables().in_list("may_be_resolution", tree_.lemma(object)) &&
                    talk_.speaks_of_votes(tree_.sentence(verb));
  constexpr std::uint32_t reach = 8;  // sentences behind a vote that was told
  const bool told_before = told_in_ && *told_in_ + reach >= tree_.sentence(verb);
  return call || (text && (told_before || about_a_vote(tree_.sentence(verb))));
}

std::optional<ReportedChoice> VoteWords::choice_of_vote(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + 14); ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    if (word == "neither") return ReportedChoice::abstain;  // "neither for nor against"
    if (word == "against" && !is_of_text(t)) return choice_against(t, end);
    if (word == "nay" || word == "negative" || word == "negatively") return ReportedChoice::no;
    if (word == "aye" || word == "affirmative" || word == "affirmatively")
      return ReportedChoice::yes;
    const bool before_noun = t + 1 < end && is_noun_part(t + 1);  // not "no this time"
    if (word == "no" && (tree_.token(t).deprel != "det" || !before_noun)) return ReportedChoice::no;
    if (word == "yes") return ReportedChoice::yes;
    if (word == "favour" || word == "favor")
      return is_for_what_texts_are_against(t, end) ? ReportedChoice::no : ReportedChoice::yes;
    // 'voted "for"'
    if (word == "for" && t + 1 < end && tree_.token(t + 1).upos == "PUNCT")
      return ReportedChoice::yes;
    if (word == "for" && !for_a_time(t)) return ReportedChoice::yes;
    if (tree_.token(t).upos == "VERB" && tree_.has_child(t, "mark", "to") && tree_.head(t) == verb)
      return ReportedChoice::yes;
    if (tree_.token(t).upos == "VERB" && !tree_.is_below(t, verb)) break;
  }
  return std::nullopt;
}

// What may stand between a "no" and the noun that it denies.
bool VoteWords::is_noun_part(std::uint32_t token) const {
  const std::string_view kind = tree_.token(token).upos;
  return kind == "NOUN" || kind == "ADJ" || kind == "PROPN" || kind == "VERB" || kind == "NUM" ||
         tree_.lemma(token) == "longer" || tree_.lemma(token) == "more";
}

// "against", "against the text": no; "against the blockade", which the text is against, too: yes;
// "against him" tells nothing of the text.
std::optional<ReportedChoice> VoteWords::choice_against(std::uint32_t against,
                                                        std::uint32_t end) const {
  constexpr std::uint32_t longest = 5;  // words
  constexpr std::array<std::string_view, 6> persons = {"he", "him", "she", "her", "we", "us"};
  constexpr std::array<std::string_view, 4> of_goods = {"arm", "arms", "oil", "weapon"};
  const std::uint32_t next = against + 1;
  if (next < end && tree_.token(next).upos == "PRON" && is_one_of(tree_.lemma(next), persons) &&
      tree_.preposition(next) == "against" && ends_there(next + 1, end))
    return std::nullopt;
  for (std::uint32_t t = next; t < std::min(end, against + longest); ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "PUNCT" || kind == "ADP" || kind == "VERB") break;
    const bool last = t + 1 >= end || tree_.token(t + 1).upos != "NOUN";
    const bool goods = is_one_of(lower_case(tree_.lemma(t - 1)), of_goods);
    if (!last || goods || !reading_tables().in_list("what_texts_are_against", tree_.lemma(t)))
      continue;
    // "against the embargo on Mali" may be against the text that imposes it.
    return t + 1 < end && tree_.lemma(t + 1) == "on" ? std::nullopt
                                                     : std::optional(ReportedChoice::yes);
  }
  return ReportedChoice::no;
}

// "in favour of the embargo", which the text is against; not "of lifting it", "of a text on it".
bool VoteWords::is_for_what_texts_are_against(std::uint32_t favour, std::uint32_t end) const {
  constexpr std::uint32_t longest = 6;  // words
  if (favour + 2 >= end || tree_.lemma(favour + 1) != "of") return false;
  for (std::uint32_t t = favour + 2; t < std::min(end, favour + longest); ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "PUNCT" || kind == "ADP" || kind == "VERB") break;
    const bool last = t + 1 >= end || tree_.token(t + 1).upos != "NOUN";
    if (last && reading_tables().in_list("what_texts_are_against", tree_.lemma(t))) return true;
  }
  return false;
}

bool VoteWords::ends_there(std::uint32_t token, std::uint32_t end) const {
  return token >= end || tree_.token(token).upos == "PUNCT" || tree_.token(token).upos == "CCONJ";
}

// "voted on a resolution against the war": what the text is against.
bool VoteWords::is_of_text(std::uint32_t preposition) const {
  const std::uint32_t noun = preposition - 1;
  return reading_tables().in_list("resolution", tree_.lemma(noun)) &&
         tree_.preposition(noun) == "on";
}

bool VoteWords::for_a_time(std::uint32_t preposition) const {
  const std::uint32_t noun = tree_.head(preposition);
  if (noun != nowhere && tree_.token(noun).upos == "PRON") return false;  // "for it"
  if (noun != nowhere && !voters_.states_of(noun).empty()) return true;   // not a text
  return noun != nowhere && (tree_.lemma(noun) == "time" || tree_.lemma(noun) == "year" ||
                             tree_.lemma(noun) == "reason" || tree_.lemma(noun) == "hour");
}

}  // namespace volteface
