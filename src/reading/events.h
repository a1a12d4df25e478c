// Acts of one actor towards another that a report tells of, by the rules of
// data/reading/events.tsv.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

std::vector<ReportedEvent> read_events(const ReportView& view);

}  // namespace volteface
