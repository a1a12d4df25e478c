#include "reading/reason_context.h"

#include <algorithm>

#include "reading/tables.h"

namespace volteface {
namespace {

std::vector<std::string> one_of(std::string state) {
  return state.empty() ? std::vector<std::string>() : std::vector{std::move(state)};
}

}  // namespace

// "Her country" in front of its clause; nowhere if something else stands there.
std::uint32_t ReasonContext::own_country(const CuePlace& place, const Sentence& sentence) const {
  for (std::uint32_t t = clauses_.begin_of_clause(place.first, sentence); t < place.first; ++t) {
    if (tree_.token(t).upos != "NOUN" && tree_.token(t).upos != "PROPN") continue;
    const std::uint32_t owner = tree_.child(t, {"nmod:poss"});
    const bool own = owner != nowhere && tree_.token(owner).upos == "PRON" &&
                     reading_tables().in_list("state_itself", tree_.lemma(t));
    return own ? t : nowhere;
  }
  return nowhere;
}

// "Chad: Ana Ruiz complains that": the state that a paragraph opens with.
std::string ReasonContext::label_of(std::uint32_t sentence) const {
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

// "they did so for", "both of them for": all that the sentence tells of before, or the one before
// it.
std::vector<std::string> ReasonContext::all_of_them(const CuePlace& place,
                                                    const Sentence& sentence) const {
  constexpr std::uint32_t farthest = 12;
  const std::uint32_t begin =
      place.first > sentence.first + farthest ? place.first - farthest : sentence.first;
  std::uint32_t group = nowhere;
  for (std::uint32_t t = place.first; group == nowhere && t-- > begin;) {
    const std::string word = lower_case(tree_.lemma(t));
    const bool of_noun = tree_.is(t, "det") || tree_.is(t, "cc") || tree_.is(t, "nmod:poss");
    if ((word == "they" || word == "both" || word == "all") && !of_noun) group = t;
    if (tree_.lemma(t) == ";") break;
  }
  if (group == nowhere || !clauses_.states_of(group).empty()) return {};
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
std::vector<std::string> ReasonContext::among_them(std::uint32_t first, std::uint32_t last) const {
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
std::vector<std::string> ReasonContext::asked_about(const CuePlace& place, const Sentence& sentence,
                                                    const TokenRange& reason) const {
  constexpr std::uint32_t farthest = 3;  // sentences
  if (place.cue->reason != ReasonCue::Reason::before && !words_.is_fronted(place, sentence))
    return {};
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool in_reason = t >= reason.first && t < reason.second;
    // Up to the reason: "Because, says Ana Ruiz, who lives in Lima, it".
    const bool in_cue = t >= place.first && (t <= place.last || t < reason.first);
    const Token& token = tree_.token(t);
    const bool act = (token.upos == "VERB" && !tree_.is(t, "amod")) || tree_.is(t, "nsubj");
    if (in_reason || in_cue || clauses_.is_put_in(t, voices) || view_.quote_of(t) != nowhere)
      continue;
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
      if (std::vector<std::string> states = clauses_.states_of(t); !states.empty()) return states;
    }
    if (std::vector<std::string> named =
            clauses_.first_named_in(sentences[s].first, sentences[s].last, {});
        !named.empty())
      return named;
    if (std::vector<std::string> told = clauses_.who_acts_in(reason); told.size() == 1)
      return one_of(doers_.last_against(told.front(), tree_.token(sentence.first).begin));
    break;
  }
  return {};
}

}  // namespace volteface
