// What menders of trees ask of the tokens of one sentence, whose heads count within it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "volteface/language.h"

namespace volteface::language {

// Of a token in its sentence, as heads count.
inline std::int32_t place(std::size_t at) { return static_cast<std::int32_t>(at); }

inline void hang(Token& token, std::int32_t head, std::string_view label) {
  token.head = head;
  token.deprel = label;
}

// A verb that has a tense: "left", "leaves".
bool is_finite(const Token& token);

// One that a clause has where it has any: "may" of "may leave", too.
bool is_finite_or_modal(const Token& token);

bool has_subject(std::span<const Token> tokens, std::size_t verb);

// The first token that hangs on another by a label; the number of tokens where none does.
std::size_t child_of(std::span<const Token> tokens, std::size_t above, std::string_view label);

bool has_child(std::span<const Token> tokens, std::size_t above, std::string_view label);

// Whether a token is `above` or hangs below it.
bool is_below(std::span<const Token> tokens, std::size_t token, std::size_t above);

// The nearest verb from a token upward, itself counted; -1 where there is none.
std::int32_t verb_above(std::span<const Token> tokens, std::int32_t token);

// Whether one token is the root and none hangs below itself.
bool is_tree(std::span<const Token> tokens);

}  // namespace volteface::language
