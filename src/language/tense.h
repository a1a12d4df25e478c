// Whether a place in a tree speaks of what is to come.
#pragma once

#include "volteface/language.h"

namespace volteface::language {

bool speaks_of_future(const Document& document, const Sentence& sentence, std::uint32_t token);

// Whether a day is told that lay ahead, in whatever tense: "was scheduled for 3 March".
bool is_told_ahead(const Document& document, const Sentence& sentence, std::uint32_t token);

// Whether what lay ahead did so for somebody in the past: "ordered them to leave by 1 September",
// "said that it would leave in May".
bool lay_ahead_then(const Document& document, const Sentence& sentence, std::uint32_t token);

// Whether it stands in a relative clause: "Chad, which left in 1990".
bool stands_in_relative(const Document& document, const Sentence& sentence, std::uint32_t token);

// Whether a noun that is no time itself is told by it: "the coup of 2012", not "the night of 3
// May".
bool is_of_noun(const Document& document, const Sentence& sentence, std::uint32_t token);

// Whether the verb nearest behind it, or else before it, is in the pluperfect: "in 1990 had left".
bool is_told_as_before(const Document& document, const Sentence& sentence, std::uint32_t token);

}  // namespace volteface::language
