#include "reading/subjects_by_order.h"

#include <algorithm>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface {
namespace {

constexpr std::uint32_t longest_insertion = 18;  // tokens between two commas

const DateExpression* date_at(const SentenceTree& tree, std::uint32_t t) {
  const auto& dates = tree.document().dates;
  const std::uint32_t at = tree.token(t).begin;
  const auto date = std::ranges::upper_bound(dates, at, {}, &DateExpression::end);
  return date == dates.end() || date->begin > at ? nullptr : &*date;
}

std::uint32_t begin_of_sentence(const SentenceTree& tree, std::uint32_t t) {
  return tree.document().sentences[tree.sentence(t)].first;
}

// "has today called": what may stand between a subject and its verb.
bool goes_with_verb(const SentenceTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  return token.upos == "AUX" || token.upos == "ADV" || token.upos == "PART" ||
         date_at(tree, t) != nullptr;
}

// Over a day with its preposition: "on Friday called".
std::uint32_t over_what_goes_with(const SentenceTree& tree, std::uint32_t verb,
                                  std::uint32_t first) {
  std::uint32_t at = verb;
  constexpr std::uint32_t furthest = 12;  // tokens
  while (at > first && verb - at < furthest && goes_with_verb(tree, at - 1)) --at;
  const bool day = at < verb && date_at(tree, at) != nullptr;
  if (day && at > first && tree.token(at - 1).upos == "ADP") --at;
  return at;
}

// The comma that opens what one at `close` ends; nowhere where none does, or a clause stands there.
std::uint32_t opening_comma(const SentenceTree& tree, std::uint32_t close, std::uint32_t first) {
  const std::uint32_t from = close - std::min(close - first, longest_insertion);
  for (std::uint32_t t = close; t-- > from;) {
    const Token& token = tree.token(t);
    if (tree.lemma(t) == ",") return t;
    if (token.upos == "PUNCT" && tree.lemma(t) != "-") return nowhere;
    if (language::is_finite_or_modal(token)) return nowhere;
  }
  return nowhere;
}

bool is_name(const SentenceTree& tree, std::uint32_t t) { return tree.token(t).upos == "PROPN"; }

// The word of a run of names that the others hang on.
std::uint32_t head_of_run(const SentenceTree& tree, std::uint32_t last, std::uint32_t first) {
  std::uint32_t begin = last;
  while (begin > first && is_name(tree, begin - 1) && date_at(tree, begin - 1) == nullptr) --begin;
  for (std::uint32_t t = begin; t <= last; ++t) {
    const std::uint32_t head = tree.head(t);
    if (head == nowhere || head < begin || head > last) return t;
  }
  return last;
}

// A preposition that is the name's own, and not that of a day: "In April Ana Ruiz".
bool is_behind_preposition(const SentenceTree& tree, std::uint32_t name) {
  return std::ranges::any_of(tree.children(name), [&](std::uint32_t c) {
    return tree.is(c, "case") && c < name && tree.token(c).xpos != "POS" &&
           date_at(tree, c + 1) == nullptr;
  });
}

}  // namespace

bool is_day(const SentenceTree& tree, std::uint32_t noun) { return date_at(tree, noun) != nullptr; }

bool is_parted_from_noun(const SentenceTree& tree, std::uint32_t verb, std::uint32_t noun) {
  if (is_day(tree, noun)) return true;
  return verb > 0 && tree.lemma(verb - 1) == "," && tree.child(verb, {"obj"}) != nowhere;
}

std::uint32_t subject_before_saying(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t first = begin_of_sentence(tree, verb);
  const std::uint32_t at = over_what_goes_with(tree, verb, first);
  constexpr std::uint32_t tokens = 5;  // a noun, a comma, a pronoun, a verb, a comma
  if (at < first + tokens || tree.lemma(at - 1) != "," || tree.lemma(at - 4) != ",") return nowhere;
  if (tree.token(at - 3).upos != "PRON" || !language::is_finite(tree.token(at - 2)) ||
      !language::is_speech_verb(tree.lemma(at - 2)))
    return nowhere;
  std::uint32_t noun = at - 5;
  const std::string_view kind = tree.token(noun).upos;
  if (kind != "NOUN" && kind != "PROPN") return nowhere;
  while (tree.head(noun) != nowhere && tree.head(noun) < noun &&
         (tree.is(noun, "nmod") || tree.is(noun, "flat") || tree.is(noun, "conj")))
    noun = tree.head(noun);
  return is_behind_preposition(tree, noun) ? nowhere : noun;
}

std::uint32_t subject_by_order(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t first = begin_of_sentence(tree, verb);
  std::uint32_t at = over_what_goes_with(tree, verb, first);
  // At most two insertions: "Ana Ruiz, the envoy, speaking in Lima, warned".
  for (int insertions = 0; insertions < 2 && at > first + 2 && tree.lemma(at - 1) == ",";
       ++insertions) {
    const std::uint32_t close = at - 1;
    const std::uint32_t open = opening_comma(tree, close, first);
    if (open == nowhere || open == first) return nowhere;
    bool names = true;
    for (std::uint32_t t = open + 1; t < close; ++t) names = names && is_name(tree, t);
    at = names ? close : open;
    if (names) break;
  }
  if (at == first) return nowhere;
  --at;
  if (!is_name(tree, at) || date_at(tree, at) != nullptr) return nowhere;
  std::uint32_t name = head_of_run(tree, at, first);
  while (tree.is(name, "conj") && tree.head(name) < name && is_name(tree, tree.head(name)))
    name = tree.head(name);
  return is_behind_preposition(tree, name) ? nowhere : name;
}

}  // namespace volteface
