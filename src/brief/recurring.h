// Texts that come back: did a state vote as it had the last time?
#pragma once

#include <span>
#include <vector>

#include "brief/seats.h"
#include "brief/window.h"
#include "volteface/brief.h"

namespace volteface {

// A year is that of the later roll call of a pair. Years in which the state voted on no such text
// are left out.
std::vector<RecurringYear> recurring_texts(const Record& record, std::span<const TextPair> pairs,
                                           StateIndex state, const std::vector<Seat>& columns,
                                           const Window& window);

}  // namespace volteface
