// What some words speak of: money, neutrality, elections.
#pragma once

#include <string_view>

#include "volteface/reading.h"

namespace volteface {

// The weightiest theme of words in lower case, by data/reading/themes.tsv; other if none.
Theme theme_of(std::string_view words);

// The same where one of the words names the reason, and the others tell more of it: "the ideology
// of its party".
Theme theme_of(std::string_view words, std::string_view head);

// The same of those who follow nobody: what else they speak of.
Theme theme_but_following(std::string_view words);

// The same of those who answer nothing.
Theme theme_but_answering(std::string_view words);

}  // namespace volteface
