// The time of a date by the words right before it, since trees break there: "is to be signed in
// the city of Lima on 31 March", "must be paid until March", "who has visited Lima in November".
#pragma once

#include <cstdint>
#include <optional>

#include "volteface/language.h"

namespace volteface::language {

enum class TimeTold : std::uint8_t { past, future };

// Nothing where the words do not tell.
std::optional<TimeTold> time_by_order(const Document& document, const Sentence& sentence,
                                      std::uint32_t token);

}  // namespace volteface::language
