#include "reading/reason_causes.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

// Of an organisation: "a court in The Hague", "what Brussels pays".
bool ReasonCauses::is_seat(std::uint32_t t) const {
  constexpr std::array<std::string_view, 4> seats = {"Hague", "Geneva", "Strasbourg", "Vienna"};
  return is_one_of(tree_.lemma(t), seats) || (tree_.lemma(t) == "Brussels" && !names_belgium_);
}

// Whether money comes from, or goes to, the one that a token names.
bool ReasonCauses::gives(std::uint32_t t, std::uint32_t first) const {
  constexpr std::array<std::string_view, 6> givers = {"from", "of", "with", "to", "by", "without"};
  const std::uint32_t above = tree_.head(t);
  const std::string_view verb = above == nowhere ? std::string_view() : tree_.lemma(above);
  if (verb == "lose") return false;  // "losing orders to Chad"
  if (tree_.is(t, "amod") || tree_.is(t, "nmod:poss") || is_one_of(tree_.preposition(t), givers))
    return true;
  if (above == nowhere) return false;
  if (verb == "owe") return tree_.is(t, "obj") || tree_.is(t, "iobj");
  // "it wants Chad to buy its cotton"
  if (tree_.is(t, "obj"))
    return verb == "want" && above >= first && tree_.child(above, {"xcomp"}) != nowhere;
  if (!tree_.is(t, "nsubj")) return false;
  const std::uint32_t beyond = tree_.head(above);
  const bool wanted = beyond != nowhere && beyond >= first && beyond < t &&
                      (tree_.is(above, "xcomp") || tree_.is(above, "ccomp"));
  return wanted || reading_tables().in_list("grants", verb);
}

std::string ReasonCauses::cause_in(std::uint32_t first, std::uint32_t last,
                                   const std::string& explained, Theme theme) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const bool own = tree_.is(t, "nmod:poss") && tree_.token(t).upos == "PRON";
    const std::uint32_t owner = tree_.child(t, {"nmod:poss"});
    const bool body = owner != nowhere && tree_.token(owner).upos == "PRON" &&
                      (reading_tables().in_list("state_body", tree_.lemma(t)) ||
                       reading_tables().in_list("state_itself", tree_.lemma(t)));
    if (body) continue;  // "its government"
    const bool of_kin = own && theme == Theme::follow && tree_.head(t) != nowhere &&
                        reading_tables().in_list("kin", tree_.lemma(tree_.head(t)));
    if ((own && !of_kin) || is_seat(t)) continue;
    if (theme == Theme::retaliation && tells_.is_victim(t)) continue;
    const std::vector<Actor> actors = view_.actors.actors_of(t);
    // "Chad and Mali left because they": those who are explained themselves.
    const bool themselves =
        tree_.token(t).upos == "PRON" &&
        std::ranges::any_of(actors, [&](const Actor& a) { return a.state == explained; });
    if (themselves) continue;
    for (const Actor& actor : actors) {
      if (actor.state.empty() || actor.state == explained) continue;
      if (theme != Theme::material || gives(t, first)) return actor.state;
    }
  }
  return {};
}

std::string ReasonCauses::who_does(std::uint32_t first, std::uint32_t last,
                                   const std::string& explained) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (!tree_.is(t, "nsubj")) continue;
    for (const std::uint32_t of : {t, tree_.child(t, {"nmod:poss"})}) {
      if (of == nowhere) continue;
      for (const Actor& actor : view_.actors.actors_of(of)) {
        if (!actor.state.empty() && actor.state != explained) return actor.state;
      }
    }
  }
  return {};
}

std::string ReasonCauses::cause_before(std::uint32_t first, std::uint32_t last,
                                       const std::string& explained, Theme theme) const {
  constexpr std::array<std::string_view, 4> pointers = {"that", "those", "this", "these"};
  bool points = false;
  for (std::uint32_t t = first; t < last; ++t)
    points |= tree_.is(t, "det") && is_one_of(lower_case(tree_.lemma(t)), pointers);
  const std::uint32_t here = tree_.sentence(first);
  const auto& sentences = view_.document().sentences;
  if (!points || here == 0 || sentences[here].begins_paragraph) return {};
  return cause_in(sentences[here - 1].first, sentences[here - 1].last, explained, theme);
}

}  // namespace volteface
