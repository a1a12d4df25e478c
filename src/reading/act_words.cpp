#include "reading/act_words.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

bool is_in_list(const SentenceTree& tree, std::uint32_t noun, std::string_view list) {
  return noun != nowhere && reading_tables().in_list(list, lower_case(tree.lemma(noun)));
}

bool is_pair(const SentenceTree& tree, std::uint32_t noun) {
  constexpr std::array<std::string_view, 2> words = {"both", "two"};
  if (noun == nowhere || !reading_tables().in_list("pair", lower_case(tree.lemma(noun))))
    return false;
  return std::ranges::any_of(tree.children(noun), [&](std::uint32_t c) {
    return is_one_of(lower_case(tree.lemma(c)), words);
  });
}

bool is_the_two(const SentenceTree& tree, std::uint32_t noun) {
  if (noun == nowhere) return false;
  const std::string_view word = tree.lemma(noun);
  if (word == "two" || word == "both") return true;
  const std::uint32_t count = tree.child(noun, {"nummod"});
  return (count != nowhere && tree.lemma(count) == "two") || tree.has_child(noun, "det", "both");
}

bool is_motive(const SentenceTree& tree, std::uint32_t noun) {
  if (!is_in_list(tree, noun, "motive")) return false;
  const std::string preposition = tree.preposition(noun);
  if (preposition == "in" || preposition == "out of") return true;
  // But not "a treaty of friendship".
  const std::uint32_t of = preposition == "of" ? tree.child(noun, {"case"}) : nowhere;
  return of != nowhere && of > 0 && tree.lemma(of - 1) == "out";
}

bool stands_for_two(const SentenceTree& tree, std::uint32_t noun) {
  if (noun == nowhere) return false;
  const bool pointed = tree.has_child(noun, "det", "this") || tree.has_child(noun, "det", "that");
  if (pointed) return false;  // "these two"
  const bool bare = tree.lemma(noun) == "two" && !tree.has_child(noun, "det", "the");
  if (bare) return false;  // "expelled two"
  if (tree.child(noun, {"nummod"}) != nowhere && !tree.has_child(noun, "det", "the") &&
      tree.child(noun, {"nmod:poss"}) == nowhere)
    return false;  // "two ministers"
  if (is_the_two(tree, noun) || lower_case(tree.lemma(noun)) == "duo") return true;
  const bool pair = lower_case(tree.lemma(noun)) == "pair";
  const bool sides = is_in_list(tree, noun, "two_sides") && tree.token(noun).xpos == "NNS";
  if (!pair && !sides) return false;
  return tree.has_child(noun, "det", "the") && tree.child(noun, {"nummod", "amod"}) == nowhere &&
         tree.child(noun, {"nmod"}) == nowhere;
}

bool is_move(const SentenceTree& tree, std::uint32_t object) {
  return is_in_list(tree, object, "move");
}

bool is_text(const SentenceTree& tree, std::uint32_t object) {
  return object != nowhere && reading_tables().in_list("resolution", tree.lemma(object));
}

std::uint32_t described_by(const SentenceTree& tree, std::uint32_t pronoun) {
  const std::string_view tag = tree.token(pronoun).xpos;
  if (tag != "WDT" && tag != "WP") return nowhere;
  const std::uint32_t verb = tree.head(pronoun);
  const bool relative = verb != nowhere && tree.is(verb, "acl") && tree.head(verb) < pronoun;
  return relative ? tree.head(verb) : nowhere;
}

bool tells_whose(const SentenceTree& tree, std::uint32_t modifier) {
  return tree.token(modifier).deprel == "nmod:poss" || tree.is(modifier, "amod") ||
         tree.is(modifier, "compound") || tree.preposition(modifier) == "by";
}

std::uint32_t done_to_described(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t subject = tree.child(verb, {"nsubj"});
  const std::uint32_t object = tree.child(verb, {"obj"});
  if (!tree.is(verb, "acl") || subject == nowhere) return nowhere;
  if (tree.token(subject).xpos.starts_with("W") || lower_case(tree.lemma(subject)) == "that")
    return nowhere;
  if (object == nowhere)
    return tree.has_child(verb, "mark", "that") && tree.child(verb, {"obl"}) == nowhere
               ? tree.head(verb)
               : nowhere;
  const bool relative = tree.token(object).xpos.starts_with("W") || tree.lemma(object) == "that";
  return relative && object < verb ? tree.head(verb) : nowhere;
}

std::uint32_t noun_meant(const SentenceTree& tree, std::uint32_t t) {
  const bool another = tree.lemma(t) == "another" && tree.is(t, "conj");
  return another && tree.token(tree.head(t)).upos == "NOUN" ? tree.head(t) : t;
}

}  // namespace volteface
