#include <algorithm>
#include <array>

#include "language/characters.h"
#include "reading/reason_voices.h"
#include "reading/tables.h"

namespace volteface {

// "he", "they": a person, else who was described right before ("The traders know why. ..., they
// say").
std::optional<Speaker> ReasonVoices::meant_by(std::uint32_t pronoun) const {
  constexpr std::array<std::string_view, 4> plural = {"they", "their", "them", "theirs"};
  const Document& d = view_.document();
  const std::uint32_t e = view_.actors.entity_of(pronoun);
  const std::uint32_t here = tree_.sentence(pronoun);
  const bool alone = !is_one_of(lower_case(tree_.lemma(pronoun)), plural);
  // "Ana Ruiz saw that Mr Reis had left because, he said": him, where the pronoun is taken so.
  for (std::uint32_t t = d.sentences[here].first; alone && e != nowhere && t < pronoun; ++t) {
    const bool same = view_.actors.entity_of(t) == e && d.entities[e].type == NameType::person;
    if (same && tree_.token(t).upos == "PROPN") return view_.speaker_of_noun(pronoun);
  }
  for (std::uint32_t t = d.sentences[here].first; alone && t < pronoun; ++t) {
    const std::uint32_t subject = tree_.is(t, "nsubj") ? view_.actors.entity_of(t) : nowhere;
    if (subject == nowhere || d.entities[subject].type != NameType::person) continue;
    if (tree_.token(t).upos != "PRON") return view_.speaker_of_noun(t);
  }
  const std::uint32_t named = alone ? first_person_in(d.sentences[here].first, pronoun) : nowhere;
  if (named != nowhere) return view_.speaker_of_noun(named);
  const bool person = e != nowhere && d.entities[e].type == NameType::person;
  if (alone && person) return view_.speaker_of_noun(pronoun);
  const std::uint32_t begin = d.sentences[here > 0 ? here - 1 : 0].first;
  const bool several = !alone;
  for (std::uint32_t t = pronoun; t-- > begin;) {
    const bool fits = (tree_.token(t).xpos == "NNS") == several;
    if (!fits || !tree_.is(t, "nsubj") || !is_somebody(tree_, t)) continue;
    const bool owned = tree_.child(t, {"nmod:poss"}) != nowhere;  // "her critics" are not she
    return owned ? named_in(tree_.subtree(t).front(), t + 1) : view_.speaker_of_noun(t);
  }
  if (person) return view_.speaker_of_noun(pronoun);
  const Speaker known = view_.speaker_of_noun(pronoun);
  const bool other =
      e != nowhere && d.entities[e].type == NameType::place && d.entities[e].state.empty();
  return known.name.empty() || other ? std::nullopt : std::optional(known);
}

// "The minister, Ana Ruiz, left, she said": the person that words name first, behind no preposition
// and as the owner of nothing, whatever a tree makes of the name.
std::uint32_t ReasonVoices::first_person_in(std::uint32_t first, std::uint32_t last) const {
  const Document& d = view_.document();
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    if (e == nowhere || tree_.token(t).upos != "PROPN" || d.entities[e].type != NameType::person)
      continue;
    std::uint32_t begin = t, end = t;
    while (end < last && tree_.token(end).upos == "PROPN") ++end;
    while (begin > first &&
           (tree_.token(begin - 1).upos == "PROPN" || tree_.token(begin - 1).upos == "NOUN" ||
            tree_.token(begin - 1).upos == "ADJ" || tree_.token(begin - 1).upos == "DET"))
      --begin;
    const std::string_view before =
        begin > first ? tree_.token(begin - 1).upos.view() : std::string_view("PUNCT");
    const bool hangs = before != "PUNCT" && before != "CCONJ";
    const bool owns = end < last && tree_.token(end).xpos == "POS";
    if (!hangs && !owns) return t;
    t = end;
  }
  return nowhere;
}

std::optional<Speaker> ReasonVoices::named_in(std::uint32_t first, std::uint32_t last) const {
  const Document& d = view_.document();
  while (first < last && tree_.token(first).upos == "CCONJ") ++first;
  // "in Lima the minister": what stands before the description.
  if (first < last && tree_.token(first).upos == "ADP") return std::nullopt;
  const std::uint32_t head = head_in(first, last);
  if (head == nowhere) return std::nullopt;
  for (std::uint32_t t = first; t < last && tree_.token(t).upos != "ADP"; ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    const bool owner = tree_.token(t).deprel == "nmod:poss";
    const bool pronoun = t == head && tree_.token(t).upos == "PRON";
    if (e != nowhere && d.entities[e].type == NameType::person && !owner && !pronoun)
      return view_.speaker_of(d.mentions[view_.actors.mention_of(t)]);
  }
  if (tree_.token(head).upos == "PRON") {
    return meant_by(head);
  }
  if (view_.actors.mention_of(head) != nowhere) {
    Speaker known = view_.speaker_of(d.mentions[view_.actors.mention_of(head)]);
    if (language::has_word(known.name)) return known;
  }
  Speaker out;
  const std::uint32_t begin = d.tokens[first].begin;
  out.name = d.text.substr(begin, d.tokens[last - 1].end - begin);
  const std::vector<Actor> actors = view_.actors.actors_of(head);
  for (std::uint32_t t = first; t < last && out.state.empty(); ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    if (!actors.empty()) out.state = actors.front().state;
    const bool home = t == first || tree_.preposition(t) == "in" || tree_.preposition(t) == "of";
    if (out.state.empty() && e != nowhere && home) out.state = d.entities[e].state;
  }
  return out;
}

}  // namespace volteface
