#include "language/speech_nouns.h"

#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

bool is_of_speech(std::string_view lemma) { return is_speech_noun(lemma) || is_text_noun(lemma); }

bool is_noun(const Token& token) { return token.upos == "NOUN" || token.upos == "PROPN"; }

}  // namespace

std::uint32_t SpeechNouns::end_of_sentence(std::uint32_t token) const {
  return document_.sentences[trees_.sentence(token)].last;
}

// "the envoy of Chad, Ana Ruiz": her.
std::uint32_t SpeechNouns::named(std::uint32_t token) const {
  const std::uint32_t end = trees_.extent(token).second + 1;
  const bool role = role_noun(folded(document_.tokens[token].lemma)) != nullptr;
  if (!role || end + 1 >= end_of_sentence(token)) return token;
  const bool name = document_.tokens[end].lemma == "," && document_.tokens[end + 1].upos == "PROPN";
  return name ? end + 1 : token;
}

bool SpeechNouns::is_in_date(std::uint32_t token) const {
  const auto date = std::ranges::upper_bound(document_.dates, document_.tokens[token].begin, {},
                                             &DateExpression::end);
  return date != document_.dates.end() && date->begin <= document_.tokens[token].begin;
}

std::uint32_t SpeechNouns::owner(std::uint32_t noun) const {
  if (noun == nowhere || document_.tokens[noun].upos != "NOUN") return nowhere;
  if (!is_of_speech(folded(document_.tokens[noun].lemma))) return nowhere;
  std::uint32_t whose = nowhere;
  for (const std::uint32_t child : trees_.children(noun)) {
    const Token& token = document_.tokens[child];
    if (quoted_[child] != nowhere) continue;
    const bool people = token.upos == "ADJ";  // "in the American's phrase"
    if (token.deprel == "nmod:poss" && (is_noun(token) || token.upos == "PRON" || people))
      whose = whose == nowhere ? child : whose;
    const std::uint32_t marker = trees_.child(child, "case");
    if (child < noun || marker == nowhere || !is_noun(token)) continue;
    const std::string_view by = document_.tokens[marker].lemma;
    const bool owns = by == "of" || by == "from" || by == "by";
    if (by == "by" && token.upos == "PROPN") return child;  // "Kyiv's answer, by Ana Ruiz"
    if (is_in_date(child)) continue;                        // "a report of May 3 by the office"
    if (owns && !is_mute(token.lemma) && !is_of_speech(token.lemma) && whose == nowhere)
      whose = named(child);
  }
  if (whose != nowhere) return whose;
  // "the communiqué in which her office dismissed him", "a statement issued by the presidency"
  for (const std::uint32_t clause : trees_.children(noun)) {
    if (!has_label(document_.tokens[clause], "acl")) continue;
    const std::uint32_t agent = trees_.child(clause, "obl:agent");
    // What two have signed speaks for itself.
    if (agent != nowhere && trees_.child(agent, "conj") == nowhere) return named(agent);
    const std::uint32_t subject = trees_.child(clause, "nsubj");
    const bool in_which = clause > noun + 2 && document_.tokens[noun + 1].lemma == "in" &&
                          document_.tokens[noun + 2].lemma == "which";
    if (in_which && subject != nowhere && subject > noun + 2) return subject;
  }
  return nowhere;
}

std::uint32_t SpeechNouns::past(std::uint32_t noun) const {
  const std::uint32_t whose = owner(noun);
  if (whose == nowhere) return noun;
  // "in a statement of his": whose is for others to say.
  return document_.tokens[whose].upos == "PRON" && !is_speech_noun(document_.tokens[noun].lemma)
             ? noun
             : whose;
}

// The first word of the part of a sentence that a token stands in: behind a semicolon or a
// quotation, else the sentence.
std::uint32_t SpeechNouns::front_of_part(std::uint32_t token) const {
  const std::uint32_t first = document_.sentences[trees_.sentence(token)].first;
  std::uint32_t front = token;
  while (front > first && quoted_[front - 1] == nowhere && document_.tokens[front - 1].lemma != ";")
    --front;
  const auto opens = [&](const Token& one) {
    return one.upos == "PUNCT" || one.upos == "CCONJ" || one.lemma == "while";
  };
  while (front < token && opens(document_.tokens[front])) ++front;
  return front;
}

std::uint32_t SpeechNouns::view_before(std::uint32_t token) const {
  const std::uint32_t front = front_of_part(token);
  for (std::uint32_t t = token; t-- > front;) {
    const std::string_view by = document_.tokens[t].lemma;
    if (by != "in" && by != "to" && by != "by") continue;
    const std::uint32_t noun = trees_.head(t);
    if (noun == nowhere || noun <= t || noun >= token) continue;
    if (const std::uint32_t whose = owner(noun); whose != nowhere && whose < token) return whose;
  }
  // "For Ana Ruiz, it is", "To her rival Ana Ruiz the vote was"
  const std::string_view by = document_.tokens[front].lemma;
  const std::uint32_t whose = by == "for" || by == "to" ? trees_.head(front) : nowhere;
  if (whose == nowhere || whose <= front || whose >= token) return nowhere;
  if (document_.tokens[whose].upos == "PROPN") return whose;
  const bool role = role_noun(folded(document_.tokens[whose].lemma)) != nullptr ||
                    is_body_with_voice(document_.tokens[whose].lemma);
  const bool name = whose + 1 < token && document_.tokens[whose + 1].upos == "PROPN";
  if (name) return whose + 1;
  return role ? whose : nowhere;
}

std::uint32_t SpeechNouns::subject_from(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const Token& token = document_.tokens[t];
    if (quoted_[t] != nowhere) return nowhere;
    const bool pronoun = has_label(token, "nsubj") && token.upos == "PRON";
    if (pronoun || token.upos == "PROPN") return t;
  }
  return nowhere;
}

std::uint32_t SpeechNouns::told_behind(std::uint32_t from) const {
  constexpr std::uint32_t furthest = 8;
  if (from == 0 || from >= document_.tokens.size()) return nowhere;
  const std::uint32_t end = end_of_sentence(from - 1);
  std::uint32_t at = from;
  while (at < end && document_.tokens[at].upos == "PUNCT") ++at;
  if (at >= end || quoted_[at] != nowhere) return nowhere;
  const std::string_view opens = document_.tokens[at].lemma;
  const bool with = opens == "with" && at > from;
  // "“…”, so Ana Ruiz"
  const bool so = (opens == "so" || opens == "thus") && at > from && at + 1 < end;
  if (so && document_.tokens[at + 1].upos == "PROPN") {
    std::uint32_t behind = at + 1;
    while (behind < end && document_.tokens[behind].upos == "PROPN") ++behind;
    return behind == end || document_.tokens[behind].upos == "PUNCT" ? at + 1 : nowhere;
  }
  if (opens != "be" && opens != "come" && opens != "go" && opens != "run" && !with) return nowhere;
  for (std::uint32_t t = at + 1; t < std::min(end, at + furthest); ++t) {
    if (quoted_[t] != nowhere) return nowhere;
    if (!is_noun(document_.tokens[t]) || !is_of_speech(folded(document_.tokens[t].lemma))) continue;
    if (const std::uint32_t whose = owner(t); whose != nowhere) return whose;
    if (with) return subject_from(t + 1, end);
    // "came the answer from Ana Ruiz": wherever a parser hung it.
    const bool from_whom =
        t + 2 < end && document_.tokens[t + 2].upos == "PROPN" &&
        (document_.tokens[t + 1].lemma == "of" || document_.tokens[t + 1].lemma == "from");
    return from_whom ? t + 2 : nowhere;
  }
  return nowhere;
}

std::uint32_t SpeechNouns::with_the_words(std::uint32_t first, std::uint32_t behind) const {
  if (first < 4 || behind >= document_.tokens.size()) return nowhere;
  const std::uint32_t begin = document_.sentences[trees_.sentence(first)].first;
  std::uint32_t t = first;
  while (t > begin && document_.tokens[t - 1].upos == "PUNCT") --t;
  if (t < begin + 3 || document_.tokens[t - 1].lemma != "word") return nowhere;
  if (document_.tokens[t - 3].lemma != "with") return nowhere;
  return subject_from(behind, end_of_sentence(first));
}

}  // namespace volteface::language
