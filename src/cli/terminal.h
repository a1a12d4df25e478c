// What the place where text is printed can do. Text is shaped to fit it by record/text_layout.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "record/text_layout.h"

namespace volteface::cli {

// Columns of standard output: those of the terminal, else 80; never less than 40.
std::size_t terminal_width();

// True where standard output is a terminal that shows colour, and NO_COLOR is not set
// (https://no-color.org).
bool use_colour();

// `text` in bold where colour is used, else as it is.
std::string bold(std::string_view text);

}  // namespace volteface::cli
