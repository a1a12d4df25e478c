// Who stands for a state that speaks: "Omar Sy said that his country condemned Chad".
#pragma once

#include <string>

#include "reading/report_view.h"

namespace volteface {

// The person whose country the subject of a clause is, where the act is one of words; empty for
// other acts, which a country does without whoever tells them.
std::string speaker_of_country(const ReportView& view, const Clause& clause, EventType type);

}  // namespace volteface
