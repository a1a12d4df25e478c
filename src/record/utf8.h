// Whether text is UTF-8, and where it is not.
#pragma once

#include <cstddef>
#include <string_view>

namespace volteface {

// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms,
// no surrogates, nothing above U+10FFFF); npos where all is. About 8 bytes a cycle on ASCII, of
// which tables of votes mostly consist.
std::size_t first_invalid_utf8(std::string_view text);

}  // namespace volteface
