#include "language/tense_by_order.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t furthest = 16;  // words from a date to its verb

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_be_now(const Token& token) {
  return token.lemma == "be" && (token.xpos == "VBZ" || token.xpos == "VBP");
}

bool is_limit(std::string_view preposition) {
  return any_of(preposition, {"by", "until", "till", "before"});
}

bool is_may(std::string_view lemma) {
  return any_of(lemma, {"must", "should", "can", "could", "may", "might"});
}

// "has gone", "is to go", "must go by": what the words before a verb say of it.
std::optional<TimeTold> time_of_verb(const Document& document, const Sentence& sentence,
                                     std::uint32_t verb, std::string_view preposition) {
  constexpr std::uint32_t group = 5;  // words: "may not yet have been"
  bool to = false, will = false, limited = false;
  std::optional<bool> has;
  for (std::uint32_t t = verb; t > sentence.first && verb - t < group; --t) {
    const Token& before = document.tokens[t - 1];
    const bool of_group = before.upos == "AUX" || before.upos == "ADV" || before.upos == "PART" ||
                          before.lemma == "must";
    if (!of_group) break;
    if (to && is_be_now(before)) return TimeTold::future;
    to |= before.lemma == "to";
    will |= any_of(before.lemma, {"will", "shall", "'ll", "would"});
    limited |= is_may(before.lemma) && is_limit(preposition);
    if (before.lemma == "have") has = before.xpos == "VBZ" || before.xpos == "VBP";
  }
  if (limited && !has) return TimeTold::future;
  const bool participle = document.tokens[verb].xpos == "VBN";
  if (participle && has.value_or(false) && !will && !to) return TimeTold::past;
  return std::nullopt;
}

// "demanded that Togo leave within six months"
bool is_subjunctive(const Document& document, const Sentence& sentence, std::uint32_t verb) {
  constexpr std::uint32_t subject = 6;  // words
  if (document.tokens[verb].xpos != "VB") return false;
  for (std::uint32_t t = verb; t > sentence.first && verb - t < subject; --t) {
    const Token& before = document.tokens[t - 1];
    if (before.upos == "AUX" || before.upos == "PART" || before.upos == "VERB") return false;
    if (before.upos == "SCONJ") return before.lemma == "that";
  }
  return false;
}

// "is due in Paris", "is expected in Lima"
bool is_awaited(const Document& document, const Sentence& sentence, std::uint32_t word) {
  if (word == sentence.first || !is_be_now(document.tokens[word - 1])) return false;
  return any_of(document.tokens[word].lemma,
                {"due", "expected", "expect", "scheduled", "schedule"});
}

}  // namespace

std::optional<TimeTold> time_by_order(const Document& document, const Sentence& sentence,
                                      std::uint32_t token) {
  const bool led = token > sentence.first && document.tokens[token - 1].upos == "ADP";
  const std::uint32_t begin = led ? token - 1 : token;
  const std::string_view preposition = led ? std::string_view(document.tokens[begin].lemma) : "";
  if (preposition == "of" || preposition == "since") return std::nullopt;
  for (std::uint32_t t = begin; t > sentence.first && begin - t < furthest; --t) {
    const Token& word = document.tokens[t - 1];
    if (word.upos == "PUNCT" || word.upos == "SCONJ" || word.xpos.starts_with("W"))
      return std::nullopt;
    if (led && is_awaited(document, sentence, t - 1)) return TimeTold::future;
    // "could be out of Togo by Christmas"
    const bool open = word.upos == "AUX" && is_may(word.lemma) && is_limit(preposition);
    const bool have = t < begin && document.tokens[t].lemma == "have";
    if (open && !have) return TimeTold::future;
    if (word.upos == "VERB" && is_subjunctive(document, sentence, t - 1)) return TimeTold::future;
    if (word.upos == "VERB") return time_of_verb(document, sentence, t - 1, preposition);
  }
  return std::nullopt;
}

}  // namespace volteface::language
