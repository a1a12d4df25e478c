// Reasons that a report gives, or lets somebody give, for what a state did.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

// `votes` and `events` are those of the report: where a reason names no state that it explains, the
// one that acted last is meant.
std::vector<Explanation> read_explanations(const ReportView& view,
                                           const std::vector<ReportedVote>& votes,
                                           const std::vector<ReportedEvent>& events);

}  // namespace volteface
