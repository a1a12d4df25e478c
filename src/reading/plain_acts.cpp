#include "reading/plain_acts.h"

#include <algorithm>

#include "reading/act_words.h"

namespace volteface {
namespace {

EventRule rule_of(EventType type) {
  EventRule rule;
  rule.type = type;
  return rule;
}

class PlainActs {
 public:
  explicit PlainActs(const ReportView& view) : view_(view), tree_(view.tree) {}

  std::vector<PlainAct> at(std::uint32_t token) {
    read_presence(token);
    read_demand(token);
    read_charge(token);
    return std::move(out_);
  }

 private:
  void read_presence(std::uint32_t t);
  void read_demand(std::uint32_t t);
  void read_charge(std::uint32_t t);
  bool is_behind(std::uint32_t noun) const;
  bool is_said_to_be_due(std::uint32_t verb) const;
  std::uint32_t sayer_of(std::uint32_t verb) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<PlainAct> out_;
};

// "On Friday the minister of Chad was in Lima": a visit, where the day is told.
void PlainActs::read_presence(std::uint32_t t) {
  if (tree_.preposition(t) != "in" || tree_.child(t, {"cop"}) == nowhere) return;
  const std::uint32_t e = view_.actors.entity_of(t);
  if (e == nowhere || view_.document().entities[e].state.empty()) return;
  if (view_.document().entities[e].type == NameType::person) return;
  Clause clause = clause_of_verb(tree_, t);
  const bool for_talks = std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    return (o.preposition == "for" || o.preposition == "on") &&
           is_in_list(tree_, o.noun, "occasion");
  });
  const bool told = view_.calendar.has_own_date(t) || for_talks;
  if (clause.modality != Modality::asserted || !told) return;
  clause.head = t;
  clause.time = ClauseTime::past;
  const EventRule visit = visit_rule();
  const std::uint32_t who = tree_.child(t, {"nsubj"});
  const bool official = is_in_list(tree_, who, "office");
  for (const Actor& guest : view_.actors.actors_of(who)) {
    if (!guest.person.empty() || official)
      out_.push_back({visit, clause, guest, {view_.document().entities[e].state, "", ""}});
  }
}

// "Chad must free them, Mali said": asked for by who says it.
void PlainActs::read_demand(std::uint32_t t) {
  if (!is_said_to_be_due(t) || view_.quote_of(t) != nowhere) return;
  const std::uint32_t sayer = sayer_of(t);
  if (sayer == nowhere) return;
  const EventRule request = rule_of(EventType::request);
  Clause clause = clause_of_verb(tree_, t);
  clause.modality = Modality::asserted;
  clause.time = ClauseTime::past;
  for (const Actor& source : view_.actors.actors_of(sayer)) {
    for (const Actor& target : view_.actors.actors_of(subject_of(tree_, t)))
      out_.push_back({request, clause, source, target});
  }
}

// "Mali said that Chad had broken the treaty", "says that Chad was behind the raid": a charge.
void PlainActs::read_charge(std::uint32_t t) {
  const bool behind = tree_.lemma(t) == "behind" || is_behind(t);
  if (!behind && !is_in_list(tree_, t, "misdeed")) return;
  if (view_.quote_of(t) != nowhere || modality_of(tree_, t) == Modality::negated) return;
  const std::uint32_t above = tree_.head(t);
  const bool said =
      above != nowhere && tree_.is(t, "ccomp") && is_in_list(tree_, above, "says_that");
  if (!said || modality_of(tree_, above) == Modality::negated) return;
  EventRule charge = rule_of(EventType::accuse);
  charge.word = "say";
  Clause clause = clause_of_verb(tree_, above);
  clause.modality = Modality::asserted;
  const std::uint32_t doer = behind ? tree_.child(t, {"nsubj"}) : subject_of(tree_, t);
  for (const Actor& source : view_.actors.actors_of(clause.subject)) {
    for (const Actor& target : view_.actors.actors_below(doer))
      out_.push_back({charge, clause, source, {target.state, target.org, ""}});
  }
}

// "was behind the raid"
bool PlainActs::is_behind(std::uint32_t noun) const {
  return tree_.preposition(noun) == "behind" && tree_.child(noun, {"cop"}) != nowhere;
}

// "must leave", but not "must be glad", "must have left".
bool PlainActs::is_said_to_be_due(std::uint32_t verb) const {
  if (tree_.token(verb).upos != "VERB" || is_passive(tree_, verb)) return false;
  if (tree_.has_child(verb, "aux", "have") || tree_.has_child(verb, "advmod", "not")) return false;
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "aux") && is_in_list(tree_, c, "obliges");
  });
}

// The subject of the verb of saying above a clause, or put in beside it.
std::uint32_t PlainActs::sayer_of(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (above != nowhere && tree_.is(verb, "ccomp") && is_in_list(tree_, above, "say"))
    return subject_of(tree_, above);
  for (const std::uint32_t c : tree_.children(verb)) {
    const bool says = is_in_list(tree_, c, "say") || is_in_list(tree_, c, "demands");
    if (tree_.is(c, "parataxis") && says) return tree_.child(c, {"nsubj"});
  }
  return nowhere;
}

}  // namespace

EventRule visit_rule() {
  EventRule rule = rule_of(EventType::consult);
  rule.mode = EventMode::visit;
  return rule;
}

std::vector<PlainAct> plain_acts_at(const ReportView& view, std::uint32_t token) {
  return PlainActs(view).at(token);
}

}  // namespace volteface
