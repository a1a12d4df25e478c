// Nine population counts: the table of two states' choices from their bit planes.
#pragma once

#include <cstdint>
#include <span>

#include "volteface/agreement.h"

namespace volteface {

// `a` and `b` point at the planes of two states: three words (yes, abstain, no) for each 64 roll
// calls. The words of period p are first_word[p] up to first_word[p + 1]; its counts are written to
// tables[p].
void count_choices(const std::uint64_t* a, const std::uint64_t* b,
                   std::span<const std::uint32_t> first_word, std::span<ChoiceTable> tables);

}  // namespace volteface
