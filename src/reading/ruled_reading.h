// What the rules of data/reading find in a report. The acts that learned weights add
// (learned_acts.h) are not among it.
#pragma once

#include <string>

#include "reading/report_view.h"

namespace volteface {

// `doc`: its name in the records.
Reading read_by_rules(std::string doc, const ReportView& view);

}  // namespace volteface
