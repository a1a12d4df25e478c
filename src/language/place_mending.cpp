#include "language/place_mending.h"

#include <algorithm>
#include <array>

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

void hang(Token& token, std::size_t head, std::string_view label) {
  token.head = static_cast<std::int32_t>(head);
  token.deprel = label;
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
void part(std::string_view text, const Actors& actors, std::span<Token> tokens,
          std::size_t subject) {
  const std::size_t marker = preposition_of(tokens, subject);
  const std::int32_t verb = tokens[subject].head;
  if (marker == subject || subject - marker < 2 || verb < 0) return;
  for (std::size_t t = marker + 1; t <= subject; ++t) {
    if (tokens[t].upos != "PROPN") return;
  }
  const std::size_t place = marker + 1;
  std::size_t last = subject - 1;  // of the place
  for (; last > marker; --last) {
    const std::uint32_t begin = tokens[place].begin;
    if (is_place(actors, text.substr(begin, tokens[last].end - begin))) break;
  }
  if (last == marker || is_below(tokens, static_cast<std::size_t>(verb), place)) return;
  // No word may come to hang on itself.
  for (std::size_t t = marker + 1; t < subject; ++t) {
    if (is_below(tokens, static_cast<std::size_t>(verb), t)) return;
  }
  hang(tokens[place], static_cast<std::size_t>(verb), "obl");
  hang(tokens[marker], place, "case");
  for (std::size_t t = place + 1; t <= last; ++t) hang(tokens[t], place, "flat");
  for (std::size_t t = last + 1; t < subject; ++t) hang(tokens[t], subject, "compound");
}

// "In Lima, Ana Ruiz called": `verb` is finite, and what stands before it a name.
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
  const bool locative = std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == static_cast<std::int32_t>(place) && token.deprel == "case" &&
           is_locative(token.lemma);
  });
  const bool apposed = tokens[name].deprel == "appos" && tokens[place].upos == "PROPN";
  if (!locative || !apposed || is_below(tokens, static_cast<std::size_t>(above), name)) return;
  hang(tokens[name], static_cast<std::size_t>(above), "nsubj");
}

}  // namespace

void mend_names_behind_places(std::string_view text, const Actors& actors,
                              std::span<Token> tokens) {
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].upos == "PROPN" && tokens[t].deprel == "nsubj") part(text, actors, tokens, t);
    if (t > 0 && is_finite(tokens[t])) free_from_place(tokens, t);
  }
}

}  // namespace volteface::language
