// Text as date rules see it: numbers, months, days of the week, units, and words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/language.h"

namespace volteface::language {

enum class DateWordKind : std::uint8_t {
  word,
  number,
  ordinal,
  month,
  weekday,
  unit,
  season,
  mark
};

struct DateWord : TextSpan {
  DateWordKind kind = DateWordKind::word;
  int value = 0;        // of a number; month 1-12, weekday 1-7 (Monday first)
  int digits = 0;       // of a number in digits
  bool plural = false;  // "days"
  bool upper = false;   // begins with a capital
  bool space_before = false;
  std::string text;  // lower case
};

// The words of text[begin, end). Number words come as numbers ("twenty-one" as one).
std::vector<DateWord> date_words(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace volteface::language
