#include "reading/said_to_all.h"

#include <algorithm>

#include "reading/act_words.h"

namespace volteface {
namespace {

// "all states", "the delegates", "everyone who"; but not "the state", "states of the Gulf".
bool are_all(const ReportView& view, std::uint32_t noun) {
  const SentenceTree& tree = view.tree;
  if (!is_in_list(tree, noun, "members_of_body")) return false;
  const bool many = tree.token(noun).xpos == "NNS" || tree.lemma(noun) == "majority" ||
                    tree.token(noun).upos == "PRON" || tree.token(noun).upos == "DET";
  return many && view.actors.actors_below(noun).empty();
}

// "thanked the members of his delegation", "everyone in the kitchen": no hall; but "the members of
// the council", "all who voted for it".
bool are_of_another_house(const SentenceTree& tree, std::uint32_t noun) {
  if (noun == nowhere) return false;
  return std::ranges::any_of(tree.children(noun), [&](std::uint32_t c) {
    if (tree.token(c).deprel == "nmod:poss") return true;
    if (tree.is(c, "nmod")) return !is_in_list(tree, c, "voting_body");
    return tree.is(c, "acl") && !is_in_list(tree, c, "takes_a_stand");
  });
}

// "threatened to cut off aid to states that defy him": whom the infinitive would hurt.
bool would_hurt_all(const ReportView& view, std::uint32_t verb) {
  const std::uint32_t deed = view.tree.child(verb, {"xcomp"});
  if (deed == nowhere) return false;
  return std::ranges::any_of(view.tree.subtree(deed), [&](std::uint32_t t) {
    const bool hurt = view.tree.is(t, "obl") || view.tree.is(t, "nmod") || view.tree.is(t, "obj");
    return hurt && are_all(view, t);
  });
}

}  // namespace

bool is_said_to_all(const ReportView& view, const EventRule& rule, const Clause& clause) {
  const bool said = rule.type == EventType::request || rule.type == EventType::threaten ||
                    rule.type == EventType::accuse || rule.mode == EventMode::thank;
  if (!said || rule.kind != EventRule::Word::verb || clause.passive) return false;
  if (!view.names_united_nations() || !view.speaks_of_votes()) return false;
  // "thanked the five island states": no hall.
  const auto counts = [&](std::uint32_t t) { return view.tree.token(t).upos == "NUM"; };
  if (rule.mode == EventMode::thank && clause.object != nowhere &&
      (are_of_another_house(view.tree, clause.object) ||
       std::ranges::any_of(view.tree.subtree(clause.object), counts)))
    return false;
  if (are_all(view, clause.object) || are_all(view, clause.receiver)) return true;
  return rule.type == EventType::threaten && would_hurt_all(view, clause.head);
}

}  // namespace volteface
