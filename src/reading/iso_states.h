// The codes by which records name states: those of ISO 3166-1, as others write them. The record of
// votes keeps two seats of a state that went on under another code.
#pragma once

#include <string>
#include <string_view>

#include "volteface/language.h"

namespace volteface {

// "RUS" for the seat "SUN" in any year; the same code for most.
std::string_view iso_code(std::string_view seat);

bool names_former_seat(const Document& document);

// Names all states of a document by their codes of ISO.
void name_by_iso(Document& document);

}  // namespace volteface
