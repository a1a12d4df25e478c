#include "language/calendar.h"

#include <algorithm>

namespace volteface::language {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

year_month_day civil(Date day) { return year_month_day(day); }

std::chrono::year safe_year(int year) { return std::chrono::year(std::clamp(year, 1, 9999)); }

}  // namespace

Interval day_interval(Date day) { return {day, day, DatePrecision::day, false}; }

Interval week_of(Date day) {
  const Date monday = day - days(weekday_of(day) - 1);
  return {monday, monday + days(6), DatePrecision::week, false};
}

Interval weekend_of(Date day) {
  const Interval week = week_of(day);
  return {week.from + days(5), week.to, DatePrecision::day, false};
}

Interval month_interval(int year, int month) {
  const auto m = std::chrono::month(static_cast<unsigned>(month));
  return {Date(safe_year(year) / m / 1), Date(safe_year(year) / m / std::chrono::last),
          DatePrecision::month, false};
}

Interval year_interval(int year) {
  return {Date(safe_year(year) / 1 / 1), Date(safe_year(year) / 12 / 31), DatePrecision::year,
          false};
}

Interval decade_of(int year) {
  const int first = year / 10 * 10;
  return {year_interval(first).from, year_interval(first + 9).to, DatePrecision::decade, false};
}

std::optional<Date> day_of(int year, int month, int day) {
  const year_month_day date(std::chrono::year(year),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  return Date(date);
}

Date months_on(Date day, int months) {
  const year_month_day date = civil(day);
  const auto moved = date.year() / date.month() + std::chrono::months(months);
  const auto year = safe_year(static_cast<int>(moved.year()));
  const year_month_day same(year, moved.month(), date.day());
  return same.ok() ? Date(same) : Date(year / moved.month() / std::chrono::last);
}

int day_of_month(Date day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }

int month_of(Date day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

int weekday_of(Date day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

}  // namespace volteface::language
