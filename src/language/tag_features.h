// What the tagger looks at. A tag is UPOS and XPOS in one ("NOUN|NNS").
#pragma once

#include <span>
#include <vector>

#include "language/feature_key.h"
#include "language/word_form.h"

namespace volteface::language {

// Of the word at `at`; `tags` are those given to the words before it. `later`, where not empty, are
// tags that an earlier pass gave to the whole sentence.
void tag_features(std::span<const WordForm> words, std::size_t at,
                  std::span<const std::uint8_t> tags, std::span<const std::uint8_t> later,
                  std::vector<FeatureKey>& features);

}  // namespace volteface::language
