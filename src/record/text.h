// Small helpers for names as people type them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace volteface {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Case is ignored for ASCII letters only.
bool equal_ignoring_case(std::string_view a, std::string_view b);

// At most 60 bytes of `text`, for use in messages; "..." marks what was cut, and control characters
// are replaced.
std::string shortened(std::string_view text);

// Up to three of `known` that a person may have meant by `typed`, nearest first (optimal string
// alignment distance, ASCII case ignored, at most a third of the length). Cost: sum of length
// products.
std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace volteface
