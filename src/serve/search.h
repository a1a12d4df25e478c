// Words that people look for, in roll calls, states, persons and reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/record.h"

namespace volteface::serve {

// Lower case, apart at spaces.
std::vector<std::string> words_of_query(std::string_view query);

// True where symbol or title hold all the words, anywhere, whatever the case.
bool holds_words(const RollCall& roll_call, const std::vector<std::string>& words);
bool holds_words(std::string_view text, const std::vector<std::string>& words);

}  // namespace volteface::serve
