// The first sentences of a brief, made from its numbers by the same rules for every state.
#pragma once

#include <string>
#include <vector>

#include "volteface/brief.h"

namespace volteface {

// How far it moved and when most; towards and away from whom. Nothing is said to have moved or
// changed whose interval holds 0, and no cause is named.
std::vector<std::string> headline_of(const Brief& brief);

}  // namespace volteface
