// Who did what a clause tells of nobody.
#include "reading/act_words.h"
#include "reading/sides_left_out.h"

namespace volteface {

// "talks with Chad went on", "the treaty with Chad": those who talk to it in the story; but not "is
// known for talks with Chad", "has a treaty with Chad".
bool SidesLeftOut::is_meeting_of_nobody(const EventRule& rule, const Clause& clause) const {
  const bool meets = rule.type == EventType::consult && rule.mode != EventMode::none;
  if (rule.kind != EventRule::Word::noun || (!meets && rule.type != EventType::agree)) return false;
  const std::uint32_t above = tree_.head(clause.head);
  return above == nowhere || (tree_.token(above).upos != "ADJ" && tree_.lemma(above) != "have");
}

// "The police expelled two Chadians": where nothing tells whose police, those of the other side;
// but what an army topples or seizes is most often its own.
bool SidesLeftOut::is_done_by_body_at_home(const EventRule& rule, const Clause& clause) const {
  const std::uint32_t who = clause.subject;
  const bool force = rule.type == EventType::assault || rule.type == EventType::coerce;
  if (rule.kind != EventRule::Word::verb || force || clause.passive || who == nowhere) return false;
  if (!is_in_list(tree_, who, "state_body") || !tree_.has_child(who, "det", "the")) return false;
  return tree_.child(who, {"nmod", "nmod:poss", "conj", "nummod"}) == nowhere &&
         tree_.lemma(who) != "administration";  // so Washington is called everywhere
}

std::vector<Actor> SidesLeftOut::doer_left_out(const EventRule& rule, const Slots& slots,
                                               const std::vector<Actor>& targets) const {
  const Clause& clause = slots.clause();
  // "Students burned the flag of Chad": where the other side is at home.
  const bool street = rule.type == EventType::protest && !clause.passive &&
                      is_in_list(tree_, clause.subject, "marchers");
  if (street) {
    const auto side = story_.other_side(targets, clause.head);
    return side ? std::vector{*side} : std::vector<Actor>();
  }
  const bool one_side = is_meeting_of_nobody(rule, clause) || is_done_by_body_at_home(rule, clause);
  if (one_side && targets.size() <= 2) {
    const auto side = story_.other_side(targets, clause.head);
    return side ? std::vector{*side} : std::vector<Actor>();
  }
  const bool may_be = !rule.target_named && is_of_a_kind_that_leaves_out(rule);
  if (!clause.passive || clause.subject != nowhere || !may_be) return {};
  if (rule.type == EventType::assault) return {};       // "ten were killed": nobody says by whom
  const std::uint32_t above = tree_.head(clause.head);  // "made to be rejected": by nobody
  if (tree_.has_child(clause.head, "mark", "to") && above != nowhere &&
      (tree_.is(clause.head, "xcomp") || tree_.is(clause.head, "advcl")))
    return {};
  // "was condemned in Paris"
  const bool words = rule.type == EventType::accuse || rule.type == EventType::support;
  if (words) {
    if (const auto place = slots.place()) return {*place};
  }
  // "Chad had been suspended before": by that of which it is a member; diplomats are of none.
  if (reading_tables().in_list("by_organisation", rule.word) && names_state(clause.object)) {
    if (const auto organisation = story_.last_organisation(clause.head)) return {*organisation};
  }
  // "the Malian envoy was expelled, too": by whom the one before was.
  const bool too = tree_.has_child(clause.head, "advmod", "too") ||
                   tree_.has_child(clause.head, "advmod", "also");
  const auto last = too ? story_.last_doer(rule.type, clause.head) : std::nullopt;
  const auto is_target = [&](const Actor& target) { return last && same_side(target, *last); };
  if (last && std::ranges::none_of(targets, is_target)) return {*last};
  if (auto side = story_.other_side(targets, clause.head)) return {*side};
  return {};
}

}  // namespace volteface
