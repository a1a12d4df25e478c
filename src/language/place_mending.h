// Names behind places and days, which a parser takes for parts of them.
#pragma once

#include <span>
#include <string_view>

#include "volteface/actors.h"
#include "volteface/language.h"

namespace volteface::language {

// "On Friday Ruiz left", "On 5 May Ruiz left": a name behind a day that was taken for a part of the
// day's name becomes the subject of the verb behind it, if that has none. `tokens`: one sentence;
// heads count within it.
void mend_names_behind_days(std::span<Token> tokens);

// "In Jerusalem Ana Ruiz has called": the place is no part of the name, and the preposition is its
// own. "In Lima, Ana Ruiz called": the name behind the comma says no more of the place, but is the
// subject of a verb that has none. `tokens`: one sentence; heads count within it.
void mend_names_behind_places(std::string_view text, const Actors& actors, std::span<Token> tokens);

}  // namespace volteface::language
