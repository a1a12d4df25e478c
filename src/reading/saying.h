// Verbs that tell words in one sentence and deeds in another: "recalled that", "recalled its
// envoy".
#pragma once

#include <cstdint>

#include "reading/clause.h"

namespace volteface {

// "recalled its envoy", "called in the envoy", "admitted the rebel": something is done to
// somebody.
bool does_to_object(const SentenceTree& tree, std::uint32_t verb);

// Whether a verb of the list "say" tells words.
bool tells_words(const SentenceTree& tree, std::uint32_t verb);

}  // namespace volteface
