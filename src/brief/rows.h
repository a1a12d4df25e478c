// A brief as one tidy table: what CSV and JSON share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "volteface/brief.h"

namespace volteface {

struct BriefRow {
  std::string section;  // "ideal_point", "step", "agreement", "change", "on", "unusual", ...
  std::string item;     // a state's code, a symbol, or what is counted
  std::string period;   // "2024", "2023 to 2024", "2021-2023", or a day
  double value = 0;     // NaN, as lo and hi, where there is none
  double lo = 0;
  double hi = 0;
  std::optional<std::uint32_t> n;
  std::string note;
};

std::vector<BriefRow> rows_of(const Brief& brief);

}  // namespace volteface
