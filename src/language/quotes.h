// Quotations: where they stand, and by which words they are attributed.
#pragma once

#include "language/trees.h"
#include "volteface/language.h"

namespace volteface::language {

// By the marks alone: all styles, over sentences and paragraphs. Sets Document::quotes, whose cues
// and speakers are not known yet.
void find_quotes(Document& document);

// Needs trees. Sets cues, and tells the subject of each cue: a token, or nowhere.
std::vector<std::uint32_t> attribute_quotes(Document& document, const Trees& trees);

// Tokens [first, last) of a sentence that are quoted as a whole, to be parsed apart from what
// attributes them; first == last where there are none.
struct QuotedTokens {
  std::uint32_t first = 0, last = 0;
};
std::vector<QuotedTokens> quoted_apart(const Document& document, const Sentence& sentence);

// The marks around a few words within a clause: tokens, counted within the sentence.
std::vector<std::size_t> marks_of_scare_quotes(const Document& document, const Sentence& sentence);

}  // namespace volteface::language
