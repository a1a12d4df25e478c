#include "reading/plain_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/clause_modality.h"

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
    read_backing(token);
    read_demand(token);
    read_charge(token);
    return std::move(out_);
  }

 private:
  void read_presence(std::uint32_t t);
  void read_backing(std::uint32_t t);
  void read_demand(std::uint32_t t);
  void read_charge(std::uint32_t t);
  std::uint32_t place_of_stay(std::uint32_t t) const;
  std::string state_of_place(std::uint32_t noun) const;
  bool is_behind(std::uint32_t noun) const;
  bool is_said_to_be_due(std::uint32_t verb) const;
  std::uint32_t sayer_of(std::uint32_t verb) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<PlainAct> out_;
};

// "On Friday the minister of Chad was in Lima", "is off to Lima", "is back from Lima": a visit,
// where the day is told, or the way.
void PlainActs::read_presence(std::uint32_t t) {
  const std::uint32_t place = place_of_stay(t);
  if (place == nowhere) return;
  const std::string state = state_of_place(place);
  if (state.empty()) return;
  Clause clause = clause_of_verb(tree_, t);
  const bool for_talks = std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    return (o.preposition == "for" || o.preposition == "on") &&
           is_in_list(tree_, o.noun, "occasion");
  });
  const bool under_way = tree_.has_child(t, "case", "off");
  // "was in Lima, where she met": what she was there for
  const bool to_act = tree_.has_child(t, "acl", "meet");
  const bool told =
      tree_.preposition(t) != "in" || view_.calendar.has_own_date(t) || for_talks || to_act;
  if (under_way) clause.modality = weakest(clause.modality, Modality::planned);
  const bool comes_about =
      clause.modality == Modality::asserted || clause.modality == Modality::planned;
  if (!comes_about || !told) return;
  clause.head = t;
  clause.time = clause.modality == Modality::planned ? ClauseTime::future : ClauseTime::past;
  const EventRule visit = visit_rule();
  const std::uint32_t who = clause.subject;
  if (is_in_list(tree_, who, "residents")) return;
  const bool official = is_in_list(tree_, who, "office") || is_in_list(tree_, who, "visitors");
  for (const Actor& guest : view_.actors.actors_of(who)) {
    if (!guest.person.empty() || official) out_.push_back({visit, clause, guest, {state, "", ""}});
  }
}

// Where somebody is said to be, to be bound for or to be back from.
std::uint32_t PlainActs::place_of_stay(std::uint32_t t) const {
  if (tree_.child(t, {"cop"}) == nowhere) return nowhere;
  const std::string preposition = tree_.preposition(t);
  const bool has_been = preposition == "to" && tree_.has_child(t, "aux", "have");  // "to Lima"
  if (preposition == "in" || has_been || tree_.has_child(t, "case", "off")) return t;
  if (tree_.lemma(t) != "back") return nowhere;
  for (const std::uint32_t c : tree_.children(t))
    if (tree_.is(c, "obl") && tree_.preposition(c) == "from") return c;
  return nowhere;
}

std::string PlainActs::state_of_place(std::uint32_t noun) const {
  const std::uint32_t e = view_.actors.entity_of(noun);
  if (e == nowhere) return {};
  const NameType type = view_.document().entities[e].type;
  const bool place = type == NameType::place || type == NameType::state;
  return place ? view_.document().entities[e].state : std::string();
}

// "Chad is firmly behind Mali", but not "behind the raid", "far behind Mali", "behind it on
// points".
void PlainActs::read_backing(std::uint32_t t) {
  if (!is_behind(t)) return;
  const bool in_a_race = std::ranges::any_of(tree_.children(t), [&](std::uint32_t c) {
    return tree_.is(c, "obl") || tree_.is(c, "nmod") || is_in_list(tree_, c, "lags");
  });
  if (in_a_race) return;
  EventRule backing = rule_of(EventType::support);
  backing.mode = EventMode::endorse;
  const Clause clause = clause_of_verb(tree_, t);
  for (const Actor& source : view_.actors.actors_of(clause.subject)) {
    for (const Actor& target : view_.actors.actors_of(t))
      out_.push_back({backing, clause, source, target});
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
