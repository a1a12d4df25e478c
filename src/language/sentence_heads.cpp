#include "language/sentence_heads.h"

#include <algorithm>

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

bool is_below(std::span<const Token> tokens, std::size_t token, std::size_t above) {
  for (auto at = static_cast<std::int32_t>(token); at >= 0;
       at = tokens[static_cast<std::size_t>(at)].head) {
    if (at == static_cast<std::int32_t>(above)) return true;
  }
  return false;
}

}  // namespace volteface::language
