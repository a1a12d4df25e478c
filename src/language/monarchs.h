// Which states a king, an emir, a pope may be of: the registry has them all as heads of state.
#pragma once

#include <string_view>

namespace volteface::language {

// "king", "queen", "emir", "monarch": a title that no elected head of state has.
bool is_monarch(std::string_view role);

// Whether a head of this state may be called so; true for roles of no monarch but "president",
// which no monarch is called.
bool may_head(std::string_view state, std::string_view role);

}  // namespace volteface::language
