// Short lists of words that belong to the grammar of one function, not to a table.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "record/text.h"

namespace volteface {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

inline std::string lower_case(std::string_view text) {  // ASCII
  std::string out(text);
  std::ranges::transform(out, out.begin(), ascii_lower);
  return out;
}

}  // namespace volteface
