#include "reading/saying.h"

#include <array>

#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::array<std::string_view, 9> verbs = {
    "recall", "report", "offer", "declare", "announce", "admit", "post", "call", "describe"};

// "called in its envoy", but not "called it a farce"
bool calls_somebody(const SentenceTree& tree, std::uint32_t verb) {
  constexpr std::array<std::string_view, 7> particles = {"in",  "home", "off", "back",
                                                         "for", "on",   "up"};
  const bool ends = verb + 1 >= tree.document().tokens.size();
  return !ends && tree.lemma(verb) == "call" && is_one_of(tree.lemma(verb + 1), particles);
}

}  // namespace

bool does_to_object(const SentenceTree& tree, std::uint32_t verb) {
  if (calls_somebody(tree, verb)) return true;
  // "called it a farce" tells words, and is looked at by whoever asks.
  if (!is_one_of(tree.lemma(verb), verbs) || tree.lemma(verb) == "call" ||
      tree.lemma(verb) == "describe")
    return false;
  const std::uint32_t object = tree.child(verb, {"obj"});
  const std::uint32_t subject = tree.child(verb, {"nsubj"});
  // ", recalls Ana Ruiz": a parser may take who speaks for an object.
  const bool whole = object != nowhere && object > verb && subject != nowhere && subject < verb;
  return whole || is_passive(tree, verb);
}

bool tells_words(const SentenceTree& tree, std::uint32_t verb) {
  const bool does = is_one_of(tree.lemma(verb), verbs) && tree.child(verb, {"obj"}) != nowhere;
  // "Chad said no" is its vote.
  const std::uint32_t next = verb + 1;
  const bool ballot =
      next < tree.document().tokens.size() && tree.lemma(verb) == "say" &&
      (tree.lemma(next) == "no" || tree.lemma(next) == "yes") &&
      (next + 1 == tree.document().tokens.size() || tree.token(next + 1).upos != "NOUN");
  return !does && !ballot && reading_tables().in_list("say", tree.lemma(verb));
}

}  // namespace volteface
