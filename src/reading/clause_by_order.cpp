// What belongs to a clause by the order of its words, where the parser has hung it elsewhere.
#include <algorithm>

#include "language/sentence_heads.h"
#include "reading/clause.h"

namespace volteface {
namespace {

// "ended travel for Chadians and declared": a parser may take the object for what declared.
bool is_taken_for_subject(const SentenceTree& tree, std::uint32_t noun, std::uint32_t verb) {
  const std::uint32_t other = tree.head(noun);
  return other != nowhere && other > noun && tree.is(noun, "nsubj") && tree.is(other, "ccomp") &&
         tree.head(other) == verb && tree.child(other, {"mark"}) == nowhere &&
         tree.child(verb, {"obj"}) == nowhere;
}

}  // namespace

std::vector<Oblique> loose_obliques(const SentenceTree& tree, std::uint32_t head) {
  constexpr std::uint32_t furthest = 40;
  constexpr std::size_t most = 16;
  std::vector<Oblique> out;
  const Sentence& sentence = tree.document().sentences[tree.sentence(head)];
  const std::uint32_t end = std::min(sentence.last, head + furthest);
  for (std::uint32_t t = head + 1; t < end && out.size() < most; ++t) {
    const bool verb = is_verbal(tree, t);
    const bool finite = verb && language::is_finite_or_modal(tree.token(t));
    if (finite || tree.token(t).xpos.starts_with("W") || tree.lemma(t) == ";") break;
    if (verb) continue;
    const std::string preposition = tree.preposition(t);
    if (preposition.empty()) continue;
    for (const std::uint32_t noun : tree.joined(t)) out.push_back({preposition, noun});
  }
  return out;
}

std::uint32_t loose_object(const SentenceTree& tree, std::uint32_t verb) {
  constexpr std::uint32_t furthest = 8;
  if (!is_verbal(tree, verb)) return nowhere;
  const Sentence& sentence = tree.document().sentences[tree.sentence(verb)];
  for (std::uint32_t t = verb + 1; t < sentence.last && t < verb + furthest; ++t) {
    if (tree.lemma(t) == "\"") continue;
    if (is_verbal(tree, t) || tree.token(t).upos == "PUNCT") return nowhere;
    const bool nominal = tree.token(t).upos == "NOUN" || tree.token(t).upos == "PROPN";
    if (tree.lemma(t) == "home" || tree.lemma(t) == "back") continue;  // "called home the envoy"
    const bool of_adverb = tree.is(t, "obj") && tree.head(t) + 4 > t && tree.head(t) < t &&
                           tree.head(tree.head(t)) == verb;
    const bool may_be = tree.is(t, "appos") || tree.token(t).deprel == "obl" ||
                        tree.is(t, "ccomp") || tree.is(t, "xcomp") || of_adverb ||
                        is_taken_for_subject(tree, t, verb);
    if (nominal && may_be && tree.preposition(t).empty()) return t;
  }
  return nowhere;
}

}  // namespace volteface
