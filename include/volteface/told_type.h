// What kind of act a sentence tells of, whoever does it to whom: for texts whose actors are known
// from elsewhere, or are no states (police, rebels, a union).
#pragma once

#include <optional>

#include "volteface/language.h"
#include "volteface/reading.h"

namespace volteface {

// The type of the act nearest to the root of the first sentence that tells of one, by the table of
// acts; what is only meant to come is AGREE or THREATEN, what is refused REJECT. Nothing where no
// word of the table stands. Linear in the length of the text.
std::optional<EventType> told_type(const Document& document);

}  // namespace volteface
