// Votes that a report tells of.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

std::vector<ReportedVote> read_votes(const ReportView& view);

}  // namespace volteface
