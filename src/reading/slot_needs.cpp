// What must stand beside a word for a rule to tell an act.
#include <algorithm>

#include "reading/act_words.h"
#include "reading/slots.h"

namespace volteface {
namespace {

// "part of its sanctions", "the harshest of its sanctions": what it is a share of, which a parser
// may hang on the verb.
std::uint32_t whole_of(const SentenceTree& tree, std::uint32_t noun) {
  const bool superlative = tree.token(noun).xpos == "JJS";
  if (!superlative && !is_in_list(tree, noun, "share")) return nowhere;
  const std::uint32_t of = noun + 1;
  for (const std::uint32_t above : {noun, tree.head(noun)}) {
    if (above == nowhere) continue;
    for (const std::uint32_t c : tree.children(above)) {
      if (c > of && tree.child(c, {"case"}) == of && tree.lemma(of) == "of") return c;
    }
  }
  return nowhere;
}

}  // namespace

bool Slots::holds(const RuleNeed& need) const {
  if (need.where == "alone")
    return clause_.object == nowhere &&
           view_.tree.child(clause_.head, {"xcomp", "ccomp"}) == nowhere;
  const std::vector<std::uint32_t> places = places_of(need.where);
  if (need.words.empty()) return !places.empty();
  return std::ranges::any_of(places, [&](std::uint32_t at) {
    return std::ranges::any_of(need.words, [&](const std::string& word) { return is(at, word); });
  });
}

bool Slots::is(std::uint32_t at, std::string_view word) const {
  const std::string lemma = lower_case(view_.tree.lemma(at));  // "the Oslo Declaration"
  if (word.front() != '@')
    return lemma == word || (lemma.ends_with('s') && lemma.substr(0, lemma.size() - 1) == word);
  word.remove_prefix(1);
  if (word != "person" && word != "state" && word != "organisation" && word != "place")
    return view_.tree.preposition(at) == word;
  const std::uint32_t e = view_.actors.entity_of(at);
  if (e == nowhere && word == "state") return !view_.actors.group_of_region(at).empty();
  return e != nowhere && name_type_text(view_.document().entities[e].type) == word;
}

// "broke them off", "it was closed by Chad": what was named before, here or in the sentence before,
// in the same number.
std::vector<std::uint32_t> Slots::meant_by_pronoun() const {
  const SentenceTree& tree = view_.tree;
  constexpr std::uint32_t furthest = 40;
  const std::string pronoun = lower_case(view_.document().text_of(tree.token(clause_.object)));
  const bool plural = pronoun == "them" || pronoun == "they";
  if (!plural && pronoun != "it") return {};
  const std::uint32_t here = tree.sentence(clause_.object);
  const std::uint32_t first = view_.document().sentences[here - std::min(here, 1u)].first;
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = clause_.object; t-- > first && clause_.object - t < furthest;) {
    // A text may be any: "Chad had drafted it" blames nobody.
    if (is_in_list(tree, t, "surely_resolution")) continue;
    if (tree.token(t).upos == "NOUN" && (tree.token(t).xpos == "NNS") == plural) out.push_back(t);
  }
  return out;
}

std::vector<std::uint32_t> Slots::places_of(std::string_view where) const {
  const SentenceTree& tree = view_.tree;
  if (where == "self") return {clause_.head};
  if (where == "subj")
    return clause_.subject == nowhere ? std::vector<std::uint32_t>()
                                      : tree.subtree(clause_.subject);
  if (where == "above") {
    const std::uint32_t above = tree.head(clause_.head);
    return above == nowhere ? std::vector<std::uint32_t>() : std::vector{above};
  }
  if (where == "xcomp") {
    for (const std::uint32_t c : tree.children(clause_.head)) {
      const bool complement = tree.is(c, "xcomp") || tree.is(c, "ccomp");
      if (complement && c > clause_.head && tree.has_child(c, "mark", "to")) return {c};
    }
    return {};
  }
  if (where == "infinitive") return infinitives();
  if (where == "gerund") {
    const std::uint32_t c = tree.child(clause_.head, {"xcomp"});
    const bool gerund = c != nowhere && tree.token(c).xpos == "VBG";
    return gerund ? std::vector{c} : std::vector<std::uint32_t>();
  }
  if (where == "said") return said_of_object();
  if (where == "any") {
    std::vector<std::uint32_t> words = tree.subtree(clause_.head);
    // "opened fire": of a noun the verb that it is the object of as well.
    const std::uint32_t above = tree.head(clause_.head);
    if (above != nowhere && tree.token(above).upos == "VERB") words.push_back(above);
    return words;
  }
  if (where == "obj") {
    const std::uint32_t described = done_to_described(tree, clause_.head);
    if (described != nowhere) return tree.joined(described);
    if (clause_.object == nowhere) return {};
    if (const auto meant = meant_by_pronoun(); !meant.empty()) return meant;
    // "the chargé d'affaires", "the WHO and Paris accords": a word of the name will do.
    std::vector<std::uint32_t> words = tree.joined(clause_.object);
    const std::uint32_t other = second_object();  // "gave Chad a boat"
    if (other != nowhere) words.push_back(other);
    for (std::size_t k = 0, n = words.size(); k < n; ++k) {
      if (const std::uint32_t whole = whole_of(tree, words[k]); whole != nowhere)
        words.push_back(whole);
    }
    for (std::size_t k = 0, n = words.size(); k < n; ++k) {
      for (const std::uint32_t c : tree.children(words[k])) {
        // "Ana Ruiz, its envoy"
        const bool name = tree.token(words[k]).upos == "PROPN";
        const bool part =
            tree.is(c, "compound") || tree.is(c, "flat") || (name && tree.is(c, "appos"));
        if (part) words.push_back(c);
      }
    }
    return words;
  }
  std::vector<std::uint32_t> out;
  for (const auto* obliques : {&clause_.obliques, &loose_}) {
    for (const Oblique& o : *obliques) {
      if (o.preposition == where) out.push_back(o.noun);
    }
  }
  return out;
}

// "gave Chad a week to answer", whether the infinitive hangs on the verb or on what it gives
std::vector<std::uint32_t> Slots::infinitives() const {
  const SentenceTree& tree = view_.tree;
  std::vector<std::uint32_t> out;
  const auto look = [&](std::uint32_t at) {
    for (const std::uint32_t c : tree.children(at)) {
      const bool clause =
          tree.is(c, "xcomp") || tree.is(c, "ccomp") || tree.is(c, "advcl") || tree.is(c, "acl");
      if (clause && tree.has_child(c, "mark", "to")) out.push_back(c);
    }
  };
  look(clause_.head);
  for (const std::uint32_t c : tree.children(clause_.head)) {
    if (!tree.is(c, "obj") && !tree.is(c, "obl") && !tree.is(c, "iobj")) continue;
    look(c);
    for (const std::uint32_t of : tree.children(c))  // "one of the envoys to leave"
      if (tree.is(of, "nmod")) look(of);
  }
  return out;
}

// "considers Chad an aggressor", "declared the vote illegal"
std::vector<std::uint32_t> Slots::said_of_object() const {
  const SentenceTree& tree = view_.tree;
  std::vector<std::uint32_t> out;
  for (const std::uint32_t c : tree.children(clause_.head)) {
    const bool cry = tree.token(c).upos == "INTJ";  // "told it no"
    const bool second = tree.is(c, "obj") && (cry || c != clause_.object);
    const bool predicate = tree.is(c, "xcomp") && !tree.has_child(c, "mark", "to");
    if (second || predicate || tree.is(c, "discourse")) out.push_back(c);
  }
  // "the vote illegal", which a parser may take for one noun
  if (clause_.object != nowhere && tree.child(clause_.object, {"compound"}) != nowhere)
    out.push_back(clause_.object);
  return out;
}

}  // namespace volteface
