// Quotations whose verb the sentence leaves out: "Chad spoke of “…”, Mali of “…”", "Chad called it
// “…”; Mali, “…”".
#pragma once

#include <vector>

#include "language/trees.h"

namespace volteface::language {

// Who is named between two quotations of a sentence, where no verb stands there and the second is
// told as the first was; nowhere else. Spans are tokens [first, second).
std::uint32_t elliptic_speaker(const Document& document, const Trees& trees,
                               std::pair<std::uint32_t, std::uint32_t> before,
                               std::pair<std::uint32_t, std::uint32_t> quote);

}  // namespace volteface::language
