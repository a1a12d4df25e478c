#include "reading/events.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::size_t acts_back = 40;  // over which an act without a target is towards the same

// What a regular verb in this form may be called by: "shelled": shell; "ruled": rule; "barred":
// bar.
std::vector<std::string> bases_of(const std::string& form) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view ending) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    out.push_back(stem + 'e');
    if (stem.back() == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
    if (stem.back() == 'i') out.push_back(stem.substr(0, stem.size() - 1) + 'y');
  };
  add("ed");
  add("ing");
  add("es");
  add("s");
  return out;
}

// Fills the slots of rules in one clause.
class Slots {
 public:
  Slots(const ReportView& view, Clause clause) : view_(view), clause_(std::move(clause)) {
    if (clause_.object == nowhere) return;
    // "cut its ties with Mali": what hangs on the object.
    for (Oblique& o : clause_of_noun(view.tree, clause_.object).obliques)
      clause_.obliques.push_back(std::move(o));
  }

  std::vector<Actor> fill(const std::vector<std::string>& slots,
                          const std::vector<Actor>& without) const {
    for (const std::string& slot : slots) {
      std::vector<Actor> found = actors_at(slot);
      std::erase_if(found, [&](const Actor& actor) {
        return std::ranges::any_of(without, [&](const Actor& a) { return same_side(a, actor); });
      });
      if (!found.empty()) return found;
    }
    return {};
  }

  bool holds(const RuleNeed& need) const {
    const std::vector<std::uint32_t> places = places_of(need.where);
    if (need.words.empty()) return !places.empty();
    return std::ranges::any_of(places, [&](std::uint32_t at) {
      return std::ranges::any_of(need.words, [&](const std::string& word) { return is(at, word); });
    });
  }

 private:
  bool is(std::uint32_t at, std::string_view word) const {
    if (word == "@with") return view_.tree.preposition(at) == "with";
    if (word.front() != '@') {
      const std::string_view lemma = view_.tree.lemma(at);
      return lemma == word || (lemma.ends_with('s') && lemma.substr(0, lemma.size() - 1) == word);
    }
    const std::uint32_t e = view_.actors.entity_of(at);
    if (e == nowhere) return false;
    return name_type_text(view_.document().entities[e].type) == word.substr(1);
  }

  std::vector<std::uint32_t> places_of(std::string_view where) const {
    const SentenceTree& tree = view_.tree;
    if (where == "any") return tree.subtree(clause_.head);
    if (where == "obj") {
      if (clause_.object == nowhere) return {};
      return tree.joined(clause_.object);
    }
    std::vector<std::uint32_t> out;
    for (const Oblique& o : clause_.obliques) {
      if (o.preposition == where) out.push_back(o.noun);
    }
    return out;
  }

  std::vector<Actor> below(std::uint32_t at) const { return view_.actors.actors_below(at); }

  std::vector<Actor> actors_at(std::string_view slot) const {
    const ActorFinder& actors = view_.actors;
    if (slot == "subj") return actors.actors_of(clause_.subject);
    if (slot == "obj") return actors.actors_of(clause_.object);
    if (slot == "iobj") return actors.actors_of(clause_.receiver);
    if (slot == "obj~") return below(clause_.object);
    if (slot == "poss") return actors.actors_of(view_.tree.child(clause_.head, {"nmod:poss"}));
    if (slot == "amod") return below_modifiers();
    if (slot == "any") return elsewhere();
    if (slot == "obj.poss")
      return clause_.object == nowhere
                 ? std::vector<Actor>()
                 : actors.actors_of(view_.tree.child(clause_.object, {"nmod:poss"}));
    if (slot == "body") return body();
    const bool deep = slot.back() == '~';
    const std::string_view preposition = slot.substr(0, slot.size() - (deep ? 1 : 0));
    std::vector<Actor> out;
    for (const Oblique& o : clause_.obliques) {
      if (o.preposition != preposition) continue;
      for (Actor& actor : deep ? below(o.noun) : actors.actors_of(o.noun)) out.push_back(actor);
    }
    return out;
  }

  // A resolution is the work of the body that votes on it.
  std::vector<Actor> body() const {
    if (clause_.object == nowhere ||
        !reading_tables().in_list("resolution", view_.tree.lemma(clause_.object)))
      return {};
    if (!view_.names_united_nations()) return {};
    return {{"", "UN", ""}};
  }

  std::vector<Actor> below_modifiers() const {
    std::vector<Actor> out;
    for (const std::uint32_t c : view_.tree.children(clause_.head)) {
      if (!view_.tree.is(c, "amod") && !view_.tree.is(c, "compound")) continue;
      for (Actor& actor : view_.actors.actors_of(c)) out.push_back(actor);
    }
    return out;
  }

  // The actor that stands nearest behind the word, else before it, in its sentence.
  std::vector<Actor> elsewhere() const {
    const Sentence& sentence = view_.document().sentences[view_.tree.sentence(clause_.head)];
    for (std::uint32_t t = clause_.head + 1; t < sentence.last; ++t) {
      if (std::vector<Actor> found = other_than_subject(t); !found.empty()) return found;
    }
    for (std::uint32_t t = clause_.head; t-- > sentence.first;) {
      if (std::vector<Actor> found = other_than_subject(t); !found.empty()) return found;
    }
    return {};
  }

  std::vector<Actor> other_than_subject(std::uint32_t t) const {
    if (view_.actors.entity_of(t) == nowhere) return {};
    std::vector<Actor> found = view_.actors.actors_of(t);
    const std::vector<Actor> subject = view_.actors.actors_of(clause_.subject);
    std::erase_if(found, [&](const Actor& actor) {
      return std::ranges::any_of(subject, [&](const Actor& a) { return same_side(a, actor); });
    });
    return found;
  }

  const ReportView& view_;
  Clause clause_;
};

class EventReader {
 public:
  explicit EventReader(const ReportView& view) : view_(view), tree_(view.tree) {}

  std::vector<ReportedEvent> read() {
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (view_.quote_of(t) != nowhere && !view_.document().quotes[view_.quote_of(t)].scare)
        continue;  // somebody's words
      read_token(t);
    }
    return std::move(out_);
  }

 private:
  void read_token(std::uint32_t t) {
    const std::string_view kind = tree_.token(t).upos;
    const bool verb = kind == "VERB", noun = kind == "NOUN" || kind == "PROPN";
    if (!verb && !noun) return;
    bool told = false;
    for (const std::size_t number : rules(t)) {
      const EventRule& rule = reading_tables().events()[number];
      if (rule.noun != noun || !with_particle(t, rule)) continue;
      if (told && !rule.also) continue;
      told = apply(rule, t) || told;
    }
  }

  // By lemma; of a noun by its form as well ("talks").
  std::vector<std::size_t> rules(std::uint32_t t) const {
    const std::string form = lower_case(view_.document().text_of(tree_.token(t)));
    std::vector<std::size_t> out = reading_tables().rules_of(tree_.lemma(t));
    if (form != tree_.lemma(t)) {
      for (const std::size_t k : reading_tables().rules_of(form)) out.push_back(k);
    }
    // A lemmatizer errs with rare verbs ("shelled").
    if (out.empty() && tree_.token(t).upos == "VERB") {
      for (const std::string& base : bases_of(form)) {
        for (const std::size_t k : reading_tables().rules_of(base)) out.push_back(k);
        if (!out.empty()) break;
      }
    }
    // "called off" before "called".
    std::stable_partition(out.begin(), out.end(), [](std::size_t k) {
      return !reading_tables().events()[k].particle.empty();
    });
    return out;
  }

  bool with_particle(std::uint32_t t, const EventRule& rule) const {
    if (rule.particle.empty()) return tree_.child(t, {"compound:prt"}) == nowhere;
    for (const std::uint32_t c : tree_.children(t)) {
      if (tree_.lemma(c) == rule.particle) return true;
    }
    return false;
  }

  bool apply(const EventRule& rule, std::uint32_t t) {
    const Clause clause = rule.noun ? clause_of_noun(tree_, t) : clause_of_verb(tree_, t);
    const Slots slots(view_, clause);
    for (const RuleNeed& need : rule.needs) {
      if (!slots.holds(need)) return false;
    }
    std::vector<Actor> sources = slots.fill(rule.source, {});
    std::vector<Actor> targets;
    if (rule.symmetric && sources.size() > 1) {
      targets.assign(sources.begin() + 1, sources.end());
      sources.resize(1);
    } else {
      targets = slots.fill(rule.target, sources);
    }
    if (targets.empty() && sources.size() == 1 && !clause_is_vague(rule, clause))
      targets = other_side(rule, sources.front());
    bool told = false;
    for (const Actor& source : sources) {
      for (const Actor& target : targets) told = tell(rule, clause, source, target) || told;
    }
    return told;
  }

  // Without something that it needs, a word is too general to be told of an actor not named with
  // it.
  static bool clause_is_vague(const EventRule& rule, const Clause& clause) {
    return rule.needs.empty() || rule.needs.front().words.empty() || clause.head == nowhere;
  }

  // "Peru recalled its envoy, too": the side that the last such act was towards; of the one that it
  // was towards, who did it.
  std::vector<Actor> other_side(const EventRule& rule, const Actor& source) const {
    const std::size_t furthest = out_.size() - std::min(out_.size(), acts_back);
    for (std::size_t k = out_.size(); k-- > furthest;) {
      const ReportedEvent& event = out_[k];
      if (event.type != rule.type) continue;
      Actor side = same_side(event.target, source) ? event.source : event.target;
      if (same_side(side, source)) continue;
      side.person.clear();
      return {side};
    }
    return {};
  }

  bool tell(const EventRule& rule, const Clause& clause, const Actor& source, Actor target) {
    if (same_side(source, target)) return false;
    ReportedEvent event;
    if (rule.mode == EventMode::visit) target.person.clear();
    event.source = source;
    event.target = target;
    event.type = rule.type;
    event.mode = rule.mode;
    event.symmetric = rule.symmetric;
    event.modality = clause.modality;
    event.date = view_.calendar.window_of(clause.head, clause.time, clause.modality);
    event.evidence = view_.evidence(clause.head);
    if (is_told(event)) return true;
    out_.push_back(event);
    return true;
  }

  // The same act on days that may be the same was told before.
  bool is_told(const ReportedEvent& event) {
    const auto side = [](const Actor& actor) { return actor.state + '/' + actor.org; };
    std::string source = side(event.source), target = side(event.target);
    if (event.symmetric && target < source) std::swap(source, target);
    auto& windows = told_[{source, target, event.type, event.mode, event.modality}];
    for (const DateWindow& window : windows) {
      if (window.from <= event.date.to && event.date.from <= window.to) return true;
    }
    windows.push_back(event.date);
    return false;
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<ReportedEvent> out_;
  std::map<std::tuple<std::string, std::string, EventType, EventMode, Modality>,
           std::vector<DateWindow>>
      told_;
};

}  // namespace

std::vector<ReportedEvent> read_events(const ReportView& view) { return EventReader(view).read(); }

}  // namespace volteface
