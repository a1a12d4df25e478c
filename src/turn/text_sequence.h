// Which text a roll call is on, told from what came before it alone.
//
// bridging.h matches sessions as wholes, forth and back, which is better but lets a later roll call
// change what an earlier one is paired with. Where nothing of the future may enter, this is used.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// The text of each of the roll calls given (ascending), as a number counted from 0. A roll call is
// on the text of an earlier one where a known pair says so, else where the words of the title, the
// part ("B" of "A/RES/39/146B") and the kind are the same; the second of the same words within a
// session is on the text of the second in the session before.
std::vector<std::uint32_t> texts_from_past(const Record& record,
                                           std::span<const RollCallIndex> roll_calls);

}  // namespace volteface
