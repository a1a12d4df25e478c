#include "record/sessions.h"

#include <algorithm>
#include <array>

#include "record/text.h"

namespace volteface {
namespace {

constexpr unsigned last_session = 199;

// 0 where the text is no Roman numeral up to 39, which is more than any session has carried.
unsigned roman_number(std::string_view text) {
  unsigned value = 0;
  while (text.starts_with('x') && value < 30) {
    value += 10;
    text.remove_prefix(1);
  }
  constexpr std::array<std::string_view, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                     "v", "vi", "vii", "viii", "ix"};
  const auto found = std::find(ones.begin(), ones.end(), text);
  if (found == ones.end()) return 0;
  return value + static_cast<unsigned>(found - ones.begin());
}

// Lower case, letters and digits only.
std::string letters_and_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string plain;
  bool marked = false;  // by a mark since the last letter or digit
  for (char c : text) {
    const char lower = ascii_lower(c);
    const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (kept) {
      if (marked && is_digit(c) && !plain.empty() && is_digit(plain.back()))
        return "";  // two numbers
      plain += lower;
    }
    marked = !kept;
    // Anything but these marks between words is no session.
    if (!kept && std::string_view(" -._/()").find(c) == std::string_view::npos) return "";
  }
  return plain;
}

struct Parts {
  std::string words;
  unsigned number = 0;
};

// One number, in digits before or behind the words or in Roman numerals behind "s" and "es".
std::optional<Parts> parts_of(const std::string& plain) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto begin = std::find_if(plain.begin(), plain.end(), is_digit);
  const auto end = std::find_if_not(begin, plain.end(), is_digit);
  Parts parts;
  if (begin == plain.end()) {
    for (const std::string_view prefix : {"es", "s"}) {
      if (!plain.starts_with(prefix)) continue;
      parts.number = roman_number(std::string_view(plain).substr(prefix.size()));
      parts.words = prefix;
      if (parts.number > 0) return parts;
    }
    return std::nullopt;
  }
  if (std::any_of(end, plain.end(), is_digit) || end - begin > 3) return std::nullopt;
  for (auto digit = begin; digit != end; ++digit) {
    parts.number = parts.number * 10 + static_cast<unsigned>(*digit - '0');
  }
  std::string behind(end, plain.end());
  for (const std::string_view ordinal : {"th", "st", "nd", "rd"}) {
    // "st" also begins no word that follows a number here.
    if (behind.starts_with(ordinal)) {
      behind.erase(0, ordinal.size());
      break;
    }
  }
  parts.words = std::string(plain.begin(), begin) + behind;
  return parts;
}

}  // namespace

std::optional<std::string> parse_session(std::string_view text) {
  if (text.size() > 60) return std::nullopt;
  const auto parts = parts_of(letters_and_digits(text));
  if (!parts || parts->number == 0 || parts->number > last_session) return std::nullopt;
  const std::string number = std::to_string(parts->number);
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), parts->words) != words.end();
  };
  if (is_one_of({"", "session", "regular", "regularsession"})) return number;
  if (is_one_of({"es", "ess", "emsp", "emergencyspecial", "emergencyspecialsession"})) {
    return "ES" + number;
  }
  if (is_one_of({"s", "ss", "sp", "spec", "special", "specialsession"})) return "S" + number;
  return std::nullopt;
}

}  // namespace volteface
