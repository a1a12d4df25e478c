// What is only asked for: told by the request alone.
#pragma once

#include <cstdint>

#include "reading/sentence_tree.h"

namespace volteface {

// Of a noun: "invited Chad to the talks", "called for a meeting".
bool is_invited_to(const SentenceTree& tree, std::uint32_t noun);

// Of a noun: "demanded the release of its men", "called on Friday for the withdrawal of its men".
bool is_demanded(const SentenceTree& tree, std::uint32_t noun);

// Of an infinitive, however it hangs: "urged Chad to leave", "called on Chad to leave".
bool is_urged(const SentenceTree& tree, std::uint32_t verb);

// Of a clause: "demanded that Chad release them", "a demand that they be released"; but not
// "insisted that Chad had released them".
bool is_demanded_that(const SentenceTree& tree, std::uint32_t verb);

}  // namespace volteface
