#include "reading/sides_left_out.h"

#include <algorithm>

#include "reading/act_words.h"

namespace volteface {

std::vector<Actor> SidesLeftOut::each_other(const EventRule& rule, const Clause& clause,
                                            const std::vector<Actor>& sources,
                                            const std::vector<Actor>& targets) const {
  if (rule.kind != EventRule::Word::verb) return {};
  // "it was further agreed", "a joint statement was adopted": by those who deal with each other.
  if (is_agreed_by_nobody(rule, clause, sources) && targets.empty())
    return story_.last_pair(clause.head);
  // "Chad and Mali restored their ties", "buried the hatchet"
  const bool shared = is_in_list(tree_, clause.object, "of_states") ||
                      is_in_list(tree_, clause.object, "put_behind");
  const bool restored =
      rule.type == EventType::support && sources.size() == 2 && targets.empty() && shared;
  if (restored) return sources;
  // "ties between Chad and Mali were restored"
  if (rule.type == EventType::support && clause.passive && clause.subject == nowhere &&
      clause.object != nowhere) {
    for (const Oblique& o : clause_of_noun(tree_, clause.object).obliques) {
      if (o.preposition != "between" || !is_in_list(tree_, clause.object, "bonds")) continue;
      std::vector<Actor> both = view_.actors.actors_of(o.noun);
      if (both.size() == 2) return both;  // of the first, since nobody is said to have done it
    }
  }
  // "relations are not broken", "ties were restored": between the two that the report is about.
  const bool nobody = sources.empty() && targets.empty() && clause.passive;
  const bool bonds = is_in_list(tree_, clause.object, "bonds");
  if (nobody && bonds && (rule.type == EventType::support || rule.type == EventType::sanction))
    return story_.main_pair(clause.head);
  // "each side blamed the other"
  const bool each = clause.subject != nowhere && (tree_.has_child(clause.subject, "det", "each") ||
                                                  tree_.lemma(clause.subject) == "each");
  // "each sent ships against the other"
  const auto is_other = [&](std::uint32_t t) { return t != nowhere && tree_.lemma(t) == "other"; };
  const bool other =
      is_other(clause.object) || std::ranges::any_of(clause.obliques, is_other, &Oblique::noun);
  if (each && other) return story_.main_pair(clause.head);
  // "accused each other", "traded insults"
  const bool exchanged = rule.word == "trade" || rule.word == "exchange" || rule.word == "swap";
  const bool hurts = rule.type == EventType::accuse || rule.type == EventType::threaten;
  if (hurts && sources.size() == 2 && targets.empty() &&
      (exchanged || says_each_other(clause.head)))
    return sources;
  if (rule.type != EventType::sanction) return {};
  const bool of_group = sources.size() == 2 && targets.empty();
  // "ties between Chad and Mali were broken off", "from each other's capitals"
  const bool between = of_group && clause.passive && clause.subject == nowhere && bonds;
  if (between || (of_group && says_each_other(clause.head))) return sources;
  // "Chad and Mali broke off relations", where no third is told of
  const bool ties = of_group && bonds && tree_.child(clause.object, {"nmod:poss"}) == nowhere &&
                    !story_.last_target(rule.type, sources, clause.head);
  const bool both = of_group && (ties || is_the_two(tree_, clause.subject) ||
                                 story_.have_dealt(sources[0], sources[1], clause.head));
  if (both) return sources;
  if (!sources.empty()) return {};
  const std::uint32_t they = clause.subject == nowhere ? clause.object : clause.subject;
  return is_pair(tree_, they) ? story_.last_pair(clause.head) : std::vector<Actor>();
}

bool SidesLeftOut::is_agreed_by_nobody(const EventRule& rule, const Clause& clause,
                                       const std::vector<Actor>& sources) {
  return rule.type == EventType::agree && rule.kind == EventRule::Word::verb && clause.passive &&
         sources.empty();
}

// "could not resist": no act towards anybody.
bool SidesLeftOut::could_not(std::uint32_t verb) const {
  bool can = false, negated = false;
  for (const std::uint32_t c : tree_.children(verb)) {
    can = can || tree_.lemma(c) == "can" || tree_.lemma(c) == "could";
    negated = negated || tree_.lemma(c) == "not" || tree_.lemma(c) == "n't";
  }
  return can && negated;
}

std::vector<Actor> SidesLeftOut::side_left_out(const EventRule& rule, const Slots& slots,
                                               const std::vector<Actor>& sources) const {
  const Clause& clause = slots.clause();
  if (rule.mode == EventMode::visit || rule.target_named) return {};
  if (rule.both_sides) return story_.quarrelling(sources, clause.head);
  if (rule.other_side && !names_somebody(clause) && !is_asked(clause.head)) {
    if (could_not(clause.head)) return {};
    const auto accuser = rule.type == EventType::accuse
                             ? story_.last_accuser(sources, clause.head)
                             : std::optional<Actor>();  // who is blamed blames in turn
    const auto other = accuser ? accuser : story_.other_side(sources, clause.head);
    return other ? std::vector{*other} : std::vector<Actor>();
  }
  // "he proposed talks", "warned that trade could end": with, or against, the other side.
  if (is_offer_of_talks(rule, clause) || warns_that(rule, clause)) {
    const auto other = story_.other_side(sources, clause.head);
    return other ? std::vector{*other} : std::vector<Actor>();
  }
  const bool strong = !rule.needs.empty() && !rule.needs.front().words.empty();
  const bool somebody = slots.has_object() && is_of_a_kind_that_leaves_out(rule);
  const bool of_both = rule.symmetric && rule.kind == EventRule::Word::verb &&
                       view_.quote_of(clause.head) != nowhere;  // "we agreed to go on"
  const bool leaves = std::ranges::find(rule.target, "organisation") != rule.target.end();
  if (!strong && !somebody && !of_both && !leaves) return {};
  // "restored its ties": with whom they were broken.
  if (rule.type == EventType::support && is_in_list(tree_, clause.object, "of_states")) {
    if (const auto other = story_.broken_with(sources, clause.head)) return {*other};
  }
  if (auto envoy = envoy_of_other_side(clause, sources)) return {*envoy};
  // "blamed the West", "defended its decision": towards none of those that are known.
  const bool other_name = clause.object != nowhere && tree_.token(clause.object).upos == "PROPN";
  const bool recall = rule.type == EventType::sanction;  // "called its envoy home"
  // "praised its neighbour", "thanked his host"
  const bool neighbour = is_in_list(tree_, clause.object, "relative") ||
                         is_in_list(tree_, clause.object, "of_another");
  if (other_name || (slots.is_of_its_own() && !recall && !neighbour)) return {};
  if (leaves) return organisation_left(rule, clause);
  // "thanked all 64": a crowd, and not the other side.
  const bool crowd = clause.object != nowhere && (tree_.token(clause.object).upos == "NUM" ||
                                                  is_in_list(tree_, clause.object, "crowd"));
  if (rule.type == EventType::support && crowd) return {};
  // "hailed the outcome": of the body that voted.
  if (rule.type == EventType::support && is_in_list(tree_, clause.object, "voted_by_body")) {
    if (auto body = slots.fill({"body"}, sources); !body.empty()) return body;
  }
  if (rule.type == EventType::support && slots.names_agreement()) {
    std::vector<Actor> sides = story_.last_agreement(clause.head);
    const auto is_source = [&](const Actor& side) {
      return std::ranges::any_of(sources, [&](const Actor& s) { return same_side(s, side); });
    };
    if (!sides.empty() && std::ranges::none_of(sides, is_source)) return sides;
  }
  if (rule.type == EventType::accuse && is_in_list(tree_, clause.object, "act_of_force")) {
    if (const auto doer = doer_of_force(clause, sources)) return {*doer};
    if (!hurt_by_force(clause.object).empty()) return {};
  }
  // "Chile's envoy was recalled, too"
  const bool strong_act = rule.type == EventType::sanction || rule.type == EventType::assault ||
                          rule.type == EventType::retreat || rule.type == EventType::accuse;
  if (strong_act) {
    if (auto target = story_.likely_target(rule.type, sources, clause.head)) return {*target};
    if (!story_.opposite(sources)) {
      if (auto target = story_.most_blamed(sources)) return {*target};
    }
  }
  if (rule.type == EventType::accuse && is_text(tree_, clause.object) &&
      !is_move(tree_, clause.object))
    return blamed_by_text(clause, sources, strong);
  const auto side = story_.other_side(sources, clause.head);
  // "Of course we discussed it": the talks that were told of.
  const bool told = side && of_both && rule.type == EventType::consult &&
                    story_.have_dealt(sources.front(), *side, clause.head);
  return side && !told ? std::vector{*side} : std::vector<Actor>();
}

// "expelled Ambassador Ana Ruiz", of whom nothing else is told: an envoy of the other side.
std::optional<Actor> SidesLeftOut::envoy_of_other_side(const Clause& clause,
                                                       const std::vector<Actor>& sources) const {
  const std::uint32_t e =
      clause.object == nowhere ? nowhere : view_.actors.entity_of(clause.object);
  if (e == nowhere) return std::nullopt;
  const Entity& entity = view_.document().entities[e];
  const std::string role = lower_case(entity.role.substr(entity.role.rfind(' ') + 1));
  const bool envoy = entity.type == NameType::person && entity.named &&
                     reading_tables().in_list("sent_abroad", role);
  if (!envoy || !view_.actors.actors_of(clause.object).empty()) return std::nullopt;
  auto other = story_.last_named_but(sources, clause.head);
  if (!other) other = story_.other_side(sources, clause.head);
  if (other) other->person = view_.actors.name_of(e);
  return other;
}

// "left the bloc", "walked out": the organisation named last; but not "withdrew its troops",
// "walked out of the talks", which name what is left.
std::vector<Actor> SidesLeftOut::organisation_left(const EventRule& rule,
                                                   const Clause& clause) const {
  const bool names_it = std::ranges::any_of(clause.obliques, [](const Oblique& o) {
    return o.preposition == "from" || o.preposition.ends_with("of") || o.preposition == "to";
  });
  if (rule.needs.empty() && (clause.object != nowhere || names_it)) return {};
  const auto left = story_.last_organisation(clause.head);
  return left ? std::vector{*left} : std::vector<Actor>();
}

std::vector<Actor> SidesLeftOut::doer_named(const Clause& clause,
                                            const std::vector<Actor>& targets) const {
  std::vector<Actor> out;
  for (const Oblique& o : clause_of_noun(tree_, clause.object).obliques) {
    if (o.preposition == "by") out = view_.actors.actors_of(o.noun);
  }
  if (!out.empty()) return out;
  const std::vector<Actor> hurt = hurt_by_force(clause.object);
  for (const Actor& target : targets) {
    const auto same = [&](const Actor& h) { return same_side(h, target); };
    if (std::ranges::none_of(hurt, same)) out.push_back(target);
  }
  return out;
}

// The troops that a withdrawal is asked of: "of all forces", "that the troops leave".
std::uint32_t SidesLeftOut::troops_asked_to_go(std::uint32_t word) const {
  if (!is_in_list(tree_, word, "withdrawal")) return nowhere;
  for (const std::uint32_t c : tree_.children(word)) {
    const bool who = tree_.preposition(c) == "of" || tree_.is(c, "obj") || tree_.is(c, "nsubj");
    if (who && is_in_list(tree_, c, "troops")) return c;
  }
  return nowhere;
}

std::optional<std::vector<Actor>> SidesLeftOut::who_must_withdraw(
    const Clause& clause, const std::vector<Actor>& sources) const {
  for (const std::uint32_t word : tree_.subtree(clause.head)) {
    const std::uint32_t troops = troops_asked_to_go(word);
    if (troops == nowhere) continue;
    // "its troops": of the one that is asked.
    if (tree_.child(troops, {"nmod:poss"}) != nowhere) return std::nullopt;
    for (const std::uint32_t c : tree_.children(troops)) {
      const bool whose = tree_.is(c, "amod") || tree_.is(c, "compound") ||
                         tree_.preposition(c) == "of";  // but not "from Chad"
      if (!whose) continue;
      if (auto owners = view_.actors.actors_of(c); !owners.empty()) return owners;
    }
    for (const std::uint32_t place : tree_.subtree(word)) {
      if (tree_.preposition(place) != "from" && tree_.preposition(place) != "out of") continue;
      const std::vector<Actor> hurt = view_.actors.actors_of(place);
      if (hurt.empty()) continue;
      const auto doer = doer_against(hurt.front(), sources);
      return doer ? std::vector{*doer} : std::vector<Actor>();
    }
    const auto doer = last_doer_of_force(clause.head, sources);
    return doer ? std::vector{*doer} : std::vector<Actor>();
  }
  return std::nullopt;
}

// Who is told last to have used force on somebody.
std::optional<Actor> SidesLeftOut::doer_against(const Actor& hurt,
                                                const std::vector<Actor>& sources) const {
  constexpr std::size_t farthest = 200;  // acts looked back at
  for (std::size_t k = told_.size(); k-- > 0 && told_.size() - k < farthest;) {
    const ReportedEvent& event = told_[k];
    const bool force = event.type == EventType::assault || event.type == EventType::coerce;
    const auto same = [&](const Actor& s) { return same_side(s, event.source); };
    if (force && same_side(event.target, hurt) && std::ranges::none_of(sources, same))
      return Actor{event.source.state, event.source.org, ""};
  }
  return std::nullopt;
}

// "the invasion of Chad", "the raid on Chad"
std::vector<Actor> SidesLeftOut::hurt_by_force(std::uint32_t force) const {
  for (const Oblique& o : clause_of_noun(tree_, force).obliques) {
    if (o.preposition == "of" || o.preposition == "on" || o.preposition == "against")
      return view_.actors.actors_of(o.noun);
  }
  return {};
}

// "deplored the invasion": the one who is told to have done it, to the same if that is said.
std::optional<Actor> SidesLeftOut::doer_of_force(const Clause& clause,
                                                 const std::vector<Actor>& sources) const {
  const std::vector<Actor> hurt = hurt_by_force(clause.object);
  if (!hurt.empty()) return doer_against(hurt.front(), sources);
  return last_doer_of_force(clause.head, sources);
}

std::optional<Actor> SidesLeftOut::last_doer_of_force(std::uint32_t word,
                                                      const std::vector<Actor>& sources) const {
  for (const EventType type : {EventType::assault, EventType::coerce, EventType::sanction}) {
    auto doer = story_.last_doer(type, word);
    const auto is_doer = [&](const Actor& source) { return doer && same_side(source, *doer); };
    if (doer && std::ranges::none_of(sources, is_doer)) return doer;
  }
  return std::nullopt;
}

// "condemned the vote" is said against those who voted; but a text that is tabled blames whom the
// story is about, if it blames anybody.
std::vector<Actor> SidesLeftOut::blamed_by_text(const Clause& clause,
                                                const std::vector<Actor>& sources,
                                                bool tabled) const {
  if (!tabled && view_.names_united_nations()) return {Actor{"", "UN", ""}};
  for (const EventType type : {EventType::assault, EventType::sanction, EventType::coerce}) {
    const auto target = story_.likely_target(type, sources, clause.head);
    if (target && !target->state.empty()) return {*target};
  }
  return {};
}

// "promised the rebels to leave": somebody, though none that is known.
bool SidesLeftOut::names_somebody(const Clause& clause) const {
  return clause.receiver != nowhere && tree_.token(clause.receiver).upos != "PRON";
}

bool SidesLeftOut::says_each_other(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t + 1 < end; ++t) {
    const bool first = tree_.lemma(t) == "each" || tree_.lemma(t) == "one";
    if (first && (tree_.lemma(t + 1) == "other" || tree_.lemma(t + 1) == "another")) return true;
  }
  return false;
}

// "Would he apologise?"
bool SidesLeftOut::is_asked(std::uint32_t token) const {
  return tree_.lemma(view_.document().sentences[tree_.sentence(token)].last - 1) == "?";
}

bool SidesLeftOut::names_state(std::uint32_t noun) const {
  const std::uint32_t e = noun == nowhere ? nowhere : view_.actors.entity_of(noun);
  return e != nowhere && view_.document().entities[e].type == NameType::state;
}

bool SidesLeftOut::is_offer_of_talks(const EventRule& rule, const Clause& clause) const {
  const std::uint32_t above = tree_.head(clause.head);
  return rule.type == EventType::consult && rule.kind == EventRule::Word::noun &&
         above != nowhere && tree_.is(clause.head, "obj") &&
         is_in_list(tree_, above, "offers_talks");
}

bool SidesLeftOut::warns_that(const EventRule& rule, const Clause& clause) const {
  if (rule.type != EventType::threaten || rule.kind != EventRule::Word::verb) return false;
  // Of what may happen to others speeches warn: "'Others will be next,' the envoy warned".
  const std::uint32_t told = tree_.child(clause.head, {"ccomp"});
  return clause.object == nowhere && told != nowhere && speaks_of_harm(told) &&
         (told > clause.head || view_.quote_of(told) == nowhere);
}

// "that it would close the border", "that the loan was at stake"; but not "that time was short".
bool SidesLeftOut::speaks_of_harm(std::uint32_t told) const {
  return std::ranges::any_of(tree_.subtree(told), [&](std::uint32_t t) {
    return (tree_.is(t, "aux") && is_in_list(tree_, t, "of_what_may_come")) ||
           is_in_list(tree_, t, "at_stake");
  });
}

std::vector<Actor> SidesLeftOut::threatened_in(const Clause& clause,
                                               const std::vector<Actor>& sources) const {
  const std::uint32_t told = tree_.child(clause.head, {"ccomp"});
  const std::uint32_t doer = told == nowhere ? nowhere : tree_.child(told, {"nsubj"});
  if (doer == nowhere || tree_.token(doer).upos != "PRON") return {};  // "that Mali could attack"
  std::vector<Actor> out = view_.actors.actors_below(told);
  std::erase_if(out, [&](const Actor& a) {
    return std::ranges::any_of(sources, [&](const Actor& s) { return same_side(s, a); });
  });
  if (out.size() > 1) out.resize(1);
  return out;
}

bool SidesLeftOut::is_of_a_kind_that_leaves_out(const EventRule& rule) {
  switch (rule.type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::aid:
    case EventType::cooperate:
    case EventType::request:
      return false;
    default:
      return rule.kind == EventRule::Word::verb;
  }
}
}  // namespace volteface
