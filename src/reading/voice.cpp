// Whether a verb tells what its subject does or what is done to it.
#include <algorithm>
#include <array>

#include "language/sentence_heads.h"
#include "reading/clause.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

// "A crowd stormed into the embassy.": a sentence without another verb that has a tense, though a
// parser takes it for a noun that something was done to.
bool is_all_that_is_told(const SentenceTree& tree, std::uint32_t verb) {
  constexpr std::array<std::string_view, 7> ways = {"into",    "against", "through", "across",
                                                    "towards", "past",    "onto"};
  const std::uint32_t noun = tree.head(verb);
  if (noun == nowhere || !tree.is(verb, "acl") || tree.head(noun) != nowhere) return false;
  const Sentence& sentence = tree.document().sentences[tree.sentence(verb)];
  if (verb + 1 >= sentence.last || !is_one_of(tree.lemma(verb + 1), ways)) return false;
  if (tree.lemma(sentence.last - 1) != "." || tree.child(noun, {"cop"}) != nowhere) return false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (t != verb && language::is_finite_or_modal(tree.token(t))) return false;
  return true;
}

// "the minister had travelled", "the court found": whatever a parser calls the subject.
bool is_surely_active(const SentenceTree& tree, std::uint32_t verb) {
  const bool passive_auxiliary =
      tree.has_child(verb, "aux", "be") || tree.has_child(verb, "aux", "get");
  if (passive_auxiliary) return false;
  if (is_all_that_is_told(tree, verb)) return true;
  return tree.token(verb).xpos == "VBD" || tree.has_child(verb, "aux", "have");
}

}  // namespace

bool is_passive(const SentenceTree& tree, std::uint32_t verb) {
  if (is_surely_active(tree, verb)) return false;
  for (const std::uint32_t c : tree.children(verb)) {
    const std::string_view relation = tree.token(c).deprel;
    if (relation == "nsubj:pass" || relation == "aux:pass") return true;
  }
  const std::string_view tag = tree.token(verb).xpos;
  // "was suspended", whatever the parser calls its subject.
  const bool participle = tag == "VBN" || tag == "VBD";
  if (participle && tree.has_child(verb, "aux", "be") && tree.child(verb, {"obj"}) == nowhere)
    return true;
  if (tag != "VBN") return false;
  // "the envoy expelled", but not "countries backed the text" as a parser may have it
  if (tree.token(verb).deprel == "acl") return tree.child(verb, {"obj"}) == nowhere;
  for (const std::uint32_t c : tree.children(verb))
    if (tree.token(c).deprel == "obl:agent" && tree.child(verb, {"obj"}) == nowhere) return true;
  // "praised by Chad, it went on"
  if (tree.is(verb, "advcl")) return tree.child(verb, {"obj", "aux", "mark", "nsubj"}) == nowhere;
  // "was recalled and expelled"
  return tree.is(verb, "conj") && tree.child(verb, {"nsubj", "aux"}) == nowhere &&
         is_passive(tree, tree.head(verb));
}

}  // namespace volteface
