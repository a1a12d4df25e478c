#include "reading/reason_doubts.h"

#include <algorithm>
#include <array>

#include "reading/clause.h"
#include "reading/tables.h"

namespace volteface {

bool ReasonDoubts::is_none(const CuePlace& place) const {
  const std::string_view cue = place.cue->first();
  const bool alone = place.cue->words.size() == 1;
  if (is_asked_whether(place.first)) return true;
  if (cue == "since" && alone) return counts_time(place.first) || is_of_time(place.first);
  if (cue == "to" && place.first > 0 && tree_.lemma(place.first - 1) == "use" &&
      tree_.token(place.first - 1).xpos == "VBD")
    return true;  // "used to keep them company"
  if (cue == "to")
    return only_thanks(place.first) || casts_it(place.first) || is_aim_of_other(place.first);
  const std::string_view paid = tree_.lemma(place.last);
  if (cue == "in" && (paid == "return" || paid == "protest")) return !is_paid_back(place.last);
  if (cue == "point" || cue == "owe" || cue == "owed" || cue == "mention")
    return !is_said_of_act(place);
  if (cue == "with") return is_glance(place);
  if (cue == "for" && alone) return is_with_infinitive(place.first);
  if (cue == "given" && alone) return is_given_by_somebody(place.first);
  if (cue == "so" && tree_.lemma(place.last) == "that") return tells_outcome(place.last);
  if (cue == "want" && place.cue->words.size() == 2) return is_asked_of_another(place);
  // "the right of those driven from home", "said that the force had come"
  if (cue == "this" && place.cue->words.size() == 2)
    return tree_.token(place.last).upos != "VERB" || tree_.token(place.last).xpos == "VBN";
  if (cue == "because" || cue == "due" || cue == "owing") return is_fate_of_text(place);
  if (tree_.token(place.first).upos == "ADJ") return is_mood_of_others(place.first);
  return is_left_undone(place.first);
}

// "Was Chad under pressure?": asked, and not told.
bool ReasonDoubts::is_asked_whether(std::uint32_t token) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(token)];
  return tree_.lemma(sentence.last - 1) == "?" && tree_.token(sentence.first).upos == "AUX";
}

// "For us to leave is no choice": no clause of its own.
bool ReasonDoubts::is_with_infinitive(std::uint32_t mark) const {
  const std::uint32_t verb = tree_.head(mark);
  return verb != nowhere && verb > mark && tree_.token(verb).xpos == "VB" &&
         tree_.has_child(verb, "mark", "to");
}

// "had itself given up"
bool ReasonDoubts::is_given_by_somebody(std::uint32_t given) const {
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(given)].first;
  for (std::uint32_t t = given; t-- > begin;) {
    if (tree_.lemma(t) == "have" || tree_.lemma(t) == "be") return true;
    if (tree_.token(t).upos != "ADV" && tree_.token(t).upos != "PRON") return false;
  }
  return false;
}

// "wanted Chad to end the raids", "three things of Chad:", but not "wanted the raids to end".
bool ReasonDoubts::is_asked_of_another(const CuePlace& place) const {
  bool another = tree_.token(place.last).upos != "PART";
  for (std::uint32_t t = place.gap_first; t < place.gap_last; ++t)
    another |= !view_.actors.actors_of(t).empty();
  return another;
}

// "a week has passed since", "for the first time since", "three years since".
bool ReasonDoubts::counts_time(std::uint32_t since) const {
  constexpr std::array<std::string_view, 8> units = {"hour", "day",  "week",   "month",
                                                     "year", "time", "decade", "century"};
  constexpr std::uint32_t nearest = 6;
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(since)].first;
  bool unit = false, passes = false;
  for (std::uint32_t t = since; t-- > begin && since - t <= nearest;) {
    if (tree_.token(t).upos == "PUNCT") break;
    const std::string lemma = lower_case(tree_.lemma(t));
    const bool counted =
        t > begin && (tree_.token(t - 1).upos == "NUM" || tree_.token(t - 1).upos == "DET" ||
                      tree_.lemma(t - 1) == "first");
    unit |= is_one_of(lemma, units) && counted && (t + 1 == since || passes);
    passes |= lemma == "pass" || lemma == "elapse";
  }
  return unit;
}

// "so that the sponsors won": what came of it; but "so that they may win".
bool ReasonDoubts::tells_outcome(std::uint32_t that) const {
  constexpr std::uint32_t farthest = 10;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(that)].last;
  for (std::uint32_t t = that + 1; t < std::min(end, that + farthest); ++t) {
    const std::string_view tag = tree_.token(t).xpos;
    if (tag == "MD") return false;
    if (tag == "VBD") return true;
  }
  return false;
}

// "has since left", "since then".
bool ReasonDoubts::is_of_time(std::uint32_t since) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(since)];
  const std::uint32_t next = since + 1;
  const bool perfect = since > sentence.first && tree_.lemma(since - 1) == "have";
  return perfect ||
         (next < sentence.last && (tree_.lemma(next) == "then" || tree_.token(next).xpos == "VBN"));
}

// "stopped over to thank him": thanks that are given, and no reason, unless somebody votes by them.
bool ReasonDoubts::only_thanks(std::uint32_t to) const {
  if (to + 1 >= view_.document().tokens.size() || tree_.lemma(to + 1) != "thank") return false;
  const std::uint32_t above = tree_.head(to + 1);
  if (above == nowhere) return true;
  const std::string_view before = to > 0 ? tree_.lemma(to - 1) : std::string_view();
  const bool ballot = before == "no" || before == "yes" || before == "be";
  return !ballot && !reading_tables().in_list("takes_a_stand", tree_.lemma(above)) &&
         tree_.lemma(above) != "be";
}

// "flew to Lima to help": what a journey is for, and not why somebody votes.
bool ReasonDoubts::is_aim_of_other(std::uint32_t to) const {
  if (to + 1 >= view_.document().tokens.size() ||
      !reading_tables().in_list("weak_purpose", tree_.lemma(to + 1)))
    return false;
  const std::uint32_t above = tree_.head(to + 1);
  const std::string_view before = to > 0 ? tree_.lemma(to - 1) : std::string_view();
  if (before == "no" || before == "yes" || before == "be" || before == "so") return false;
  if (above == nowhere || tree_.is(to + 1, "acl")) return true;  // "a plan to help"
  const std::string_view verb = tree_.lemma(above);
  const bool stays = verb == "stay" || verb == "remain" || verb == "neutral" || verb == "silent" ||
                     verb == "do" || verb == "give" || verb == "change";
  return !stays && !reading_tables().in_list("takes_a_stand", verb);
}

// "expelled its envoy in return", but not "expects loans in return", "in return for".
bool ReasonDoubts::is_paid_back(std::uint32_t noun) const {
  const std::uint32_t next = noun + 1;
  if (next < view_.document().tokens.size() && tree_.lemma(next) == "for") return false;
  const std::uint32_t above = tree_.head(noun);
  return above != nowhere && (reading_tables().in_list("sure_step", tree_.lemma(above)) ||
                              tree_.lemma(above) == "close" || tree_.lemma(above) == "order");
}

// "analysts point to its loans", "the vote owes much to": but not "the map points to".
bool ReasonDoubts::is_said_of_act(const CuePlace& place) const {
  for (std::uint32_t t = place.first + 1; t < place.last; ++t) {  // "owes its yes to"
    if (reading_tables().in_list("own_act", lower_case(tree_.lemma(t)))) return true;
  }
  const bool passive = place.cue->first() == "owed";
  const std::uint32_t subject =
      passive ? tree_.child(place.first, {"nsubj:pass", "nsubj"}) : subject_of(tree_, place.first);
  if (subject == nowhere || subject > place.first) return false;
  const std::string word = lower_case(tree_.lemma(subject));
  if (place.cue->first().starts_with("owe")) return reading_tables().in_list("own_act", word);
  return reading_tables().in_list("unnamed", word) || word == "other" || word == "others";
}

// "it would be easy to put it down to", "to blame it on": nobody does.
bool ReasonDoubts::is_left_undone(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 13> words = {
      "easy",  "tempting",    "wrong",    "simple", "simplistic", "convenient", "naive",
      "naïve", "comfortable", "mistaken", "unfair", "facile",     "fashionable"};
  if (tree_.token(verb).xpos != "VB" ||
      !reading_tables().in_list("gives_reason", tree_.lemma(verb)))
    return false;
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && is_one_of(lower_case(tree_.lemma(above)), words);
}

// "the draft failed because", "the motion was defeated because": what becomes of a text is no
// state's behaviour.
bool ReasonDoubts::is_fate_of_text(const CuePlace& place) const {
  constexpr std::array<std::string_view, 12> fates = {"fail",   "pass",    "fall",  "die",
                                                      "adopt",  "defeat",  "carry", "sink",
                                                      "reject", "founder", "lapse", "approve"};
  std::uint32_t above = tree_.head(place.first);
  while (above != nowhere && (above > place.first || tree_.token(above).upos != "VERB"))
    above = tree_.head(above);
  if (above == nowhere || !is_one_of(tree_.lemma(above), fates)) return false;
  const Clause clause = clause_of_verb(tree_, above);
  const std::uint32_t subject = clause.passive ? clause.object : clause.subject;
  return subject != nowhere && subject < above &&
         reading_tables().in_list("surely_resolution", lower_case(tree_.lemma(subject)));
}

// "said with a view to 1971": what somebody alludes to.
bool ReasonDoubts::is_glance(const CuePlace& place) const {
  const std::uint32_t noun = tree_.head(place.first);
  if (noun == nowhere || noun > place.last) return false;
  const std::uint32_t above = tree_.head(noun);
  return above != nowhere && above < place.first &&
         (tree_.lemma(above) == "say" || tree_.lemma(above) == "add" ||
          tree_.lemma(above) == "remark");
}

// "used their veto to stop the draft": what a vote does, and not why it was cast.
bool ReasonDoubts::casts_it(std::uint32_t to) const {
  constexpr std::array<std::string_view, 4> stops = {"stop", "prevent", "avert", "defend"};
  constexpr std::array<std::string_view, 5> uses = {"use", "cast", "exercise", "wield", "employ"};
  constexpr std::array<std::string_view, 4> ballots = {"veto", "vote", "ballot", "power"};
  if (to + 1 >= view_.document().tokens.size() || !is_one_of(tree_.lemma(to + 1), stops))
    return false;
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(to)].first;
  if (to < begin + 2 || !is_one_of(lower_case(tree_.lemma(to - 1)), ballots)) return false;
  for (std::uint32_t t = to - 1; t-- > begin && to - t <= 4;) {
    if (is_one_of(tree_.lemma(t), uses)) return true;
  }
  return false;
}

// "the drivers were afraid of": of people who act for no state.
bool ReasonDoubts::is_mood_of_others(std::uint32_t adjective) const {
  const std::uint32_t subject = tree_.child(adjective, {"nsubj"});
  if (subject == nowhere || subject > adjective || tree_.token(subject).upos != "NOUN")
    return false;
  const std::string word = lower_case(tree_.lemma(subject));
  for (const std::string_view list : {"unnamed", "office", "state_itself", "state_body"}) {
    if (reading_tables().in_list(list, word)) return false;
  }
  return view_.actors.actors_of(subject).empty();
}

}  // namespace volteface
