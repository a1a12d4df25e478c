#include "reading/slots.h"

#include <algorithm>

#include "reading/act_words.h"

namespace volteface {
namespace {

void take(std::vector<Actor> found, std::vector<Actor>& out) {
  for (Actor& actor : found) out.push_back(std::move(actor));
}

void erase_sides(const std::vector<Actor>& sides, std::vector<Actor>& actors) {
  std::erase_if(actors, [&](const Actor& actor) {
    return std::ranges::any_of(sides, [&](const Actor& side) { return same_side(side, actor); });
  });
}

bool hangs_on_time(const SentenceTree& tree, std::uint32_t noun) {
  const std::uint32_t above = tree.head(noun);
  return above != nowhere &&
         (reading_tables().in_list("times", tree.lemma(above)) || tree.token(above).upos == "NUM");
}

// "received in Lima by Ana Ruiz": no place is of somebody.
bool hangs_on_place(const SentenceTree& tree, std::uint32_t noun) {
  const std::uint32_t above = tree.head(noun);
  if (above == nowhere || tree.token(above).upos != "PROPN") return false;
  const std::string preposition = tree.preposition(above);
  return preposition == "in" || preposition == "at";
}

// "(Lima, Quito,) La Paz and Bogota"
bool ends_row(const SentenceTree& tree, std::uint32_t noun) {
  return std::ranges::any_of(tree.joined(noun),
                             [&](std::uint32_t one) { return tree.child(one, {"cc"}) != nowhere; });
}

// "commended in a statement by Chad"
bool hangs_on_words(const SentenceTree& tree, std::uint32_t noun) {
  return is_in_list(tree, tree.head(noun), "messages");
}

// "was threatened with sanctions by Chad"
bool hangs_on_means(const SentenceTree& tree, std::uint32_t noun, std::uint32_t verb) {
  const std::uint32_t above = tree.head(noun);
  return above != nowhere && tree.head(above) == verb && tree.preposition(above) == "with";
}

// "was granted asylum by Chad", "was let go by Chad"
bool hangs_on_complement(const SentenceTree& tree, std::uint32_t noun, std::uint32_t verb) {
  const std::uint32_t above = tree.head(noun);
  if (above == nowhere || tree.head(above) != verb) return false;
  return tree.is(above, "obj") || (tree.is(above, "xcomp") && !is_passive(tree, above));
}

}  // namespace

Slots::Slots(const ReportView& view, Clause clause) : view_(view), clause_(std::move(clause)) {
  loose_ = loose_obliques(view.tree, clause_.head);
  // "an invitation was extended by Chad to Mali": what hangs on the verb.
  if (view.tree.token(clause_.head).deprel == "nsubj:pass")
    for (Oblique& o : loose_obliques(view.tree, view.tree.head(clause_.head)))
      loose_.push_back(std::move(o));
  if (clause_.passive && clause_.subject == nowhere) {
    // "imposed on the same day by Chad", but not "suspended over abuses by its troops".
    const auto by = std::ranges::find_if(loose_, [&](const Oblique& o) {
      return o.preposition == "by" &&
             (hangs_on_time(view.tree, o.noun) || hangs_on_words(view.tree, o.noun) ||
              hangs_on_place(view.tree, o.noun) ||
              hangs_on_means(view.tree, o.noun, clause_.head) ||
              hangs_on_complement(view.tree, o.noun, clause_.head));
    });
    if (by != loose_.end()) clause_.subject = by->noun;
  }
  if (clause_.object == nowhere && !clause_.passive)
    clause_.object = loose_object(view.tree, clause_.head);
  if (clause_.object == nowhere) return;
  // "cut its ties with Mali": what hangs on the object.
  for (Oblique& o : clause_of_noun(view.tree, clause_.object).obliques)
    clause_.obliques.push_back(std::move(o));
}

std::vector<Actor> Slots::fill(const std::vector<std::string>& slots,
                               const std::vector<Actor>& without) const {
  for (const std::string& slot : slots) {
    std::vector<Actor> found = slot == "any" ? elsewhere(false, without) : actors_at(slot);
    erase_sides(without, found);
    // "an invitation to Seoul was extended by the Koreans to Chad": the second one.
    if (found.empty() && !without.empty()) {
      found = actors_behind(slot, false, loose_);
      erase_sides(without, found);
    }
    if (!found.empty()) return found;
  }
  return {};
}

bool Slots::names_two(const std::vector<std::string>& slots) const {
  const auto is_two = [&](std::uint32_t t) { return stands_for_two(view_.tree, t); };
  for (const std::string& slot : slots) {
    const bool object = slot == "obj" || slot == "obj~";
    if (object && is_two(clause_.object)) return true;
    if (slot == "iobj" && is_two(clause_.receiver)) return true;
    const std::string_view preposition = std::string_view(slot).substr(0, slot.find('~'));
    for (const auto* obliques : {&clause_.obliques, &loose_}) {
      for (const Oblique& o : *obliques) {
        const bool here =
            o.preposition == preposition || (slot == "all" && o.preposition == "between");
        if (here && is_two(o.noun)) return true;
      }
    }
  }
  return false;
}

// "defended its decision on China": of its own, whatever it is about.
bool Slots::is_of_its_own() const {
  if (clause_.object == nowhere) return false;
  const std::uint32_t owner = view_.tree.child(clause_.object, {"nmod:poss"});
  if (owner == nowhere) return false;
  const std::vector<Actor> owners = view_.actors_in_words(owner);
  const std::vector<Actor> subjects = view_.actors_in_words(clause_.subject);
  return std::ranges::any_of(owners, [&](const Actor& o) {
    return std::ranges::any_of(subjects, [&](const Actor& s) { return same_side(s, o); });
  });
}

std::optional<Actor> Slots::place() const {
  for (const auto* obliques : {&clause_.obliques, &loose_}) {
    for (const Oblique& o : *obliques) {
      if (o.preposition != "in" && o.preposition != "at") continue;
      std::vector<Actor> found = view_.actors.actors_of(o.noun);
      if (found.size() != 1 || found.front().state.empty() || !found.front().person.empty())
        continue;
      return found.front();
    }
  }
  const std::vector<Actor> there = place_pointed_at();
  return there.empty() ? std::nullopt : std::optional(there.front());
}

bool Slots::names_agreement() const {
  const auto is_one = [&](std::uint32_t at) {
    return at != nowhere && is_in_list(view_.tree, at, "agreed");
  };
  return is_one(clause_.object) || std::ranges::any_of(clause_.obliques, is_one, &Oblique::noun);
}

std::vector<Actor> Slots::actors_at(std::string_view slot) const {
  const ActorFinder& actors = view_.actors;
  if (slot == "subj") return subject();
  if (slot == "subj~") return actors.actors_below(clause_.subject);
  if (slot == "obj") return objects();
  if (slot == "iobj") return view_.actors_in_words(receiver());
  if (slot == "iobj~") return actors.actors_below(receiver());
  if (slot == "obj~")
    return is_of_its_own() ? std::vector<Actor>() : actors.actors_below(clause_.object);
  if (slot == "poss") return actors.actors_of(view_.tree.child(clause_.head, {"nmod:poss"}));
  if (slot == "amod") return modifiers();
  if (slot == "all") return elsewhere(true, {});
  if (slot == "there") return place_pointed_at();
  if (slot == "obj.poss")
    return clause_.object == nowhere
               ? std::vector<Actor>()
               : actors.actors_of(view_.tree.child(clause_.object, {"nmod:poss"}));
  if (slot == "obj.whose") {  // of what is no actor itself: "justified the Malian raid"
    std::vector<Actor> owners = actors_at("obj.poss");
    return owners.empty() ? nationality_of_object() : owners;
  }
  if (slot == "obj.amod") return clause_.passive ? nationality_of_object() : std::vector<Actor>();
  if (slot == "body") return body();
  if (slot == "clause") return subject_of_clause();
  if (slot == "xcomp.obj") return object_of_infinitive();
  if (slot == "head") return actors.actors_of(view_.tree.head(clause_.head));
  if (slot == "above.subj" || slot == "above.obj") return beside_verb(slot == "above.subj");
  if (slot == "cop")
    return view_.tree.child(clause_.head, {"cop"}) == nowhere
               ? std::vector<Actor>()
               : actors.actors_of(view_.tree.child(clause_.head, {"nsubj"}));
  const bool deep = slot.back() == '~';
  const std::string_view preposition = slot.substr(0, slot.size() - (deep ? 1 : 0));
  std::vector<Actor> found = actors_behind(preposition, deep, clause_.obliques);
  // "spoke of ties with Chad": not with Chad.
  const bool about = preposition == "with" && view_.tree.token(clause_.head).upos == "VERB" &&
                     std::ranges::any_of(clause_.obliques, [](const Oblique& o) {
                       return o.preposition == "of" || o.preposition == "about";
                     });
  return found.empty() && !about ? actors_behind(preposition, deep, loose_) : found;
}

std::vector<Actor> Slots::actors_behind(std::string_view preposition, bool deep,
                                        const std::vector<Oblique>& obliques) const {
  std::vector<Actor> out;
  // "cut its ties with Chad out of solidarity with Mali": of a noun what hangs on it, if that does.
  const bool noun = view_.tree.token(clause_.head).upos == "NOUN";
  const auto is_own = [&](const Oblique& o) {
    return o.preposition == preposition && view_.tree.head(o.noun) == clause_.head;
  };
  const bool own = noun && &obliques == &clause_.obliques && std::ranges::any_of(obliques, is_own);
  for (const Oblique& o : obliques) {
    if (o.preposition != preposition || (own && !is_own(o))) continue;
    if (preposition == "of" && is_talked_about(o.noun)) continue;
    const std::uint32_t above = view_.tree.head(o.noun);  // "in solidarity with Chad"
    if (preposition == "with" && above != clause_.head && is_motive(view_.tree, above)) continue;
    const std::uint32_t meant = described_by(view_.tree, o.noun);  // "Chad, to which it lent"
    const std::uint32_t noun_there = meant == nowhere ? o.noun : meant;
    std::vector<Actor> found =
        deep && meant == nowhere ? view_.actors.actors_below(o.noun) : std::vector<Actor>();
    if (found.empty()) found = view_.actors_in_words(noun_there);
    take(std::move(found), out);
  }
  return out;
}

void Slots::join(std::uint32_t noun, std::vector<Actor>& found) const {
  add_sides(view_.actors_in_words(noun), found);
}

std::vector<Actor> Slots::subject() const {
  std::vector<Actor> found = view_.actors_in_words(clause_.subject);
  // "Mahuad of Ecuador and Fujimori of Peru signed", "signed by the president of Chad and the
  // president of Mali": what a parser hung beside the subject and not on it.
  if (clause_.passive) {
    for (const Oblique& o : clause_.obliques) {
      if (o.noun != clause_.subject && o.preposition == "by") join(o.noun, found);
      if (view_.tree.token(o.noun).deprel == "obl:agent") join(o.noun, found);
    }
  } else if (clause_.subject != nowhere && view_.tree.head(clause_.subject) != nowhere) {
    for (const std::uint32_t c : view_.tree.children(view_.tree.head(clause_.subject))) {
      const std::uint32_t verb = view_.tree.head(clause_.subject);
      const bool also = c != clause_.subject && c < verb && view_.tree.is(c, "nsubj") &&
                        view_.tree.child(c, {"cc"}) != nowhere;
      const bool before =
          c < clause_.subject && view_.tree.is(c, "nsubj") && ends_row(view_.tree, clause_.subject);
      if (!also && !before) continue;
      if (c > clause_.subject) {
        join(c, found);
        continue;
      }
      std::vector<Actor> first = view_.actors_in_words(c);
      add_sides(std::move(found), first);
      found = std::move(first);
    }
  }
  if (!found.empty() || clause_.subject == nowhere) return found;
  // "Chad and Mali, the two members that refuse": those that they are.
  const std::uint32_t whose = view_.tree.head(clause_.subject);
  const bool said_of = view_.tree.is(clause_.head, "acl") &&
                       view_.tree.head(clause_.head) == clause_.subject &&
                       view_.tree.is(clause_.subject, "appos");
  if (said_of) found = view_.actors_in_words(whose);
  if (!found.empty()) return found;
  found = named_before(clause_.subject);
  if (found.empty()) found = whose_it_is();
  if (!found.empty()) return found;
  // What a resolution asks for is asked by the body that passed it.
  const std::string subject = lower_case(view_.tree.lemma(clause_.subject));
  const bool capital =
      view_.tree.token(clause_.subject).upos == "PROPN";  // "the Assembly deplored"
  const bool resolution = reading_tables().in_list("resolution", subject) ||
                          (capital && (subject == "assembly" || subject == "council"));
  if (resolution && view_.names_united_nations()) return {{"", "UN", ""}};
  return {};
}

// "Chad, whose troops invaded Mali": Chad, which stands before the word.
std::vector<Actor> Slots::whose_it_is() const {
  const SentenceTree& tree = view_.tree;
  const std::uint32_t whose = tree.child(clause_.subject, {"nmod:poss"});
  if (whose == nowhere || tree.lemma(whose) != "whose") return {};
  if (!reading_tables().acts_for_state(tree.lemma(clause_.subject))) return {};
  std::uint32_t before = whose;
  const std::uint32_t first = view_.document().sentences[tree.sentence(whose)].first;
  while (before > first && tree.token(before - 1).upos == "PUNCT") --before;
  return before == first ? std::vector<Actor>() : view_.actors.actors_of(before - 1);
}

// A resolution is the work of the body that votes on it, a ruling that of the court spoken of.
std::vector<Actor> Slots::body() const {
  const std::string object =
      clause_.object == nowhere ? std::string() : lower_case(view_.tree.lemma(clause_.object));
  if (reading_tables().in_list("rulings", object)) {
    if (std::string court = view_.court_before(clause_.head); !court.empty())
      return {{"", std::move(court), ""}};
  }
  const bool outcome = reading_tables().in_list("of_body", object) && view_.speaks_of_votes();
  if (!reading_tables().in_list("resolution", object) && !outcome) return {};
  if (!view_.names_united_nations()) return {};
  return {{"", "UN", ""}};
}

// "the demand that Chad leave", "Chad, Mali complained, had left": Chad.
std::vector<Actor> Slots::subject_of_clause() const {
  if (view_.tree.is(clause_.head, "parataxis") && clause_.object == nowhere)
    return view_.actors_in_words(subject_of(view_.tree, view_.tree.head(clause_.head)));
  std::uint32_t clause = view_.tree.child(clause_.head, {"acl", "ccomp"});
  // "repeated its demand that Chad leave": a parser may hang the clause on the verb.
  const std::uint32_t next = clause_.head + 1;
  if (clause == nowhere && view_.tree.is(clause_.head, "obj") &&
      next < view_.document().tokens.size() && view_.tree.lemma(next) == "that")
    clause = view_.tree.child(view_.tree.head(clause_.head), {"ccomp"});
  const bool that = clause != nowhere && (view_.tree.has_child(clause, "mark", "that") ||
                                          view_.tree.has_child(clause, "obj", "that"));
  if (!that) return {};
  const std::uint32_t subject = subject_of(view_.tree, clause);
  // "complained that the text fell short": of the body that passed it.
  if (is_text(view_.tree, subject) && view_.names_united_nations()) return {{"", "UN", ""}};
  return view_.actors_in_words(subject);
}

// "was told to leave Chad", "stopped buying Chadian oil": Chad.
std::vector<Actor> Slots::object_of_infinitive() const {
  std::vector<std::uint32_t> infinitives = this->infinitives();
  if (const std::uint32_t first = view_.tree.child(clause_.head, {"xcomp"}); first != nowhere)
    infinitives.insert(infinitives.begin(), first);
  for (const std::uint32_t infinitive : infinitives) {
    const std::uint32_t object = view_.tree.child(infinitive, {"obj", "obl"});
    if (object == nowhere) continue;
    if (auto found = view_.actors.actors_of(object); !found.empty()) return found;
  }
  return {};
}

// "the Thai ambassador was recalled": Thailand's.
std::vector<Actor> Slots::nationality_of_object() const {
  if (clause_.object == nowhere) return {};
  std::vector<Actor> out;
  for (const std::uint32_t c : view_.tree.children(clause_.object)) {
    if (view_.tree.is(c, "amod") || view_.tree.is(c, "compound"))
      take(view_.actors.actors_of(c), out);
  }
  return out;
}

// "Chad condemned the raid, and Mali too": a parser may join Mali to the raid.
std::vector<Actor> Slots::also_did_it() const {
  const SentenceTree& tree = view_.tree;
  if (clause_.object == nowhere || !is_verbal(tree, clause_.head)) return {};
  std::vector<Actor> out;
  for (const std::uint32_t part : tree.joined(clause_.object)) {
    if (part == clause_.object || part < clause_.head + 3) continue;
    const std::uint32_t behind = part + 1;
    if (behind >= view_.document().tokens.size() || tree.lemma(part - 1) != "and" ||
        tree.lemma(part - 2) != ",")
      continue;
    const std::string_view word = tree.lemma(behind);
    if (word == "too" || word == "also" || word == "likewise")
      take(view_.actors.actors_of(part), out);
  }
  return out;
}

// "gave residence to 2,000 Chadians": a parser may take those for an object, too.
std::vector<Actor> Slots::objects() const {
  std::vector<Actor> found = view_.actors_in_words(clause_.object);
  erase_sides(also_did_it(), found);
  return found.empty() ? view_.actors_in_words(second_object()) : found;
}

// "sent Chad doctors": a parser may take it for one name with what is sent.
std::uint32_t Slots::receiver() const {
  const std::uint32_t next = clause_.head + 1;
  if (clause_.receiver != nowhere || clause_.object == nowhere) return clause_.receiver;
  if (clause_.object <= next) return nowhere;  // and `next` may lie behind the last word
  const bool one_name = view_.tree.is(next, "compound") || view_.tree.is(next, "amod");
  const bool of_object = one_name && view_.tree.head(next) == clause_.object;
  return of_object && view_.tree.token(next).upos == "PROPN" ? next : nowhere;
}

std::uint32_t Slots::second_object() const {
  for (const std::uint32_t c : view_.tree.children(clause_.head))
    if (view_.tree.is(c, "obj") && c != clause_.object) return c;
  // "gave Chad 40 million dollars", "offered Chad its support": however a parser hangs it
  for (const std::uint32_t c : view_.tree.children(clause_.head)) {
    const bool bare = view_.tree.token(c).deprel == "obl:unmarked";
    if (bare && !reading_tables().in_list("times", view_.tree.lemma(c))) return c;
  }
  return clause_.object == nowhere ? nowhere : view_.tree.child(clause_.object, {"obj"});
}

// "thanked Chad by telephone": who did it, and to whom, where the word only tells how.
std::vector<Actor> Slots::beside_verb(bool who) const {
  const std::uint32_t verb = view_.tree.head(clause_.head);
  if (verb == nowhere || !is_verbal(view_.tree, verb)) return {};
  const Clause above = clause_of_verb(view_.tree, verb);
  return view_.actors_in_words(who ? above.subject : above.object);
}

// "the Thai-Lao treaty", "Thai and Lao talks"
std::vector<Actor> Slots::modifiers() const {
  std::vector<Actor> out;
  for (const std::uint32_t c : view_.tree.children(clause_.head)) {
    if (view_.tree.is(c, "amod") || view_.tree.is(c, "compound"))
      take(view_.actors.actors_below(c), out);
  }
  return out;
}

// "talks on the atoms of Chad": not with Chad.
bool Slots::is_talked_about(std::uint32_t noun) const {
  if (!is_in_list(view_.tree, clause_.head, "talks_about")) return false;
  for (const std::uint32_t c : view_.tree.children(clause_.head)) {
    const std::string preposition = view_.tree.preposition(c);
    const bool topic = preposition == "on" || preposition == "about" || preposition == "over";
    if (topic && view_.tree.is_below(noun, c)) return true;
  }
  // A parser may hang it on the verb: "took the floor in the talks about the atoms of Chad".
  const std::uint32_t verb = view_.tree.head(clause_.head), next = clause_.head + 1;
  if (verb == nowhere || next >= view_.document().tokens.size()) return false;
  const std::uint32_t topic = view_.tree.head(next);
  return view_.tree.is(next, "case") && view_.tree.lemma(next) == "about" && topic != nowhere &&
         view_.tree.head(topic) == verb && view_.tree.is_below(noun, topic);
}

}  // namespace volteface
