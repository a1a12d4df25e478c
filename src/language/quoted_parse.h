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

// "a “very bold” step": what is quoted as a part of a clause is parsed as though it had no marks,
// beside which a parser may see no end of a noun. Each mark hangs on the word within it.
void parse_without_marks(const Parser& parser, std::string_view text, std::span<Token> tokens,
                         std::span<const std::size_t> marks);

}  // namespace volteface::language
