// Text as HTML and SVG take it.
#pragma once

#include <string>
#include <string_view>

namespace volteface {

// With <, >, &, " and ' as references: safe between tags and within quoted attributes.
std::string html_escaped(std::string_view text);

// True for an address that may be linked: http or https, without white space or control characters.
bool may_be_linked(std::string_view address);

}  // namespace volteface
