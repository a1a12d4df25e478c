// Names that a sentence joins, also where each hangs on a noun: "the government of Chad and that of
// Mali", "Chadian troops and Malian rebels".
#pragma once

#include "language/trees.h"

namespace volteface::language {

// The noun that a name stands for: "the government" of "the government of Chad", "troops" of
// "Chadian troops"; else the name itself.
std::uint32_t noun_served_by(const Document& document, const Trees& trees, std::uint32_t name);

// Two subjects of one verb, or two between whom something is.
bool act_together(const Document& document, const Trees& trees, std::uint32_t first,
                  std::uint32_t second);

}  // namespace volteface::language
