// Words in quotation marks, with their speakers.
#pragma once

#include <vector>

#include "reading/report_view.h"

namespace volteface {

std::vector<Statement> read_statements(const ReportView& view);

}  // namespace volteface
