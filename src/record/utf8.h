// Whether text is UTF-8 and fit to be shown, and where it is not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace volteface {

// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms,
// no surrogates, nothing above U+10FFFF); npos where all is. About 8 bytes a cycle on ASCII, of
// which tables of votes mostly consist.
std::size_t first_invalid_utf8(std::string_view text);

// The offset of the first byte that is not well-formed UTF-8, or begins a character that commands a
// terminal: C0, DEL, C1 (U+0080-9F) and the characters that turn the direction of text
// (U+202A-202E, U+2066-2069). npos where all can be shown.
std::size_t first_unshowable(std::string_view text);

// The text with `by` in place of each such character or byte.
std::string showable(std::string_view text, char by);

}  // namespace volteface
