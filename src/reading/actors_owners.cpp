// Whose the nouns of a report are: "the government of Chad", "Chadian troops".
#include <algorithm>
#include <array>

#include "reading/actors.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {

// "the government of Chad", "the ministry in Lima", "a spokesman for Chad", but not "states
// alongside Chad", "a plan for Chad".
bool ActorFinder::is_owner(std::uint32_t modifier) const {
  constexpr std::array<std::string_view, 4> prepositions = {"", "of", "in", "from"};
  if (tree_.token(modifier).deprel == "nmod:poss") return true;
  const std::string preposition = tree_.preposition(modifier);
  const std::uint32_t noun = tree_.head(modifier);
  const bool speaks = preposition == "for" && noun != nowhere &&
                      lower_case(tree_.lemma(noun)).starts_with("spokes");
  return speaks || is_one_of(preposition, prepositions);
}

bool ActorFinder::has_nationality(std::uint32_t noun) const {
  return std::ranges::any_of(tree_.children(noun), [&](std::uint32_t c) {
    const bool before = tree_.is(c, "amod") || tree_.is(c, "compound");
    return before && c < noun && entity_of(c) != nowhere &&
           !tree_.document().entities[entity_of(c)].state.empty();
  });
}

// "Chad, whose troops": Chad's, wherever a parser hung the clause.
std::vector<Actor> ActorFinder::of_name_before(std::uint32_t pronoun) const {
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(pronoun)].first;
  std::uint32_t t = pronoun;
  if (t > first && tree_.lemma(t - 1) == ",") --t;
  if (t == first) return {};
  --t;
  while (mention_of_head_[t] == nowhere && tree_.is(t, "flat") && tree_.head(t) < t)
    t = tree_.head(t);
  std::vector<Actor> out;
  add_mention(t, out);
  for (Actor& actor : out) actor.person.clear();
  return out;
}

// "Chadian troops", "the government of Chad", "Chad's envoy": the noun acts for its state.
std::vector<Actor> ActorFinder::of_modifiers(std::uint32_t noun) const {
  std::vector<Actor> out;
  const bool of_another = has_nationality(noun);
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool modifier = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "nmod") ||
                          tree_.is(c, "appos");
    if (!modifier || !is_owner(c)) continue;
    if (of_another && tree_.token(c).upos == "PRON") continue;  // "his Chadian counterpart"
    if (tree_.lemma(c) == "whose") return of_name_before(c);
    for (const std::uint32_t part : tree_.joined(c)) {
      std::vector<Actor> found;
      add_mention(part, found);
      // "a spokesman for Chad's army", but not "for the opposition in Chad"
      const bool other =
          tree_.preposition(c) == "for" && !reading_tables().acts_for_state(tree_.lemma(part));
      if (found.empty() && !other && !tree_.is(c, "amod")) found = of_modifiers(part);
      for (Actor& actor : found) {
        actor.person.clear();
        add_actor(actor, out);
      }
    }
    if (!out.empty()) return out;
  }
  return out;
}

// "the London office of the bank"; but "the office of the president", "Omar Sy's office".
bool ActorFinder::is_branch_office(std::uint32_t noun) const {
  if (tree_.lemma(noun) != "office") return false;
  return std::ranges::none_of(tree_.children(noun), [&](std::uint32_t c) {
    const bool owns = tree_.token(c).deprel == "nmod:poss" || tree_.preposition(c) == "of";
    const std::uint32_t e = owns ? entity_of(c) : nowhere;
    const bool person = e != nowhere && tree_.document().entities[e].type == NameType::person;
    return person || (owns && (tree_.token(c).upos == "PRON" ||
                               reading_tables().in_list("office", lower_case(tree_.lemma(c)))));
  });
}

}  // namespace volteface
