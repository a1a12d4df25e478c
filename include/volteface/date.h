// Calendar days, as ISO 8601 text and back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace volteface {

// A day of the proleptic Gregorian calendar. Comparable, and differences are std::chrono::days.
using Date = std::chrono::sys_days;

// Reads "2025-02-24". Anything else, such as "2025-2-24" or "2025-02-30", gives nullopt.
std::optional<Date> parse_date(std::string_view text);

// Reads a day, a month or a year ("2025-02-24", "2025-02", "2025"): the first day of it.
// Anything else gives nullopt.
std::optional<Date> parse_date_start(std::string_view text);

// As parse_date_start, but the last day of the month or year named.
std::optional<Date> parse_date_end(std::string_view text);

// "2025-02-24".
std::string format_date(Date date);

int year_of(Date date);

}  // namespace volteface
