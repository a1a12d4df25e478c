// Days, weeks, months and years as intervals of days, both ends inclusive.
#pragma once

#include <optional>

#include "volteface/language.h"

namespace volteface::language {

struct Interval {
  Date from, to;
  DatePrecision precision = DatePrecision::day;
  bool absolute = false;  // holds whatever day the text was written
};

Interval day_interval(Date day);
Interval week_of(Date day);     // Monday to Sunday
Interval weekend_of(Date day);  // Saturday and Sunday of its week
Interval month_interval(int year, int month);
Interval year_interval(int year);
Interval decade_of(int year);

// Nothing where there is no such day.
std::optional<Date> day_of(int year, int month, int day);

// The same day so many months on, or the last of that month.
Date months_on(Date day, int months);

int day_of_month(Date day);
int month_of(Date day);
int weekday_of(Date day);  // 1 Monday to 7 Sunday

}  // namespace volteface::language
