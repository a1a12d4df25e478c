// The year of a report whose dateline lacks it ("ASTANA, Feb 24"), by the tallies that it tells:
// the record knows in which year a roll call of these days went so.
#pragma once

#include <optional>
#include <string_view>

#include "volteface/record.h"

namespace volteface {

// The same day of another year, the only one in which a roll call of the two weeks before it has
// two of the tallies of the text. Nothing where the year that was taken has one, too.
std::optional<Date> day_by_tallies(std::string_view text, Date taken, const Record& record);

}  // namespace volteface
