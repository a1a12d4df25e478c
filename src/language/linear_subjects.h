// Subjects by the order of words alone, where a parser gives a verb none: "in Lima, Ana Ruiz called
// it" (hung on the place), "Ana Ruiz, received by the king on May 3, had voiced" (hung on
// "received").
#pragma once

#include "language/trees.h"

namespace volteface::language {

// The name right before a verb, over what stands between commas; nowhere where none stands there.
std::uint32_t name_right_before(const Document& document, const Trees& trees, std::uint32_t verb);

// "Ana Ruiz, who": the name that a pronoun stands right behind; nowhere where none does.
std::uint32_t name_before_pronoun(const Document& document, const Trees& trees,
                                  std::uint32_t pronoun);

}  // namespace volteface::language
