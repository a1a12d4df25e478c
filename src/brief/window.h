// Which roll calls a brief looks at.
#pragma once

#include <optional>
#include <vector>

#include "volteface/brief.h"
#include "volteface/record.h"

namespace volteface {

struct Window {
  Date since;
  Date until;
  std::vector<RollCallIndex> roll_calls;  // without probable duplicates

  int first_year() const { return year_of(since); }
  int last_year() const { return year_of(until); }
};

// The first and the last day on which a state is listed; nothing where it never is.
struct Listed {
  Date first;
  Date last;
};
std::optional<Listed> listed_days(const Record& record, StateIndex state);

// Throws Error where it would end before it begins.
Window window_of(const Record& record, const BriefOptions& options);

}  // namespace volteface
