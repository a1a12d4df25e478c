// Names by which people call states, beside the one that a record gives.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace volteface {

// The code of the state that goes by this name; ASCII case, full stops and a leading "the" are
// ignored. Nothing where it is no such name. "Russia" is RUS and "China" is CHN, whoever held the
// seat before.
std::optional<std::string_view> code_of_other_name(std::string_view name);

// The names other than its own under which a state goes, "Russian Federation" for RUS.
std::vector<std::string_view> other_names_of(std::string_view code);

}  // namespace volteface
