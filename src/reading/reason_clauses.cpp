#include "reading/reason_clauses.h"

#include <algorithm>
#include <array>

namespace volteface {

std::vector<std::string> ReasonClauses::states_of(std::uint32_t noun) const {
  std::vector<std::string> out;
  for (const Actor& actor : view_.actors.actors_of(noun)) {
    if (!actor.state.empty()) out.push_back(actor.state);
  }
  return out;
}

bool ReasonClauses::is_put_in(std::uint32_t t, const std::vector<Voice>& voices) {
  return std::ranges::any_of(
      voices, [&](const Voice& voice) { return t >= voice.first && t < voice.last; });
}

// Whether words of one noun phrase with a preposition stand before: "of the small Chad".
bool ReasonClauses::is_behind_preposition(std::uint32_t t, std::uint32_t first) const {
  constexpr std::array<std::string_view, 6> within = {"DET", "ADJ", "PROPN", "NOUN", "NUM", "PRON"};
  while (t > first && is_one_of(tree_.token(t - 1).upos, within) &&
         !view_.calendar.is_date(t - 1))  // "on 2 March Chad"
    --t;
  return t > first && tree_.token(t - 1).upos == "ADP";
}

// "As for Chad, it": what a clause opens with.
bool ReasonClauses::is_topic(std::uint32_t t, std::uint32_t first) const {
  return t == first + 2 && lower_case(tree_.lemma(first)) == "as" &&
         (tree_.lemma(first + 1) == "to" || tree_.lemma(first + 1) == "for");
}

// "For Chad, the logic was simple:"
std::vector<std::string> ReasonClauses::for_whom(const Sentence& sentence) const {
  const std::uint32_t name = sentence.first + 1;
  if (name + 1 >= sentence.last || lower_case(tree_.lemma(sentence.first)) != "for") return {};
  return tree_.lemma(name + 1) == "," ? states_of(name) : std::vector<std::string>();
}

// Where the clause begins that stands before a cue: behind ";", ":" or ", and" with a subject.
std::uint32_t ReasonClauses::begin_of_clause(std::uint32_t cue, const Sentence& sentence) const {
  for (std::uint32_t t = cue; t-- > sentence.first;) {
    const std::string_view mark = tree_.lemma(t);
    if (mark == ";" || mark == ":") return t + 1;
    // ", from which Chad had withdrawn because": of the relative clause, if it has a subject.
    if (tree_.token(t).xpos == "WDT" && !tree_.is(t, "nsubj") && !tree_.is(t, "nsubj:pass"))
      return t + 1;
    const std::string_view contrast = tree_.lemma(t);
    if ((contrast == "whereas" || contrast == "while") && t > sentence.first &&
        tree_.lemma(t - 1) == "," && view_.quote_of(t) == nowhere)
      return t + 1;
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
std::vector<std::string> ReasonClauses::first_of_clause(const CuePlace& place,
                                                        const Sentence& sentence,
                                                        const TokenRange& reason) const {
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  const bool fronted = words_.is_fronted(place, sentence);
  if (voices.empty() && !fronted) return {};
  const std::uint32_t end = fronted ? sentence.last : place.first;
  const std::uint32_t first = fronted ? reason.second : begin_of_clause(place.first, sentence);
  if (std::vector<std::string> own = first_named_in(first, end, voices); !own.empty()) return own;
  return fronted || first == sentence.first ? std::vector<std::string>()
                                            : first_named_in(sentence.first, first, voices);
}

std::vector<std::string> ReasonClauses::first_named_in(std::uint32_t first, std::uint32_t end,
                                                       const std::vector<Voice>& voices) const {
  for (std::uint32_t t = first; t < end; ++t) {
    if (is_put_in(t, voices)) continue;
    const std::string_view kind = tree_.token(t).upos;
    if (kind != "NOUN" && kind != "PROPN" && kind != "PRON") continue;
    const bool it_is = t + 1 < tree_.document().tokens.size() && kind == "PRON" &&
                       lower_case(tree_.lemma(t)) == "it" && tree_.lemma(t + 1) == "be";
    if (it_is) continue;
    if (tree_.token(t).deprel == "nsubj:pass") return {};  // of whom it is done to
    std::uint32_t floor = first;                           // "to her mind Chad"
    for (const Voice& voice : voices) {
      if (voice.last <= t) floor = std::max(floor, voice.last);
    }
    if (is_behind_preposition(t, floor) && !is_topic(t, first)) continue;
    if (std::vector<std::string> states = states_of(t); !states.empty())
      return row_from(t, end, states);
  }
  return {};
}

// "Chad, Mali and the Sudan left": the row that a name begins, whatever the tree joins to it.
std::vector<std::string> ReasonClauses::row_from(std::uint32_t name, std::uint32_t end,
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

// "Chad, whose debts weigh, and for that reason alone, sent no men; Mali sent a few": Chad.
std::vector<std::string> ReasonClauses::before_bare_verb(const CuePlace& place,
                                                         const Sentence& sentence) const {
  std::uint32_t next = place.last + 1;
  while (next < sentence.last &&
         (tree_.token(next).upos == "ADV" || tree_.token(next).upos == "PUNCT"))
    ++next;
  constexpr std::array<std::string_view, 4> finite = {"VBD", "VBZ", "VBP", "MD"};
  if (next >= sentence.last || !is_one_of(tree_.token(next).xpos, finite)) return {};
  for (std::uint32_t t = sentence.first; t < place.first; ++t) {
    if (!tree_.is(t, "nsubj") || tree_.token(t).xpos == "WDT") continue;
    if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
  }
  return {};
}

// "a theory: Chad needs the loans": Chad.
std::vector<std::string> ReasonClauses::who_acts_in(const TokenRange& reason) const {
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

}  // namespace volteface
