// States that go by one name: "Baltic", "Benelux" (`states_of_group` in data/reading/words.tsv).
#pragma once

#include <string>
#include <vector>

namespace volteface {

// Codes of the states of a group, named by one word in lower case; none where there is no such
// group. `counted`: a number of them is told, as of "the six Gulf states", where some only may be
// meant without it.
const std::vector<std::string>& states_of_group(const std::string& word, bool counted);

}  // namespace volteface
