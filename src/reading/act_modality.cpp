#include "reading/act_modality.h"

#include "reading/act_words.h"

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

// "announced a visit", "agreed on talks"
bool is_announced(const SentenceTree& tree, const EventRule& rule, std::uint32_t head) {
  if (rule.word == "expect" || rule.word == "await") return true;  // "is expected in Lima"
  const std::uint32_t above = tree.head(noun_meant(tree, head));
  // "under the mediation of Chad it was agreed": how, and not on what.
  const std::string preposition = tree.preposition(head);
  if (preposition == "under" || preposition == "through" || preposition == "after") return false;
  return rule.type == EventType::consult && rule.kind == EventRule::Word::noun &&
         above != nowhere && !tree.is(head, "nsubj") && is_in_list(tree, above, "announces");
}

}  // namespace

Modality modality_of_act(const SentenceTree& tree, const EventRule& rule, const Clause& clause) {
  if (is_offered(tree, rule, clause.head)) return Modality::asserted;
  if (is_announced(tree, rule, clause.head)) return Modality::planned;
  if (is_not_ruled_out(tree, clause.head)) return Modality::possible;
  return clause.modality;
}

}  // namespace volteface
