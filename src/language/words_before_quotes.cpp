#include "language/words_before_quotes.h"

#include <algorithm>
#include <iterator>

#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {

std::uint32_t WordsBeforeQuotes::colon(std::uint32_t first, std::uint32_t from) const {
  std::uint32_t i = first;
  while (i > from && document_.tokens[i - 1].upos == "PUNCT" &&
         document_.form(document_.tokens[i - 1]) != ":")
    --i;
  if (i <= from + 1 || document_.form(document_.tokens[i - 1]) != ":") return nowhere;
  if (const std::uint32_t told = told_before_colon(from, i - 1); told != nowhere) return told;
  if (const std::uint32_t told = clause_before_colon(from, i - 1); told != nowhere) return told;
  // "Ana Ruiz, in an interview with the Post: “…”"
  const bool behind_preposition = trees_.child(i - 2, "case") != nowhere;
  const std::uint32_t alone = name_alone(from, i - 1);
  if (behind_preposition && alone != nowhere) return alone;
  if (behind_preposition) return name_before_verb(from, i - 1);
  if (document_.tokens[i - 2].upos == "PROPN") return i - 2;
  return name_alone(from, i - 1);
}

std::uint32_t WordsBeforeQuotes::name_alone(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t name = nowhere;
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string_view upos = document_.tokens[t].upos;
    if (upos == "VERB" || upos == "AUX") return nowhere;
    if (upos == "PROPN" && name == nowhere && !in_dateline_[t]) name = t;
  }
  return name;
}

std::uint32_t WordsBeforeQuotes::name_before_verb(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    if (document_.tokens[t].upos == "VERB") return nowhere;
    const bool name = document_.tokens[t].upos == "PROPN" && !in_dateline_[t];
    const bool inner = t > from && document_.tokens[t - 1].upos == "ADP";
    if (name && !inner && trees_.child(t, "case") == nowhere) return t;
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::told_before_colon(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t longest = 12;
  for (std::uint32_t t = to; t-- > from + 1 && to - t <= longest;) {
    const Token& token = document_.tokens[t];
    if (token.upos == "AUX" || token.upos == "SCONJ" || quoted_[t] != nowhere) return nowhere;
    if (token.upos != "VERB") continue;
    const bool put_behind = is_cue(t) && is_finite(t) && document_.tokens[t - 1].lemma == ",";
    return put_behind && own_subject(t) == nowhere ? noun_behind(t) : nowhere;
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::clause_before_colon(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const Token& token = document_.tokens[t];
    if (quoted_[t] != nowhere) return nowhere;
    if (in_dateline_[t] || !has_label(token, "nsubj")) continue;
    if (is_somebody(t) || is_speech_noun(token.lemma) || is_text_noun(token.lemma)) return t;
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::subject_before(std::uint32_t first) {
  const std::uint32_t s = trees_.sentence(first);
  if (s == 0 || document_.sentences[s].begins_paragraph) return nowhere;
  const Sentence& told = document_.sentences[s - 1];
  for (std::uint32_t t = told.last; t-- > told.first;) {
    if (!is_cue(t) || !is_finite(t) || is_below_noun(t)) continue;
    std::uint32_t subject = own_subject(t);
    if (subject == nowhere || !is_somebody(subject)) subject = noun_behind(t);  // "says she"
    if (subject != nowhere && quoted_[subject] == nowhere && is_somebody(subject))
      return owned_by(subject);
  }
  return subject_of_beat(first);
}

bool WordsBeforeQuotes::is_below_noun(std::uint32_t verb) const {
  // "asked what she thinks of him" is about no noun.
  return has_label(document_.tokens[verb], "acl") && trees_.head(verb) != nowhere &&
         document_.tokens[trees_.head(verb)].xpos != "WP";
}

std::uint32_t WordsBeforeQuotes::subject_of_beat(std::uint32_t first) const {
  const std::uint32_t s = trees_.sentence(first);
  if (s == 0 || document_.sentences[s].begins_paragraph) return nowhere;
  const Sentence& beat = document_.sentences[s - 1];
  // "Ana Ruiz, the envoy of Chad, rose next.": who opens a paragraph.
  const std::uint32_t longest = beat.begins_paragraph ? 14 : 8;
  if (beat.last - beat.first > longest || quoted_[beat.first] != nowhere) return nowhere;
  for (std::uint32_t t = beat.first; t < beat.last; ++t) {
    const Token& token = document_.tokens[t];
    const bool person = token.upos == "PROPN" || token.lemma == "he" || token.lemma == "she";
    if (person && has_label(token, "nsubj")) return t;
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::inserted_before(std::uint32_t q) {
  const std::uint32_t first = spans_[q].first;
  const std::uint32_t begin = document_.sentences[trees_.sentence(first)].first;
  for (std::uint32_t t = first; t-- > begin + 2;) {
    if (quoted_[t] != nowhere) return nowhere;
    if (const std::uint32_t sayer = says_between(t, first); sayer != nowhere)
      return said_by(q, t, sayer);
    if (document_.tokens[t].lemma != ",") continue;
    const std::uint32_t verb = verb_put_in(t, begin);
    if (verb == nowhere) continue;
    if (const std::uint32_t subject = subject_put_in(verb, begin); subject != nowhere)
      return said_by(q, verb, subject);
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::verb_put_in(std::uint32_t comma, std::uint32_t begin) const {
  constexpr std::uint32_t longest = 7;  // "told reporters by telephone"
  for (std::uint32_t t = comma; t-- > begin + 1 && comma - t <= longest;) {
    const std::string_view upos = document_.tokens[t].upos;
    if (upos == "VERB") return is_cue(t) && is_finite(t) ? t : nowhere;
    if (quoted_[t] != nowhere || upos == "PUNCT" || upos == "SCONJ" || upos == "AUX")
      return nowhere;
  }
  return nowhere;
}

std::uint32_t WordsBeforeQuotes::subject_put_in(std::uint32_t verb, std::uint32_t begin) const {
  std::uint32_t subject = verb - 1;
  while (subject > begin &&
         (document_.tokens[subject].upos == "AUX" || document_.tokens[subject].upos == "ADV"))
    --subject;
  const bool relative = document_.tokens[subject].xpos.starts_with("W");  // "who spoke for Chad,"
  if (subject <= begin || relative || !may_say(subject, verb)) return nowhere;
  std::uint32_t front = subject;  // "Foreign Minister Ana Ruiz"
  while (document_.tokens[subject].upos == "PROPN" && front > begin &&
         document_.tokens[front - 1].upos == "PROPN")
    --front;
  const std::string_view upos = document_.tokens[subject].upos;
  const bool somebody = upos == "PRON" || (upos == "PROPN" && front < subject);
  const bool put_in = front > begin && document_.tokens[front - 1].lemma == ",";
  return somebody && put_in ? subject : nowhere;
}

std::uint32_t WordsBeforeQuotes::says_between(std::uint32_t verb, std::uint32_t before) const {
  if (!is_cue(verb) || !is_finite(verb) || verb + 2 >= before) return nowhere;
  if (!tells_a_clause(document_.tokens[verb].lemma)) return nowhere;
  const Token& next = document_.tokens[verb + 1];
  const bool behind_comma = document_.tokens[verb - 1].lemma == ",";
  const bool opens_clause = next.upos == "SCONJ" || next.lemma == "that";
  if (behind_comma && next.upos != "AUX" && !opens_clause && next.upos != "PRON") {
    const std::uint32_t noun = noun_behind(verb);
    // "Ana Ruiz, for her part, said both nations were": no subject of its own.
    std::uint32_t behind = noun == nowhere ? before : noun + 1;
    while (behind < before && document_.tokens[behind].upos == "PROPN") ++behind;
    const std::string_view next_word = document_.tokens[behind].upos;
    const bool own = next_word == "AUX" || next_word == "VERB";
    // "Ana Ruiz, the envoy, says Chad “has kept its word”": what is quoted goes on with the clause.
    const bool goes_on = behind + 1 >= before;
    return !goes_on && !own && !is_mute_noun(noun) ? noun : nowhere;
  }
  const std::uint32_t subject = own_subject(verb);
  const bool pushed_down = has_label(document_.tokens[verb], "acl") && next.upos == "AUX" &&
                           subject != nowhere && subject > 0;
  return pushed_down ? meant_by_relative(subject, verb) : nowhere;
}

}  // namespace volteface::language
