// States that are named by their group: "the three Baltic states", "the Benelux countries".
#pragma once

#include <cstdint>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

// Tokens [first, last) and the states that they name.
struct StateGroup {
  std::vector<Actor> states;
  std::uint32_t first = nowhere;
  std::uint32_t last = nowhere;
};

// The group that begins at a token, within [token, end); without states where there is none, or
// where another number is told than it has.
StateGroup group_from(const ReportView& view, std::uint32_t token, std::uint32_t end);

// The group that ends before a token, within [first, token).
StateGroup group_before(const ReportView& view, std::uint32_t token, std::uint32_t first);

}  // namespace volteface
