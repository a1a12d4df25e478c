#include "language/office_mending.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// How a parser hangs such a name on the verb.
bool is_hung_beside(std::string_view label) {
  constexpr std::array<std::string_view, 6> labels = {"obl",  "obl:unmarked", "xcomp",
                                                      "iobj", "obj",          "dep"};
  return is_one_of(label, labels);
}

// "named the minister Ruiz"
bool makes_somebody(std::string_view verb) {
  constexpr std::array<std::string_view, 8> verbs = {"appoint", "name",   "make", "elect",
                                                     "call",    "choose", "give", "declare"};
  return is_one_of(verb, verbs);
}

// The token of a run of names on which the others hang; the end of the run where it is two.
std::size_t top_of(std::span<const Token> tokens, std::size_t first, std::size_t end) {
  std::size_t top = end;
  for (std::size_t t = first; t < end; ++t) {
    const bool within = tokens[t].head >= static_cast<std::int32_t>(first) &&
                        tokens[t].head < static_cast<std::int32_t>(end);
    if (within) continue;
    if (top != end) return end;
    top = t;
  }
  return top;
}

}  // namespace

void mend_names_behind_offices(std::span<Token> tokens) {
  for (std::size_t office = 0; office + 1 < tokens.size(); ++office) {
    const Token& held = tokens[office];
    if (held.upos != "NOUN" || held.head < 0 || role_noun(held.lemma) == nullptr) continue;
    std::size_t end = office + 1;
    while (end < tokens.size() && tokens[end].upos == "PROPN") ++end;
    const std::size_t name = top_of(tokens, office + 1, end);
    if (name == end || tokens[name].head != held.head || !is_hung_beside(tokens[name].deprel))
      continue;
    const Token& verb = tokens[static_cast<std::size_t>(held.head)];
    if (makes_somebody(verb.lemma) || has_child(tokens, name, "case")) continue;
    tokens[name].head = static_cast<std::int32_t>(office);
    tokens[name].deprel = "appos";
  }
}

}  // namespace volteface::language
