// Names that a parser takes for objects of the verb before them, though they are subjects of the
// one behind.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// `tokens`: one sentence; heads count within it.

// "Chad expelled the envoy and Mali shut the border", "Chad blamed Togo and Mali blamed Peru":
// whoever stands right between "and" and a finite verb does what that verb says.
void mend_subjects_behind_and(std::span<Token> tokens);

// "Chad, which Mali attacked": of two subjects the relative word is the object.
void mend_relative_objects(std::span<Token> tokens);

}  // namespace volteface::language
