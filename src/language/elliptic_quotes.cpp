#include "language/elliptic_quotes.h"

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t longest_gap = 14;  // tokens

bool is_mark(const Token& token) { return token.upos == "PUNCT" && token.lemma != ","; }

// The last word before a quotation, its own mark left out.
std::uint32_t word_before(const Document& document, std::uint32_t first) {
  std::uint32_t t = first;
  while (t > 0 && is_mark(document.tokens[t - 1])) --t;
  return t == 0 ? nowhere : t - 1;
}

bool may_be_speaker(const Token& token) {
  if (token.upos == "PROPN") return true;
  const std::string lemma = folded(token.lemma);
  return token.upos == "NOUN" && (role_noun(lemma) != nullptr || is_body_with_voice(lemma));
}

}  // namespace

std::uint32_t elliptic_speaker(const Document& document, const Trees& trees,
                               std::pair<std::uint32_t, std::uint32_t> before,
                               std::pair<std::uint32_t, std::uint32_t> quote) {
  const std::uint32_t from = before.second, to = quote.first;
  if (from >= to || to - from > longest_gap || before.first >= before.second) return nowhere;
  if (trees.sentence(before.first) != trees.sentence(to)) return nowhere;
  std::uint32_t name = nowhere;
  for (std::uint32_t t = from; t < to; ++t) {
    const Token& token = document.tokens[t];
    if (token.upos == "VERB" || token.upos == "AUX" || token.upos == "PRON") return nowhere;
    if (name == nowhere && may_be_speaker(token)) name = t;
  }
  if (name == nowhere) return nowhere;
  const std::uint32_t last = word_before(document, to), like = word_before(document, before.first);
  if (last == nowhere || like == nowhere || last <= name) return nowhere;
  // "Chad called Mali “…” and Niger “…”" names whom it speaks of: only a comma, or the word that
  // led to the first, stands for the verb.
  const Token& leads = document.tokens[last];
  const bool same = leads.upos == "ADP" && leads.lemma == document.tokens[like].lemma;
  if (leads.lemma != "," && !same) return nowhere;
  // The noun on which a name hangs: "the White House", "the envoy of Chad".
  for (std::uint32_t head = trees.head(name); head != nowhere && head > name && head < last;
       head = trees.head(name)) {
    if (!may_be_speaker(document.tokens[head])) break;
    name = head;
  }
  return name;
}

}  // namespace volteface::language
