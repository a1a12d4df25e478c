// "Ana Ruiz has another view. The king sent them off himself. “…,” she says": who is announced to
// hold a view gives it in the sentences behind, whomever those name.
#pragma once

#include "language/trees.h"

namespace volteface::language {

// The noun of the one whose view the sentences of the paragraph before a pronoun give; nowhere
// where none is announced, or another speaks since.
std::uint32_t holder_of_view(const Document& document, const Trees& trees, std::uint32_t pronoun);

}  // namespace volteface::language
