// Words of the press for what titles of the Assembly call otherwise.
#pragma once

#include <span>
#include <string_view>

namespace volteface {

struct PressWord {
  std::string_view press;    // a word as reports have it
  std::string_view titles;   // words that titles have for it, with spaces between
  std::string_view example;  // of a title
};

std::span<const PressWord> press_words();

}  // namespace volteface
