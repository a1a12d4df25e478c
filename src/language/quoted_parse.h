// A quotation and the clause that attributes it, each parsed by itself.
//
// "…", wrote X: the commonest error of a parser on news is to hang one on the wrong word of the
// other. So what is quoted is parsed first, and in what is left its root stands for all of it.
#pragma once

#include "language/quotes.h"

namespace volteface::language {

// `first` is the place of tokens[0] in its document, by which `quoted` counts.
void parse_around_quotes(const Parser& parser, std::string_view text, std::span<Token> tokens,
                         std::uint32_t first, std::span<const QuotedTokens> quoted);

}  // namespace volteface::language
