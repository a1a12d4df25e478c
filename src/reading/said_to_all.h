// Demands and threats that all members of a body are meant by, and so the body.
#pragma once

#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

// "asked the members to vote no", "threatened to cut off aid to all who defy it", "calls the
// delegates puppets", in a report on votes of the United Nations.
bool is_said_to_all(const ReportView& view, const EventRule& rule, const Clause& clause);

}  // namespace volteface
