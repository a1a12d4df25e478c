// Slips of spelling in titles: "Supression", "Isareli", "independance".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace volteface {

// One letter more, less or other, or two neighbours exchanged (Damerau 1964); bytes count as
// letters.
bool one_slip_apart(std::string_view a, std::string_view b);

// What to read instead of words that are probably misspelt, from how many titles hold each word: a
// long word that one title alone has, a slip away from one that many have, and with the same first
// letter. Where there are several, the most frequent. By these rules a few words that are right are
// read as another (Dominican as Dominica); the rest of the title keeps such texts apart.
std::unordered_map<std::string, std::string> misspelt_words(
    const std::unordered_map<std::string, std::size_t>& titles_with);

}  // namespace volteface
