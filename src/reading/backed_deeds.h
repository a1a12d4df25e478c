// Deeds against somebody that a third one backs or praises: "welcomed the sanctions against Chad"
// is no support of Chad, but of whoever imposed them.
#pragma once

#include <optional>
#include <vector>

#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

// Who does the deed that a rule of support finds backed, as far as it is named ("Mali's raid on
// Chad": Mali); nothing where no such deed is backed.
std::optional<std::vector<Actor>> doers_of_backed_deed(const ReportView& view,
                                                       const EventRule& rule, const Clause& clause);

}  // namespace volteface
