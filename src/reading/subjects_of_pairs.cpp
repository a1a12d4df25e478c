// Whose act a reason explains where its clause says "the former", "the latter".
#include "reading/reason_subjects.h"

namespace volteface {

// "Chad and Mali left, the former out of conviction": Chad.
std::vector<std::string> ReasonSubjects::one_of_two(const CuePlace& place, const Sentence& sentence,
                                                    std::vector<std::string> states) const {
  constexpr std::uint32_t nearest = 8;
  if (states.size() != 2) return states;
  for (std::uint32_t t = place.first; t-- > sentence.first && place.first - t <= nearest;) {
    const std::string word = lower_case(tree_.lemma(t));
    if (word == "former" || word == "first") return {states.front()};
    if (word == "latter" || word == "second") return {states.back()};
  }
  return states;
}

// "opposed by Mali, while Chad and Togo left, the former out of conviction": Chad.
std::vector<std::string> ReasonSubjects::of_pair(const CuePlace& place,
                                                 const Sentence& sentence) const {
  constexpr std::uint32_t nearest = 8;
  bool former = false, latter = false;
  for (std::uint32_t t = place.first; t-- > sentence.first;) {
    const std::string_view word = tree_.lemma(t);
    if (!former && !latter) {
      if (place.first - t > nearest || word == ";") return {};
      former = word == "former" && tree_.lemma(t + 1) == ",";
      former |= word == "former" && t + 1 == place.first;
      latter = word == "latter";
      continue;
    }
    const std::uint32_t one = tree_.is(t, "conj") ? tree_.head(t) : nowhere;
    if (one == nowhere || one >= t) continue;
    if (tree_.token(one).upos != "PROPN" || tree_.token(t).upos != "PROPN") continue;
    const std::uint32_t e = view_.actors.entity_of(former ? one : t);
    return e == nowhere ? std::vector<std::string>() : one_of(view_.document().entities[e].state);
  }
  return {};
}

}  // namespace volteface
