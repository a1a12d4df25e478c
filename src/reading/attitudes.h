// Blame and praise that stand in what somebody is quoted with.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

// An ACCUSE or a SUPPORT (praise) for each statement that speaks ill or well of another state,
// organisation or leader: of the one that its quotation names, or whose predicate it is ("said Lima
// 'is breaking the law'").
// Not what `events` tells already, which were read from the sentences themselves.
std::vector<ReportedEvent> read_attitudes(const ReportView& view,
                                          const std::vector<ReportedEvent>& events);

}  // namespace volteface
