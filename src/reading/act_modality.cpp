#include "reading/act_modality.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/clause_modality.h"

namespace volteface {
namespace {

// "offered its condolences": done by the words.
bool is_offered(const SentenceTree& tree, const EventRule& rule, std::uint32_t head) {
  const std::uint32_t above = tree.head(head);
  return rule.type == EventType::support && rule.kind == EventRule::Word::noun &&
         above != nowhere && (tree.lemma(above) == "offer" || tree.lemma(above) == "extend");
}

// "does not rule out sanctions", "does not rule out lifting them"
bool is_not_ruled_out(const SentenceTree& tree, std::uint32_t head) {
  const std::uint32_t above = tree.head(head);
  const bool ruled = tree.is(head, "obj") || tree.is(head, "xcomp") || tree.is(head, "advcl");
  return above != nowhere && ruled && tree.lemma(above) == "rule" &&
         modality_of(tree, above) == Modality::negated;
}

// "turned down Chad's request": it was made.
bool is_answered_with_no(const SentenceTree& tree, const EventRule& rule, std::uint32_t head) {
  const bool said = rule.type == EventType::request || rule.type == EventType::accuse ||
                    rule.type == EventType::threaten;
  if (!said || rule.kind != EventRule::Word::noun || tree.has_child(head, "det", "no"))
    return false;
  const std::uint32_t above = tree.head(head);
  const bool object = tree.is(head, "obj") || tree.token(head).deprel == "nsubj:pass";
  return object && is_in_list(tree, above, "answers_no") &&
         modality_of(tree, above) == Modality::asserted;
}

// "announced a visit", "agreed on talks"
bool is_announced(const SentenceTree& tree, const EventRule& rule, std::uint32_t head) {
  const bool awaits = rule.word == "expect" || rule.word == "await";
  if (awaits && rule.type == EventType::consult) return true;  // "is expected in Lima"
  const std::uint32_t above = tree.head(noun_meant(tree, head));
  // "under the mediation of Chad it was agreed": how, and not on what.
  const std::string preposition = tree.preposition(head);
  if (preposition == "under" || preposition == "through" || preposition == "after") return false;
  return rule.type == EventType::consult && rule.kind == EventRule::Word::noun &&
         above != nowhere && !tree.is(head, "nsubj") && is_in_list(tree, above, "announces");
}

}  // namespace

bool is_denied_outright(const SentenceTree& tree, const Clause& clause) {
  const std::uint32_t head = clause.head;
  if (clause.modality != Modality::negated || tree.has_child(head, "aux", "have")) return false;
  if (tree.has_child(head, "mark", "if") || tree.has_child(head, "mark", "unless")) return false;
  const bool none = clause.object != nowhere && (tree.has_child(clause.object, "det", "no") ||
                                                 tree.lemma(clause.object) == "nothing");
  const bool no_longer = std::ranges::any_of(
      tree.children(head), [&](std::uint32_t c) { return is_no_longer(tree, c); });
  return none || no_longer || tree.has_child(head, "advmod", "not") ||
         tree.has_child(head, "advmod", "never");
}

Modality modality_of_act(const SentenceTree& tree, const EventRule& rule, const Clause& clause) {
  if (rule.denied) return Modality::asserted;
  if (clause.modality != Modality::negated && is_offered(tree, rule, clause.head))
    return Modality::asserted;
  if (is_answered_with_no(tree, rule, clause.head)) return Modality::asserted;
  if (is_announced(tree, rule, clause.head)) return Modality::planned;
  if (is_not_ruled_out(tree, clause.head)) return Modality::possible;
  return clause.modality;
}

}  // namespace volteface
