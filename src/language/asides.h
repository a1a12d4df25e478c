// Words set between commas that say nothing of who does what: "Chad, for its part, left".
//
// A parser tends to hang what stands behind such an aside on the aside. So the sentence is parsed
// without it, and the aside is hung on the verb behind it. So is the mark of a list or the hour of
// a live report that a sentence opens with, "• 17:40 Chad left", which a parser takes for a noun.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "volteface/language.h"

namespace volteface::language {

// The comma before it, its words, the comma behind: [first, last) in the tokens of one sentence.
// What begins with the sentence is its mark.
struct Aside {
  std::size_t first = 0, last = 0;
};

// ", for its part,", ", in turn,", ", meanwhile,": from left to right; none overlap.
std::vector<Aside> find_asides(std::string_view text, std::span<const Token> tokens);

// Heads count within the sentence, as those of Parser::parse do.
void parse_without_asides(const Parser& parser, std::string_view text, std::span<Token> tokens,
                          std::span<const Aside> asides);

}  // namespace volteface::language
