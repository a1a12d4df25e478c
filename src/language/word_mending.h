// Tags of words that a tagger takes for another kind, where the words beside them leave no doubt.
#pragma once

#include <span>
#include <string_view>

#include "volteface/language.h"

namespace volteface::language {

// "will gift two elephants", "no longer imports oil", "Peru's backing for Chile".
void mend_words(std::string_view text, std::span<Token> tokens);

}  // namespace volteface::language
