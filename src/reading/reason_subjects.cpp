#include "reading/reason_subjects.h"

#include <algorithm>
#include <array>
#include <map>

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
  if (place.cue->reason == ReasonCue::Reason::between)
    states = owner_of_act(place, sentence, reason);
  if (!states.empty()) return states;
  if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue)) {
    const std::uint32_t object = clause_of_verb(tree_, place.first).object;
    const bool it = object != nowhere && tree_.token(object).upos == "PRON";  // the act itself
    for (const Actor& actor : view_.actors.actors_below(it ? nowhere : object)) {
      if (!actor.state.empty() && states.empty()) states.push_back(actor.state);
    }
    if (states.empty()) states = bearers_in(place, sentence, true);
    if (states.empty() && object != nowhere && !it) states = one_of(doers_.who_did(object, speaker.state));
    if (states.empty()) states = bearers_in(place, sentence, false);
    if (states.empty()) states = one_of(who_changed(place, speaker));
  } else if (place.cue->reason == ReasonCue::Reason::subject || place.cue->first() == "what") {
    states = first_named(place.gap_first, place.gap_last);
    if (states.empty()) states = states_of(clause_of_verb(tree_, place.first).object);
  } else if (tree_.lemma(place.last) == "say" ||
             (place.cue->first() == "behind" && tree_.token(place.last).upos == "VERB")) {
    states = first_named(place.gap_first, place.gap_last);
  } else if (tree_.lemma(place.last) == ":") {
    states = who_acts_in(reason);
    if (states.empty()) states = owner_of_act(place, sentence, reason);
  } else {
    if (std::vector<std::string> own = owners_of(place.first, sentence); !own.empty()) return own;
    if (place.cue->reason == ReasonCue::Reason::before || words_.is_cleft_at(place, sentence)) {
      if (std::vector<std::string> own = who_acts_behind(place, sentence); !own.empty()) return own;
    }
    if (std::vector<std::string> own = owner_of_act(place, sentence, reason); !own.empty())
      return own;
    if (std::vector<std::string> named = first_named(place.gap_first, place.gap_last);
        place.cue->first() == "motive" && !named.empty())
      return named;
    if (std::vector<std::string> all = all_of_them(place, sentence); all.size() > 1) return all;
    if (std::vector<std::string> asked = asked_about(place, sentence, reason); !asked.empty())
      return asked;
    if (std::string own = own_state(own_country(place, sentence), speaker); !own.empty())
      return {own};
    if (std::vector<std::string> own = first_of_clause(place, sentence, reason); !own.empty())
      return own;
    const std::uint32_t verb = verb_of(place, sentence);
    // "its envoy was recalled because": of who recalled it.
    const Clause clause = clause_of_verb(tree_, verb);
    if (clause.passive && clause.subject == nowhere) {
      if (std::vector<std::string> doer = one_of(doers_.doer_before(place.first)); !doer.empty())
        return doer;
      const std::vector<std::string> behind =
          doers_.all_before(sentence.last - 1, tree_.sentence(place.first));
      if (!behind.empty()) return {behind.front()};
    }
    const bool stands = takes_a_stand(tree_, verb);
    if (std::vector<std::string> voters = doers_.voters_by(verb); stands && !voters.empty())
      return voters;
    const std::uint32_t subject = subject_of(tree_, verb);
    if (is_organisation(subject)) return {};
    if (std::string own = own_state(subject, speaker); !own.empty()) return {own};
    if (!is_saying(verb)) states = states_of(subject);
    if (states.empty() && subject != nowhere)
      states = states_of(tree_.child(subject, {"nmod:poss"}));
  }
  if (states.empty()) states = subject_before(place.first, sentence);
  return states.empty() ? one_of(spoken_of(place.first, speaker)) : states;
}

// The word whose reason is given: the nearest above the cue that stands before it and has a
// subject, else the nearest verb before it that names who acts.
std::uint32_t ReasonSubjects::verb_of(const CuePlace& place, const Sentence& sentence) const {
  const bool verb = tree_.token(place.first).upos == "VERB";  // "aligning with"
  if (verb && subject_of(tree_, place.first) != nowhere) return place.first;
  for (std::uint32_t at = tree_.head(place.first); at != nowhere; at = tree_.head(at)) {
    const bool acts = tree_.token(at).upos == "VERB" || tree_.child(at, {"nsubj"}) != nowhere;
    const bool fronted = tree_.child(at, {"nsubj"}) != nowhere && place.first <= sentence.first + 1;
    if ((at < place.first || fronted) && acts) return at;  // "To please Chad, Mali abstained"
  }
  for (std::uint32_t t = place.first; t-- > sentence.first;) {
    if (tree_.token(t).upos == "VERB" && !states_of(subject_of(tree_, t)).empty()) return t;
  }
  return sentence.first;
}

std::vector<std::string> ReasonSubjects::states_of(std::uint32_t noun) const {
  std::vector<std::string> out;
  for (const Actor& actor : view_.actors.actors_of(noun)) {
    if (!actor.state.empty()) out.push_back(actor.state);
  }
  return out;
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
    const std::string labelled = label_of(tree_.sentence(subject));
    return labelled.empty() ? speaker.state : labelled;
  }
  const bool own = word == "we" || word == "I" || word == "i" || word == "they";
  if (word == "you" && view_.quote_of(subject) == nowhere) return interviewed();
  if (!own || !speaker.state.empty() || speaker.name.empty()) return own ? speaker.state : "";
  return word == "we" ? doers_.most_spoken_of() : std::string();
}

// "Her country" in front of its clause; nowhere if something else stands there.
std::uint32_t ReasonSubjects::own_country(const CuePlace& place, const Sentence& sentence) const {
  for (std::uint32_t t = begin_of_clause(place.first, sentence); t < place.first; ++t) {
    if (tree_.token(t).upos != "NOUN" && tree_.token(t).upos != "PROPN") continue;
    const std::uint32_t owner = tree_.child(t, {"nmod:poss"});
    const bool own = owner != nowhere && tree_.token(owner).upos == "PRON" &&
                     reading_tables().in_list("state_itself", tree_.lemma(t));
    return own ? t : nowhere;
  }
  return nowhere;
}

// "Chad: Ana Ruiz complains that": the state that a paragraph opens with.
std::string ReasonSubjects::label_of(std::uint32_t sentence) const {
  constexpr std::uint32_t nearest = 8;
  constexpr int farthest = 4;  // sentences
  const Document& d = view_.document();
  for (int k = 0; k < farthest; ++k, --sentence) {
    const Sentence& of = d.sentences[sentence];
    for (std::uint32_t t = of.first; t + 1 < std::min(of.last, of.first + nearest); ++t) {
      const std::uint32_t e = view_.actors.entity_of(t);
      const bool label = e != nowhere && tree_.lemma(t + 1) == ":";
      if (label && d.entities[e].type == NameType::state) return d.entities[e].state;
    }
    if (of.begins_paragraph || sentence == 0) break;
  }
  return {};
}

// "Why did you recall the envoy?", outside of quotations: the state of the one who answers most.
std::string ReasonSubjects::interviewed() const {
  const Document& d = view_.document();
  std::map<std::uint32_t, int> quoted;
  for (const Quote& quote : d.quotes) {
    if (quote.speaker != nowhere && !d.mentions[quote.speaker].entities.empty())
      ++quoted[d.mentions[quote.speaker].entities.front()];
  }
  const auto most = std::ranges::max_element(
      quoted, [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == quoted.end() ? std::string() : d.entities[most->first].state;
}

// "they did so for", "both of them for": all that the sentence tells of before, or the one before
// it.
std::vector<std::string> ReasonSubjects::all_of_them(const CuePlace& place,
                                                     const Sentence& sentence) const {
  constexpr std::uint32_t farthest = 12;
  const std::uint32_t begin = place.first > sentence.first + farthest ? place.first - farthest
                                                                       : sentence.first;
  std::uint32_t group = nowhere;
  for (std::uint32_t t = place.first; group == nowhere && t-- > begin;) {
    const std::string word = lower_case(tree_.lemma(t));
    const bool of_noun = tree_.is(t, "det") || tree_.is(t, "cc") || tree_.is(t, "nmod:poss");
    if ((word == "they" || word == "both" || word == "all") && !of_noun) group = t;
    if (tree_.lemma(t) == ";") break;
  }
  if (group == nowhere || !states_of(group).empty()) return {};
  if (std::vector<std::string> listed = among_them(sentence.first, group); !listed.empty())
    return listed;
  const std::uint32_t here = tree_.sentence(group);
  std::vector<std::string> all = doers_.all_before(group, here);
  if (all.size() < 2 && here > 0) {
    const Sentence& before = view_.document().sentences[here - 1];
    all = among_them(before.first, before.last);
    if (all.empty()) all = doers_.all_before(group, here - 1);
  }
  return all;
}

// "a dozen states, Chad, Mali and Niger among them": the row.
std::vector<std::string> ReasonSubjects::among_them(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t + 1 < last; ++t) {
    if (lower_case(tree_.lemma(t)) != "among" || tree_.token(t + 1).upos != "PRON") continue;
    std::vector<std::string> out;
    for (std::uint32_t name = t; name-- > first;) {
      const std::string_view kind = tree_.token(name).upos;
      if (kind != "PROPN" && kind != "PUNCT" && kind != "CCONJ" && kind != "DET") break;
      const std::uint32_t e = view_.actors.entity_of(name);
      if (e == nowhere) continue;
      const std::string& state = view_.document().entities[e].state;
      if (!state.empty() && std::ranges::find(out, state) == out.end()) out.push_back(state);
    }
    return out;
  }
  return {};
}

// "Why did Chad abstain? Because it needs loans, he says": the question's, where the answer has
// no act of its own; else of who acted against the one that the answer tells of.
std::vector<std::string> ReasonSubjects::asked_about(const CuePlace& place,
                                                     const Sentence& sentence,
                                                     const TokenRange& reason) const {
  constexpr std::uint32_t farthest = 3;  // sentences
  if (place.cue->reason != ReasonCue::Reason::before && !words_.is_fronted(place, sentence))
    return {};
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool in_reason = t >= reason.first && t < reason.second;
    const bool in_cue = t >= place.first && t <= place.last;
    const Token& token = tree_.token(t);
    const bool act = (token.upos == "VERB" && !tree_.is(t, "amod")) || tree_.is(t, "nsubj");
    if (in_reason || in_cue || is_put_in(t, voices) || view_.quote_of(t) != nowhere) continue;
    if (act && token.upos != "PRON") return {};
  }
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(sentence.first);
  for (std::uint32_t s = here; s-- > 0 && here - s <= farthest;) {
    if (tree_.lemma(sentences[s].last - 1) != "?") continue;
    for (std::uint32_t t = sentences[s].first; t < sentences[s].last; ++t) {
      if (!tree_.is(t, "nsubj")) continue;
      const std::string_view word = tree_.lemma(t);
      if (word == "you") return one_of(interviewed());
      if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
    }
    if (std::vector<std::string> named =
            first_named_in(sentences[s].first, sentences[s].last, {});
        !named.empty())
      return named;
    if (std::vector<std::string> told = who_acts_in(reason); told.size() == 1)
      return one_of(doers_.last_against(told.front(), tree_.token(sentence.first).begin));
    break;
  }
  return {};
}

// "That is why Chad abstained", but not "why he was spared": Chad.
std::vector<std::string> ReasonSubjects::who_acts_behind(const CuePlace& place,
                                                         const Sentence& sentence) const {
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  for (std::uint32_t t = place.last + 1; t < sentence.last; ++t) {
    if (tree_.token(t).deprel != "nsubj" || is_put_in(t, voices)) continue;
    if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
  }
  return {};
}

// "recalls that", but not "recalled its envoy".
bool ReasonSubjects::is_saying(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 7> others = {"recall",  "call",    "report", "describe",
                                                      "offer", "declare", "announce"};
  const std::string_view lemma = tree_.lemma(verb);
  const bool does = is_one_of(lemma, others) && tree_.child(verb, {"obj"}) != nowhere;
  return !does && reading_tables().in_list("say", lemma);
}

// What an organisation does is explained of no state.
bool ReasonSubjects::is_organisation(std::uint32_t noun) const {
  if (noun == nowhere) return false;
  const std::vector<Actor> actors = view_.actors.actors_of(noun);
  return !actors.empty() && std::ranges::all_of(actors, [](const Actor& actor) {
    return actor.state.empty() && !actor.org.empty();
  });
}

// "a theory: Chad needs the loans": Chad.
std::vector<std::string> ReasonSubjects::who_acts_in(const TokenRange& reason) const {
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    const bool named = view_.actors.mention_of(t) != nowhere;
    if (kind != "NOUN" && kind != "PROPN" && kind != "PRON" && !named) continue;
    if (is_behind_preposition(t, reason.first)) continue;
    // "one motive: Chinese loans" names nobody who acts.
    bool acts = false;
    for (std::uint32_t v = t + 1; v < reason.second; ++v) {
      const std::string_view what = tree_.token(v).upos;
      acts |= what == "AUX" || (what == "VERB" && !tree_.is(v, "amod"));
    }
    return acts ? states_of(t) : std::vector<std::string>();
  }
  return {};
}

std::vector<std::string> ReasonSubjects::first_named(std::uint32_t first,
                                                     std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
  }
  return {};
}

// "the reason for Chad's abstention is", "behind the vote of Chad": Chad.
// "the abstention": of who abstained.
std::vector<std::string> ReasonSubjects::owner_of_act(const CuePlace& place,
                                                      const Sentence& sentence,
                                                      const TokenRange& reason) const {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool in_cue = t >= place.first && t <= place.last;
    const bool in_gap = t >= place.gap_first && t < place.gap_last;
    const bool in_reason = t >= reason.first && t < reason.second;
    if (!is_act(tree_, t) || (in_cue && !in_gap) || in_reason) continue;
    std::vector<std::string> own = states_of(tree_.child(t, {"nmod:poss"}));
    // "the vote of Chad"; but "the expulsion of the envoy by Chad"
    const bool of_object = reading_tables().in_list("named_step", lower_case(tree_.lemma(t)));
    for (const Oblique& o : clause_of_noun(tree_, t).obliques) {
      const bool owner = o.preposition == "by" || (o.preposition == "of" && !of_object);
      if (own.empty() && owner) own = states_of(o.noun);
    }
    if (own.empty()) own = one_of(doers_.voter_of(t));
    if (!own.empty()) return own;
  }
  return {};
}

bool ReasonSubjects::is_put_in(std::uint32_t t, const std::vector<Voice>& voices) const {
  return std::ranges::any_of(
      voices, [&](const Voice& voice) { return t >= voice.first && t < voice.last; });
}

// Whether words of one noun phrase with a preposition stand before: "of the small Chad".
bool ReasonSubjects::is_behind_preposition(std::uint32_t t, std::uint32_t first) const {
  constexpr std::array<std::string_view, 6> within = {"DET",  "ADJ", "PROPN",
                                                      "NOUN", "NUM", "PRON"};
  while (t > first && is_one_of(tree_.token(t - 1).upos, within) &&
         !view_.calendar.is_date(t - 1))  // "on 2 March Chad"
    --t;
  return t > first && tree_.token(t - 1).upos == "ADP";
}

// Where the clause begins that stands before a cue: behind ";", ":" or ", and" with a subject.
std::uint32_t ReasonSubjects::begin_of_clause(std::uint32_t cue, const Sentence& sentence) const {
  for (std::uint32_t t = cue; t-- > sentence.first;) {
    const std::string_view mark = tree_.lemma(t);
    if (mark == ";" || mark == ":") return t + 1;
    const bool joins = tree_.token(t).upos == "CCONJ" && t > sentence.first &&
                       (tree_.token(t - 1).upos == "PUNCT" || tree_.token(t + 1).upos == "PRON");
    if (!joins) continue;
    for (std::uint32_t s = t + 1; s < cue && tree_.token(s).upos != "VERB"; ++s) {
      if (tree_.is(s, "nsubj")) return t + 1;
    }
  }
  return sentence.first;
}

// Trees break where a speaker is put in, or where a reason without a comma stands in front: whose
// act it is then is whoever the clause names first, but not behind a preposition.
std::vector<std::string> ReasonSubjects::first_of_clause(const CuePlace& place,
                                                         const Sentence& sentence,
                                                         const TokenRange& reason) const {
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  const bool fronted = words_.is_fronted(place, sentence);
  if (voices.empty() && !fronted) return {};
  const std::uint32_t end = fronted ? sentence.last : place.first;
  const std::uint32_t first = fronted ? reason.second : begin_of_clause(place.first, sentence);
  if (std::vector<std::string> own = first_named_in(first, end, voices); !own.empty()) return own;
  return fronted || first == sentence.first
             ? std::vector<std::string>()
             : first_named_in(sentence.first, first, voices);
}

std::vector<std::string> ReasonSubjects::first_named_in(std::uint32_t first, std::uint32_t end,
                                                        const std::vector<Voice>& voices) const {
  for (std::uint32_t t = first; t < end; ++t) {
    if (is_put_in(t, voices)) continue;
    const std::string_view kind = tree_.token(t).upos;
    if (kind != "NOUN" && kind != "PROPN" && kind != "PRON") continue;
    const bool it_is = t + 1 < end + 1 && kind == "PRON" && lower_case(tree_.lemma(t)) == "it" &&
                       tree_.lemma(t + 1) == "be";
    if (it_is) continue;
    if (tree_.token(t).deprel == "nsubj:pass") return {};  // of whom it is done to
    std::uint32_t floor = first;  // "to her mind Chad"
    for (const Voice& voice : voices) {
      if (voice.last <= t) floor = std::max(floor, voice.last);
    }
    if (is_behind_preposition(t, floor)) continue;
    if (std::vector<std::string> states = states_of(t); !states.empty()) return row_from(t, end, states);
  }
  return {};
}

// "Chad, Mali and the Sudan left": the row that a name begins, whatever the tree joins to it.
std::vector<std::string> ReasonSubjects::row_from(std::uint32_t name, std::uint32_t end,
                                                  std::vector<std::string> states) const {
  if (view_.actors.entity_of(name) == nowhere || tree_.token(name).upos != "PROPN") return states;
  std::vector<std::string> row = states;
  bool joined = false;
  for (std::uint32_t t = name + 1; t < end; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind != "PROPN" && kind != "DET" && kind != "CCONJ" && tree_.lemma(t) != ",") break;
    joined |= kind == "CCONJ";
    const std::uint32_t e = view_.actors.entity_of(t);
    if (e == nowhere) continue;
    if (view_.document().entities[e].type != NameType::state) return states;
    const std::string& state = view_.document().entities[e].state;
    if (!state.empty() && std::ranges::find(row, state) == row.end()) row.push_back(state);
  }
  return joined ? row : states;
}

std::vector<std::string> ReasonSubjects::one_of(std::string state) {
  return state.empty() ? std::vector<std::string>() : std::vector{std::move(state)};
}

// "put it down to Chad's debts", "to a wish on the part of Chad", "to this: Chad needs arms":
// whose the reason is.
std::vector<std::string> ReasonSubjects::bearers_in(const CuePlace& place,
                                                    const Sentence& sentence,
                                                    bool of_motives) const {
  constexpr std::uint32_t furthest = 12;
  const std::uint32_t end = std::min(sentence.last, place.last + furthest);
  for (std::uint32_t t = place.last + 1; t < end; ++t) {
    const std::uint32_t above = tree_.head(t);
    const bool owner = tree_.token(t).deprel == "nmod:poss" && above != nowhere &&
                       !reading_tables().in_list("influence", tree_.lemma(above));
    const bool on_the_part = tree_.lemma(t) == "part" && t + 2 < end && tree_.lemma(t + 1) == "of";
    const bool acts = tree_.is(t, "nsubj");
    std::vector<std::string> states;
    // "the creed of Chad's party", but not "the money of Chad"
    const bool of_motive = tree_.preposition(t) == "of" && above != nowhere &&
                           (tree_.lemma(above) == "ideology" ||
                            reading_tables().in_list("out_of_motive", tree_.lemma(above)));
    if (of_motive || (!of_motives && (owner || acts))) states = states_of(t);
    if (on_the_part && !of_motives) states = states_of(t + 2);
    if (!states.empty()) return {states.front()};
  }
  return {};
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
  std::vector<std::string> own = states_of(tree_.child(cue, {"nmod:poss"}));
  if (tree_.token(cue).upos == "ADP") return own;
  for (std::uint32_t t = cue; own.empty() && t-- > sentence.first && t + furthest > cue;) {
    if (tree_.token(t).upos == "PUNCT" || tree_.token(t).upos == "VERB") break;
    if (tree_.token(t).deprel == "nmod:poss") own = states_of(t);
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
    if (std::vector<std::string> own = owner ? states_of(t) : std::vector<std::string>();
        !own.empty())
      return own;
    if (!tree_.is(t, "nsubj") || verb == nowhere) continue;
    if (is_saying(verb)) continue;
    if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
    if (std::vector<std::string> states = states_of(tree_.child(t, {"nmod:poss"})); !states.empty())
      return states;
  }
  return {};
}

}  // namespace volteface
