// What parsers get wrong in one way, and a rule sees.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// "On Friday Ruiz left": a name behind a day of the week that was taken for a part of the day's
// name becomes the subject of the verb behind it, if that has none. `tokens`: one sentence; heads
// count within it.
void mend_names_behind_days(std::span<Token> tokens);

}  // namespace volteface::language
