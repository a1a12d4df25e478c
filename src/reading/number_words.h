// Numbers as reports of votes have them, in the words that dates are read by.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace volteface {

// "58", "nine", "twenty-four"; none for other words, above 999 in digits and above 99 in words.
std::optional<std::uint32_t> number_named(std::string_view word);

// "twenty", which a smaller number may follow.
bool is_ten(std::string_view word);

}  // namespace volteface
