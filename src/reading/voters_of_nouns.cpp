// Whose vote a noun is: "a Russian veto", "Togo's abstention", "the no of Palau".
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/voters.h"

namespace volteface {

// "a Russian veto", "Togo's abstention", "no votes from Palau and Nauru"
std::vector<Actor> Voters::modifiers_of(std::uint32_t noun) const {
  std::vector<Actor> out;
  for (const std::uint32_t c : tree_.children(noun)) {
    if (c > noun) continue;
    if (tree_.is(c, "nmod") || tree_.is(c, "amod") || tree_.is(c, "compound"))
      add_voters(states_of(c), out);
  }
  if (!out.empty()) return out;
  for (const Oblique& o : clause_of_noun(tree_, noun).obliques) {
    if (o.noun > noun &&
        (o.preposition == "by" || o.preposition == "of" || o.preposition == "from"))
      add_voters(behind_preposition(o.noun), out);
  }
  return out;
}

// "the only no was Chad", "Chad was the only no", "came from Chad", "Chad, another abstainer"
std::vector<Actor> Voters::said_to_be(std::uint32_t noun) const {
  std::vector<Actor> out;
  if (tree_.is(noun, "appos")) out = states_of(tree_.head(noun));
  if (out.empty()) out = states_of(tree_.child(noun, {"nsubj"}));
  const std::uint32_t one = tree_.head(noun);  // "Chad was one of the abstainers"
  if (out.empty() && one != nowhere && is_crowd(one) && tree_.preposition(noun) == "of")
    out = states_of(tree_.child(one, {"nsubj"}));
  return out;
}

std::vector<Actor> Voters::of_its_own(std::uint32_t noun) const {
  const std::uint32_t owner = tree_.child(noun, {"nmod:poss"}), above = tree_.head(noun);
  // "kept to its abstentions", but not "explained their yes votes"
  const bool many = tree_.token(noun).xpos == "NNS" && owner != nowhere &&
                    lower_case(tree_.lemma(owner)) == "its";
  const bool its = owner != nowhere && tree_.token(owner).upos == "PRON" && !many;
  // "thanked Chad for its vote": Chad's.
  if (its && owner > 0 && tree_.preposition(noun) == "for") {
    const StateRow thanked = right_before(tree_.token(owner - 1).upos == "ADP" ? owner - 1 : owner);
    if (!thanked.states.empty()) return thanked.states;
  }
  if (!its || above == nowhere || tree_.token(above).upos != "VERB" || is_passive(tree_, above))
    return {};
  return tree_.is(noun, "nsubj") ? std::vector<Actor>() : of_verb(subject_of(tree_, above), above);
}

std::vector<Actor> Voters::of_noun(std::uint32_t noun) const {
  std::vector<Actor> out = said_to_be(noun);
  if (out.empty()) out = of_its_own(noun);
  if (out.empty()) out = modifiers_of(noun);
  // "ended up in the no camp"
  const std::uint32_t above = tree_.head(noun);
  const bool counted = tree_.child(noun, {"nummod"}) != nowhere;  // "passed with nine abstentions"
  // not "cancelled the gift because of the abstention"
  constexpr std::array<std::string_view, 7> inside = {"in", "into", "with", "among",
                                                      "on", "to",   "for"};
  const std::string by = tree_.preposition(noun);
  // "In the yes camp Chad lost a friend"
  const bool is_fronted =
      above != nowhere && noun < above && tree_.child(above, {"obj"}) != nowhere;
  if (out.empty() && !counted && (by.empty() || is_one_of(by, inside)) && above != nowhere &&
      tree_.token(above).upos == "VERB" && tree_.is(noun, "obl") && !is_fronted)
    out = of_subject(subject_of(tree_, above));
  return out;
}

std::vector<Actor> Voters::possessor(std::uint32_t noun) const {
  const std::vector<Actor> out = states_of(tree_.child(noun, {"nmod:poss"}));
  if (!out.empty() || noun == 0 || tree_.token(noun - 1).xpos != "POS") return out;
  const Name* name = state_name_ending_at(noun - 1);
  if (name == nullptr) return out;
  return {{view_.document().entities[name->entity].state, "", ""}};
}

std::vector<Actor> Voters::adjective_before(std::uint32_t noun) const {
  const auto& names = view_.document().names;
  const auto behind = std::ranges::upper_bound(names, noun, {}, &Name::last);
  if (behind == names.begin()) return {};
  const Name& name = *std::prev(behind);
  if (name.last != noun || !name.demonym || name.entity == nowhere) return {};
  const Entity& entity = view_.document().entities[name.entity];
  if (entity.type == NameType::person || entity.state.empty()) return {};
  return {{entity.state, "", ""}};
}

std::vector<Actor> Voters::behind_preposition(std::uint32_t noun) const {
  std::uint32_t last = nowhere;
  for (const std::uint32_t c : tree_.children(noun)) {
    if (tree_.is(c, "case") && c < noun) last = c;
  }
  const StateRow row = last == nowhere ? StateRow() : right_behind(last);
  return row.states.empty() ? states_of(noun) : row.states;
}

}  // namespace volteface
