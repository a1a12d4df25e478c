#include "reading/events.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "reading/person_names.h"
#include "reading/rule_words.h"
#include "reading/slots.h"
#include "reading/story.h"
#include "reading/tables.h"

namespace volteface {
namespace {

class EventReader {
 public:
  EventReader(const ReportView& view, const std::vector<ReportedVote>& votes)
      : view_(view), tree_(view.tree), votes_(votes), story_(view) {}

  std::vector<ReportedEvent> read() {
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (is_words_of_another(t)) continue;
      read_token(t);
      read_presence(t);
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
    static const EventRule blame = [] {
      EventRule rule;
      rule.word = "bring in";
      rule.type = EventType::accuse;
      return rule;
    }();
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
      const bool of_body = event.source.org == "UN" || event.source.org == "OAS";
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
    const std::uint32_t named = noun_meant(t);
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
    if (open || clause_of_verb(tree_, t).modality != Modality::asserted) return;
    const std::uint32_t last = out_.back().evidence.sentence;
    if (tree_.sentence(t) > last + 1 || tells_a_vote(last) || tells_a_vote(tree_.sentence(t)))
      return;
    std::vector<Actor> doers = view_.actors.actors_of(tree_.child(t, {"nsubj"}));
    if (doers.empty()) doers = view_.actors.actors_of(right_behind(t));
    const std::size_t told = out_.size();
    for (std::size_t k = told; k-- > 0 && out_[k].evidence.sentence == last;) {
      const ReportedEvent before = out_[k];
      if (before.symmetric || before.type == EventType::consult) continue;
      for (const Actor& doer : doers) {
        if (same_side(doer, before.source) || same_side(doer, before.target)) continue;
        ReportedEvent event = before;
        event.source = doer;
        event.evidence = view_.evidence(t);
        out_.push_back(event);
      }
    }
  }

  bool tells_a_vote(std::uint32_t sentence) const {
    const auto vote = std::ranges::lower_bound(
        votes_, sentence, {}, [](const ReportedVote& v) { return v.evidence.sentence; });
    return vote != votes_.end() && vote->evidence.sentence == sentence;
  }

  bool is_repeated(std::uint32_t t) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
    const auto word = [&](std::uint32_t at) {
      return at < end ? tree_.lemma(at) : std::string_view();
    };
    if (tree_.lemma(t) == "follow") return word(t + 1) == "suit";
    if (tree_.lemma(t) != "do") return false;
    const bool so = t > 0 && lower_case(tree_.lemma(t - 1)) == "so";
    return so || word(t + 1) == "likewise" || (word(t + 1) == "the" && word(t + 2) == "same");
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
      constexpr std::array<std::string_view, 8> occasions = {
          "talk", "meeting", "visit", "summit", "ceremony", "conference", "day", "week"};
      return (o.preposition == "for" || o.preposition == "on") &&
             is_one_of(lower_case(tree_.lemma(o.noun)), occasions);
    });
    const bool told = view_.calendar.has_own_date(t) || for_talks;
    if (clause.modality != Modality::asserted || !told) return;
    clause.head = t;
    clause.time = ClauseTime::past;
    static const EventRule visit = visit_rule();
    for (const Actor& guest : view_.actors.actors_of(tree_.child(t, {"nsubj"}))) {
      if (!guest.person.empty())
        tell(visit, clause, guest, {view_.document().entities[e].state, "", ""});
    }
  }

  static EventRule visit_rule() {
    EventRule rule;
    rule.type = EventType::consult;
    rule.mode = EventMode::visit;
    return rule;
  }

  // "a visit to Chad and another to Mali": another visit.
  std::uint32_t noun_meant(std::uint32_t t) const {
    const bool another = tree_.lemma(t) == "another" && tree_.is(t, "conj");
    return another && tree_.token(tree_.head(t)).upos == "NOUN" ? tree_.head(t) : t;
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
    if (const std::uint32_t named = noun_meant(t); named != t) {
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
    for (const RuleNeed& need : rule.needs) {
      if (!slots.holds(need)) return false;
    }
    if (is_vote(rule, clause) || is_background(rule, clause)) return false;
    // "its embassy went back to Lima" is nobody's visit.
    if (rule.mode == EventMode::visit && is_in_list(clause.subject, "no_visitor")) return false;
    std::vector<Actor> sources = slots.fill(rule.source, {});
    std::vector<Actor> targets;
    // "Chad and Mali met", but "Chad and Mali rang Niger".
    if (rule.symmetric && sources.size() > 1) targets = slots.fill({"obj", "iobj"}, sources);
    if (rule.symmetric && sources.size() > 1 && targets.empty() && speaks_to_a_hall(rule, clause))
      return false;
    if (rule.symmetric && sources.size() > 1 && targets.empty()) {
      targets.assign(sources.begin() + 1, sources.end());
      sources.resize(1);
    } else if (targets.empty()) {
      targets = slots.fill(rule.target, sources);
    }
    // "it was agreed to meet in Chad": not with Chad.
    if (is_agreed_by_nobody(rule, clause, sources)) targets = slots.fill({"with"}, {});
    const bool it = targets.empty() && clause.object != nowhere &&
                    tree_.token(clause.object).upos == "PRON";  // "denied it"
    if (rule.type == EventType::reject && (it || is_in_list(clause.object, "blame"))) {
      // "denied the charge": of the one who made it.
      if (auto accuser = story_.last_accuser(sources, clause.head)) targets = {*accuser};
    }
    if (const std::vector<Actor> both = each_other(rule, clause, sources, targets); !both.empty())
      return tell_each_other(rule, clause, both);
    // "a treaty with Chad is to be signed": by those who deal with each other.
    if (is_agreed_by_nobody(rule, clause, sources) && targets.size() == 1)
      sources = story_.last_pair(clause.head);
    if (sources.empty() && targets.empty() && rule.symmetric && is_the_two(clause.subject)) {
      sources = story_.last_pair(clause.head);
      if (sources.size() == 2) targets = {sources[1]}, sources.resize(1);
    }
    if (sources.empty() && !targets.empty()) sources = doer_left_out(rule, slots, targets);
    if (rule.type == EventType::accuse && is_in_list(clause.object, "act_of_force"))
      targets = doer_named(clause, targets);
    if (targets.empty() && warns_that(rule, clause)) targets = threatened_in(clause, sources);
    if (targets.empty() && !sources.empty()) targets = side_left_out(rule, slots, sources);
    bool told = false;
    for (const Actor& source : sources) {
      for (const Actor& target : targets) told = tell(rule, clause, source, target) || told;
    }
    if (told && rule.mode == EventMode::meet) tell_visits(slots, sources, targets);
    return told;
  }

  // "Chad and Mali spoke in favour of it": not with each other.
  static bool speaks_to_a_hall(const EventRule& rule, const Clause& clause) {
    if (rule.word != "speak" && rule.word != "talk") return false;
    return std::ranges::any_of(clause.obliques, [](const Oblique& o) {
      return o.preposition == "in" || o.preposition == "for" || o.preposition == "against" ||
             o.preposition == "at" || o.preposition == "before";
    });
  }

  // "both envoys were called home", "the two countries had broken off relations": each did so to
  // the other, if they are the ones that the story is about.
  std::vector<Actor> each_other(const EventRule& rule, const Clause& clause,
                                const std::vector<Actor>& sources,
                                const std::vector<Actor>& targets) const {
    if (rule.kind != EventRule::Word::verb) return {};
    // "it was further agreed", "a joint statement was adopted": by those who deal with each other.
    if (is_agreed_by_nobody(rule, clause, sources) && targets.empty())
      return story_.last_pair(clause.head);
    // "Chad and Mali restored their ties"
    const bool ties = rule.type == EventType::support && sources.size() == 2 && targets.empty() &&
                      is_in_list(clause.object, "of_states");
    if (ties) return sources;
    if (rule.type != EventType::sanction) return {};
    const bool of_group = sources.size() == 2 && targets.empty();
    const bool both = of_group && (is_the_two(clause.subject) ||
                                   story_.have_dealt(sources[0], sources[1], clause.head));
    if (both) return sources;
    if (!sources.empty()) return {};
    const std::uint32_t they = clause.subject == nowhere ? clause.object : clause.subject;
    return is_pair(they) ? story_.last_pair(clause.head) : std::vector<Actor>();
  }

  static bool is_agreed_by_nobody(const EventRule& rule, const Clause& clause,
                                  const std::vector<Actor>& sources) {
    return rule.type == EventType::agree && rule.kind == EventRule::Word::verb && clause.passive &&
           sources.empty();
  }

  // "both envoys", "the two capitals"
  bool is_pair(std::uint32_t noun) const {
    constexpr std::array<std::string_view, 2> words = {"both", "two"};
    if (noun == nowhere || !reading_tables().in_list("pair", lower_case(tree_.lemma(noun))))
      return false;
    return std::ranges::any_of(tree_.children(noun), [&](std::uint32_t c) {
      return is_one_of(lower_case(tree_.lemma(c)), words);
    });
  }

  // "the two agreed", "the two leaders met"
  bool is_the_two(std::uint32_t noun) const {
    if (noun == nowhere) return false;
    const std::string_view word = tree_.lemma(noun);
    if (word == "two" || word == "both") return true;
    const std::uint32_t count = tree_.child(noun, {"nummod"});
    return (count != nowhere && tree_.lemma(count) == "two") ||
           tree_.has_child(noun, "det", "both");
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

  // "was expelled", "has been recalled": who did it to these.
  std::vector<Actor> doer_left_out(const EventRule& rule, const Slots& slots,
                                   const std::vector<Actor>& targets) const {
    const Clause& clause = slots.clause();
    if (!clause.passive || clause.subject != nowhere || !is_of_a_kind_that_leaves_out(rule))
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
    const auto last = story_.last_doer(rule.type, clause.head);
    const auto is_target = [&](const Actor& target) { return last && same_side(target, *last); };
    if (last && std::ranges::none_of(targets, is_target)) return {*last};
    if (auto side = story_.other_side(targets, clause.head)) return {*side};
    return {};
  }

  // "recalled its envoy", "thanked the liberal": towards whom.
  std::vector<Actor> side_left_out(const EventRule& rule, const Slots& slots,
                                   const std::vector<Actor>& sources) const {
    const Clause& clause = slots.clause();
    if (rule.mode == EventMode::visit) return {};
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
    // "blamed the West", "defended its decision": towards none of those that are known.
    const bool other_name = clause.object != nowhere && tree_.token(clause.object).upos == "PROPN";
    const bool recall = rule.type == EventType::sanction;  // "called its envoy home"
    if (other_name || (slots.is_of_its_own() && !recall)) return {};
    if (leaves) return organisation_left(rule, clause);
    if (rule.type == EventType::support && slots.names_agreement()) {
      std::vector<Actor> sides = story_.last_agreement(clause.head);
      const auto is_source = [&](const Actor& side) {
        return std::ranges::any_of(sources, [&](const Actor& s) { return same_side(s, side); });
      };
      if (!sides.empty() && std::ranges::none_of(sides, is_source)) return sides;
    }
    if (rule.type == EventType::accuse && is_in_list(clause.object, "act_of_force")) {
      if (const auto doer = doer_of_force(clause, sources)) return {*doer};
      if (!hurt_by_force(clause.object).empty()) return {};
    }
    // "Chile's envoy was recalled, too"
    const bool strong_act = rule.type == EventType::sanction || rule.type == EventType::assault ||
                            rule.type == EventType::retreat || rule.type == EventType::accuse;
    if (strong_act) {
      if (auto target = story_.last_target(rule.type, sources, clause.head)) return {*target};
    }
    if (rule.type == EventType::accuse && is_text(clause.object) && !is_move(clause.object))
      return blamed_by_text(clause, sources, strong);
    if (auto side = story_.other_side(sources, clause.head)) return {*side};
    return {};
  }

  // "left the bloc", "walked out": the organisation named last; but not "withdrew its troops",
  // "walked out of the talks", which name what is left.
  std::vector<Actor> organisation_left(const EventRule& rule, const Clause& clause) const {
    const bool names_it = std::ranges::any_of(clause.obliques, [](const Oblique& o) {
      return o.preposition == "from" || o.preposition.ends_with("of") || o.preposition == "to";
    });
    if (rule.needs.empty() && (clause.object != nowhere || names_it)) return {};
    const auto left = story_.last_organisation(clause.head);
    return left ? std::vector{*left} : std::vector<Actor>();
  }

  // "deplored the invasion of Chad by Mali", "the Malian raid": Mali, and never Chad.
  std::vector<Actor> doer_named(const Clause& clause, const std::vector<Actor>& targets) const {
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

  // Who is told last to have used force on somebody.
  std::optional<Actor> doer_against(const Actor& hurt, const std::vector<Actor>& sources) const {
    constexpr std::size_t farthest = 200;  // acts looked back at
    for (std::size_t k = out_.size(); k-- > 0 && out_.size() - k < farthest;) {
      const ReportedEvent& event = out_[k];
      const bool force = event.type == EventType::assault || event.type == EventType::coerce;
      const auto same = [&](const Actor& s) { return same_side(s, event.source); };
      if (force && same_side(event.target, hurt) && std::ranges::none_of(sources, same))
        return Actor{event.source.state, event.source.org, ""};
    }
    return std::nullopt;
  }

  // "the invasion of Chad", "the raid on Chad"
  std::vector<Actor> hurt_by_force(std::uint32_t force) const {
    for (const Oblique& o : clause_of_noun(tree_, force).obliques) {
      if (o.preposition == "of" || o.preposition == "on" || o.preposition == "against")
        return view_.actors.actors_of(o.noun);
    }
    return {};
  }

  // "deplored the invasion": the one who is told to have done it, to the same if that is said.
  std::optional<Actor> doer_of_force(const Clause& clause,
                                     const std::vector<Actor>& sources) const {
    const std::vector<Actor> hurt = hurt_by_force(clause.object);
    if (!hurt.empty()) return doer_against(hurt.front(), sources);
    for (const EventType type : {EventType::assault, EventType::coerce, EventType::sanction}) {
      auto doer = story_.last_doer(type, clause.head);
      const auto is_doer = [&](const Actor& source) { return doer && same_side(source, *doer); };
      if (doer && std::ranges::none_of(sources, is_doer)) return doer;
    }
    return std::nullopt;
  }

  // "condemned the vote" is said against those who voted; but a text that is tabled blames whom the
  // story is about, if it blames anybody.
  std::vector<Actor> blamed_by_text(const Clause& clause, const std::vector<Actor>& sources,
                                    bool tabled) const {
    if (!tabled && view_.names_united_nations()) return {Actor{"", "UN", ""}};
    for (const EventType type : {EventType::assault, EventType::sanction, EventType::coerce}) {
      const auto target = story_.last_target(type, sources, clause.head);
      if (target && !target->state.empty()) return {*target};
    }
    return {};
  }

  bool names_state(std::uint32_t noun) const {
    const std::uint32_t e = noun == nowhere ? nowhere : view_.actors.entity_of(noun);
    return e != nowhere && view_.document().entities[e].type == NameType::state;
  }

  bool is_offer_of_talks(const EventRule& rule, const Clause& clause) const {
    constexpr std::array<std::string_view, 6> offers = {"propose", "offer",  "suggest",
                                                        "seek",    "demand", "request"};
    const std::uint32_t above = tree_.head(clause.head);
    return rule.type == EventType::consult && rule.kind == EventRule::Word::noun &&
           above != nowhere && tree_.is(clause.head, "obj") &&
           is_one_of(tree_.lemma(above), offers);
  }

  bool warns_that(const EventRule& rule, const Clause& clause) const {
    return rule.type == EventType::threaten && rule.kind == EventRule::Word::verb &&
           clause.object == nowhere && tree_.child(clause.head, {"ccomp"}) != nowhere;
  }

  // "warned that it would close the border with Chad": Chad.
  std::vector<Actor> threatened_in(const Clause& clause, const std::vector<Actor>& sources) const {
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

  bool is_in_list(std::uint32_t noun, std::string_view list) const {
    return noun != nowhere && reading_tables().in_list(list, lower_case(tree_.lemma(noun)));
  }

  // "the move", "the decision": of whoever acted last, and of no body.
  bool is_move(std::uint32_t object) const {
    constexpr std::array<std::string_view, 4> words = {"move", "decision", "step", "declaration"};
    return is_one_of(lower_case(tree_.lemma(object)), words);
  }

  bool is_text(std::uint32_t object) const {
    return object != nowhere && reading_tables().in_list("resolution", tree_.lemma(object));
  }

  // "since Russia's invasion", "to end its invasion": known before, and not told.
  bool is_background(const EventRule& rule, const Clause& clause) const {
    constexpr std::array<std::string_view, 3> called_off = {"cancel", "scrap", "call"};
    constexpr std::array<std::string_view, 5> ends = {"end", "stop", "halt", "cease", "finish"};
    const std::uint32_t above = tree_.head(clause.head);
    const bool given = rule.type == EventType::aid || rule.type == EventType::support;
    if (rule.kind == EventRule::Word::noun && given)  // "suspended its aid"
      return above != nowhere && tree_.is(clause.head, "obj") &&
             reading_tables().in_list("takes_away", tree_.lemma(above));
    // "called off a visit": told as that.
    if (rule.kind == EventRule::Word::noun && rule.type == EventType::consult) {
      if (above != nowhere && is_one_of(tree_.lemma(above), called_off)) return true;
    }
    // "lifted its sanctions"
    if (rule.kind == EventRule::Word::noun && rule.type == EventType::sanction)
      return above != nowhere && tree_.is(clause.head, "obj") &&
             reading_tables().in_list("lifts", tree_.lemma(above));
    if (rule.kind == EventRule::Word::verb) {
      if (is_asked_for(clause.head) || is_what_a_text_is(rule, clause)) return true;
      if (is_kind(rule.type) && is_promised(clause.head)) return true;
      if (rule.type == EventType::agree && promises_harm(clause.head)) return true;
      if (asks_for_no_name(rule, clause.head)) return true;
      if (rule.type == EventType::reject && refuses_to_apologise(clause.head)) return true;
      // "demanded that Chad release them": what is asked for is told by the demand; but not
      // "insisted that Chad had released them".
      const std::string_view tag = tree_.token(clause.head).xpos;
      return above != nowhere && tree_.is(clause.head, "ccomp") && (tag == "VB" || tag == "VBP") &&
             reading_tables().in_list("demands", tree_.lemma(above));
    }
    if (rule.type != EventType::assault) return false;
    const bool ended =
        above != nowhere && tree_.is(clause.head, "obj") && is_one_of(tree_.lemma(above), ends);
    return ended || tree_.preposition(clause.head) == "since";
  }

  // "a resolution calling for peace": says which it is; but not "calling on Chad".
  bool is_what_a_text_is(const EventRule& rule, const Clause& clause) const {
    return rule.type == EventType::request && rule.word == "call" &&
           tree_.token(clause.head).xpos == "VBG" &&
           std::ranges::none_of(clause.obliques,
                                [](const Oblique& o) { return o.preposition == "on"; });
  }

  static bool is_kind(EventType type) { return type < EventType::request; }

  // "vowed to invade Chad": no agreement.
  bool promises_harm(std::uint32_t verb) const {
    const std::uint32_t promised = tree_.child(verb, {"xcomp"});
    if (promised == nowhere) return false;
    const std::vector<std::size_t> rules = rules_of_word(view_, promised);
    return std::ranges::any_of(rules, [](std::size_t k) {
      const EventRule& rule = reading_tables().events()[k];
      return !rule.source.empty() && rule.needs.empty() && rule.particle.empty() &&
             rule.type > EventType::reject;
    });
  }

  // "asked not to be named", "requested anonymity"
  bool asks_for_no_name(const EventRule& rule, std::uint32_t verb) const {
    constexpr std::array<std::string_view, 4> words = {"name", "identify", "anonymity", "quote"};
    if (rule.word != "ask" && rule.word != "request") return false;
    return std::ranges::any_of(tree_.subtree(verb), [&](std::uint32_t t) {
      return t > verb && is_one_of(tree_.lemma(t), words);
    });
  }

  // "promised to help Chad", "agreed to restore their ties": told by the promise.
  bool is_promised(std::uint32_t verb) const {
    constexpr std::array<std::string_view, 4> words = {"promise", "pledge", "vow", "agree"};
    const std::uint32_t above = tree_.head(verb);
    return above != nowhere && tree_.is(verb, "xcomp") && tree_.has_child(verb, "mark", "to") &&
           is_one_of(tree_.lemma(above), words);
  }

  // Told by what is refused: a missing apology.
  bool refuses_to_apologise(std::uint32_t verb) const {
    const std::uint32_t refused = tree_.child(verb, {"xcomp"});
    return refused != nowhere && tree_.lemma(refused).starts_with("apologi");
  }

  // "urged Chad to leave", "called on Chad to leave": told by the request, however the infinitive
  // hangs.
  bool is_asked_for(std::uint32_t verb) const {
    constexpr std::uint32_t furthest = 10;
    const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
    if (verb == first || tree_.lemma(verb - 1) != "to") return false;
    for (std::uint32_t t = verb - 1; t-- > first && verb - t < furthest;) {
      const std::string_view kind = tree_.token(t).upos;
      const bool asks =
          reading_tables().in_list("asks_to", tree_.lemma(t)) || tree_.lemma(t) == "order";
      if (kind == "VERB") return asks;
      if (kind == "AUX" || kind == "SCONJ" || kind == "PUNCT") return false;
    }
    return false;
  }

  // "supported the text", "were opposed", "did not back it" is told of a vote, where one is spoken
  // of; votes are read apart.
  bool is_vote(const EventRule& rule, const Clause& clause) const {
    if (rule.kind != EventRule::Word::verb) return favours_text(rule, clause);
    if (rule.type != EventType::support && rule.type != EventType::reject) return false;
    // "rejected the resolution" blames those who passed it.
    const bool praised = rule.mode == EventMode::praise || rule.mode == EventMode::thank;
    const bool greets = rule.word == "welcome";
    if (is_text(clause.object)) return rule.type == EventType::support && !praised && !greets;
    if (rule.word == "deny" || rule.word == "dispute" || rule.word == "refute") return false;
    const bool something = clause.object != nowhere && tree_.lemma(clause.object) != "it";
    const bool passive = clause.passive && clause.subject == nowhere;
    return (!something || passive) && speaks_of_a_vote(clause.head);
  }

  // "spoke in favour of the text"
  bool favours_text(const EventRule& rule, const Clause& clause) const {
    if (!rule.word.starts_with("favo")) return false;
    return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
      return o.preposition == "of" && is_text(o.noun);
    });
  }

  // "China was opposed" where its vote was read from the same words.
  bool is_told_as_vote(const EventRule& rule, const ReportedEvent& event) const {
    if (rule.kind != EventRule::Word::verb) return false;
    if (rule.type != EventType::support && rule.type != EventType::reject) return false;
    const Evidence& words = event.evidence;
    auto vote = std::ranges::lower_bound(votes_, words.sentence, {},
                                         [](const ReportedVote& v) { return v.evidence.sentence; });
    for (; vote != votes_.end() && vote->evidence.sentence == words.sentence; ++vote) {
      const bool overlap = vote->evidence.begin < words.end && words.begin < vote->evidence.end;
      const bool of_side = vote->state == event.source.state || vote->state == event.target.state;
      if (overlap && of_side) return true;
    }
    return false;
  }

  bool speaks_of_a_vote(std::uint32_t t) const {
    const auto& sentences = view_.document().sentences;
    const std::uint32_t here = tree_.sentence(t);
    const std::uint32_t first = sentences[here - std::min(here, 1u)].first;
    for (std::uint32_t k = first; k < sentences[here].last; ++k) {
      const std::string_view upos = tree_.token(k).upos;
      if ((upos == "NOUN" || upos == "PROPN") && is_text(k)) return true;
    }
    return false;
  }

  static bool is_of_a_kind_that_leaves_out(const EventRule& rule) {
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

  bool tell(const EventRule& rule, const Clause& clause, const Actor& source, Actor target) {
    if (same_side(source, target)) return false;
    ReportedEvent event;
    // Nobody in person: a visit is to a state, and ties are with one.
    if (rule.mode == EventMode::visit) target.person.clear();
    if (rule.type == EventType::sanction && is_in_list(clause.object, "of_states"))
      target.person.clear();
    event.source = source;
    event.target = target;
    event.type = rule.type;
    event.mode = rule.mode;
    event.symmetric = rule.symmetric;
    event.modality = clause.modality;
    if (is_announced(rule, clause.head)) event.modality = Modality::planned;
    if (is_offered(rule, clause.head)) event.modality = Modality::asserted;
    refuse_recognition(rule, clause, event);
    if (rule.ordered && event.modality == Modality::asserted) event.modality = Modality::possible;
    event.date = view_.calendar.window_of(clause.head, clause.time, event.modality);
    // "tomorrow he travels on"
    if (event.modality == Modality::asserted && clause.time != ClauseTime::past &&
        event.date.from > view_.calendar.written().to)
      event.modality = Modality::planned;
    event.evidence = view_.evidence(clause.head);
    if (is_told_as_vote(rule, event)) return false;
    story_.note(event, tree_.sentence(clause.head));
    if (!is_told(rule, event)) out_.push_back(event);
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

  // "offered its condolences", "his support": done by the words.
  bool is_offered(const EventRule& rule, std::uint32_t head) const {
    const std::uint32_t above = tree_.head(head);
    return rule.type == EventType::support && rule.kind == EventRule::Word::noun &&
           above != nowhere && (tree_.lemma(above) == "offer" || tree_.lemma(above) == "extend");
  }

  // "announced a visit", "agreed on talks"
  bool is_announced(const EventRule& rule, std::uint32_t head) const {
    constexpr std::array<std::string_view, 6> verbs = {"announce", "agree",    "confirm",
                                                       "accept",   "envisage", "promise"};
    if (rule.word == "expect") return true;  // "is expected in Lima"
    const std::uint32_t above = tree_.head(noun_meant(head));
    return rule.type == EventType::consult && rule.kind == EventRule::Word::noun &&
           above != nowhere && !tree_.is(head, "nsubj") && is_one_of(tree_.lemma(above), verbs);
  }

  // The same act on days that may be the same was told before.
  bool is_told(const EventRule& rule, const ReportedEvent& event) {
    const auto side = [](const Actor& actor) { return actor.state + '/' + actor.org; };
    std::string source = side(event.source), target = side(event.target);
    if (event.symmetric && target < source) std::swap(source, target);
    auto& told = told_[{source, target, event.type, event.mode, event.modality}];
    const bool again = std::ranges::any_of(told, [&](const Told& before) {
      const DateWindow& window = before.event.date;
      const bool overlap = window.from <= event.date.to && event.date.from <= window.to;
      const bool another_act =
          is_one_each(rule) && before.word != rule.word && is_one_each(*before.rule);
      return overlap && !another_act &&
             may_be_same_person(before.event.source.person, event.source.person);
    });
    told.push_back({event, &rule, rule.word});
    return again;
  }

  struct Told {
    ReportedEvent event;
    const EventRule* rule = nullptr;
    std::string word;
  };

  // "recalled its envoy and cut off aid": an act by each verb.
  static bool is_one_each(const EventRule& rule) {
    return rule.kind == EventRule::Word::verb &&
           (rule.type == EventType::sanction || rule.type == EventType::accuse);
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  const std::vector<ReportedVote>& votes_;  // by sentence
  Story story_;
  std::vector<ReportedEvent> out_;
  std::map<std::tuple<std::string, std::string, EventType, EventMode, Modality>, std::vector<Told>>
      told_;
};

}  // namespace

std::vector<ReportedEvent> read_events(const ReportView& view,
                                       const std::vector<ReportedVote>& votes) {
  return EventReader(view, votes).read();
}

}  // namespace volteface
