// Text as library catalogues write it, brought to the form that the record keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace volteface {

// Control characters, those that turn the direction of text, and bytes that are not UTF-8 made
// spaces, and no spaces around; what is shown on a terminal must not command it.
std::string clean_text(std::string_view text);

// The title without the ending that a catalogue adds (" : resolution / adopted by the General
// Assembly").
std::string plain_title(std::string_view title);

// The parts between the separators, cleaned, without empty and repeated ones.
std::vector<std::string> split_text(std::string_view text, char separator);

}  // namespace volteface
