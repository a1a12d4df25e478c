// Whom somebody serves by the words right beside the name: "Ana Ruiz, Egypt's ambassador", "his
// adviser, Ana Ruiz", "the Malian envoy Ana Ruiz".
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "reading/sentence_tree.h"
#include "volteface/language.h"

namespace volteface {

// Whether a token heads a mention of a state, an organisation or a person who serves one.
using HasSide = std::function<bool(std::uint32_t)>;

// The token that tells whom the bearer of a name serves; nowhere if the words beside it tell none.
std::uint32_t owner_beside(const SentenceTree& tree, const Mention& name, const HasSide& has_side);

// The state that alone has an office of this name, "the taoiseach", or, where a few have one, the
// likeliest if the report names it: "the secretary of state"; empty for most.
std::string state_of_office_beside(const SentenceTree& tree, const Mention& name);

}  // namespace volteface
