// Acts of one actor towards another that a report tells of, by the rules of
// data/reading/events.tsv.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

// `votes`: those read in the report, in the order of its sentences; what tells of a vote is no act.
std::vector<ReportedEvent> read_events(const ReportView& view,
                                       const std::vector<ReportedVote>& votes);

}  // namespace volteface
