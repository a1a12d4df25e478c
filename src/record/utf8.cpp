#include "record/utf8.h"

#include <cstdint>
#include <cstring>

namespace volteface {
namespace {

// The length of the character that begins at `at`; 0 where none does.
std::size_t length_of_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  if (!continues(at + 1)) return 0;
  if (first < 0xE0) return 2;
  const unsigned second = byte(at + 1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if (!continues(at + 2)) return 0;
  if (first < 0xF0) return 3;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return continues(at + 3) ? 4 : 0;
}

// Of a well-formed character of that length.
bool commands_terminal(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  if (character.size() != 3 || byte(0) != 0xE2) return false;
  return (byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||  // U+202A-202E
         (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);    // U+2066-2069
}

constexpr std::uint64_t each_byte(std::uint64_t value) { return value * 0x0101010101010101U; }

// Whether all eight are of 0x20 to 0x7E. The lowest byte that is not gets no carry from those below
// it, so that its high bit is set in one of the three.
bool plain_ascii(std::uint64_t eight) {
  return ((eight | (eight - each_byte(0x20)) | (eight + each_byte(1))) & each_byte(0x80)) == 0;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at + 8 <= text.size()) {
      std::uint64_t eight;
      std::memcpy(&eight, text.data() + at, 8);
      if ((eight & high_bits) != 0) break;
      at += 8;
    }
    if (at >= text.size()) break;
    const std::size_t length = length_of_character(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t first_unshowable(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    while (at + 8 <= text.size()) {
      std::uint64_t eight;
      std::memcpy(&eight, text.data() + at, 8);
      if (!plain_ascii(eight)) break;
      at += 8;
    }
    if (at >= text.size()) break;
    const std::size_t length = length_of_character(text, at);
    if (length == 0 || commands_terminal(text.substr(at, length))) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string showable(std::string_view text, char by) {
  std::string shown;
  for (;;) {
    const std::size_t at = first_unshowable(text);
    shown += text.substr(0, at);
    if (at == std::string_view::npos) return shown;
    shown += by;
    const std::size_t length = length_of_character(text, at);
    text.remove_prefix(at + (length == 0 ? 1 : length));
  }
}

}  // namespace volteface
