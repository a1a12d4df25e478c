#include "reading/reason_subjects.h"

#include <algorithm>
#include <array>

#include "reading/saying.h"
#include "reading/tables.h"

namespace volteface {

bool is_of_putting(const ReasonCue& cue) {
  const std::string_view word = cue.first();
  return reading_tables().in_list("gives_reason", word);
}

// Whose behaviour: of the subject of the verb; of a decision, or of a loyalty, whose it is.
std::vector<std::string> ReasonSubjects::explained(const CuePlace& place, const Sentence& sentence,
                                                   const Speaker& speaker,
                                                   const TokenRange& reason) const {
  std::vector<std::string> states;
  if (place.cue->reason == ReasonCue::Reason::between) {
    constexpr std::uint32_t nearest = 6;
    // "it is this faith that makes Chad vote so": whoever is made to.
    if (place.cue->first() == "it")
      states = first_named(place.last + 1, std::min(sentence.last, place.last + nearest));
    if (states.empty()) states = owner_of_act(place, sentence, reason);
  }
  if (!states.empty()) return states;
  const bool puts = tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue);
  const bool gives =
      puts && place.cue->reason == ReasonCue::Reason::before;  // "he gave as his ground"
  if (gives && !speaker.state.empty()) return {speaker.state};
  const bool cites = place.cue->first() == "cite" || place.cue->first() == "invoke";
  if (puts && cites && place.cue->reason == ReasonCue::Reason::after) {
    states = owner_of_act(place, sentence, reason);
    if (states.empty()) states = one_of(speaker.state);
    if (!states.empty()) return states;
  }
  if (puts) {
    // ", which the envoy justified with": the act itself, like "it".
    const std::uint32_t which = tree_.child(place.first, {"obj"});
    const bool relative = which != nowhere && which < place.first &&
                          tree_.token(which).xpos == "WDT" && tree_.lemma(which) == "which";
    const std::uint32_t object = relative ? which : clause_of_verb(tree_, place.first).object;
    const bool it = object != nowhere && tree_.token(object).upos == "PRON";
    for (const Actor& actor : view_.actors.actors_below(it ? nowhere : object)) {
      if (!actor.state.empty() && states.empty()) states.push_back(actor.state);
    }
    // "Chad explained it by", of its own act
    const bool own = it && (place.cue->first() == "explain" || place.cue->first() == "justify" ||
                            place.cue->first() == "defend");
    if (states.empty() && own) states = one_of(speaker.state);
    if (states.empty() && object != nowhere && !it) states = one_of(doers_.voter_of(object));
    if (states.empty()) states = bearers_in(place, sentence, true);
    if (states.empty() && object != nowhere && !it)
      states = one_of(doers_.who_did(object, speaker.state));
    if (states.empty() && object != nowhere) states = one_of(who_took_step(object, speaker));
    if (states.empty()) states = bearers_in(place, sentence, false);
    if (states.empty() && it) states = one_of(doers_.last_doer(place.first));
    if (states.empty()) states = one_of(who_changed(place, speaker));
  } else if (place.cue->reason == ReasonCue::Reason::subject || place.cue->first() == "what") {
    states = first_named(place.gap_first, place.gap_last);
    if (states.empty()) states = clauses_.states_of(clause_of_verb(tree_, place.first).object);
  } else if (tree_.lemma(place.last) == "say" || is_seen_behind(tree_, place)) {
    states = first_named(place.gap_first, place.gap_last);
  } else if (tree_.lemma(place.last) == ":") {
    // "Chad's envoy explains his no: his country": of his own.
    const bool own = place.cue->first() == "explain" && place.gap_first < place.gap_last;
    if (own) states = one_of(speaker.state);
    if (states.empty()) states = clauses_.for_whom(sentence);
    if (states.empty()) states = owner_of_act(place, sentence, reason);
    if (states.empty()) states = clauses_.who_acts_in(reason);
  } else {
    if (std::vector<std::string> own = of_pair(place, sentence); !own.empty()) return own;
    // "His explanation is short: Chad needs the loans": not of who explains.
    if (std::vector<std::string> own = acts_behind_colon(place, reason); !own.empty()) return own;
    if (std::vector<std::string> own = owners_of(place.first, sentence); !own.empty()) return own;
    if (std::vector<std::string> own = beside_comma(place, sentence); !own.empty()) return own;
    if (place.cue->reason == ReasonCue::Reason::before || words_.is_cleft_at(place, sentence)) {
      if (std::vector<std::string> own = who_acts_behind(place, sentence, speaker); !own.empty())
        return own;
    }
    if (std::vector<std::string> own = owner_of_act(place, sentence, reason); !own.empty())
      return own;
    if (std::vector<std::string> named = first_named(place.gap_first, place.gap_last);
        place.cue->first() == "motive" && !named.empty())
      return named;
    if (std::vector<std::string> all = context_.all_of_them(place, sentence); all.size() > 1)
      return all;
    if (std::vector<std::string> asked = context_.asked_about(place, sentence, reason);
        !asked.empty())
      return asked;
    if (std::string own = own_state(context_.own_country(place, sentence), speaker); !own.empty())
      return {own};
    if (std::vector<std::string> own = clauses_.first_of_clause(place, sentence, reason);
        !own.empty())
      return one_of_two(place, sentence, std::move(own));
    const std::uint32_t verb = verb_of(place, sentence);
    // "its envoy was recalled because": of who recalled it.
    const Clause clause = clause_of_verb(tree_, verb);
    if (clause.passive && clause.subject == nowhere) {
      if (std::vector<std::string> doer = one_of(doers_.doer_before(place.first)); !doer.empty())
        return doer;
      const std::vector<std::string> behind =
          doers_.all_before(sentence.last - 1, tree_.sentence(place.first));
      if (!behind.empty()) return {behind.front()};
      // "the mission was refused entry for reasons of security, the junta says": its own deed, but
      // for what was done to its own.
      const std::vector<std::string> hurt = clauses_.states_of(clause.object);
      const bool own = !speaker.state.empty() && !speaker.name.empty();
      if (own && std::ranges::find(hurt, speaker.state) == hurt.end()) return {speaker.state};
    }
    const bool stands = takes_a_stand(tree_, verb);
    if (std::vector<std::string> voters = doers_.voters_by(verb); stands && !voters.empty())
      return voters;
    const std::uint32_t subject = subject_of(tree_, verb);
    if (is_organisation(subject)) return {};
    if (std::string own = own_state(subject, speaker); !own.empty()) return {own};
    if (!tells_words(tree_, verb)) states = clauses_.states_of(subject);
    if (states.empty() && subject != nowhere)
      states = clauses_.states_of(tree_.child(subject, {"nmod:poss"}));
  }
  if (states.empty()) states = subject_before(place.first, sentence);
  return states.empty() ? one_of(spoken_of(place.first, speaker))
                        : one_of_two(place, sentence, std::move(states));
}

std::vector<std::string> ReasonSubjects::acts_behind_colon(const CuePlace& place,
                                                           const TokenRange& reason) const {
  if (place.cue->first() != "motive") return {};
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    if (tree_.lemma(t) != ":" || view_.quote_of(t) != nowhere) continue;
    if (std::vector<std::string> own = clauses_.who_acts_in({t + 1, reason.second}); !own.empty())
      return own;
  }
  return {};
}

// The word whose reason is given: the nearest above the cue that stands before it and has a
// subject, else the nearest verb before it that names who acts.
std::uint32_t ReasonSubjects::verb_of(const CuePlace& place, const Sentence& sentence) const {
  const bool verb = tree_.token(place.first).upos == "VERB";  // "aligning with"
  if (verb && subject_of(tree_, place.first) != nowhere) return place.first;
  for (std::uint32_t at = tree_.head(place.first); at != nowhere; at = tree_.head(at)) {
    const bool acts = tree_.token(at).upos == "VERB" || tree_.child(at, {"nsubj"}) != nowhere;
    const bool fronted = tree_.child(at, {"nsubj"}) != nowhere && place.first <= sentence.first + 1;
    if ((at < place.first || fronted) && acts)
      return who_bids(at);  // "To please Chad, Mali abstained"
  }
  for (std::uint32_t t = place.first; t-- > sentence.first;) {
    if (tree_.token(t).upos == "VERB" && !clauses_.states_of(subject_of(tree_, t)).empty())
      return t;
  }
  return sentence.first;
}

// "asked Chad to wait so that it may": the one who asks; else the verb itself.
std::uint32_t ReasonSubjects::who_bids(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  const bool asked = above != nowhere && above < verb && tree_.is(verb, "xcomp") &&
                     tree_.child(above, {"obj", "iobj"}) != nowhere &&
                     reading_tables().in_list("bids", tree_.lemma(above));
  return asked ? above : verb;
}

// Whose behaviour is spoken of where a reason has no subject of its own: an official speaks of
// his own state; else it is the one that acts right before, and of several the one that the
// report speaks of most.
std::string ReasonSubjects::spoken_of(std::uint32_t token, const Speaker& speaker) const {
  constexpr int looked_at = 12;
  const std::uint32_t begin = view_.document().tokens[token].begin;
  auto at = std::ranges::lower_bound(doers_.all(), begin, {}, &Doer::begin);
  std::string best;
  std::uint32_t of_best = 0;
  for (int k = 0; at != doers_.all().begin() && k < looked_at; ++k) {
    const Doer& doer = *--at;
    if (!speaker.state.empty() && doer.state == speaker.state) return doer.state;
    if (best.empty()) best = doer.state, of_best = doer.sentence;
    // One of a list of voters stands for none of them.
    if (doer.sentence == of_best && doers_.mentions_of(doer.state) > doers_.mentions_of(best))
      best = doer.state;
  }
  // An official speaks of his own where nobody else acts.
  if (!speaker.state.empty() && !speaker.role.empty()) return speaker.state;
  if (doers_.all().empty()) return speaker.state;
  if (!best.empty()) return best;
  return doers_.all().front().state;
}

// "We voted no because", "they did so because": the state of the one who speaks.
std::string ReasonSubjects::own_state(std::uint32_t subject, const Speaker& speaker) const {
  if (subject == nowhere) return {};
  const std::string_view word = tree_.lemma(subject);
  // "Her country abstained, she explains": of the one who speaks, or of whom the entry is about.
  const std::uint32_t owner = tree_.child(subject, {"nmod:poss"});
  if (owner != nowhere && tree_.token(owner).upos == "PRON" && !speaker.name.empty() &&
      reading_tables().in_list("state_itself", word)) {
    const std::string labelled = context_.label_of(tree_.sentence(subject));
    if (labelled.empty() && speaker.state.empty()) return doers_.most_spoken_of();
    return labelled.empty() ? speaker.state : labelled;
  }
  const bool own = word == "we" || word == "I" || word == "i" || word == "they";
  if (word == "you" && view_.quote_of(subject) == nowhere) return context_.interviewed();
  if (!own || !speaker.state.empty() || speaker.name.empty()) return own ? speaker.state : "";
  return word == "we" ? doers_.most_spoken_of() : std::string();
}

// "Chad, to please Mali, voted no": Chad, whatever a tree has for it.
std::vector<std::string> ReasonSubjects::beside_comma(const CuePlace& place,
                                                      const Sentence& sentence) const {
  // "Chad and Mali abstained, Chad out of": a clause without a verb of its own.
  const std::uint32_t name = place.first - (place.first > sentence.first ? 1 : 0);
  if (name > sentence.first && tree_.token(name).upos == "PROPN" && tree_.lemma(name - 1) == ",")
    return clauses_.states_of(name);
  // "Chad, angry that Mali had left, left too"
  const bool mood = tree_.token(place.first).upos == "ADJ" ||
                    (tree_.token(place.first).xpos == "VBN" && place.cue->first() == "angry");
  if ((place.cue->first() != "to" && !mood) || place.first < sentence.first + 2) return {};
  if (tree_.lemma(place.first - 1) != "," || tree_.token(place.first - 2).upos != "PROPN")
    return {};
  for (std::uint32_t t = sentence.first; t < place.first; ++t) {
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "ADP") return {};
  }
  return clauses_.states_of(place.first - 2);
}

// "That is why Chad abstained", but not "why he was spared": Chad.
std::vector<std::string> ReasonSubjects::who_acts_behind(const CuePlace& place,
                                                         const Sentence& sentence,
                                                         const Speaker& speaker) const {
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  if (std::vector<std::string> own = clauses_.before_bare_verb(place, sentence); !own.empty())
    return own;
  for (std::uint32_t t = place.last + 1; t < sentence.last; ++t) {
    if (tree_.lemma(t) == ";") break;
    if (tree_.token(t).deprel != "nsubj" || clauses_.is_put_in(t, voices)) continue;
    if (std::vector<std::string> states = clauses_.states_of(t); !states.empty()) return states;
    // "it is for this that his country abstained"
    if (std::string own = own_state(t, speaker); !own.empty()) return {std::move(own)};
  }
  return {};
}

// What an organisation does is explained of no state.
bool ReasonSubjects::is_organisation(std::uint32_t noun) const {
  if (noun == nowhere) return false;
  const std::vector<Actor> actors = view_.actors.actors_of(noun);
  return !actors.empty() && std::ranges::all_of(actors, [](const Actor& actor) {
    return actor.state.empty() && !actor.org.empty();
  });
}

std::vector<std::string> ReasonSubjects::first_named(std::uint32_t first,
                                                     std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (std::vector<std::string> states = clauses_.states_of(t); !states.empty()) return states;
  }
  return {};
}

// "the reason for Chad's abstention is", "behind the vote of Chad": Chad.
// "the abstention": of who abstained.
std::vector<std::string> ReasonSubjects::owner_of_act(const CuePlace& place,
                                                      const Sentence& sentence,
                                                      const TokenRange& reason) const {
  // "Mali cast a veto; Chad, by contrast, abstained because": of its own clause.
  const std::uint32_t clause = clauses_.begin_of_clause(place.first, sentence);
  const bool behind = clause > sentence.first && tree_.lemma(clause - 1) == ";";
  for (std::uint32_t t = behind ? clause : sentence.first; t < sentence.last; ++t) {
    const bool in_cue = t >= place.first && t <= place.last;
    const bool in_gap = t >= place.gap_first && t < place.gap_last;
    const bool in_reason = t >= reason.first && t < reason.second;
    if (!is_act(tree_, t) || (in_cue && !in_gap) || in_reason) continue;
    std::vector<std::string> own = clauses_.states_of(tree_.child(t, {"nmod:poss"}));
    // "the vote of Chad"; but "the expulsion of the envoy by Chad"
    const bool of_object = reading_tables().in_list("named_step", lower_case(tree_.lemma(t)));
    for (const Oblique& o : clause_of_noun(tree_, t).obliques) {
      const bool owner = o.preposition == "by" || (o.preposition == "of" && !of_object);
      if (own.empty() && owner) own = clauses_.states_of(o.noun);
    }
    if (own.empty()) own = one_of(doers_.voter_of(t));
    if (!own.empty()) return own;
  }
  return {};
}

std::vector<std::string> ReasonSubjects::one_of(std::string state) {
  return state.empty() ? std::vector<std::string>() : std::vector{std::move(state)};
}

// "put it down to Chad's debts", "to a wish on the part of Chad", "to this: Chad needs arms":
// whose the reason is.
std::vector<std::string> ReasonSubjects::bearers_in(const CuePlace& place, const Sentence& sentence,
                                                    bool of_motives) const {
  constexpr std::uint32_t furthest = 12;
  const std::uint32_t end = std::min(sentence.last, place.last + furthest);
  for (std::uint32_t t = place.last + 1; t < end; ++t) {
    const std::uint32_t above = tree_.head(t);
    const bool owner = tree_.token(t).deprel == "nmod:poss" && above != nowhere &&
                       !reading_tables().in_list("influence", tree_.lemma(above));
    const bool on_the_part = tree_.lemma(t) == "part" && t + 2 < end && tree_.lemma(t + 1) == "of";
    // "to this: Chad needs arms", but not "to the arms that Chad sells"
    const bool acts = tree_.is(t, "nsubj") && above != nowhere && !tree_.is(above, "acl");
    std::vector<std::string> states;
    // "the creed of Chad's party", but not "the money of Chad"
    const bool of_motive = tree_.preposition(t) == "of" && above != nowhere &&
                           (tree_.lemma(above) == "ideology" ||
                            reading_tables().in_list("out_of_motive", tree_.lemma(above)));
    if (of_motive || (!of_motives && (owner || acts))) states = clauses_.states_of(t);
    if (on_the_part && !of_motives) states = clauses_.states_of(t + 2);
    if (!states.empty()) return {states.front()};
  }
  return {};
}

// "put the order down to", "traced the expulsion to": of who last did something against another,
// the speaker's own state first.
std::string ReasonSubjects::who_took_step(std::uint32_t object, const Speaker& speaker) const {
  constexpr int farthest = 40;  // acts
  const std::string word = lower_case(tree_.lemma(object));
  if (!reading_tables().in_list("unnamed_step", word) &&
      !reading_tables().in_list("named_step", word))
    return {};
  std::string last;
  auto at = std::ranges::lower_bound(doers_.all(), tree_.token(object).begin, {}, &Doer::begin);
  for (int k = 0; at != doers_.all().begin() && k < farthest; ++k) {
    const Doer& doer = *--at;
    if (!doer.harms) continue;
    if (doer.state == speaker.state) return doer.state;
    if (last.empty()) last = doer.state;
  }
  return last;
}

// "Its rival put the switch down to bribes": of the one that the report tells of first, and not
// of the one who speaks.
std::string ReasonSubjects::who_changed(const CuePlace& place, const Speaker& speaker) const {
  const std::uint32_t object = clause_of_verb(tree_, place.first).object;
  const bool change = object != nowhere &&
                      reading_tables().in_list("change_of_sides", lower_case(tree_.lemma(object)));
  if (change && !doers_.all().empty() && doers_.all().front().state != speaker.state)
    return doers_.all().front().state;
  return spoken_of(place.first, speaker);
}

// "Chad's fierce loyalty to": the possessor, wherever a parser hangs it.
std::vector<std::string> ReasonSubjects::owners_of(std::uint32_t cue,
                                                   const Sentence& sentence) const {
  constexpr std::uint32_t furthest = 4;
  if (tree_.token(cue).upos == "SCONJ" || tree_.token(cue).upos == "VERB") return {};
  std::vector<std::string> own = clauses_.states_of(tree_.child(cue, {"nmod:poss"}));
  if (tree_.token(cue).upos == "ADP") return own;
  for (std::uint32_t t = cue; own.empty() && t-- > sentence.first && t + furthest > cue;) {
    if (tree_.token(t).upos == "PUNCT" || tree_.token(t).upos == "VERB") break;
    if (tree_.token(t).deprel == "nmod:poss") own = clauses_.states_of(t);
  }
  return own;
}

// "Chad's vote was because": of the subject nearest before the cue, but not of one who speaks.
std::vector<std::string> ReasonSubjects::subject_before(std::uint32_t cue,
                                                        const Sentence& sentence) const {
  for (std::uint32_t t = cue; t-- > sentence.first;) {
    const std::uint32_t verb = tree_.head(t);
    const bool owner = tree_.token(t).deprel == "nmod:poss" && verb != nowhere &&
                       reading_tables().in_list("own_act", lower_case(tree_.lemma(verb)));
    if (std::vector<std::string> own = owner ? clauses_.states_of(t) : std::vector<std::string>();
        !own.empty())
      return own;
    if (!tree_.is(t, "nsubj") || verb == nowhere) continue;
    if (tells_words(tree_, verb)) continue;
    if (std::vector<std::string> states = clauses_.states_of(t); !states.empty()) return states;
    if (std::vector<std::string> states = clauses_.states_of(tree_.child(t, {"nmod:poss"}));
        !states.empty())
      return states;
  }
  return {};
}

}  // namespace volteface
