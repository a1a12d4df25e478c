// Those who are told to act with another: "Chad, along with Mali and Togo, condemned it", "signed a
// pact together with Mali".
#pragma once

#include <vector>

#include "reading/clause.h"
#include "reading/report_view.h"

namespace volteface {

// Put in between the subject and its verb.
std::vector<Actor> company_before(const ReportView& view, const Clause& clause);

// Behind the verb, where they may also be those to whom it is done.
std::vector<Actor> company_behind(const ReportView& view, const Clause& clause);

}  // namespace volteface
