// Words of the table of acts in a sense that tells none.
#include <algorithm>

#include "reading/act_words.h"
#include "reading/untold_acts.h"

namespace volteface {

// The word, but no act: "on the same side", "met the criteria", "glad to see her".
bool UntoldActs::is_other_sense(const EventRule& rule, const Clause& clause) const {
  const std::uint32_t above = tree_.head(clause.head);
  if (rule.mode == EventMode::visit && goes_to_court(clause)) return true;
  // "flew its flags for Chad"
  if (rule.mode == EventMode::visit && rule.word == "fly" && rule.particle.empty())
    return tree_.child(clause.head, {"obj"}) != nowhere;
  if (rule.word == "side") return is_no_support(clause.head);
  if (rule.word == "solidarity") return is_reason_given(clause.head);
  if (rule.word == "see" && rule.type == EventType::consult)
    return above != nowhere && tree_.token(above).upos == "ADJ";
  if (is_done_to_itself(rule, clause)) return true;
  if (rule.word == "talk" && rule.kind == EventRule::Word::noun &&
      tree_.token(clause.head).xpos == "NN" && is_mere_talk(clause.head))
    return true;
  if (rule.word == "trade" && tree_.is(clause.head, "compound")) return true;  // "a trade war"
  // "trade between them has collapsed", "stopped its exports"
  const bool trades = rule.word == "trade" || rule.word == "export";
  if (trades && rule.kind == EventRule::Word::noun && rule.type == EventType::cooperate)
    return is_in_list(tree_, above, "trade_ends");
  // "its minister returned to the Union": he, and not the state
  if (rule.word == "return" && is_in_list(tree_, clause.subject, "visitors"))
    return rule.type == EventType::support;
  if (rule.type == EventType::support && (rule.word == "return" || rule.word == "come"))
    return comes_home(clause);
  if (rule.word == "regret") return is_in_list(tree_, clause.object, "mishap");
  if (rule.word == "shoot") return is_in_list(tree_, clause.object, "has_title");  // "a film"
  if (rule.word == "meet" && rule.type == EventType::consult)
    return is_in_list(tree_, clause.object, "met_by_effort") || meets_with_a_view(clause);
  // "is accredited to Chad as well": known before.
  if (rule.word == "accredit") {
    const std::uint32_t be = tree_.child(clause.head, {"aux:pass", "cop"});
    return be != nowhere && (tree_.token(be).xpos == "VBZ" || tree_.token(be).xpos == "VBP");
  }
  // "welcomed the accord, and the minister": what is greeted is no guest.
  if (rule.type == EventType::consult && rule.kind == EventRule::Word::verb &&
      (rule.word == "welcome" || rule.word == "greet"))
    return is_text(tree_, clause.object) || is_in_list(tree_, clause.object, "agreed");
  if (rule.word == "rule") return clause.modality == Modality::negated;  // "does not rule out"
  return rule.mode == EventMode::call && is_name_given(rule, clause.head);
}

// "went to the World Court": with a charge.
bool UntoldActs::goes_to_court(const Clause& clause) const {
  return tree_.lemma(clause.head) == "go" &&
         std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
           return o.preposition == "to" && is_in_list(tree_, o.noun, "tribunals");
         });
}

// "returned home", "came back from Chad": to no post.
bool UntoldActs::comes_home(const Clause& clause) const {
  return tree_.has_child(clause.head, "advmod", "home") ||
         std::ranges::any_of(clause.obliques,
                             [](const Oblique& o) { return o.preposition == "from"; });
}

// "had to defend itself": nobody else, though not "aligned itself with Chad".
bool UntoldActs::is_done_to_itself(const EventRule& rule, const Clause& clause) const {
  if (rule.type != EventType::support || clause.object == nowhere) return false;
  const std::string_view word = tree_.lemma(clause.object);
  const bool to_object = std::ranges::find(rule.target, "obj") != rule.target.end();
  return to_object && (word.ends_with("self") || word.ends_with("selves"));
}

// "recalled its envoy in solidarity with Chad": why, but not "stands in solidarity with it".
bool UntoldActs::is_reason_given(std::uint32_t solidarity) const {
  const std::uint32_t above = tree_.head(solidarity);
  const std::string preposition = tree_.preposition(solidarity);
  if (preposition.empty() || above == nowhere || tree_.is(solidarity, "obj")) return false;
  const std::string_view verb = tree_.lemma(above);
  const bool stands = verb == "stand" || verb == "be" || verb == "act" || verb == "speak" ||
                      tree_.child(solidarity, {"cop"}) != nowhere;
  return !stands;
}

// "talk of war", "its tough talk": with nobody; but not "had a talk with", "a talk between".
bool UntoldActs::is_mere_talk(std::uint32_t talk) const {
  const auto leads_to = [&](std::uint32_t word, std::string_view preposition) {
    return std::ranges::any_of(tree_.children(word), [&](std::uint32_t c) {
      return c > word && tree_.preposition(c) == preposition;
    });
  };
  const std::uint32_t above = tree_.head(talk);
  const bool has_other = leads_to(talk, "with") || leads_to(talk, "between") ||
                         (above != nowhere && tree_.is(talk, "obj") && leads_to(above, "with"));
  return leads_to(talk, "of") || !has_other;
}

// "the plan met with approval in Chad"
bool UntoldActs::meets_with_a_view(const Clause& clause) const {
  return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    return o.preposition == "with" && is_in_list(tree_, o.noun, "met_with");
  });
}

// "on the same side as Chad", "on both sides", "Chad, on its side, said"
bool UntoldActs::is_no_support(std::uint32_t side) const {
  if (side > 1 && tree_.lemma(side - 2) == "side") return true;  // "side by side"
  const std::uint32_t owner = tree_.child(side, {"nmod:poss"});
  const bool its = owner != nowhere && tree_.token(owner).upos == "PRON";
  if (its && tree_.preposition(side) == "on") return true;
  return tree_.has_child(side, "amod", "same") || tree_.has_child(side, "det", "both") ||
         tree_.token(side).xpos == "NNS";
}

}  // namespace volteface
