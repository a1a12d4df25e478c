// Symbols of documents, such as A/RES/ES-11/7, made comparable.
#pragma once

#include <string>
#include <string_view>

namespace volteface {

// Lower case, without "A/", "RES/" or "R/" in front, and without spaces, which vary between
// sources.
std::string plain_symbol(std::string_view symbol);

}  // namespace volteface
