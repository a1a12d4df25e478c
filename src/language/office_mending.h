// Names of those who hold an office, right behind it.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// "Chad expelled the Malian envoy Ana Ruiz": a name right behind an office that a parser hangs on
// the verb beside it is put in apposition to the office. Not "appointed the envoy Ana Ruiz".
// `tokens`: one sentence; heads count within it.
void mend_names_behind_offices(std::span<Token> tokens);

}  // namespace volteface::language
