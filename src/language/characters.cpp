#include "language/characters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

namespace volteface::language {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr std::array<CharacterClass, 128> ascii_classes() {
  std::array<CharacterClass, 128> classes{};
  for (int c = 0; c < 128; ++c) {
    CharacterClass& of = classes[static_cast<std::size_t>(c)];
    if (c <= 32 || c == 127)
      of = CharacterClass::space;
    else if (c >= 'a' && c <= 'z')
      of = CharacterClass::lower;
    else if (c >= 'A' && c <= 'Z')
      of = CharacterClass::upper;
    else if (c >= '0' && c <= '9')
      of = CharacterClass::digit;
    else if (c == '"' || c == '\'' || c == '`')
      of = CharacterClass::quote;
    else if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '|' ||
             c == '~')
      of = CharacterClass::symbol;
    else
      of = CharacterClass::punctuation;
  }
  return classes;
}

// The class of what is not ASCII, by its general category.
CharacterClass class_beyond_ascii(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  constexpr char32_t byte_order_mark = 0xFEFF;  // at the start of files
  if (u_isUWhiteSpace(c) || code == byte_order_mark) return CharacterClass::space;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharacterClass::upper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharacterClass::lower;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
    case U_LETTER_NUMBER:
      return CharacterClass::digit;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharacterClass::quote;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
      return CharacterClass::mark;
    case U_CONTROL_CHAR:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharacterClass::space;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return CharacterClass::symbol;
    default:
      return code == 0x201E || code == 0x201A ? CharacterClass::quote : CharacterClass::punctuation;
  }
}

constexpr Character invalid = {replacement, 1, false};

// How many bytes a lead byte announces; 0 where it leads nothing.
constexpr int announced(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if ((lead & 0xF0) == 0xE0) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const int size = announced(lead);
  if (size == 0 || at + static_cast<std::size_t>(size) > text.size()) return invalid;
  char32_t code = lead & (0xFFU >> (size + 1));
  for (int i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
    if ((byte & 0xC0) != 0x80) return invalid;
    code = code << 6 | (byte & 0x3FU);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return invalid;
  return {code, static_cast<std::uint8_t>(size), true};
}

CharacterClass class_of(char32_t code) {
  static constexpr auto ascii = ascii_classes();
  return code < 128 ? ascii[code] : class_beyond_ascii(code);
}

char32_t plain(char32_t code) {
  if (code < 0x80) return code == '`' ? U'\'' : code;
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x00B4:
    case 0x02BC:
    case 0x2039:
    case 0x203A:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
    case 0xFF02:
      return U'"';
    case 0x2010:
    case 0x2011:
      return U'-';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return 0x2013;
    case 0x2026:
      return U'.';
    default:
      break;
  }
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
  return code;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const CharacterClass kind = class_of(c.code);
    if (kind == CharacterClass::lower || kind == CharacterClass::upper ||
        kind == CharacterClass::digit)
      return true;
    at += c.size;
  }
  return false;
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at += c.size;
    if (c.code < 0x80) {
      const char byte = static_cast<char>(c.code);
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte == '`' ? '\'' : byte;
    } else if (c.code == 0x2026) {
      out += "...";
    } else if (class_of(c.code) != CharacterClass::mark ||
               u_charType(static_cast<UChar32>(c.code)) != U_FORMAT_CHAR) {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(plain(c.code)))));
    }
  }
  return out;
}

namespace {

// The letter below the accents; itself where it has none.
char32_t base_letter(char32_t code) {
  switch (code) {  // letters that Unicode does not take apart
    case U'ø':
      return U'o';
    case U'ł':
      return U'l';
    case U'đ':
      return U'd';
    case U'ı':
      return U'i';
    case U'ħ':
      return U'h';
    default:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return code;
  std::array<UChar, 8> parts{};
  const std::int32_t size =
      unorm2_getDecomposition(nfd, static_cast<UChar32>(code), parts.data(), parts.size(), &status);
  if (U_FAILURE(status) || size <= 0 || (parts[0] >= 0xD800 && parts[0] <= 0xDFFF)) return code;
  return parts[0];
}

}  // namespace

std::string without_accents(std::string_view text) {
  std::string lower = folded(text);
  const bool plain_already =
      std::ranges::all_of(lower, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain_already) return lower;
  std::string out;
  out.reserve(lower.size());
  for (std::size_t at = 0; at < lower.size();) {
    const Character c = character_at(lower, at);
    at += c.size;
    if (c.code < 0x80) {
      out += static_cast<char>(c.code);
    } else if (c.code == U'ß') {
      out += "ss";
    } else if (c.code == U'æ') {
      out += "ae";
    } else if (class_of(c.code) != CharacterClass::mark) {
      append_utf8(out, base_letter(c.code));
    }
  }
  return out;
}

}  // namespace volteface::language
