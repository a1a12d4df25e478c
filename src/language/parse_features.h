// What the parser looks at: words, tags and clusters at the top of the stack and the front of the
// buffer, their outermost dependents, distances and labels (after Zhang and Nivre 2011).
#pragma once

#include <span>
#include <vector>

#include "language/feature_key.h"
#include "language/parse_state.h"
#include "language/word_form.h"

namespace volteface::language {

// A word as the parser sees it.
struct ParseWord {
  std::uint32_t word = 0;
  std::uint16_t fine = 0;
  std::uint16_t coarse = 0;
  std::uint8_t tag = 0;   // of the tagger's tags, from 1
  std::uint8_t upos = 0;  // from 1
  std::uint32_t suffix = 0;
};

// One beyond each end of the sentence is asked for as well; `words` are those of the sentence.
void parse_features(const ParseState& state, std::span<const ParseWord> words,
                    std::vector<FeatureKey>& features);

}  // namespace volteface::language
