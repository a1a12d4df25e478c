// What the place where text is printed can do, and text shaped to fit it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace volteface::cli {

// Columns of standard output: those of the terminal, else 80; never less than 40.
std::size_t terminal_width();

// True where standard output is a terminal that shows colour, and NO_COLOR is not set
// (https://no-color.org).
bool use_colour();

// `text` in bold where colour is used, else as it is.
std::string bold(std::string_view text);

// Columns that a text takes: its code points, which is near enough for names and titles.
std::size_t display_width(std::string_view text);

// At most `width` columns of the text; "…" stands for what was cut.
std::string cut_to(std::string_view text, std::size_t width);

// The text in lines of at most `width` columns, broken at spaces where there are any, each line
// behind `indent`. Ends with a newline, unless there is no text.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent = "");

}  // namespace volteface::cli
