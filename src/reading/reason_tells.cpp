#include "reading/reason_tells.h"

#include <array>

#include "reading/tables.h"

namespace volteface {

// "because Chad had invited its rival": the other state that had done something.
std::string ReasonTells::who_had(std::uint32_t first, std::uint32_t last,
                                 const std::string& state) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const bool had = tree_.token(t).upos == "AUX" && tree_.token(t).xpos == "VBD" &&
                     tree_.lemma(t) == "have" && tree_.head(t) != nowhere;
    if (!had || tree_.has_child(tree_.head(t), "cop", "be") || is_passive(tree_, tree_.head(t)))
      continue;
    const std::uint32_t subject = tree_.child(tree_.head(t), {"nsubj"});
    if (subject == nowhere || subject < first ||
        reading_tables().in_list("no_deed", tree_.lemma(tree_.head(t))) ||
        reading_tables().in_list("grants", tree_.lemma(tree_.head(t))))
      continue;
    for (const Actor& actor : view_.actors.actors_of(subject)) {
      if (!actor.state.empty() && actor.state != state) return actor.state;
    }
  }
  return {};
}

std::string ReasonTells::other_subject(std::uint32_t verb, std::uint32_t first,
                                       const std::string& state) const {
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  if (subject == nowhere || subject < first || subject > verb) return {};
  for (const Actor& actor : view_.actors.actors_of(subject)) {
    if (!actor.state.empty() && actor.state != state) return actor.state;
  }
  return {};
}

std::string ReasonTells::who_asked(std::uint32_t first, std::uint32_t last,
                                   const std::string& state) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).upos != "VERB" || is_passive(tree_, t)) continue;
    if (!reading_tables().in_list("bids", tree_.lemma(t))) continue;
    std::string who = other_subject(t, first, state);
    if (who.empty() || tree_.has_child(t, "advmod", "not")) continue;
    // "asked it to", "leaned on Chad", but not "asked for its silence to be punished"
    for (const std::uint32_t c : tree_.children(t)) {
      if (c < t || !(tree_.is(c, "obj") || tree_.is(c, "iobj") || tree_.is(c, "obl") ||
                     tree_.is(c, "xcomp") || tree_.is(c, "ccomp")))
        continue;
      if (tree_.token(c).upos == "PRON") return who;
      for (const Actor& actor : view_.actors.actors_of(c)) {
        if (actor.state == state) return who;
      }
    }
  }
  return {};
}

std::string ReasonTells::who_does(std::uint32_t first, std::uint32_t last,
                                  const std::string& state) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view form = tree_.token(t).xpos;
    if (tree_.token(t).upos != "VERB" || (form != "VBG" && form != "VBN")) continue;
    const std::uint32_t aux = tree_.child(t, {"aux"});
    if (aux == nowhere || is_passive(tree_, t)) continue;
    const bool now = form == "VBG" ? tree_.lemma(aux) == "be" : tree_.lemma(aux) == "have";
    const std::string_view verb = tree_.lemma(t);
    if (!now || reading_tables().in_list("no_deed", verb) ||
        reading_tables().in_list("grants", verb) || reading_tables().in_list("kindness", verb))
      continue;
    if (std::string who = other_subject(t, first, state); !who.empty()) return who;
  }
  return {};
}

bool ReasonTells::weighs_two(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t longest = 10;
  constexpr std::array<std::string_view, 3> pairs = {"either", "both", "neither"};
  constexpr std::array<std::string_view, 3> joins = {"or", "and", "nor"};
  const auto is_party = [&](std::uint32_t t) {
    return !view_.actors.actors_of(t).empty() ||
           reading_tables().in_list("kin", lower_case(tree_.lemma(t)));
  };
  for (std::uint32_t t = first; t < last; ++t) {
    if (!is_one_of(lower_case(tree_.lemma(t)), pairs)) continue;
    bool one = false, joined = false;
    for (std::uint32_t k = t + 1; k < std::min(last, t + longest); ++k) {
      if (tree_.token(k).upos == "PUNCT" || tree_.token(k).upos == "VERB") break;
      joined |= one && is_one_of(tree_.lemma(k), joins);
      if (!is_party(k)) continue;
      if (joined) return true;
      one = true;
    }
  }
  return false;
}

bool ReasonTells::is_about_text(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const bool subject = tree_.is(t, "nsubj") || tree_.is(t, "nsubj:pass");
    if (!subject || tree_.token(t).upos == "PRON") continue;
    return reading_tables().in_list("text_or_part", lower_case(tree_.lemma(t)));
  }
  return false;
}

// "ignored the refugees", "passed over the raids"
bool ReasonTells::passes_over(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 6> words = {"ignore", "omit",     "forget",
                                                     "skip",   "overlook", "disregard"};
  const std::string_view lemma = tree_.lemma(verb);
  const bool over = verb + 1 < tree_.document().tokens.size() && tree_.lemma(verb + 1) == "over";
  return is_one_of(lemma, words) || (over && (lemma == "pass" || lemma == "gloss"));
}

bool ReasonTells::tells_of_silence(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).upos != "VERB") continue;
    const bool leaves_out = passes_over(t);
    if (!leaves_out && !reading_tables().in_list("said_in_text", tree_.lemma(t))) continue;
    const std::uint32_t subject = tree_.child(t, {"nsubj"});
    if (subject == nowhere || subject < first || !view_.actors.actors_of(subject).empty()) continue;
    const std::string word = lower_case(tree_.lemma(subject));
    const bool text = word == "it" || word == "that" || word == "which" ||
                      reading_tables().in_list("text_or_part", word);
    bool negated = leaves_out, may = false;
    for (const std::uint32_t c : tree_.children(t)) {
      negated |= reading_tables().in_list("negates", lower_case(tree_.lemma(c)));
      may |= tree_.token(c).xpos == "MD";
    }
    if (text && negated && !may) return true;
  }
  return false;
}

// Whether a state is told to have acted, or something of its own: not what "might" be done.
bool ReasonTells::does_something(std::uint32_t first, std::uint32_t last,
                                 const std::string& state) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).xpos == "MD") return false;
    const bool place = tree_.is(t, "nsubj") || tree_.is(t, "nmod:poss") || tree_.is(t, "amod") ||
                       tree_.is(t, "obl:agent") || tree_.preposition(t) == "by" ||
                       tree_.preposition(t) == "of";
    if (!place) continue;
    for (const Actor& actor : view_.actors.actors_of(t)) {
      if (actor.state == state) return true;
    }
  }
  return false;
}

// "the Chadian boats around its islands", "its long border with Chad"; but not of what it gets
// from there.
bool ReasonTells::tells_of_menace(std::uint32_t first, std::uint32_t last) const {
  bool menace = false;
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view lemma = tree_.lemma(t);
    if (lemma == "depend" || lemma == "rely" || lemma == "supply" || lemma == "buy") return false;
    if (!reading_tables().in_list("menace", lemma)) continue;
    for (const std::uint32_t c : tree_.children(t)) {
      if (!view_.actors.actors_of(c).empty()) menace = true;
    }
  }
  return menace;
}

// "its rift with Chad", where Chad is the cause.
bool ReasonTells::names_with(std::uint32_t first, std::uint32_t last,
                             const std::string& cause) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.preposition(t) != "with") continue;
    for (const Actor& actor : view_.actors.actors_of(t)) {
      if (!cause.empty() && actor.state == cause) return true;
    }
  }
  return false;
}

bool ReasonTells::names_region(std::uint32_t first, std::uint32_t last) const {
  const Document& d = view_.document();
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    if (e == nowhere || tree_.token(t).upos == "PRON") continue;
    if (d.entities[e].type == NameType::place && d.entities[e].state.empty()) return true;
  }
  return false;
}

// "a violation of the law", "collective punishment"
bool ReasonTells::tells_of_breach(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 10> words = {
      "violation", "breach",      "punishment", "massacre",   "weapon",
      "abuse",     "persecution", "repression", "oppression", "apartheid"};
  for (std::uint32_t t = first; t < last; ++t) {
    if (is_one_of(tree_.lemma(t), words)) return true;
  }
  return false;
}

// "the fear of another front": of what may come.
bool ReasonTells::speaks_of_fear(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 6> words = {"fear",  "worry", "dread",
                                                     "alarm", "panic", "anxiety"};
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).upos == "NOUN" && is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

// "because he was afraid that", "for fear of"
bool ReasonTells::is_afraid(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 10> words = {"fear",     "afraid",  "fearful", "worry",
                                                      "dread",    "worried", "alarmed", "anxious",
                                                      "imminent", "looming"};
  constexpr std::uint32_t cue = 3, opening = 6;
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(first)].first;
  const std::uint32_t end = std::min(last, first + opening);
  for (std::uint32_t t = first > begin + cue ? first - cue : begin; t < end; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

// "anger at his remarks"
bool ReasonTells::is_angry(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 8> words = {
      "anger", "fury", "rage", "outrage", "indignation", "resentment", "disgust", "annoyance"};
  constexpr std::uint32_t opening = 3;
  for (std::uint32_t t = first; t < std::min(last, first + opening); ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

// "because Chad shelters the rebels", "because Chad will not hand them over"
std::string ReasonTells::who_wrongs(std::uint32_t first, std::uint32_t last,
                                    const std::string& state) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).upos != "VERB" || is_passive(tree_, t)) continue;
    const bool not_done = tree_.has_child(t, "advmod", "not");
    if (!reading_tables().in_list(not_done ? "owed" : "wrongs", tree_.lemma(t))) continue;
    const std::uint32_t subject = subject_of(tree_, t);
    if (subject == nowhere || subject < first || subject >= last) continue;
    for (const Actor& actor : view_.actors.actors_of(subject)) {
      if (!actor.state.empty() && actor.state != state) return actor.state;
    }
  }
  return {};
}

// "keep Chad away"
bool ReasonTells::is_away(std::uint32_t object, std::uint32_t last) const {
  constexpr std::array<std::string_view, 6> words = {"away", "out", "off", "bay", "back", "down"};
  constexpr std::uint32_t nearest = 4;
  for (std::uint32_t t = object + 1; t < std::min(last, object + nearest); ++t) {
    if (is_one_of(tree_.lemma(t), words)) return true;
  }
  return false;
}

// "to defend its land against Chad", "fear for its islands, to which Chad lays claim": whom one's
// safety is threatened by.
std::string ReasonTells::who_threatens(std::uint32_t first, std::uint32_t last,
                                       const std::string& state) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(first)].last;
  std::uint32_t behind = last;  // of a relative clause
  const bool which = last + 2 < end && tree_.lemma(last) == "," &&
                     (tree_.token(last + 1).xpos == "WDT" || tree_.token(last + 2).xpos == "WDT");
  if (which) {
    for (behind = last + 1; behind < end && tree_.lemma(behind) != ",";) ++behind;
  }
  for (std::uint32_t t = first; t < behind; ++t) {
    const std::uint32_t above = tree_.head(t);
    const bool kept_off = above != nowhere && above >= first && tree_.is(t, "obj") &&
                          (reading_tables().in_list("keeps_off", tree_.lemma(above)) ||
                           (tree_.lemma(above) == "keep" && is_away(t, behind)));
    const bool shielded = tree_.preposition(t) == "from" && above != nowhere && above + 3 > first &&
                          reading_tables().in_list("shields", lower_case(tree_.lemma(above)));
    const bool menaced = tree_.preposition(t) == "against" || kept_off || shielded ||
                         (t > last && tree_.is(t, "nsubj"));
    if (!menaced) continue;
    for (const Actor& actor : view_.actors.actors_of(t)) {
      if (!actor.state.empty() && actor.state != state) return actor.state;
    }
  }
  return {};
}

// "because Chad did", "because Chad had done so"
bool ReasonTells::does_alike(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const bool subject = tree_.is(t, "nsubj") && tree_.head(t) != nowhere;
    if (subject && tree_.lemma(tree_.head(t)) == "do" &&
        tree_.child(tree_.head(t), {"obj"}) == nowhere)
      return true;
  }
  return false;
}

// "fear of Chad", "the threat from Chad"
bool ReasonTells::tells_of_fear(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 9> words = {
      "fear", "threat", "afraid", "menace", "danger", "attack", "worry", "alarm", "dread"};
  const std::uint32_t cue = 3;  // "for fear of"
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(first)].first;
  for (std::uint32_t t = first > begin + cue ? first - cue : begin; t < last; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

// "because Chad had helped"
bool ReasonTells::tells_of_kindness(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (reading_tables().in_list("kindness", tree_.lemma(t))) return true;
  }
  return false;
}

// "the attack on the Chadian mission": of who attacked, not Chad's.
bool ReasonTells::is_victim(std::uint32_t t) const {
  for (int step = 0; step < 3 && t != nowhere; ++step, t = tree_.head(t)) {
    const std::string by = tree_.preposition(t);
    const bool of_deed = tree_.head(t) != nowhere &&
                         reading_tables().in_list("act_of_force", tree_.lemma(tree_.head(t)));
    if ((by == "on" || by == "against") && of_deed) return true;
  }
  return false;
}

// "pressure from the Gulf", but not "pressure from the fishermen of Lima"
bool ReasonTells::is_pressed_by_name(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t from = first;
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.lemma(t) == "pressure") from = t + 1;
  }
  for (std::uint32_t t = from; t < last; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind != "NOUN" && kind != "PROPN") continue;
    const char initial = view_.document().text[tree_.token(t).begin];
    return initial >= 'A' && initial <= 'Z';
  }
  return false;
}

bool ReasonTells::names_organisation(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    const bool organisation =
        e != nowhere && view_.document().entities[e].type == NameType::organisation;
    if (organisation || tree_.lemma(t) == "Brussels") return true;
  }
  return false;
}

}  // namespace volteface
