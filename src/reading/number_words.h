// Numbers as reports of votes have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace volteface {

// "58", "nine", "twenty"; none for other words, and none above 999. In lower case.
std::optional<std::uint32_t> number_named(std::string_view word);

// "twenty", which a smaller number may follow.
bool is_ten(std::string_view word);

}  // namespace volteface
