#include "language/place_mending.h"

#include <algorithm>
#include <array>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

bool is_locative(std::string_view lemma) {
  constexpr std::array<std::string_view, 6> words = {"in", "from", "at", "near", "outside", "into"};
  return std::ranges::find(words, lemma) != words.end();
}

bool is_place(const Actors& actors, std::string_view words) {
  return std::ranges::any_of(actors.states(), [&](const ActorState& state) {
    return state.name == words || state.capital == words ||
           std::ranges::find(state.metonyms, words) != state.metonyms.end();
  });
}

// The preposition of a subject, which no subject has.
std::size_t preposition_of(std::span<const Token> tokens, std::size_t subject) {
  for (std::size_t t = 0; t < subject; ++t) {
    const bool marks = tokens[t].head == static_cast<std::int32_t>(subject) &&
                       tokens[t].deprel == "case" && is_locative(tokens[t].lemma);
    if (marks) return t;
  }
  return subject;
}

// "In Jerusalem Ana Ruiz has called"
void part_place(std::string_view text, const Actors& actors, std::span<Token> tokens,
                std::size_t subject) {
  const std::size_t marker = preposition_of(tokens, subject);
  const std::int32_t verb = tokens[subject].head;
  if (marker == subject || subject - marker < 2 || verb < 0) return;
  for (std::size_t t = marker + 1; t <= subject; ++t) {
    if (tokens[t].upos != "PROPN") return;
  }
  const std::size_t begin = marker + 1;
  std::size_t last = subject - 1;  // of the place
  for (; last > marker; --last) {
    const std::uint32_t from = tokens[begin].begin;
    if (is_place(actors, text.substr(from, tokens[last].end - from))) break;
  }
  if (last == marker || is_below(tokens, static_cast<std::size_t>(verb), begin)) return;
  // No word may come to hang on itself.
  for (std::size_t t = marker + 1; t < subject; ++t) {
    if (is_below(tokens, static_cast<std::size_t>(verb), t)) return;
  }
  hang(tokens[begin], verb, "obl");
  hang(tokens[marker], place(begin), "case");
  for (std::size_t t = begin + 1; t <= last; ++t) hang(tokens[t], place(begin), "flat");
  for (std::size_t t = last + 1; t < subject; ++t) hang(tokens[t], place(subject), "compound");
}

// "In Lima, Ana Ruiz called", "When the police gave up the search, Ana Ruiz called": `verb` is
// finite, and what stands before it a name.
void free_from_place(std::span<Token> tokens, std::size_t verb) {
  std::size_t first = verb;
  while (first > 0 && tokens[first - 1].upos == "PROPN") --first;
  if (first == verb || first < 3 || tokens[first - 1].lemma != ",") return;
  const std::int32_t above =
      tokens[verb].upos == "AUX" ? tokens[verb].head : static_cast<std::int32_t>(verb);
  if (above < 0 || has_subject(tokens, static_cast<std::size_t>(above))) return;
  std::size_t name = first;  // the one of the run on which the others hang
  while (name < verb && tokens[name].head >= static_cast<std::int32_t>(first)) ++name;
  if (name == verb || tokens[name].head < 0) return;
  const auto place = static_cast<std::size_t>(tokens[name].head);
  const bool apposed = tokens[name].deprel == "appos" && place < first;
  if (!apposed || is_below(tokens, static_cast<std::size_t>(above), name)) return;
  hang(tokens[name], above, "nsubj");
}

// "was in Lima", "has left": what the auxiliary hangs on.
std::size_t predicate_of(std::span<const Token> tokens, std::size_t verb) {
  const std::int32_t head = tokens[verb].head;
  return tokens[verb].upos == "AUX" && head >= 0 ? static_cast<std::size_t>(head) : verb;
}

// "In August Chad left": no month with a preposition leaves.
void free_day(std::span<Token> tokens, std::size_t day, std::size_t verb) {
  if (day == 0 || tokens[day - 1].upos != "ADP") return;
  if (tokens[day].deprel != "nsubj" || tokens[day].head != static_cast<std::int32_t>(verb)) return;
  if (is_below(tokens, verb, day - 1)) return;  // what the day hangs on cannot hang on the day
  tokens[day].deprel = "obl";
  tokens[day - 1].head = static_cast<std::int32_t>(day);
  tokens[day - 1].deprel = "case";
}

}  // namespace

void mend_names_behind_days(std::span<Token> tokens) {
  for (std::size_t day = 0; day + 2 < tokens.size(); ++day) {
    Token& name = tokens[day + 1];
    const bool of_day = is_weekday(tokens[day].lemma) || is_month_name(tokens[day].lemma);
    if (name.upos != "PROPN" || !of_day || is_month_name(name.lemma)) continue;
    const bool part_of_day = name.head == static_cast<std::int32_t>(day) ||
                             (day > 0 && name.head == static_cast<std::int32_t>(day - 1));
    if (!part_of_day) continue;
    // The name goes on to the verb that the day hangs on.
    std::size_t verb = day + 2;
    while (verb < tokens.size() && tokens[verb].upos == "PROPN") ++verb;
    if (verb == tokens.size() || !is_finite(tokens[verb])) continue;
    const std::size_t above = predicate_of(tokens, verb);
    free_day(tokens, day, above);
    if (has_subject(tokens, above)) continue;
    // What hangs on the name, or on what was joined to the day with it, cannot bear it.
    const auto bears = [&](std::size_t part) { return is_below(tokens, above, part); };
    bool circle = false;
    for (std::size_t part = day + 1; part < verb; ++part) circle = circle || bears(part);
    if (circle) continue;
    name.head = static_cast<std::int32_t>(above);
    name.deprel = "nsubj";
    for (std::size_t part = day + 2; part < verb; ++part) {
      tokens[part].head = static_cast<std::int32_t>(day + 1);
      tokens[part].deprel = "flat";
    }
  }
}

void mend_names_behind_places(std::string_view text, const Actors& actors,
                              std::span<Token> tokens) {
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].upos == "PROPN" && tokens[t].deprel == "nsubj")
      part_place(text, actors, tokens, t);
    if (t > 0 && is_finite(tokens[t])) free_from_place(tokens, t);
  }
}

}  // namespace volteface::language
