#include "reading/said_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/rule_words.h"
#include "reading/sayers.h"

namespace volteface {
namespace {

bool is_hostile_word(const ReportView& view, std::uint32_t verb) {
  return std::ranges::any_of(rules_of_word(view, verb), [](std::size_t k) {
    return reading_tables().events()[k].type > EventType::threaten;
  });
}

bool may_come(const SentenceTree& tree, std::uint32_t verb) {
  return std::ranges::any_of(tree.children(verb), [&](std::uint32_t c) {
    return tree.is(c, "aux") && is_in_list(tree, c, "of_what_may_come");
  });
}

// The first of a row: of "could leave or shut" leave.
std::uint32_t first_of_row(const SentenceTree& tree, std::uint32_t verb) {
  while (tree.is(verb, "conj") && tree.head(verb) != nowhere) verb = tree.head(verb);
  return verb;
}

// Whose word a clause declares void: "Chad's decree", "the recognition of it by Chad".
std::vector<Actor> owners_of(const ReportView& view, std::uint32_t deed) {
  std::vector<Actor> out;
  for (const std::uint32_t c : view.tree.children(deed)) {
    if (!tells_whose(view.tree, c)) continue;
    add_sides(view.actors.actors_of(c), out);
    if (!out.empty()) break;
  }
  for (Actor& owner : out) owner.person.clear();
  return out;
}

// "told Chad that its decree is void": Chad's.
std::vector<Actor> told_of_its_own(const ReportView& view, std::uint32_t word, std::uint32_t deed) {
  const std::uint32_t owner = view.tree.child(deed, {"nmod:poss"});
  const std::uint32_t above = view.tree.head(word);
  if (owner == nowhere || view.tree.token(owner).upos != "PRON" || above == nowhere) return {};
  const std::uint32_t told = view.tree.child(above, {"obj", "iobj"});
  return told == nowhere ? std::vector<Actor>() : view.actors.actors_of(told);
}

// "is null and void", "had no validity"
bool is_declared_void(const SentenceTree& tree, std::uint32_t word) {
  if (is_in_list(tree, word, "void_words")) return tree.child(word, {"cop"}) != nowhere;
  if (tree.lemma(word) != "have") return false;
  const std::uint32_t object = tree.child(word, {"obj"});
  return is_in_list(tree, object, "validity") && tree.has_child(object, "det", "no");
}

PlainAct act_of_words(const ReportView& view, EventType type, std::uint32_t clause,
                      const Actor& source, const Actor& target) {
  PlainAct act;
  act.rule.type = type;
  act.rule.word = view.tree.lemma(clause);
  act.clause = clause_of_verb(view.tree, clause);
  act.clause.modality = Modality::asserted;
  act.clause.time = ClauseTime::past;
  act.source = source;
  act.target = target;
  return act;
}

void add_voidings(const ReportView& view, std::uint32_t word, std::vector<PlainAct>& out) {
  // The last words may be quoted (is "null and void"), but not what they are said of.
  if (!is_declared_void(view.tree, word)) return;
  std::uint32_t sayer = sayer_of(view.tree, word, "says_that");
  if (sayer == nowhere) sayer = sayer_of(view.tree, word, "finds_that");
  const std::uint32_t deed = view.tree.child(word, {"nsubj"});
  if (sayer == nowhere || deed == nowhere || view.quote_of(deed) != nowhere) return;
  std::vector<Actor> owners = owners_of(view, deed);
  if (auto told = told_of_its_own(view, word, deed); !told.empty()) owners = std::move(told);
  for (const Actor& source : view.actors.actors_of(sayer)) {
    for (const Actor& target : owners)
      out.push_back(act_of_words(view, EventType::reject, word, source, target));
  }
}

void add_threats(const ReportView& view, std::uint32_t verb, std::vector<PlainAct>& out) {
  if (!is_own_step_threatened(view, verb)) return;
  const std::uint32_t first = first_of_row(view.tree, verb);
  const std::uint32_t sayer = sayer_of(view.tree, first, "hints");
  const Clause clause = clause_of_verb(view.tree, verb);
  std::vector<Actor> hurt = view.actors.actors_below(clause.object);
  if (hurt.empty()) {
    for (const Oblique& o : clause.obliques) add_sides(view.actors.actors_of(o.noun), hurt);
  }
  for (const Actor& source : view.actors.actors_of(sayer)) {
    for (const Actor& target : hurt)
      out.push_back(act_of_words(view, EventType::threaten, verb, source, target));
    if (hurt.empty()) out.push_back(act_of_words(view, EventType::threaten, verb, source, Actor{}));
  }
}

}  // namespace

bool is_own_step_threatened(const ReportView& view, std::uint32_t verb) {
  const SentenceTree& tree = view.tree;
  if (tree.token(verb).upos != "VERB" || view.quote_of(verb) != nowhere) return false;
  const std::uint32_t first = first_of_row(tree, verb);
  if (!may_come(tree, first) || !is_hostile_word(view, verb)) return false;
  const std::uint32_t sayer = sayer_of(tree, first, "hints");
  const std::uint32_t doer = tree.child(first, {"nsubj"});
  if (sayer == nowhere || doer == nowhere || is_passive(tree, first)) return false;
  const std::vector<Actor> doers = view.actors.actors_of(doer);
  const std::vector<Actor> sayers = view.actors.actors_of(sayer);
  return std::ranges::any_of(doers, [&](const Actor& d) {
    return std::ranges::any_of(sayers, [&](const Actor& s) { return same_side(s, d); });
  });
}

bool denies_own_deed(const ReportView& view, const Clause& clause,
                     const std::vector<Actor>& sources) {
  const std::uint32_t deed = view.tree.child(clause.head, {"ccomp", "xcomp"});
  if (deed == nowhere) return false;
  const std::uint32_t doer = view.tree.child(deed, {"nsubj"});
  if (doer == nowhere || view.tree.token(doer).upos == "PRON") return true;
  const std::uint32_t owner = view.tree.child(doer, {"nmod:poss"});  // "that its men fired"
  if (owner != nowhere && view.tree.token(owner).upos == "PRON") return true;
  const std::vector<Actor> doers = view.actors.actors_of(doer);
  return doers.size() == 1 && std::ranges::any_of(doers, [&](const Actor& d) {
           return std::ranges::any_of(sources, [&](const Actor& s) { return same_side(s, d); });
         });
}

std::vector<PlainAct> said_acts_at(const ReportView& view, std::uint32_t token) {
  std::vector<PlainAct> out;
  add_voidings(view, token, out);
  add_threats(view, token, out);
  return out;
}

}  // namespace volteface
