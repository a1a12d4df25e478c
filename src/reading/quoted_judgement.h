// Whether quoted words speak ill or well of somebody, by the words alone.
#pragma once

#include <string_view>

namespace volteface {

enum class Judgement { none, ill, well };

// Of lower-case words.
Judgement judgement_of(std::string_view words);

// "You will pay for this", likewise.
bool is_menace(std::string_view words);

}  // namespace volteface
