// Acts of force that are told of, but not as done there: ended, feared, blamed on somebody.
#include <algorithm>

#include "reading/act_words.h"
#include "reading/rule_words.h"
#include "reading/untold_acts.h"

namespace volteface {

// "warned of consequences if it attacked", however that hangs
bool UntoldActs::is_threatened(std::uint32_t condition) const {
  constexpr int highest = 2;
  std::uint32_t at = tree_.head(condition);
  for (int step = 0; at != nowhere && step < highest; ++step, at = tree_.head(at))
    if (tree_.lemma(at) == "warn" || tree_.lemma(at) == "threaten") return true;
  return false;
}

// "blamed the raid on Chad", "pinned it on Chad": by the rules of the word, since a lemmatizer
// errs.
bool UntoldActs::blames(std::uint32_t verb) const {
  return std::ranges::any_of(rules_of_word(view_, verb), [](std::size_t k) {
    const std::string& word = reading_tables().events()[k].word;
    return word == "blame" || word == "pin";
  });
}

// Acts of force that are told of otherwise: "to end the war", "warned it if it attacked".
bool UntoldActs::is_force_told_otherwise(const EventRule& rule, const Clause& clause) const {
  if (rule.type != EventType::assault) return false;
  const std::uint32_t above = tree_.head(clause.head);
  if (tree_.has_child(clause.head, "mark", "if") && is_threatened(clause.head)) return true;
  const bool ended =
      above != nowhere && tree_.is(clause.head, "obj") && is_in_list(tree_, above, "ends_force");
  const bool blamed = above != nowhere && tree_.is(clause.head, "obj") && blames(above);
  return ended || blamed || is_blamed_for(clause.head) || hurts_by_words(clause) ||
         tree_.preposition(clause.head) == "since";
}

// "the blame for the raid", "laid the blame for the raid", however it hangs
bool UntoldActs::is_blamed_for(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  if (above == nowhere || tree_.preposition(noun) != "for") return false;
  return is_in_list(tree_, above, "guilt") ||
         is_in_list(tree_, tree_.child(above, {"obj"}), "guilt");
}

// "launched a verbal attack"
bool UntoldActs::hurts_by_words(const Clause& clause) const {
  const std::uint32_t thing = tree_.token(clause.head).upos == "VERB" ? clause.object : clause.head;
  return thing != nowhere && std::ranges::any_of(tree_.children(thing), [&](std::uint32_t c) {
           return tree_.is(c, "amod") && is_in_list(tree_, c, "in_words");
         });
}

}  // namespace volteface
