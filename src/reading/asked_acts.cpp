#include "reading/asked_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/tables.h"

namespace volteface {
namespace {

bool asks(const SentenceTree& tree, std::uint32_t word) {
  return is_in_list(tree, word, "asks_for") || is_in_list(tree, word, "demands");
}

// "release", "be released": what is asked for has no tense.
bool is_subjunctive(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t passive = tree.child(verb, {"aux:pass"});
  const std::string_view tag = tree.token(passive == nowhere ? verb : passive).xpos;
  const bool modal = std::ranges::any_of(
      tree.children(verb), [&](std::uint32_t c) { return tree.is(c, "aux") && c != passive; });
  const bool base = tag == "VB" || (tag == "VBP" && passive == nowhere);
  return base && (passive == nowhere || !modal);
}

}  // namespace

bool is_invited_to(const SentenceTree& tree, std::uint32_t noun) {
  const std::uint32_t above = tree.head(noun);
  if (above == nowhere || !tree.is(noun, "obl") || !is_in_list(tree, above, "asks_for"))
    return false;
  const std::string preposition = tree.preposition(noun);
  return preposition == "to" || preposition == "for";
}

bool is_demanded(const SentenceTree& tree, std::uint32_t noun) {
  if (tree.is(noun, "obj") || tree.token(noun).deprel == "nsubj:pass")
    return is_in_list(tree, tree.head(noun), "demands");
  if (tree.preposition(noun) != "for") return false;
  constexpr int highest = 3;  // "called on Friday for": a parser may hang it on what stands between
  std::uint32_t at = tree.head(noun);
  for (int step = 0; at != nowhere && step < highest; ++step, at = tree.head(at))
    if (asks(tree, at)) return true;
  return false;
}

bool is_urged(const SentenceTree& tree, std::uint32_t verb) {
  constexpr std::uint32_t furthest = 10;
  const std::uint32_t first = tree.document().sentences[tree.sentence(verb)].first;
  if (verb == first || tree.lemma(verb - 1) != "to") return false;
  for (std::uint32_t t = verb - 1; t-- > first && verb - t < furthest;) {
    const std::string_view kind = tree.token(t).upos;
    const bool urges = is_in_list(tree, t, "asks_to") || is_in_list(tree, t, "tells_to");
    if (kind == "VERB") return urges;
    if (kind == "AUX" || kind == "SCONJ" || kind == "PUNCT") return false;
  }
  return false;
}

bool is_demanded_that(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t above = tree.head(verb);
  if (above == nowhere || !is_subjunctive(tree, verb)) return false;
  const bool of_noun = tree.is(verb, "acl") && tree.has_child(verb, "mark", "that");
  if (!tree.is(verb, "ccomp") && !of_noun) return false;
  return is_in_list(tree, above, "demands") || (of_noun && is_in_list(tree, above, "asks_for"));
}

}  // namespace volteface
