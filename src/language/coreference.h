// Who is meant where no name stands: "the Ukrainian president", "the duo", "the libertarian", "he".
//
// Sieves in order, the surest first (after Lee et al. 2013); each makes mentions and gives them
// entities. docs/language.md tells them one by one.
#pragma once

#include "language/entities.h"

namespace volteface::language {

// Needs names resolved; `subjects` are those of the quotations' cues (attribute_quotes).
void resolve_mentions(Document& document, const Trees& trees, Entities& entities,
                      const std::vector<std::uint32_t>& subjects);

}  // namespace volteface::language
