#include "language/joined_nouns.h"

namespace volteface::language {
namespace {

bool is_between(const Document& document, const Trees& trees, std::uint32_t noun) {
  const std::uint32_t marker = trees.child(noun, "case");
  return marker != nowhere && document.tokens[marker].lemma == "between";
}

}  // namespace

std::uint32_t noun_served_by(const Document& document, const Trees& trees, std::uint32_t name) {
  constexpr int highest = 3;
  for (int step = 0; step < highest && trees.head(name) != nowhere; ++step) {
    const Token& here = document.tokens[name];
    const bool part = has_label(here, "nmod") || has_label(here, "amod") ||
                      has_label(here, "compound") || has_label(here, "flat");
    if (!part || is_between(document, trees, name)) break;
    name = trees.head(name);
  }
  return name;
}

bool act_together(const Document& document, const Trees& trees, std::uint32_t first,
                  std::uint32_t second) {
  const Token& a = document.tokens[first];
  const Token& b = document.tokens[second];
  if (first == second) return false;
  if (!has_label(a, "nsubj") && !is_between(document, trees, first)) return false;
  const bool also = trees.head(second) == first && has_label(b, "conj");
  // As a parser may hang the second one.
  const bool beside = has_label(b, "nsubj") && trees.head(second) == trees.head(first) &&
                      trees.child(second, "cc") != nowhere;
  return also || beside;
}

}  // namespace volteface::language
