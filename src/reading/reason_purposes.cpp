// What infinitives and words of explaining tell a reason: "voted no to please", "she explained".
#include <algorithm>

#include "reading/reason_acts.h"
#include "reading/tables.h"

namespace volteface {

// "to please" tells why somebody does something, but not "wants to please".
bool ReasonActs::is_purpose(const CuePlace& place) const {
  const bool to = place.cue->first() == "to";
  if (to ? is_put_between(place) : acts_by(place.first)) return true;
  const std::uint32_t begin = first_of_sentence(place.first);
  const std::uint32_t verb = to ? place.first + 1 : place.first;
  const std::uint32_t above = tree_.head(verb);
  const bool it_is = place.first > begin + 1 && tree_.lemma(place.first - 1) == "be" &&
                     lower_case(tree_.lemma(place.first - 2)) == "it";  // "it was to please them"
  // "called on both to keep calm": what is asked for.
  if (above != nowhere && (reading_tables().in_list("asks_to", tree_.lemma(above)) ||
                           (to && reading_tables().in_list("bids", tree_.lemma(above))) ||
                           tree_.token(above).upos == "ADJ"))  // "the first to defend"
    return it_is;
  const std::string ballot = lower_case(tree_.lemma(place.first - (place.first > begin ? 1 : 0)));
  if (ballot == "no" || ballot == "yes") return true;  // "voted no to please", however it hangs
  // "cut the aid to please", but not "allowed measures to protect"
  const bool of_object = it_is || (tree_.is(verb, "acl") && tree_.is(above, "obj") &&
                                   (place.cue->theme || tells_of_stand(tree_.sentence(verb))));
  return tree_.is(verb, "advcl") || of_object || is_cleft(above) ||
         (tree_.is(verb, "xcomp") && !is_wanted(verb));
}

// "By abstaining Chad hopes to"
bool ReasonActs::acts_by(std::uint32_t verb) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  for (std::uint32_t t = sentence.first + 1; t < verb; ++t) {
    const std::string_view by = tree_.lemma(t - 1);
    if (lower_case(by) == "by" && tree_.token(t).xpos == "VBG" && takes_a_stand(tree_, t))
      return true;
    if (lower_case(by) == "with" && t + 1 < verb && is_act(tree_, t + 1)) return true;
  }
  return false;
}

// "Chad, to please Mali, voted no": between the subject and its verb, however a tree takes it.
bool ReasonActs::is_put_between(const CuePlace& place) const {
  constexpr std::uint32_t longest = 14;
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  const std::uint32_t first = place.first;
  if (first < sentence.first + 2 || tree_.lemma(first - 1) != ",") return false;
  if (tree_.token(first - 2).upos != "PROPN" && tree_.token(first - 2).upos != "NOUN") return false;
  for (std::uint32_t t = sentence.first; t < first; ++t) {
    if (tree_.token(t).upos == "VERB") return false;
  }
  for (std::uint32_t t = place.last; t + 1 < std::min(sentence.last, first + longest); ++t) {
    if (tree_.lemma(t) != ",") continue;
    return takes_a_stand(tree_, t + 1) && tree_.token(t + 1).xpos != "VB";
  }
  return false;
}

// "it was to attract them that he signed"
bool ReasonActs::is_cleft(std::uint32_t be) const {
  if (be == nowhere || tree_.lemma(be) != "be") return false;
  const std::uint32_t it = tree_.child(be, {"nsubj", "expl"});
  return it != nowhere && tree_.lemma(it) == "it";
}

// "wants to please", "agreed to keep": what is done, and not why.
bool ReasonActs::is_wanted(std::uint32_t verb) const {
  return reading_tables().in_list("with_infinitive", tree_.lemma(tree_.head(verb)));
}

// "“It breaks the law,” she explained", "it breaks the law, said the envoy, explaining": what
// stands before is the reason, if the sentence has no other and somebody has acted.
bool ReasonActs::is_explained_so(std::uint32_t verb) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  const std::string_view tag = tree_.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || (tag == "VBN" && !is_passive(tree_, verb));
  if (!finite || view_.quote_of(verb) != nowhere || tree_.child(verb, {"aux"}) != nowhere)
    return false;
  const std::uint32_t object = tree_.child(verb, {"obj"});
  const bool of_person = object != nowhere && view_.actors.mention_of(object) != nowhere;
  if (object != nowhere && object > verb && !is_act(tree_, object) && !of_person) return false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const auto other = reason_cue_at(tree_, t, sentence.last);
    // Another bare "explained" would ask the same of this one, and so without end.
    if (!other || t == verb || (other->cue->first() == "explain" && other->cue->words.size() == 1))
      continue;
    if (is_reason(*other, std::min(other->last + 1, sentence.last - 1))) return false;
  }
  const bool put_behind = verb > sentence.first + 3;
  const std::string_view next = verb + 1 < sentence.last ? tree_.lemma(verb + 1) : "";
  return put_behind && next != "why" && next != "how" && next != "what" && next != "to" &&
         is_about_act(tree_.sentence(verb));
}

}  // namespace volteface
