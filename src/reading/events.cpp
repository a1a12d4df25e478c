#include "reading/events.h"

#include <algorithm>
#include <optional>

#include "reading/act_company.h"
#include "reading/act_modality.h"
#include "reading/act_words.h"
#include "reading/backed_deeds.h"
#include "reading/plain_acts.h"
#include "reading/repeated_acts.h"
#include "reading/rule_words.h"
#include "reading/said_acts.h"
#include "reading/said_to_all.h"
#include "reading/sides_left_out.h"
#include "reading/slots.h"
#include "reading/speaker_of_country.h"
#include "reading/sponsors.h"
#include "reading/story.h"
#include "reading/tables.h"
#include "reading/taken_back.h"
#include "reading/told_acts.h"
#include "reading/untold_acts.h"

namespace volteface {
namespace {

class EventReader {
 public:
  EventReader(const ReportView& view, const std::vector<ReportedVote>& votes)
      : view_(view),
        tree_(view.tree),
        story_(view),
        untold_(view, votes),
        repeated_(view, untold_),
        left_out_(view, story_, out_) {}

  std::vector<ReportedEvent> read() {
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (is_words_of_another(t)) continue;
      read_token(t);
      for (const PlainAct& act : plain_acts_at(view_, t)) tell_plainly(act);
      for (const PlainAct& act : said_acts_at(view_, t)) tell_plainly(act);
      for (ReportedEvent& event : repeated_.told_at(t, out_)) out_.push_back(std::move(event));
    }
    read_sponsors();
    // In the order of the text, as what reads them expects.
    std::ranges::stable_sort(out_, {}, [](const ReportedEvent& e) { return e.evidence.sentence; });
    return std::move(out_);
  }

 private:
  // Who denies a charge does so to the accuser, who threatens, to the other side.
  void tell_plainly(const PlainAct& act) {
    const bool named = !act.target.state.empty() || !act.target.org.empty();
    std::optional<Actor> target = act.target;
    if (!named && act.rule.type == EventType::threaten)
      target = story_.other_side({act.source}, act.clause.head);
    else if (!named)
      target = story_.last_accuser({act.source}, act.clause.head);
    if (target) tell(act.rule, act.clause, act.source, *target);
  }

  void read_sponsors() {
    for (const Sponsor& one : sponsors_of_texts(view_, out_)) {
      EventRule blame;
      blame.word = tree_.lemma(one.word);
      blame.type = EventType::accuse;
      const bool verb = tree_.token(one.word).upos == "VERB";
      Clause clause = verb ? clause_of_verb(tree_, one.word) : clause_of_noun(tree_, one.word);
      clause.modality = Modality::asserted;
      tell(blame, clause, one.sponsor, one.blamed);
    }
  }

  // Within a quotation only what its speaker does by the words is told ("we condemn"), and what the
  // sentence around it says with them (Chad "strongly condemns" it).
  bool is_words_of_another(std::uint32_t t) const {
    const std::uint32_t q = view_.quote_of(t);
    if (q == nowhere) return false;
    const Quote& quote = view_.document().quotes[q];
    if (quote.scare) return false;
    if (tree_.token(t).upos != "VERB") return true;
    const std::uint32_t subject = subject_of(tree_, t);
    if (subject == nowhere) return true;
    return view_.quote_of(subject) == q &&
           (view_.actors_in_words(subject).empty() || !view_.actors.actors_of(subject).empty());
  }

  void read_token(std::uint32_t t) {
    const std::uint32_t named = noun_meant(tree_, t);
    const std::optional<EventRule::Word> kind = kind_of_word(tree_.token(named).upos);
    if (!kind) return;
    bool told = false;
    const std::vector<std::size_t> numbers = rules_of_word(view_, named);
    const EventRule::Word word = word_of(named, *kind, numbers);
    for (const std::size_t number : numbers) {
      const EventRule& rule = reading_tables().events()[number];
      if (rule.kind != word || !with_particle(t, rule)) continue;
      if (told && !rule.also) continue;
      told = apply(rule, t) || told;
    }
  }

  // A tagger may take "tribute" for a verb.
  EventRule::Word word_of(std::uint32_t t, EventRule::Word tagged,
                          const std::vector<std::size_t>& numbers) const {
    const auto is = [](EventRule::Word kind) {
      return [kind](std::size_t k) { return reading_tables().events()[k].kind == kind; };
    };
    const bool base = tree_.token(t).xpos == "VB" || tree_.token(t).xpos == "VBP";
    const bool mistaken = tagged == EventRule::Word::verb && base &&
                          std::ranges::none_of(numbers, is(EventRule::Word::verb));
    return mistaken ? EventRule::Word::noun : tagged;
  }

  bool with_particle(std::uint32_t t, const EventRule& rule) const {
    if (rule.particle.empty()) return tree_.child(t, {"compound:prt"}) == nowhere;
    return particle_of(tree_, t, rule.particle) != nowhere;
  }

  Clause clause_of(const EventRule& rule, std::uint32_t t) const {
    if (const std::uint32_t named = noun_meant(tree_, t); named != t) {
      Clause clause = clause_of_noun(tree_, named);
      clause.head = t;
      clause.obliques = clause_of_noun(tree_, t).obliques;
      return clause;
    }
    if (rule.kind != EventRule::Word::verb) return clause_of_noun(tree_, t);
    Clause clause = clause_of_verb(tree_, t);
    if (rule.particle.empty() || clause.object != nowhere) return clause;
    const std::uint32_t particle = particle_of(tree_, t, rule.particle);
    if (tree_.is(particle, "case") && tree_.preposition(tree_.head(particle)) == rule.particle)
      clause.object = tree_.head(particle);
    return clause;
  }

  bool apply(const EventRule& rule, std::uint32_t t) {
    const Clause clause = clause_of(rule, t);
    const Slots slots(view_, clause);
    if (!may_be_told(rule, slots)) return false;
    std::optional<Sides> sides = sides_named(rule, slots);
    if (!sides) return false;
    if (const auto both = left_out_.each_other(rule, clause, sides->sources, sides->targets);
        !both.empty())
      return tell_each_other(rule, clause, both);
    complete(rule, slots, *sides);
    bool told = false;
    for (const Actor& source : sides->sources) {
      for (const Actor& target : sides->targets) told = tell(rule, clause, source, target) || told;
    }
    if (told && rule.mode == EventMode::meet) tell_visits(slots, sides->sources, sides->targets);
    return told;
  }

  bool may_be_told(const EventRule& rule, const Slots& slots) const {
    const Clause& clause = slots.clause();
    const auto holds = [&](const RuleNeed& need) { return slots.holds(need); };
    if (!std::ranges::all_of(rule.needs, holds)) return false;
    if (rule.denied && !is_denied_outright(tree_, clause)) return false;
    if (untold_.is_vote(rule, clause) || untold_.is_background(rule, clause)) return false;
    if (rule.mode != EventMode::visit) return true;
    // "its embassy went back to Lima" is nobody's visit, nor "addressed parliament by video link".
    return !is_in_list(tree_, clause.subject, "no_visitor") && !is_done_from_afar(clause);
  }

  bool is_done_from_afar(const Clause& clause) const {
    return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
      const bool by = o.preposition == "by" || o.preposition == "via" || o.preposition == "on" ||
                      o.preposition == "over" || o.preposition == "through";
      return by && is_in_list(tree_, o.noun, "from_afar");
    });
  }

  // "armed Malian rebels", "backed the Malian rebels": no help to the state that they fight.
  bool helps_its_foes(const EventRule& rule, const Clause& clause, const Actor& target) const {
    const bool helps = rule.type == EventType::aid || rule.type == EventType::support;
    return helps && target.org.empty() && is_in_list(tree_, clause.object, "against_their_state");
  }

  // "met in New York": at the seat of an organisation, on no visit to the state that it lies in.
  bool is_at_a_seat(const Clause& clause) const {
    return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
      // "flew from Geneva to Lima": a visit all the same.
      const bool there = o.preposition == "in" || o.preposition == "at" || o.preposition == "to";
      const std::uint32_t e = view_.actors.entity_of(o.noun);
      return there && e != nowhere &&
             reading_tables().in_list("seats", view_.document().entities[e].name);
    });
  }

  struct Sides {
    std::vector<Actor> sources, targets;
  };

  // By the words of the clause; nothing if it is said to a hall.
  std::optional<Sides> sides_named(const EventRule& rule, const Slots& slots) const {
    const Clause& clause = slots.clause();
    Sides sides;
    auto& [sources, targets] = sides;
    std::vector<std::string> doers = rule.source;
    if (untold_.is_seen_by_another(rule, clause)) std::erase(doers, "subj");
    sources = slots.fill(doers, {});
    // "in her presence the two ministers signed": with each other.
    if (rule.symmetric && sources.empty() && stands_for_two(tree_, clause.subject))
      sources = story_.main_pair(clause.head);
    // "Chad, along with Mali, condemned": Mali as well.
    if (rule.kind == EventRule::Word::verb && !sources.empty())
      add_sides(company_before(view_, clause), sources);
    if (!rule.symmetric && !sources.empty()) add_sides(slots.also_did_it(), sources);
    const bool of_several = rule.symmetric && sources.size() > 1;
    // "Chad and Mali met", but "Chad and Mali rang Niger".
    if (of_several) targets = slots.fill({"obj", "iobj"}, sources);
    if (of_several && targets.empty() && rule.type == EventType::cooperate)
      targets = slots.fill({"with"}, sources);
    if (of_several && targets.empty() && speaks_to_a_hall(rule, clause)) return std::nullopt;
    if (of_several && targets.empty()) {
      targets.assign(sources.begin() + 1, sources.end());
      sources.resize(1);
    } else if (targets.empty() && is_said_to_all(view_, rule, clause)) {
      targets = {Actor{"", "UN", ""}};
    } else if (targets.empty()) {
      targets = slots.fill(rule.target, sources);
    }
    if (auto backed = doers_of_backed_deed(view_, rule, clause)) {
      if (backed->empty()) return std::nullopt;
      targets = *std::move(backed);
    }
    // "signed a pact together with Mali and Togo"
    const bool together = rule.symmetric && rule.kind == EventRule::Word::verb && !of_several;
    if (together) {
      if (auto company = company_behind(view_, clause); company.size() > targets.size())
        targets = std::move(company);
    }
    // "it was agreed to meet in Chad": not with Chad.
    if (SidesLeftOut::is_agreed_by_nobody(rule, clause, sources))
      targets = slots.fill({"with"}, {});
    // An envoy is called home from a state, and ties are with one.
    const bool of_states =
        is_in_list(tree_, clause.object, "envoys") || is_in_list(tree_, clause.object, "of_states");
    if (rule.type == EventType::sanction && of_states)
      std::erase_if(targets, [](const Actor& target) { return target.state.empty(); });
    // "was condemned by both leaders", "mediates between the parties"
    if (sources.empty() && stands_for_two(tree_, clause.subject))
      sources = story_.main_pair(clause.head);
    if (targets.empty() && rule.mode != EventMode::visit && slots.names_two(rule.target))
      targets = story_.main_pair_beside(sources, clause.head);
    const bool it = targets.empty() && clause.object != nowhere &&
                    tree_.token(clause.object).upos == "PRON";  // "denied it"
    const bool that =
        targets.empty() && rule.word == "deny" && denies_own_deed(view_, clause, sources);
    const bool blame = it || that || is_in_list(tree_, clause.object, "blame");
    if (rule.type == EventType::reject && blame) {
      // "denied the charge": of the one who made it.
      if (auto accuser = story_.last_accuser(sources, clause.head)) targets = {*accuser};
    }
    return sides;
  }

  // Those whom the story gives where the clause names none.
  void complete(const EventRule& rule, const Slots& slots, Sides& sides) const {
    const Clause& clause = slots.clause();
    auto& [sources, targets] = sides;
    // "a treaty with Chad is to be signed": by those who deal with each other.
    if (SidesLeftOut::is_agreed_by_nobody(rule, clause, sources) && targets.size() == 1)
      sources = story_.last_pair(clause.head);
    if (sources.empty() && targets.empty() && rule.symmetric && are_two(clause.subject)) {
      sources = story_.last_pair(clause.head);
      if (sources.size() == 2) targets = {sources[1]}, sources.resize(1);
    }
    if (const auto harm = harm_taken_back(tree_, story_, rule, slots, sources, targets))
      sources = {harm->by}, targets = {harm->to};
    // "is expected here": where the report is from.
    if (rule.mode == EventMode::visit && targets.empty() && says_here(clause.head))
      targets = actors_of_dateline();
    if (sources.empty() && !targets.empty())
      sources = left_out_.doer_left_out(rule, slots, targets);
    const bool says_on_whom = !rule.needs.empty() && rule.needs.front().where == "on";
    if (rule.type == EventType::accuse && !says_on_whom &&  // but "blamed the raid on Mali"
        is_in_list(tree_, clause.object, "act_of_force"))
      targets = left_out_.doer_named(clause, targets);
    if (rule.type == EventType::request) {
      if (auto troops = left_out_.who_must_withdraw(clause, sources)) targets = std::move(*troops);
    }
    if (targets.empty() && left_out_.warns_that(rule, clause))
      targets = left_out_.threatened_in(clause, sources);
    if (targets.empty() && !sources.empty())
      targets = left_out_.side_left_out(rule, slots, sources);
  }

  // "the two agreed", "they agreed"
  bool are_two(std::uint32_t noun) const {
    if (is_the_two(tree_, noun)) return true;
    return noun != nowhere && lower_case(tree_.lemma(noun)) == "they" &&
           view_.actors.mention_of(noun) == nowhere;
  }

  bool says_here(std::uint32_t verb) const { return tree_.has_child(verb, "advmod", "here"); }

  std::vector<Actor> actors_of_dateline() const {
    const std::string& state = view_.dateline_state();
    return state.empty() ? std::vector<Actor>() : std::vector{Actor{state, "", ""}};
  }

  // "Chad and Mali spoke in favour of it": not with each other.
  static bool speaks_to_a_hall(const EventRule& rule, const Clause& clause) {
    if (rule.word != "speak" && rule.word != "talk") return false;
    return std::ranges::any_of(clause.obliques, [](const Oblique& o) {
      return o.preposition == "in" || o.preposition == "for" || o.preposition == "against" ||
             o.preposition == "at" || o.preposition == "before";
    });
  }

  bool tell_each_other(const EventRule& rule, const Clause& clause,
                       const std::vector<Actor>& both) {
    const bool told = tell(rule, clause, both[0], both[1]);
    if (rule.type == EventType::support) return told;  // one act of both
    return (!rule.symmetric && tell(rule, clause, both[1], both[0])) || told;
  }

  // "met in Oslo": who came there from elsewhere to see its own was on a visit.
  void tell_visits(const Slots& slots, const std::vector<Actor>& sources,
                   const std::vector<Actor>& targets) {
    const std::optional<Actor> host = slots.place();
    if (!host) return;
    std::vector<Actor> sides = sources;
    sides.insert(sides.end(), targets.begin(), targets.end());
    const auto is_host = [&](const Actor& side) { return same_side(side, *host); };
    if (std::ranges::none_of(sides, is_host)) return;
    static const EventRule visit = visit_rule();
    for (const Actor& side : sides) {
      if (!is_host(side)) tell(visit, slots.clause(), side, *host);
    }
  }

  bool tell(const EventRule& rule, const Clause& clause, const Actor& source, Actor target) {
    if (same_side(source, target)) return false;
    const bool visits_state = rule.mode == EventMode::visit && !target.state.empty();
    if (visits_state && is_at_a_seat(clause)) return false;
    if (helps_its_foes(rule, clause, target)) return false;
    ReportedEvent event;
    // Nobody in person: a visit is to a state, and ties are with one.
    if (rule.mode == EventMode::visit) target.person.clear();
    if (rule.type == EventType::sanction && is_in_list(tree_, clause.object, "of_states"))
      target.person.clear();
    event.source = source;
    event.target = target;
    event.type = rule.type;
    event.mode = rule.mode;
    event.symmetric = rule.symmetric;
    if (source.person.empty()) event.source.person = speaker_of_country(view_, clause, rule.type);
    event.modality = modality_of_act(tree_, rule, clause);
    refuse_recognition(rule, clause, event);
    if (rule.ordered && event.modality == Modality::asserted) event.modality = Modality::possible;
    event.date = view_.calendar.window_of(clause.head, clause.time, event.modality);
    // "tomorrow he travels on"
    if (event.modality == Modality::asserted && clause.time != ClauseTime::past &&
        event.date.from > view_.calendar.written().to)
      event.modality = Modality::planned;
    event.evidence = view_.evidence(clause.head);
    if (untold_.is_told_as_vote(rule, event)) return false;
    story_.note(event, tree_.sentence(clause.head));
    if (!told_.is_told(rule, event)) out_.push_back(event);
    return true;
  }

  // "does not recognise it" is a refusal, and no missing support.
  void refuse_recognition(const EventRule& rule, const Clause& clause, ReportedEvent& event) const {
    if (!rule.word.starts_with("recogni") || event.modality != Modality::negated) return;
    const std::uint32_t above = tree_.is(clause.head, "xcomp") ? tree_.head(clause.head) : nowhere;
    const bool refuses =
        above != nowhere && (tree_.lemma(above) == "refuse" || tree_.lemma(above) == "decline");
    const std::uint32_t who = tree_.child(clause.head, {"nsubj"});
    const bool neither = who != nowhere && who > 0 && lower_case(tree_.lemma(who - 1)) == "neither";
    const bool denied = neither || tree_.has_child(clause.head, "advmod", "not") ||
                        tree_.has_child(clause.head, "advmod", "never");
    if (!denied && !refuses) return;  // "has no plans to recognise it"
    event.type = EventType::reject;
    event.mode = EventMode::none;
    event.modality = Modality::asserted;
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  Story story_;
  std::vector<ReportedEvent> out_;
  UntoldActs untold_;
  RepeatedActs repeated_;
  SidesLeftOut left_out_;
  ToldActs told_;
};

}  // namespace

std::vector<ReportedEvent> read_events(const ReportView& view,
                                       const std::vector<ReportedVote>& votes) {
  return EventReader(view, votes).read();
}

}  // namespace volteface
