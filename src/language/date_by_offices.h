// When a document without a date was written, by who held office.
#pragma once

#include <optional>
#include <utility>

#include "volteface/actors.h"
#include "volteface/language.h"

namespace volteface::language {

// The latest days on which as many as possible of those whom the text names in full held an office
// that the registry knows, not before `not_before`. None where it names fewer than two such
// persons. Needs tokens with tags.
std::optional<std::pair<Date, Date>> days_of_offices(const Document& document, const Actors& actors,
                                                     Date not_before);

}  // namespace volteface::language
