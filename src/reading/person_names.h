// Whether two names may be one person's.
#pragma once

#include <string_view>

namespace volteface {

// Last names are compared, without case, accents or "Jr". Long ones may differ by two letters, as
// where they were brought over from another script: "Zelensky", "Zelenskyy". Empty fits any.
bool may_be_same_person(std::string_view a, std::string_view b);

}  // namespace volteface
