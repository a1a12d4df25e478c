// A table of the page as text for a terminal, with a plot beside it where there is room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "brief/page.h"

namespace volteface {

inline constexpr std::string_view text_indent = "  ";

// In lines of at most `width` columns. What has no room goes in this order: details of cells, the
// second space between columns, columns that may be left out (the last first), a space of the
// indent, the ends of names in the first column.
std::string text_table(const PageTable& table, std::size_t width);

}  // namespace volteface
