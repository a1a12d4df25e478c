#include "reading/plain_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/clause_modality.h"
#include "reading/rule_words.h"
#include "reading/sayers.h"

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
    read_threat(token);
    read_denial(token);
    return std::move(out_);
  }

 private:
  void read_presence(std::uint32_t t);
  void read_backing(std::uint32_t t);
  void read_demand(std::uint32_t t);
  void read_charge(std::uint32_t t);
  std::uint32_t place_of_stay(std::uint32_t t) const;
  std::string state_of_place(std::uint32_t noun) const;
  void read_threat(std::uint32_t t);
  void read_denial(std::uint32_t t);
  void tell(EventType type, std::uint32_t clause, std::uint32_t source,
            const std::vector<Actor>& targets);
  bool is_behind(std::uint32_t noun) const;
  bool is_guilt(std::uint32_t verb) const;
  std::vector<Actor> doers_of(std::uint32_t deed) const;
  bool is_called_false(std::uint32_t word) const;
  bool is_reviled(std::uint32_t noun) const;
  bool is_said_to_be_due(std::uint32_t verb) const;
  bool is_bidden(std::uint32_t verb) const;
  bool means_war(std::uint32_t noun) const;
  bool will_be_paid_for(std::uint32_t verb) const;
  bool is_to_come(std::uint32_t verb) const;
  bool befalls_anybody(std::uint32_t verb) const;
  bool is_firm_answer(std::uint32_t verb) const;
  bool is_answer(std::uint32_t verb) const;
  std::uint32_t answered_by(std::uint32_t verb) const;
  std::vector<Actor> who_must(std::uint32_t verb) const;
  std::uint32_t sayer_of(std::uint32_t verb, std::string_view list) const {
    return volteface::sayer_of(tree_, verb, list);
  }

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
  const std::uint32_t there = tree_.child(t, {"acl"});
  const bool to_act = is_in_list(tree_, there, "done_there");
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

// An act of words: done by who says them, then.
void PlainActs::tell(EventType type, std::uint32_t clause_of, std::uint32_t source,
                     const std::vector<Actor>& targets) {
  EventRule rule = rule_of(type);
  if (type == EventType::accuse) rule.word = "say";
  Clause clause = clause_of_verb(tree_, clause_of);
  clause.modality = Modality::asserted;
  clause.time = ClauseTime::past;
  const std::vector<Actor> sayers = view_.actors.actors_of(source);
  for (const Actor& sayer : sayers) {
    for (const Actor& target : targets) {
      // Of several, the other side of one may be another.
      const bool named = !target.state.empty() || !target.org.empty();
      if (named || sayers.size() == 1) out_.push_back({rule, clause, sayer, target});
    }
  }
}

// "Chad must free them, Mali said", "Mali insisted that Chad leave": asked for by who says it.
void PlainActs::read_demand(std::uint32_t t) {
  if (view_.quote_of(t) != nowhere) return;
  const bool due = is_said_to_be_due(t);
  if (!due && !is_bidden(t)) return;
  std::uint32_t sayer = due ? sayer_of(t, "say") : nowhere;
  if (sayer == nowhere) sayer = sayer_of(t, "demands");
  if (sayer == nowhere && due) sayer = sayer_of(t, "decides");
  if (sayer != nowhere) tell(EventType::request, t, sayer, who_must(t));
}

// Of "told Chad that it must leave" Chad.
std::vector<Actor> PlainActs::who_must(std::uint32_t verb) const {
  const std::uint32_t subject = subject_of(tree_, verb);
  const std::uint32_t above = tree_.head(verb);
  const bool pronoun = subject != nowhere && tree_.token(subject).upos == "PRON";
  if (pronoun && above != nowhere && tree_.lemma(above) == "tell") {
    const std::uint32_t told = tree_.child(above, {"obj", "iobj"});
    if (told != nowhere) return view_.actors.actors_of(told);
  }
  return view_.actors.actors_of(subject);
}

// "Mali said that Chad had broken the treaty", "says that Chad was behind the raid", "Chad, says
// Mali, is a liar": a charge.
void PlainActs::read_charge(std::uint32_t t) {
  const bool behind = tree_.lemma(t) == "behind" || is_behind(t);
  const bool reviled = is_reviled(t);
  if (!behind && !reviled && !is_in_list(tree_, t, "misdeed") && !is_guilt(t)) return;
  if (view_.quote_of(t) != nowhere || modality_of(tree_, t) == Modality::negated) return;
  // "was trying to topple it"
  std::uint32_t told = t;
  while (tree_.is(told, "xcomp") && is_in_list(tree_, tree_.head(told), "strives"))
    told = tree_.head(told);
  const std::uint32_t sayer = sayer_of(told, "says_that");
  if (sayer == nowhere) return;
  const std::uint32_t doer = behind || reviled ? tree_.child(t, {"nsubj"}) : subject_of(tree_, t);
  std::vector<Actor> targets = view_.actors.actors_below(doer);
  for (Actor& target : targets) target.person.clear();
  const std::uint32_t above = tree_.head(told);
  // "alleged that Chad was behind it": a rule tells it.
  const bool by_rule = tree_.is(told, "ccomp") &&
                       std::ranges::any_of(rules_of_word(view_, above), [](std::size_t k) {
                         return reading_tables().events()[k].type == EventType::accuse;
                       });
  if (by_rule) return;
  tell(EventType::accuse, tree_.is(told, "ccomp") ? above : t, sayer, targets);
}

// "Chad is a liar"
bool PlainActs::is_reviled(std::uint32_t noun) const {
  return tree_.child(noun, {"cop"}) != nowhere && is_in_list(tree_, noun, "insults");
}

// "is to blame", "bears the blame", "has crossed a line"
bool PlainActs::is_guilt(std::uint32_t verb) const {
  const std::string_view word = tree_.lemma(verb);
  if (word == "blame" && tree_.has_child(verb, "mark", "to")) {
    const std::uint32_t above = tree_.head(verb);
    return tree_.child(verb, {"cop", "aux"}) != nowhere ||
           (above != nowhere && tree_.lemma(above) == "be");
  }
  const std::uint32_t object = tree_.child(verb, {"obj"});
  if (object == nowhere) return false;
  if (word == "cross") return tree_.lemma(object) == "line";
  return (word == "bear" || word == "carry" || word == "share") &&
         is_in_list(tree_, object, "guilt");
}

// "Mali said that an attack by Chad would be an act of war", "that Chad would pay for it"
void PlainActs::read_threat(std::uint32_t t) {
  if (is_firm_answer(t) && view_.quote_of(t) == nowhere) {
    if (const std::uint32_t sayer = sayer_of(t, "says_that"); sayer != nowhere)
      tell(EventType::threaten, t, sayer, {Actor{}});
    return;
  }
  const bool war = means_war(t);
  if (!war && !will_be_paid_for(t) && !is_answer(t) && !befalls_anybody(t)) return;
  // "would be an act of war", "would be taken as an act of war"
  const bool as = war && tree_.child(t, {"cop"}) == nowhere;
  const std::uint32_t clause = as ? tree_.head(t) : t;
  if (clause == nowhere || !is_to_come(clause)) return;
  // The last words may be quoted ("would be “an act of war”"), but not all of them.
  const std::uint32_t subject = tree_.child(clause, {"nsubj"});
  if (subject == nowhere || view_.quote_of(subject) != nowhere) return;
  std::uint32_t sayer = sayer_of(clause, "says_that");
  if (sayer == nowhere) sayer = sayer_of(clause, "warns");
  if (sayer == nowhere) return;
  const Clause told = clause_of_verb(tree_, clause);
  std::uint32_t deed = subject;
  if (told.passive || (as && told.object != nowhere)) deed = told.object;
  if (is_answer(t)) deed = answered_by(t);
  std::vector<Actor> targets = war ? doers_of(deed) : view_.actors.actors_below(deed);
  if (targets.empty() && (war || befalls_anybody(t))) targets = {Actor{}};
  tell(EventType::threaten, clause, sayer, targets);
}

// "any ship of Chad would be sunk", "more ships would be seized if they came back"
bool PlainActs::befalls_anybody(std::uint32_t verb) const {
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  const std::uint32_t condition = tree_.child(verb, {"advcl"});
  const bool on_condition = condition != nowhere && tree_.has_child(condition, "mark", "if");
  if (subject == nowhere || !is_passive(tree_, verb)) return false;
  if (!tree_.has_child(subject, "det", "any") && !on_condition) return false;
  return std::ranges::any_of(rules_of_word(view_, verb), [](std::size_t k) {
    return reading_tables().events()[k].type > EventType::threaten;
  });
}

// "would respond firmly", "would retaliate": to whom is told before.
bool PlainActs::is_firm_answer(std::uint32_t verb) const {
  if (!is_in_list(tree_, verb, "answers") || !is_to_come(verb)) return false;
  const Clause clause = clause_of_verb(tree_, verb);
  const bool to_somebody = std::ranges::any_of(clause.obliques, [](const Oblique& o) {
    return o.preposition == "to" || o.preposition == "against";
  });
  if (to_somebody || clause.object != nowhere || modality_of(tree_, verb) == Modality::negated)
    return false;
  return tree_.lemma(verb) == "retaliate" ||
         std::ranges::any_of(tree_.subtree(verb),
                             [&](std::uint32_t t) { return is_in_list(tree_, t, "firmly"); });
}

// "would respond to Chad's raid", but not to its offer
bool PlainActs::is_answer(std::uint32_t verb) const { return answered_by(verb) != nowhere; }

std::uint32_t PlainActs::answered_by(std::uint32_t verb) const {
  if (!is_in_list(tree_, verb, "answers")) return nowhere;
  const Clause clause = clause_of_verb(tree_, verb);
  for (const Oblique& o : clause.obliques) {
    const bool harm = is_in_list(tree_, o.noun, "act_of_force") ||
                      is_in_list(tree_, o.noun, "named_step") ||
                      is_in_list(tree_, o.noun, "misdeeds");
    if (o.preposition == "to" && harm) return o.noun;
  }
  return nowhere;
}

// "it was absurd", "the charge is false"
bool PlainActs::is_called_false(std::uint32_t word) const {
  if (!is_in_list(tree_, word, "false_words") || tree_.child(word, {"cop"}) == nowhere)
    return false;
  if (modality_of(tree_, word) == Modality::negated) return false;
  const std::uint32_t what = tree_.child(word, {"nsubj"});
  return what != nowhere && (tree_.token(what).upos == "PRON" || is_in_list(tree_, what, "blame"));
}

// "repeats that it had nothing to do with the raid": a charge is denied, whoever made it.
void PlainActs::read_denial(std::uint32_t t) {
  if (is_called_false(t)) {
    const std::uint32_t sayer = sayer_of(t, "says_that");
    if (sayer != nowhere) tell(EventType::reject, t, sayer, {Actor{}});
    return;
  }
  if (tree_.lemma(t) != "have" || view_.quote_of(t) != nowhere) return;
  const std::uint32_t nothing = tree_.child(t, {"obj"});
  if (nothing == nowhere || tree_.lemma(nothing) != "nothing") return;
  const std::uint32_t deed = tree_.child(nothing, {"acl"});
  if (deed == nowhere || tree_.lemma(deed) != "do") return;
  const std::uint32_t sayer = sayer_of(t, "voice");
  if (sayer != nowhere) tell(EventType::reject, t, sayer, {Actor{}});
}

// "an attack by Chad on Mali": Chad.
std::vector<Actor> PlainActs::doers_of(std::uint32_t deed) const {
  if (deed == nowhere) return {};
  std::vector<Actor> out = view_.actors.actors_of(deed);
  for (const std::uint32_t c : tree_.children(deed)) {
    const bool whose = tree_.token(c).deprel == "nmod:poss" || tree_.is(c, "amod") ||
                       tree_.is(c, "compound") || tree_.preposition(c) == "by";
    if (!whose) continue;
    for (Actor& actor : view_.actors.actors_of(c)) out.push_back(std::move(actor));
  }
  return out;
}

// "an act of war", "a declaration of war", "a casus belli"
bool PlainActs::means_war(std::uint32_t noun) const {
  if (tree_.lemma(noun) == "casus") return true;
  if (!is_in_list(tree_, noun, "grounds")) return false;
  const std::uint32_t of = tree_.child(noun, {"nmod"});
  return of != nowhere && tree_.lemma(of) == "war";
}

// "Chad will pay for it", "will regret it", "will face consequences"
bool PlainActs::will_be_paid_for(std::uint32_t verb) const {
  const Clause clause = clause_of_verb(tree_, verb);
  const std::string_view word = tree_.lemma(verb);
  const bool price = is_in_list(tree_, clause.object, "price");
  if (word == "regret" || word == "rue") return clause.object != nowhere;
  if (word == "have") return is_in_list(tree_, clause.object, "consequences");
  return price && (word == "pay" || word == "face" || word == "suffer" || word == "bear");
}

bool PlainActs::is_to_come(std::uint32_t verb) const {
  return tree_.has_child(verb, "aux", "will") || tree_.has_child(verb, "aux", "would");
}

// "was behind the raid"
bool PlainActs::is_behind(std::uint32_t noun) const {
  return tree_.preposition(noun) == "behind" && tree_.child(noun, {"cop"}) != nowhere;
}

// "must leave", "has to leave", but not "must be glad", "must have left".
bool PlainActs::is_said_to_be_due(std::uint32_t verb) const {
  if (tree_.token(verb).upos != "VERB" || is_passive(tree_, verb)) return false;
  if (tree_.has_child(verb, "aux", "have") || tree_.has_child(verb, "advmod", "not")) return false;
  if (tree_.lemma(verb) == "have") {
    const std::uint32_t duty = tree_.child(verb, {"xcomp"});
    return duty != nowhere && tree_.has_child(duty, "mark", "to");
  }
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "aux") && is_in_list(tree_, c, "obliges");
  });
}

// "insisted that Chad leave", but not "insisted that Chad was leaving", "that the soldiers leave".
bool PlainActs::is_bidden(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (above == nowhere || !tree_.is(verb, "ccomp") || !is_in_list(tree_, above, "demands"))
    return false;
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  if (subject == nowhere || tree_.child(verb, {"aux", "cop"}) != nowhere) return false;
  const std::string_view tag = tree_.token(verb).xpos;
  const std::string_view kind = tree_.token(subject).xpos;
  const bool plural = kind == "NNS" || kind == "NNPS";
  return tag == "VB" || (tag == "VBP" && !plural);
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
