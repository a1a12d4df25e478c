#include "language/sentence_heads.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace volteface::language {

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP";
}

bool is_finite_or_modal(const Token& token) { return is_finite(token) || token.xpos == "MD"; }

bool has_subject(std::span<const Token> tokens, std::size_t verb) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == static_cast<std::int32_t>(verb) && token.deprel.starts_with("nsubj");
  });
}

std::size_t child_of(std::span<const Token> tokens, std::size_t above, std::string_view label) {
  const auto found = std::ranges::find_if(tokens, [&](const Token& token) {
    return token.head == place(above) && token.deprel == label;
  });
  return static_cast<std::size_t>(found - tokens.begin());
}

bool has_child(std::span<const Token> tokens, std::size_t above, std::string_view label) {
  return child_of(tokens, above, label) != tokens.size();
}

bool is_below(std::span<const Token> tokens, std::size_t token, std::size_t above) {
  auto at = static_cast<std::int32_t>(token);
  // No way up has more words than the sentence.
  for (std::size_t steps = 0; at >= 0 && steps <= tokens.size(); ++steps) {
    if (at == static_cast<std::int32_t>(above)) return true;
    at = tokens[static_cast<std::size_t>(at)].head;
  }
  return false;
}

std::int32_t verb_above(std::span<const Token> tokens, std::int32_t at) {
  for (std::size_t steps = 0; at >= 0 && steps <= tokens.size(); ++steps) {
    if (tokens[static_cast<std::size_t>(at)].upos == "VERB") return at;
    at = tokens[static_cast<std::size_t>(at)].head;
  }
  return -1;
}

bool is_tree(std::span<const Token> tokens) {
  if (std::ranges::count_if(tokens, [](const Token& token) { return token.head < 0; }) != 1)
    return tokens.empty();
  enum class Seen : std::uint8_t { no, now, before };
  std::vector<Seen> seen(tokens.size(), Seen::no);
  const auto at = [](std::int32_t place) { return static_cast<std::size_t>(place); };
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    auto t = static_cast<std::int32_t>(first);
    for (; t >= 0 && seen[at(t)] == Seen::no; t = tokens[at(t)].head) seen[at(t)] = Seen::now;
    if (t >= 0 && seen[at(t)] == Seen::now) return false;
    t = static_cast<std::int32_t>(first);
    for (; t >= 0 && seen[at(t)] == Seen::now; t = tokens[at(t)].head) seen[at(t)] = Seen::before;
  }
  return true;
}

}  // namespace volteface::language
