// Acts that no one word of events.tsv tells, but the way that a sentence is put: "was in Lima on
// Friday", "Chad must leave, said Mali", "says that Chad was behind the raid".
#pragma once

#include <cstdint>
#include <vector>

#include "reading/clause.h"
#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

struct PlainAct {
  EventRule rule;  // its type and mode
  Clause clause;   // what is told of it
  Actor source, target;
};

// Those that are told where a token heads its clause.
std::vector<PlainAct> plain_acts_at(const ReportView& view, std::uint32_t token);

EventRule visit_rule();

}  // namespace volteface
