#include "reading/reason_holders.h"

#include <algorithm>

#include "language/view_holders.h"
#include "reading/reason_acts.h"
#include "reading/tables.h"

namespace volteface {

ReasonHolders::ReasonHolders(const ReportView& view)
    : view_(view),
      tree_(view.tree),
      voices_(view),
      trees_(view.document()),
      interviewee_(view.interviewee() == nowhere
                       ? Speaker()
                       : view.speaker_of(view.document().mentions[view.interviewee()])) {}

bool ReasonHolders::is_person(std::uint32_t token) const {
  const std::uint32_t e = view_.actors.entity_of(token);
  return e != nowhere && view_.document().entities[e].type == NameType::person;
}

// The colon that a reason stands behind; nowhere if there is none.
std::uint32_t ReasonHolders::colon_of(const CuePlace& place) const {
  if (tree_.lemma(place.last) == ":") return place.last;
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(place.first)].first;
  if (view_.quote_of(place.first) != nowhere) return nowhere;
  for (std::uint32_t t = place.first; t-- > begin;) {
    if (tree_.lemma(t) == ":") return t;
    if (tree_.lemma(t) == ";") break;
  }
  return nowhere;
}

std::optional<Speaker> ReasonHolders::before_colon(const CuePlace& place) const {
  const std::uint32_t colon = colon_of(place);
  if (colon == nowhere) return std::nullopt;
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  const auto offers = [&](std::uint32_t t) {
    const bool verb_of = tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX";
    return verb_of && reading_tables().in_list("offers_reason", tree_.lemma(t));
  };
  std::uint32_t verb = colon;  // "who did not wish to be named, has another motive:"
  while (verb > sentence.first && !offers(verb)) --verb;
  if (colon != place.last && (!offers(verb) || !names_view(verb, colon)))
    return labelled(sentence.first, colon);
  if (!offers(verb)) return std::nullopt;
  while (verb > sentence.first + 1 && tree_.token(verb - 1).upos == "AUX") --verb;  // "have heard"
  std::uint32_t first = sentence.first;
  for (std::uint32_t t = sentence.first; t < verb; ++t) {
    if (tree_.token(t).upos == "PUNCT" && tree_.lemma(t) != "-") first = t + 1;
  }
  for (std::uint32_t t = sentence.first; t < verb; ++t) {
    if (is_act(tree_, t) && tree_.is(t, "nsubj")) return std::nullopt;  // "the vote had a motive:"
  }
  // "Ana Ruiz, the minister, gives": the name in front.
  std::optional<Speaker> speaker = voices_.named_in(sentence.first, verb);
  if (first > sentence.first && (!speaker || speaker->role.empty()))
    speaker = voices_.named_in(sentence.first, first - 1);
  if (!speaker) speaker = voices_.named_in(first, verb);  // "As for Chad, bankers have a theory:"
  if (!speaker) return std::nullopt;
  const std::uint32_t e = view_.actors.entity_of(sentence.first);
  const bool of_state = e != nowhere && verb == sentence.first + 1 &&
                        view_.document().entities[e].type == NameType::state;
  return of_state ? std::nullopt : speaker;
}

// "have found a plainer reason", but not "has gone another way"
bool ReasonHolders::names_view(std::uint32_t verb, std::uint32_t colon) const {
  if (tree_.token(verb).upos == "AUX") return false;
  if ((tree_.lemma(verb) == "put" || tree_.lemma(verb) == "see") && tree_.lemma(verb + 1) == "it")
    return true;
  for (std::uint32_t t = verb + 1; t < colon; ++t) {
    if (reading_tables().in_list("offered_view", lower_case(tree_.lemma(t)))) return true;
  }
  return false;
}

// "Ana Ruiz, for Chad, on its abstention: it needs": a person named before the colon, without a
// verb.
std::optional<Speaker> ReasonHolders::labelled(std::uint32_t first, std::uint32_t colon) const {
  constexpr std::uint32_t longest = 16;
  if (colon > first + longest) return std::nullopt;
  std::optional<Speaker> out;
  for (std::uint32_t t = first; t < colon; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || view_.quote_of(t) != nowhere) return std::nullopt;
    if (!out && kind == "PROPN" && is_person(t)) out = view_.speaker_of_noun(t);
  }
  return out;
}

Speaker ReasonHolders::holder_of(const CuePlace& place) const {
  if (Speaker certain = certain_above(place.first); !certain.name.empty()) return certain;
  if (Speaker said = says_before(place); !said.name.empty()) return said;
  const std::uint32_t sentence = tree_.sentence(place.first);
  if (view_.interview().is_answer(sentence) && speaks_before(place.first)) return interviewee_;
  return of_paragraph(place.first);
}

// "Ana Ruiz was certain that Chad had done so to please Mali"
Speaker ReasonHolders::certain_above(std::uint32_t token) const {
  for (std::uint32_t at = token; at != nowhere; at = tree_.head(at)) {
    const std::uint32_t above = tree_.head(at);
    if (above == nowhere || above > at || !tree_.is(at, "ccomp")) continue;
    if (!reading_tables().in_list("certain", lower_case(tree_.lemma(above)))) continue;
    const std::uint32_t subject = tree_.child(above, {"nsubj"});
    if (subject != nowhere && subject < above) return described(subject);
  }
  return {};
}

// "She fears that the talks would fail, and that is why", "he says that he is sad, but that his
// country abstained because": whose view stands in front.
Speaker ReasonHolders::says_before(const CuePlace& place) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  bool behind = place.cue->reason == ReasonCue::Reason::before;
  if (view_.quote_of(place.first) != nowhere) return {};
  for (std::uint32_t t = place.first; t-- > sentence.first;) {
    if (view_.quote_of(t) != nowhere) continue;
    const bool joins = tree_.token(t).upos == "CCONJ" && tree_.lemma(t + 1) == "that";
    behind |= joins;
    const bool views = behind && tree_.token(t).upos == "VERB" &&
                       reading_tables().in_list("voice", tree_.lemma(t)) &&
                       tree_.child(t, {"ccomp"}) != nowhere;
    const std::uint32_t subject = views ? tree_.child(t, {"nsubj"}) : nowhere;
    if (subject != nowhere && subject < t && is_person(subject))
      return view_.speaker_of_noun(subject);
  }
  return {};
}

// Whether who is interviewed says something in the paragraph up to a token.
bool ReasonHolders::speaks_before(std::uint32_t token) const {
  const Document& d = view_.document();
  constexpr std::uint32_t farthest = 12;  // sentences
  const std::uint32_t here = tree_.sentence(token);
  std::uint32_t s = here;
  while (s > 0 && !d.sentences[s].begins_paragraph && here - s < farthest) --s;
  const std::uint32_t begin = d.sentences[s].begin;
  auto quote = std::ranges::lower_bound(d.quotes, begin, {}, &Quote::end);
  for (; quote != d.quotes.end() && quote->begin < tree_.token(token).begin; ++quote) {
    if (quote->speaker == nowhere) continue;
    if (view_.speaker_of(d.mentions[quote->speaker]).name == interviewee_.name) return true;
  }
  for (; s <= here; ++s) {
    for (const Voice& voice : voices_.voices_of(d.sentences[s])) {
      if (voice.speaker.name == interviewee_.name) return true;
    }
  }
  return false;
}

// Whose view the sentences before it in the paragraph give.
Speaker ReasonHolders::of_paragraph(std::uint32_t token) const {
  if (view_.quote_of(token) != nowhere) return {};
  const std::uint32_t first = view_.document().sentences[tree_.sentence(token)].first;
  const std::uint32_t holder = language::holder_of_view(view_.document(), trees_, first);
  if (holder == nowhere) return {};
  const std::uint32_t e = view_.actors.entity_of(holder);  // "Chad has its own story"
  const bool somebody = e == nowhere || is_person(holder);
  return somebody ? described(holder) : Speaker();
}

Speaker ReasonHolders::meant_by(std::uint32_t pronoun) const {
  if (tree_.token(pronoun).upos != "PRON") return {};
  return of_paragraph(pronoun);
}

// By name, else in the words of its phrase: "envoys of several countries".
Speaker ReasonHolders::described(std::uint32_t noun) const {
  if (is_person(noun)) return view_.speaker_of_noun(noun);
  const std::vector<std::uint32_t> words = tree_.subtree(noun);
  std::uint32_t last = noun + 1;
  for (const std::uint32_t t : words) {
    if (t > noun && tree_.token(t).upos == "PUNCT") break;
    last = std::max(last, t + 1);
  }
  return voices_.named_in(words.front(), last).value_or(Speaker());
}

}  // namespace volteface
