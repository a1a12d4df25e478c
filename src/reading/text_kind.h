// What bytes or words are that no report is made of.
#pragma once

#include <string_view>

namespace volteface {

// What a file is by its first bytes, if it is no text: "a PDF". Empty for all else.
std::string_view kind_of_bytes(std::string_view head);

// Whether a text of some length has far fewer of the words that English cannot do without ("the",
// "of", "that") than English has: about two in five of its words are among them. Looks at the first
// few hundred words.
bool is_hardly_english(std::string_view text);

}  // namespace volteface
