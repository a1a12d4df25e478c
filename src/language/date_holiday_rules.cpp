// Days with a name: "Christmas Eve", "New Year's Day 2014", "Easter Monday", "Ramadan".
#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

namespace {

// Of the western churches, by the rule of 1876 ("Anonymous Gregorian").
Date easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return Date(std::chrono::year(year) / (f / 31) / (f % 31 + 1));
}

// The fast of a year of the Hijra, by the calendar of the tables: a day off at most.
Interval ramadan_of_hijra(int year) {
  constexpr int month = 9, epoch_before_1970 = 492148;  // days
  const int first = (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 - 384;
  const Date from = Date(days(first - epoch_before_1970));
  return {from, from + days(29), DatePrecision::month, false};
}

// The one that begins in a year, the first where two do.
Interval ramadan_of(int year) {
  Interval out;
  for (int hijra = (year - 622) * 33 / 32 - 1;; ++hijra) {
    out = ramadan_of_hijra(hijra);
    if (int(std::chrono::year_month_day(out.from).year()) >= year) return out;
  }
}

}  // namespace

std::optional<DateMatcher::Holiday> DateMatcher::holiday_at(std::size_t at) const {
  using enum Holiday::Feast;
  if (is(at, "christmas")) {
    if (is(at + 1, "eve")) return Holiday{christmas, -1, 1, at + 2};
    if (is(at + 1, "day")) return Holiday{christmas, 0, 1, at + 2};
    return Holiday{christmas, -1, 3, at + 1};
  }
  if (is(at, "boxing") && is(at + 1, "day")) return Holiday{christmas, 1, 1, at + 2};
  if (is(at, "new") && is(at + 1, "year") && is_any(at + 2, {"'", "\u2019"}) && is(at + 3, "s")) {
    if (is(at + 4, "day")) return Holiday{new_year, 0, 1, at + 5};
    if (is(at + 4, "eve")) return Holiday{new_year, -1, 1, at + 5};
  }
  if (is(at, "good") && is(at + 1, "friday")) return Holiday{easter, -2, 1, at + 2};
  if (is(at, "palm") && is(at + 1, "sunday")) return Holiday{easter, -7, 1, at + 2};
  if (is(at, "easter")) {
    if (is(at + 1, "sunday")) return Holiday{easter, 0, 1, at + 2};
    if (is(at + 1, "monday")) return Holiday{easter, 1, 1, at + 2};
    return Holiday{easter, -2, 4, at + 1};
  }
  if (is(at, "ramadan")) return Holiday{ramadan, 0, 30, at + 1};
  return std::nullopt;
}

// "two days before Christmas", "the week before Easter", "the day after New Year"
std::optional<DateMatcher::Holiday> DateMatcher::holiday_counted_at(std::size_t at) const {
  using enum Holiday::Feast;
  const bool the = is(at, "the");
  if (!the && !is_any(at, {"a", "an"}) && !is_kind(at, DateWordKind::number)) return std::nullopt;
  const auto count = the ? Count{1, at + 1} : count_at(at);
  if (!count || !is_kind(count->end, DateWordKind::unit)) return std::nullopt;
  if (the && words_[count->end].plural) return std::nullopt;
  const int unit = words_[count->end].value;
  const bool before = is(count->end + 1, "before");
  if ((unit != 1 && unit != 7) || (!before && !is(count->end + 1, "after"))) return std::nullopt;
  const std::size_t name = count->end + 2;  // not "before the Christmas fair"
  std::optional<Holiday> of = holiday_at(name);
  const std::size_t year = past_optional(name, {"the"});
  if (!of && is(year, "new") && is(year + 1, "year")) of = Holiday{new_year, 0, 1, year + 2};
  if (!of || of->feast == ramadan) return std::nullopt;
  if (of->length > 1) of->shift = 0;  // "Easter" is counted from as the Sunday
  const int by = before ? -1 : 1;
  const bool the_week = unit == 7 && count->value == 1;
  const int nearest = of->shift + by * (the_week ? 1 : unit * count->value);
  constexpr int about = 3;  // days, of "two weeks before"
  if (unit == 1) return Holiday{of->feast, nearest, 1, of->end};
  if (the_week) return Holiday{of->feast, before ? nearest - 6 : nearest, 7, of->end};
  return Holiday{of->feast, nearest - about, 2 * about + 1, of->end};
}

Interval DateMatcher::days_of(const Holiday& holiday, int year) const {
  using enum Holiday::Feast;
  if (holiday.feast == ramadan) return ramadan_of(year);
  Date feast = easter_of(year);
  if (holiday.feast == christmas) feast = Date(std::chrono::year(year) / 12 / 25);
  if (holiday.feast == new_year) feast = Date(std::chrono::year(year) / 1 / 1);
  const Date from = feast + days(holiday.shift);
  return {from, from + days(holiday.length - 1), DatePrecision::day, false};
}

// "[last] Christmas [2014]": of the year told, else the last one, or the next.
MaybeDate DateMatcher::holiday(std::size_t at) const {
  const int direction = direction_at(at);
  const auto counted = holiday_counted_at(at);
  const auto found = counted ? counted : holiday_at(direction == 9 ? at : at + 1);
  if (!found || !words_[found->end - 1].upper) return std::nullopt;
  const bool led = counted || direction != 9 ||
                   (at > 0 && is_any(at - 1, {"at", "on", "before", "since", "over", "by", "until",
                                              "after", "in", "during", "of"}));
  const bool one_day = found->length == 1;
  if (!led && !one_day) return std::nullopt;  // "a Christmas tree"
  if (const auto year = year_behind(found->end)) {
    Interval told = days_of(*found, year->value);
    told.absolute = true;
    return DateMatch{year->end, told};
  }
  const int year = year_of(context_.anchor);
  for (int y = year - 1; context_.future && y <= year + 1; ++y) {
    const Interval here = days_of(*found, y);
    if (here.to >= context_.anchor) return DateMatch{found->end, here};
  }
  for (int y = year + 1; y >= year - 1; --y) {
    const Interval here = days_of(*found, y);
    if (here.from <= context_.anchor) return DateMatch{found->end, here};
  }
  return std::nullopt;
}

}  // namespace volteface::language
