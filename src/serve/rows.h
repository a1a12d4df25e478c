// The rows of an answer as CSV (RFC 4180).
#pragma once

#include <string>
#include <vector>

#include "serve/json.h"

namespace volteface::serve {

// A header with the columns, then a line a row. Lists are joined by "|", of states by their codes;
// null is empty. Fields that are not among the columns are left out.
std::string csv_of(const std::vector<std::string>& columns, const Json& rows);

}  // namespace volteface::serve
