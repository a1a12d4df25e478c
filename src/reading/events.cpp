#include "reading/events.h"

#include <algorithm>
#include <optional>

#include "reading/act_modality.h"
#include "reading/act_words.h"
#include "reading/rule_words.h"
#include "reading/sides_left_out.h"
#include "reading/slots.h"
#include "reading/story.h"
#include "reading/tables.h"
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
        left_out_(view, story_, out_) {}

  std::vector<ReportedEvent> read() {
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (is_words_of_another(t)) continue;
      read_token(t);
      read_presence(t);
      read_demand(t);
      read_charge(t);
      read_repeated(t);
    }
    read_sponsors();
    return std::move(out_);
  }

 private:
  // "the resolution, drafted by Chad", "a text put forward by Mali": who brings in a text blames
  // whom the body then blames by it.
  void read_sponsors() {
    const std::vector<ReportedEvent> told = out_;
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (!reading_tables().in_list("surely_resolution", tree_.lemma(t))) continue;
      if (tree_.has_child(t, "det", "another") || tree_.has_child(t, "det", "a")) continue;
      const auto blamed = blamed_by_body(told, tree_.sentence(t));
      if (!blamed) continue;
      for (const std::uint32_t c : tree_.children(t)) {
        const bool brought =
            tree_.is(c, "acl") && reading_tables().in_list("brings_in", tree_.lemma(c));
        if (brought) tell_sponsors(c, *blamed);
      }
    }
  }

  void tell_sponsors(std::uint32_t verb, const Actor& blamed) {
    EventRule blame;
    blame.word = tree_.lemma(verb);  // so that it is one act with what a rule tells of the word
    blame.type = EventType::accuse;
    Clause clause = clause_of_verb(tree_, verb);
    clause.modality = Modality::asserted;
    for (const Actor& sponsor : view_.actors.actors_of(clause.subject))
      if (!sponsor.state.empty()) tell(blame, clause, sponsor, blamed);
  }

  // Whom a body condemns, within a few sentences of one that speaks of its text.
  static std::optional<Actor> blamed_by_body(const std::vector<ReportedEvent>& told,
                                             std::uint32_t sentence) {
    constexpr std::uint32_t reach = 2;  // sentences
    const auto sentence_of = [](const ReportedEvent& event) { return event.evidence.sentence; };
    auto at = std::ranges::lower_bound(told, sentence - std::min(sentence, reach), {}, sentence_of);
    for (; at != told.end() && sentence_of(*at) <= sentence + reach; ++at) {
      const ReportedEvent& event = *at;
      const std::uint32_t there = event.evidence.sentence;
      const std::uint32_t apart = there > sentence ? there - sentence : sentence - there;
      const bool of_body = event.source.state.empty() && !event.source.org.empty();
      if (of_body && event.type == EventType::accuse && apart <= reach &&
          !event.target.state.empty())
        return Actor{event.target.state, "", ""};
    }
    return std::nullopt;
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

  // "Chad recalled its envoy. Mali did the same", "so did Mali", "Mali followed suit": the acts of
  // the sentence before, or of its own, by another.
  void read_repeated(std::uint32_t t) {
    if (!is_repeated(t) || out_.empty()) return;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
    const std::uint32_t above = tree_.head(t);
    const bool open = tree_.lemma(end - 1) == "?" || (above != nowhere && tree_.is(t, "ccomp"));
    const bool denied = is_denied_alone(t);
    if (open || (!denied && clause_of_verb(tree_, t).modality != Modality::asserted)) return;
    const std::uint32_t last = out_.back().evidence.sentence;
    if (tree_.sentence(t) > last + 1 || untold_.tells_a_vote(last) ||
        untold_.tells_a_vote(tree_.sentence(t)))
      return;
    std::vector<Actor> doers = view_.actors.actors_of(tree_.child(t, {"nsubj"}));
    if (doers.empty()) doers = view_.actors.actors_of(right_behind(t));
    const std::size_t told = out_.size();
    for (std::size_t k = told; k-- > 0 && out_[k].evidence.sentence == last;) {
      const ReportedEvent before = out_[k];
      if (before.symmetric || before.type == EventType::consult) continue;
      for (const Actor& doer : doers) {
        if (same_side(doer, before.source)) continue;
        ReportedEvent event = before;
        event.source = doer;
        if (same_side(doer, before.target)) event.target = before.source;  // in kind
        if (denied) event.modality = Modality::negated;
        if (view_.calendar.has_own_date(t))
          event.date = view_.calendar.window_of(t, ClauseTime::past, Modality::asserted);
        event.evidence = view_.evidence(t);
        out_.push_back(event);
      }
    }
  }

  bool is_repeated(std::uint32_t t) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
    const auto word = [&](std::uint32_t at) {
      return at < end ? tree_.lemma(at) : std::string_view();
    };
    if (tree_.lemma(t) == "follow") return word(t + 1) == "suit" || follows_in_time(t);
    if (is_in_list(tree_, t, "answers")) return word(t + 1) == "in" && word(t + 2) == "kind";
    // "took the same step", "went the same way"
    if (tree_.lemma(t) == "take" || tree_.lemma(t) == "go")
      return word(t + 1) == "the" && word(t + 2) == "same";
    if (tree_.lemma(t) != "do") return false;
    if (is_denied_alone(t)) return true;
    const std::string before = t > 0 ? lower_case(tree_.lemma(t - 1)) : std::string();
    const bool so = before == "so" || (before == "as" && tree_.child(t, {"obj"}) == nowhere);
    return so || word(t + 1) == "likewise" || word(t + 1) == "too" || (word(t + 1) == "the" && word(t + 2) == "same");
  }

  // "Mali did not."
  bool is_denied_alone(std::uint32_t t) const {
    const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
    constexpr std::uint32_t longest = 6;  // words
    const std::string_view next = t + 1 < sentence.last ? tree_.lemma(t + 1) : std::string_view();
    return tree_.lemma(t) == "do" && sentence.last - sentence.first <= longest && next == "not" &&
           t + 3 >= sentence.last;
  }

  // "Mali followed two days later"; but not "followed the talks", "silence followed".
  bool follows_in_time(std::uint32_t t) const {
    const bool alone = tree_.child(t, {"obj"}) == nowhere && !is_passive(tree_, t);
    return alone && (tree_.token(t).xpos == "VBD" || tree_.token(t).xpos == "VBN") &&
           tree_.child(t, {"ccomp"}) == nowhere && !has_company(t);
  }

  // "followed with a letter": an act of its own.
  bool has_company(std::uint32_t t) const {
    return std::ranges::any_of(clause_of_verb(tree_, t).obliques, [](const Oblique& o) {
      return o.preposition == "with" || o.preposition == "by" || o.preposition == "from";
    });
  }

  // The noun or name that stands behind a word, past an article.
  std::uint32_t right_behind(std::uint32_t t) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
    for (std::uint32_t at = t + 1; at < std::min(end, t + 4); ++at) {
      if (view_.actors.mention_of(at) != nowhere) return at;
    }
    return nowhere;
  }

  // "On Friday the minister of Chad was in Lima": a visit, where the day is told.
  void read_presence(std::uint32_t t) {
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
    static const EventRule visit = visit_rule();
    const std::uint32_t who = tree_.child(t, {"nsubj"});
    const bool official = is_in_list(tree_, who, "office");
    for (const Actor& guest : view_.actors.actors_of(who)) {
      if (!guest.person.empty() || official)
        tell(visit, clause, guest, {view_.document().entities[e].state, "", ""});
    }
  }

  // "Chad must free them, Mali said": asked for by who says it.
  void read_demand(std::uint32_t t) {
    if (!is_said_to_be_due(t) || view_.quote_of(t) != nowhere) return;
    const std::uint32_t sayer = sayer_of(t);
    if (sayer == nowhere) return;
    static const EventRule request = request_rule();
    Clause clause = clause_of_verb(tree_, t);
    clause.modality = Modality::asserted;
    clause.time = ClauseTime::past;
    for (const Actor& source : view_.actors.actors_of(sayer)) {
      for (const Actor& target : view_.actors.actors_of(subject_of(tree_, t)))
        tell(request, clause, source, target);
    }
  }

  // "Mali said that Chad had broken the treaty", "says that Chad was behind the raid": a charge.
  void read_charge(std::uint32_t t) {
    const bool behind = tree_.lemma(t) == "behind" || is_behind(t);
    if (!behind && !is_in_list(tree_, t, "misdeed")) return;
    if (view_.quote_of(t) != nowhere || modality_of(tree_, t) == Modality::negated) return;
    const std::uint32_t above = tree_.head(t);
    const bool said = above != nowhere && tree_.is(t, "ccomp") && is_in_list(tree_, above, "says_that");
    if (!said || modality_of(tree_, above) == Modality::negated) return;
    static const EventRule charge = charge_rule();
    Clause clause = clause_of_verb(tree_, above);
    clause.modality = Modality::asserted;
    const std::uint32_t doer = behind ? tree_.child(t, {"nsubj"}) : subject_of(tree_, t);
    for (const Actor& source : view_.actors.actors_of(clause.subject)) {
      for (const Actor& target : view_.actors.actors_below(doer))
        tell(charge, clause, source, {target.state, target.org, ""});
    }
  }

  // "was behind the raid"
  bool is_behind(std::uint32_t noun) const {
    return tree_.preposition(noun) == "behind" && tree_.child(noun, {"cop"}) != nowhere;
  }

  static EventRule charge_rule() {
    EventRule rule;
    rule.type = EventType::accuse;
    rule.word = "say";
    return rule;
  }

  // "must leave", but not "must be glad", "must have left".
  bool is_said_to_be_due(std::uint32_t verb) const {
    if (tree_.token(verb).upos != "VERB" || is_passive(tree_, verb)) return false;
    if (tree_.has_child(verb, "aux", "have") || tree_.has_child(verb, "advmod", "not")) return false;
    return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
      return tree_.is(c, "aux") && is_in_list(tree_, c, "obliges");
    });
  }

  // The subject of the verb of saying above a clause, or put in beside it.
  std::uint32_t sayer_of(std::uint32_t verb) const {
    const std::uint32_t above = tree_.head(verb);
    if (above != nowhere && tree_.is(verb, "ccomp") && is_in_list(tree_, above, "say"))
      return subject_of(tree_, above);
    for (const std::uint32_t c : tree_.children(verb)) {
      const bool says = is_in_list(tree_, c, "say") || is_in_list(tree_, c, "demands");
      if (tree_.is(c, "parataxis") && says) return tree_.child(c, {"nsubj"});
    }
    return nowhere;
  }

  static EventRule request_rule() {
    EventRule rule;
    rule.type = EventType::request;
    return rule;
  }

  static EventRule visit_rule() {
    EventRule rule;
    rule.type = EventType::consult;
    rule.mode = EventMode::visit;
    return rule;
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
    if (untold_.is_vote(rule, clause) || untold_.is_background(rule, clause)) return false;
    // "its embassy went back to Lima" is nobody's visit.
    return rule.mode != EventMode::visit || !is_in_list(tree_, clause.subject, "no_visitor");
  }

  struct Sides {
    std::vector<Actor> sources, targets;
  };

  // By the words of the clause; nothing if it is said to a hall.
  std::optional<Sides> sides_named(const EventRule& rule, const Slots& slots) const {
    const Clause& clause = slots.clause();
    Sides sides;
    auto& [sources, targets] = sides;
    sources = slots.fill(rule.source, {});
    const bool of_several = rule.symmetric && sources.size() > 1;
    // "Chad and Mali met", but "Chad and Mali rang Niger".
    if (of_several) targets = slots.fill({"obj", "iobj"}, sources);
    if (of_several && targets.empty() && rule.type == EventType::cooperate)
      targets = slots.fill({"with"}, sources);
    if (of_several && targets.empty() && speaks_to_a_hall(rule, clause)) return std::nullopt;
    if (of_several && targets.empty()) {
      targets.assign(sources.begin() + 1, sources.end());
      sources.resize(1);
    } else if (targets.empty()) {
      targets = slots.fill(rule.target, sources);
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
    if (rule.type == EventType::reject && (it || is_in_list(tree_, clause.object, "blame"))) {
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
    if (sources.empty() && targets.empty() && rule.symmetric && is_the_two(tree_, clause.subject)) {
      sources = story_.last_pair(clause.head);
      if (sources.size() == 2) targets = {sources[1]}, sources.resize(1);
    }
    // "is expected here": where the report is from.
    if (rule.mode == EventMode::visit && targets.empty() && says_here(clause.head))
      targets = actors_of_dateline();
    if (sources.empty() && !targets.empty())
      sources = left_out_.doer_left_out(rule, slots, targets);
    const bool says_on_whom = !rule.needs.empty() && rule.needs.front().where == "on";
    if (rule.type == EventType::accuse && !says_on_whom &&  // but "blamed the raid on Mali"
        is_in_list(tree_, clause.object, "act_of_force"))
      targets = left_out_.doer_named(clause, targets);
    if (targets.empty() && left_out_.warns_that(rule, clause))
      targets = left_out_.threatened_in(clause, sources);
    if (targets.empty() && !sources.empty())
      targets = left_out_.side_left_out(rule, slots, sources);
  }

  bool says_here(std::uint32_t verb) const {
    return tree_.has_child(verb, "advmod", "here");
  }

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
    if (!tree_.has_child(clause.head, "advmod", "not")) return;  // "has no plans to recognise it"
    event.type = EventType::reject;
    event.mode = EventMode::none;
    event.modality = Modality::asserted;
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  Story story_;
  std::vector<ReportedEvent> out_;
  UntoldActs untold_;
  SidesLeftOut left_out_;
  ToldActs told_;
};

}  // namespace

std::vector<ReportedEvent> read_events(const ReportView& view,
                                       const std::vector<ReportedVote>& votes) {
  return EventReader(view, votes).read();
}

}  // namespace volteface
