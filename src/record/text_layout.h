// Text shaped to fit a number of columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace volteface {

// Columns that a text takes: its code points, which is near enough for names and titles.
std::size_t display_width(std::string_view text);

// At most `width` columns of the text; "…" stands for what was cut.
std::string cut_to(std::string_view text, std::size_t width);

// The text in lines of at most `width` columns, broken at spaces where there are any, each line
// behind `indent`. Ends with a newline, unless there is no text.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent = "");

}  // namespace volteface
