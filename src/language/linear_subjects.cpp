#include "language/linear_subjects.h"

#include <algorithm>

namespace volteface::language {
namespace {

constexpr std::uint32_t longest_insertion = 16;  // tokens between two commas

bool goes_with_verb(const Token& token) { return token.upos == "AUX" || token.upos == "ADV"; }

// The first token of the run of names that ends at `last`, or the token that the run hangs on.
std::uint32_t head_of_run(const Document& document, const Trees& trees, std::uint32_t last,
                          std::uint32_t first) {
  std::uint32_t begin = last;
  while (begin > first && document.tokens[begin - 1].upos == "PROPN") --begin;
  for (std::uint32_t t = begin; t <= last; ++t) {
    const std::uint32_t head = trees.head(t);
    if (head == nowhere || head < begin || head > last) return t;
  }
  return last;
}

// The comma that opens what one at `close` ends; nowhere where none does.
std::uint32_t opening_comma(const Document& document, std::uint32_t close, std::uint32_t first) {
  const std::uint32_t from = close - std::min(close - first, longest_insertion);
  for (std::uint32_t t = close; t-- > from;) {
    const Token& token = document.tokens[t];
    if (token.lemma == ",") return t;
    if (token.upos == "PUNCT" && token.lemma != "-") return nowhere;
  }
  return nowhere;
}

}  // namespace

std::uint32_t name_right_before(const Document& document, const Trees& trees, std::uint32_t verb) {
  const std::uint32_t first = document.sentences[trees.sentence(verb)].first;
  std::uint32_t at = verb;
  while (at > first && goes_with_verb(document.tokens[at - 1])) --at;
  if (at == first) return nowhere;
  --at;
  if (document.tokens[at].lemma == "," && at > first + 2) {
    const std::uint32_t open = opening_comma(document, at, first);
    if (open == nowhere || open == first) return nowhere;
    // ", Ana Ruiz, said": the name is what stands between the commas.
    bool names = true;
    for (std::uint32_t t = open + 1; t < at; ++t)
      names = names && document.tokens[t].upos == "PROPN";
    at = names ? at - 1 : open - 1;
  }
  if (document.tokens[at].upos != "PROPN") return nowhere;
  const std::uint32_t head = head_of_run(document, trees, at, first);
  // "the talks in Lima called": a place behind a preposition is none.
  return trees.child(head, "case") == nowhere ? head : nowhere;
}

std::uint32_t name_before_pronoun(const Document& document, const Trees& trees,
                                  std::uint32_t pronoun) {
  const std::uint32_t first = document.sentences[trees.sentence(pronoun)].first;
  std::uint32_t at = pronoun;
  if (at > first && document.tokens[at - 1].lemma == ",") --at;
  if (at == first || document.tokens[at - 1].upos != "PROPN") return nowhere;
  return head_of_run(document, trees, at - 1, first);
}

}  // namespace volteface::language
