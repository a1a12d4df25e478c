#include "language/subject_mending.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t child(std::span<const Token> tokens, std::size_t above, std::string_view label) {
  const auto found = std::ranges::find_if(tokens, [&](const Token& token) {
    return token.head == place(above) && token.deprel.starts_with(label);
  });
  return found == tokens.end() ? none : static_cast<std::size_t>(found - tokens.begin());
}

// Verbs that have somebody for their object, and no clause without "that": "criticised Chad and
// Mali left", not "ruled Chad and Mali had left".
bool is_done_to_somebody(std::string_view verb) {
  constexpr std::array<std::string_view, 42> verbs = {
      "criticise", "criticize", "condemn", "praise",  "denounce", "blame",     "accuse",
      "slam",      "welcome",   "thank",   "expel",   "meet",     "recall",    "visit",
      "rebuke",    "chide",     "attack",  "bomb",    "shell",    "invade",    "strike",
      "sanction",  "join",      "leave",   "arm",     "aid",      "fund",      "host",
      "snub",      "mock",      "back",    "support", "oppose",   "summon",    "arrest",
      "ban",       "sue",       "quit",    "call",    "phone",    "recognise", "recognize"};
  return std::ranges::find(verbs, verb) != verbs.end();
}

// The name of one or more words that ends right before a token, by the word on which the others
// hang; `none` where no single one does.
std::size_t name_before(std::span<const Token> tokens, std::size_t end, std::size_t& first) {
  first = end;
  while (first > 0 && tokens[first - 1].upos == "PROPN") --first;
  std::size_t top = none;
  for (std::size_t t = first; t < end; ++t) {
    const std::int32_t head = tokens[t].head;
    if (head >= place(first) && head < place(end)) continue;
    if (top != none) return none;
    top = t;
  }
  return top;
}

// The finite verb that a token is, or is the auxiliary of.
std::size_t verb_at(std::span<const Token> tokens, std::size_t at) {
  if (!is_finite_or_modal(tokens[at])) return none;
  if (tokens[at].upos == "VERB") return at;
  const std::int32_t head = tokens[at].head;
  const bool of_verb = tokens[at].upos == "AUX" && head > place(at) &&
                       tokens[static_cast<std::size_t>(head)].upos == "VERB";
  return of_verb ? static_cast<std::size_t>(head) : none;
}

// Whether nothing but what hangs on the noun stands between a verb and it.
bool is_right_behind(std::span<const Token> tokens, std::size_t noun, std::size_t verb) {
  for (std::size_t t = verb + 1; t < noun; ++t) {
    if (!is_below(tokens, t, noun)) return false;
  }
  return verb < noun;
}

// The verb that the noun before "and" is the object of, as far as the order of words tells.
std::size_t verb_of_object(std::span<const Token> tokens, std::size_t noun, std::size_t behind) {
  const std::int32_t head = tokens[noun].head;
  const bool taken = head == place(behind);  // for the subject of the verb behind "and"
  std::int32_t at = taken ? tokens[behind].head : head;
  if (child(tokens, noun, "case") != none && !taken) {
    const std::size_t preposition = child(tokens, noun, "case");
    if (tokens[preposition].lemma == "between") return none;
  }
  if (!taken) at = verb_above(tokens, at);
  if (at < 0 || at > place(noun)) return none;
  const auto verb = static_cast<std::size_t>(at);
  if (tokens[verb].upos != "VERB") return none;
  const bool clause = !is_done_to_somebody(tokens[verb].lemma) ||
                      child(tokens, verb, "obj") != none || !is_right_behind(tokens, noun, verb);
  return taken && clause ? none : verb;
}

// "realised Chad and Mali had left": one step back from a verb that is done to nobody.
bool is_told_of_both(std::span<const Token> tokens, std::size_t before, std::size_t noun,
                     std::size_t verb) {
  if (tokens[before].xpos != "VBD" || tokens[noun].upos != "PROPN") return false;
  if (is_done_to_somebody(tokens[before].lemma) || tokens[noun].deprel != "obj") return false;
  return std::ranges::any_of(tokens.first(verb).subspan(noun), [&](const Token& token) {
    return token.head == place(verb) && token.xpos != "VBP" && token.xpos != "VBZ" &&
           (token.lemma == "have" || token.lemma == "would");
  });
}

void part_subjects(std::span<Token> tokens, std::size_t name, std::size_t first, std::size_t verb) {
  const auto noun = static_cast<std::size_t>(tokens[name].head);
  const std::size_t subject = child(tokens, verb, "nsubj");
  if (subject != none && subject != noun) return;
  const std::size_t before = verb_of_object(tokens, noun, verb);
  if (before == none || is_below(tokens, verb, name)) return;
  if (is_told_of_both(tokens, before, noun, verb)) {
    if (is_below(tokens, before, verb) || is_below(tokens, verb, noun)) return;
    hang(tokens[noun], place(verb), "nsubj");
    hang(tokens[verb], place(before), "ccomp");
    return;
  }
  const bool below = is_below(tokens, before, verb);  // "when Chad shelled it and Mali struck back"
  if (subject == noun) hang(tokens[noun], place(before), "obj");
  if (!below) hang(tokens[verb], place(before), "conj");
  hang(tokens[name], place(verb), "nsubj");
  if (!is_below(tokens, verb, first - 1)) hang(tokens[first - 1], place(verb), "cc");
}

}  // namespace

void mend_subjects_behind_and(std::span<Token> tokens) {
  for (std::size_t at = 4; at < tokens.size(); ++at) {
    const std::size_t verb = verb_at(tokens, at);
    if (verb == none) continue;
    std::size_t first = at;
    const std::size_t name = name_before(tokens, at, first);
    if (name == none || first < 3) continue;
    const std::string_view joins = tokens[first - 1].lemma;
    if (joins != "and" && joins != "but") continue;
    const std::int32_t head = tokens[name].head;
    if (tokens[name].deprel == "conj" && head >= 0 && head < place(first - 1))
      part_subjects(tokens, name, first, verb);
  }
}

void mend_relative_objects(std::span<Token> tokens) {
  for (std::size_t word = 1; word + 2 < tokens.size(); ++word) {
    Token& relative = tokens[word];
    const bool which = relative.xpos == "WDT" || relative.xpos == "WP";
    if (!which || relative.head <= place(word) || !relative.deprel.starts_with("nsubj")) continue;
    const auto verb = static_cast<std::size_t>(relative.head);
    const auto who = std::find_if(
        tokens.begin() + place(word) + 1, tokens.begin() + place(verb), [&](const Token& token) {
          return token.head == place(verb) && token.deprel.starts_with("nsubj");
        });
    if (who == tokens.begin() + place(verb) || tokens[verb].upos != "VERB") continue;
    relative.deprel = "obj";
    who->deprel = "nsubj";
    if (tokens[verb].xpos == "VBN" && child(tokens, verb, "aux") == none) tokens[verb].xpos = "VBD";
  }
}

}  // namespace volteface::language
