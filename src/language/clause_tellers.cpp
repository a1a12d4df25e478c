#include "language/clause_tellers.h"

#include <algorithm>
#include <array>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Verbs of saying that are as often deeds: "would respond “with force”", "was putting on “a show”".
bool may_be_deed(std::string_view verb) {
  constexpr std::array<std::string_view, 13> deeds = {
      "respond", "put",   "go",      "offer", "point", "grant", "begin",
      "answer",  "agree", "promise", "read",  "speak", "report"};
  return !is_speech_verb(verb) || is_one_of(verb, deeds);
}

}  // namespace

std::uint32_t ClauseTellers::front_of(std::uint32_t noun, std::uint32_t floor) const {
  constexpr std::array<std::string_view, 6> kinds = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART"};
  std::uint32_t front = noun;
  const auto fits = [&](const Token& token) {
    return is_one_of(token.upos, kinds) || token.deprel == "nmod:poss";
  };
  while (front > floor && quoted_[front - 1] == nowhere && fits(document_.tokens[front - 1]))
    --front;
  return front;
}

std::uint32_t ClauseTellers::telling_verb_before(std::uint32_t clause, std::uint32_t floor) const {
  constexpr std::array<std::string_view, 6> between = {"ADP", "DET", "PROPN", "NOUN", "NUM", "ADJ"};
  constexpr std::uint32_t furthest = 6;  // "on Monday", "from the rostrum"
  std::uint32_t verb = clause;
  if (verb > floor && document_.tokens[verb - 1].lemma == "that") {
    --verb;
    while (verb > floor && clause - verb < furthest && quoted_[verb - 1] == nowhere &&
           is_one_of(document_.tokens[verb - 1].upos, between))
      --verb;
  }
  if (verb <= floor || quoted_[verb - 1] != nowhere) return nowhere;
  --verb;
  const std::string_view lemma = document_.tokens[verb].lemma;
  const bool tells = lemma == "tell" || tells_a_clause(lemma);
  return tells && is_cue(verb) && is_finite(verb) ? verb : nowhere;
}

bool ClauseTellers::may_tell(std::uint32_t noun) const {
  return is_somebody(noun) || is_body_with_voice(folded(document_.tokens[noun].lemma));
}

std::uint32_t ClauseTellers::teller_of(std::uint32_t q, std::uint32_t subject) {
  const std::uint32_t first = spans_[q].first;
  if (subject == nowhere || subject >= first ||
      trees_.sentence(subject) != trees_.sentence(first) ||
      document_.tokens[subject].upos == "PRON")
    return nowhere;
  const std::uint32_t cue = document_.quotes[q].cue;
  if (cue != nowhere && cue > subject && !may_be_deed(document_.tokens[cue].lemma)) return nowhere;
  const std::uint32_t floor = document_.sentences[trees_.sentence(first)].first;
  const std::uint32_t verb = telling_verb_before(front_of(subject, floor), floor);
  if (verb == nowhere || verb == cue) return nowhere;  // "Chad, said Ana Ruiz, “…”": her own verb
  const std::uint32_t teller = subject_of_cue(verb, false);
  if (teller == nowhere || teller >= verb || quoted_[teller] != nowhere || !may_tell(teller))
    return nowhere;
  return said_by(q, verb, teller);
}

std::uint32_t ClauseTellers::labelled(std::uint32_t q) const {
  constexpr std::array<std::string_view, 8> kinds = {"DET", "ADJ",   "NUM",  "NOUN",
                                                     "ADP", "PROPN", "PART", "PUNCT"};
  constexpr std::uint32_t longest = 14;
  const std::uint32_t first = spans_[q].first;
  const std::uint32_t begin = document_.sentences[trees_.sentence(first)].first;
  std::uint32_t name = nowhere;
  for (std::uint32_t t = begin; t < std::min(first, begin + longest); ++t) {
    const Token& token = document_.tokens[t];
    if (token.lemma == ":") return name;
    if (quoted_[t] != nowhere || in_dateline_[t] || !is_one_of(token.upos, kinds)) return nowhere;
    // "Chad's Ana Ruiz", "the envoy Ana Ruiz": a name of two words at least.
    const bool two = token.upos == "PROPN" && document_.tokens[t + 1].upos == "PROPN";
    if (two && trees_.child(t, "case") == nowhere && name == nowhere) name = t;
  }
  return nowhere;
}

std::uint32_t ClauseTellers::owner_of_country(std::uint32_t q) const {
  constexpr std::array<std::string_view, 6> countries = {"country",    "government", "nation",
                                                         "delegation", "state",      "party"};
  const std::uint32_t first = spans_[q].first;
  const std::uint32_t begin = document_.sentences[trees_.sentence(first)].first;
  if (first < begin + 3) return nowhere;
  const std::string owner = folded(document_.form(document_.tokens[begin]));
  const Token& noun = document_.tokens[begin + 1];
  const bool country = is_one_of(noun.lemma, countries) && has_label(noun, "nsubj");
  return country && (owner == "her" || owner == "his") ? begin : nowhere;
}

}  // namespace volteface::language
