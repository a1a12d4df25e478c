// Who did what a clause tells of nobody.
#include <algorithm>

#include "reading/act_words.h"
#include "reading/sides_left_out.h"

namespace volteface {

// "talks with Chad went on", "the treaty with Chad": those who talk to it in the story; but not "is
// known for talks with Chad", "has a treaty with Chad".
bool SidesLeftOut::is_meeting_of_nobody(const EventRule& rule, const Clause& clause) const {
  const bool meets = rule.type == EventType::consult && rule.mode != EventMode::none;
  if (rule.kind != EventRule::Word::noun || (!meets && rule.type != EventType::agree)) return false;
  const std::uint32_t above = tree_.head(clause.head);
  if (above == nowhere) return true;
  const std::uint32_t beyond = tree_.head(above);  // "sources close to the talks"
  const bool adjective =
      tree_.token(above).upos == "ADJ" || (beyond != nowhere && tree_.token(beyond).upos == "ADJ");
  if (adjective || tree_.lemma(above) == "have") return false;
  if (!tree_.is(clause.head, "nsubj")) return true;
  // "doubts that talks with Chad will help", "a treaty with Chad is on the agenda"
  const std::uint32_t helper = tree_.child(above, {"aux"});
  const bool open = helper != nowhere && tree_.token(helper).xpos == "MD";
  return !open && (meets || tree_.child(above, {"cop"}) == nowhere);
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

// "Togo is worried. The police expelled two Malians.": whether the sentence before tells of a state
// beside some sides.
bool SidesLeftOut::tells_of_third(std::uint32_t word, const std::vector<Actor>& sides) const {
  const std::uint32_t here = tree_.sentence(word);
  if (here == 0) return false;
  const Sentence& before = view_.document().sentences[here - 1];
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    const std::uint32_t e = tree_.is(t, "nsubj") ? view_.actors.entity_of(t) : nowhere;
    if (e == nowhere || view_.document().entities[e].state.empty()) continue;
    const std::string& state = view_.document().entities[e].state;
    return std::ranges::find(sides, state, &Actor::state) == sides.end();
  }
  return false;
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
    if (!side) return {};
    std::vector<Actor> sides = targets;
    sides.push_back(*side);
    const bool of_third = rule.kind == EventRule::Word::verb && tells_of_third(clause.head, sides);
    return of_third ? std::vector<Actor>() : std::vector{*side};
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
