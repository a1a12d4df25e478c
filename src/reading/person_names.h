// Names of persons, as they are written here and there.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace volteface {

// Last names are compared, without case, accents or "Jr". Long ones may differ by two letters, as
// where they were brought over from another script: "Zelensky", "Zelenskyy". Empty fits any.
bool may_be_same_person(std::string_view a, std::string_view b);

// The full name without last names that a text does not use: of "Bruno Rodríguez Parrilla", where
// the text has "Bruno Rodriguez" and "Rodriguez", "Bruno Rodríguez".
std::string name_as_used(const std::string& full, std::span<const std::string_view> in_text);

}  // namespace volteface
