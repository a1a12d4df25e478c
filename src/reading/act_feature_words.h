// What features of acts are made of: words and relations as numbers.
#pragma once

#include <cstdint>

#include "reading/sentence_tree.h"

namespace volteface {

// Hashes (language/feature_key.h), the same on every machine.
std::uint32_t short_relation(const Token& token);  // without subtype, but for passive subjects
std::uint32_t lemma_hash(const Token& token);      // in lower case

bool is_case(const Token& token);
// Of the preposition of a noun; 0 if there is none.
std::uint32_t case_of(const SentenceTree& tree, std::uint32_t token);

}  // namespace volteface
