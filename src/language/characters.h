// Characters of text that may hold any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace volteface::language {

// What a character is to the splitter.
enum class CharacterClass : std::uint8_t {
  space,
  lower,
  upper,
  digit,
  quote,
  punctuation,
  symbol,
  mark
};

struct Character {
  char32_t code = 0;      // U+FFFD for a byte that is not part of well-formed UTF-8
  std::uint8_t size = 0;  // in bytes
  bool valid = true;
};

// The character at `at`, which must lie in the text.
Character character_at(std::string_view text, std::size_t at);

CharacterClass class_of(char32_t code);

// Curly quotes, dashes, ellipsis and wide forms as their plain counterparts, for looking up alone.
char32_t plain(char32_t code);

// Lower case, plain, without control characters; invalid bytes as U+FFFD. For looking words up.
std::string folded(std::string_view text);

// As folded(), and without accents: "Erdoğan" gives "erdogan".
std::string without_accents(std::string_view text);

// Whether there is a letter or a digit.
bool has_word(std::string_view text);

void append_utf8(std::string& out, char32_t code);

}  // namespace volteface::language
