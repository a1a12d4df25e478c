// Who says what a clause tells.
#pragma once

#include <cstdint>
#include <string_view>

#include "reading/sentence_tree.h"

namespace volteface {

// The subject of the verb of saying, one of a list, above a clause or put in beside it; "according
// to Chad".
std::uint32_t sayer_of(const SentenceTree& tree, std::uint32_t verb, std::string_view list);

}  // namespace volteface
