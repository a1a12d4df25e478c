// Dates of a part of a longer time: "early next week", "the end of March", "the first Friday of
// July".
#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

// "early next week", "the end of March", "mid-2024", "the first half of the year".
MaybeDate DateMatcher::part(std::size_t at) const {
  std::size_t i = past_optional(at, {"the"});
  int which = 0;
  if (is_any(i, {"early", "beginning", "start"})) which = 1;
  if (is_any(i, {"mid", "middle"})) which = 2;
  if (is_any(i, {"late", "end"})) which = 3;
  if (which == 0) return std::nullopt;
  // "will end in 2050" is no end of that year.
  const bool verb = is_any(i, {"end", "start"}) && is(i + 1, "in");
  if (verb) return std::nullopt;
  i = past_optional(past_optional(i + 1, {"-"}), {"of", "in"});
  MaybeDate whole;
  for (const MaybeDate& match : {unit(i), month_year(i), year(i), decade(i), decade_in_words(i)}) {
    if (match && (!whole || match->end > whole->end)) whole = match;
  }
  if (!whole) {
    const std::size_t bare = past_optional(i, {"the"});
    if (!is_any(bare, {"week", "month", "year"})) return std::nullopt;
    whole = DateMatch{bare + 1, unit_interval(words_[bare].value, 0)};
  }
  Interval& interval = whole->days;
  const Date from = interval.from;
  if (interval.precision == DatePrecision::week) {
    if (which == 1) interval.to = from + days(2);
    if (which == 2)
      interval = {from + days(1), from + days(4), DatePrecision::week, interval.absolute};
    if (which == 3) interval.from = from + days(3);
  } else if (interval.precision == DatePrecision::month) {
    if (which == 1) interval.to = from + days(14);
    if (which == 2)
      interval = {from + days(9), from + days(19), DatePrecision::month, interval.absolute};
    if (which == 3) interval.from = from + days(15);
  } else if (interval.precision == DatePrecision::year) {
    if (which == 1) interval.to = months_on(from, 6) - days(1);
    if (which == 2)
      interval = {months_on(from, 4), months_on(from, 8) - days(1), DatePrecision::year,
                  interval.absolute};
    if (which == 3) interval.from = months_on(from, 6);
  } else if (interval.precision == DatePrecision::decade) {
    const Date middle = months_on(from, 60);
    if (which == 1) interval.to = middle - days(1);
    if (which == 2) {
      interval.from = months_on(from, 36);
      interval.to = months_on(from, 84) - days(1);
    }
    if (which == 3) interval.from = middle;
  }
  return whole;
}

// "the first Friday of July", "the last day of May", "the last week of 2015", "the third quarter of
// 2016".
MaybeDate DateMatcher::ordinal_of(std::size_t at) const {
  const std::size_t i = past_optional(at, {"the"});
  const bool last = is(i, "last");
  if (!last && !(is_kind(i, DateWordKind::ordinal) && words_[i].value <= 5)) return std::nullopt;
  const bool week = is(i + 1, "week"), quarter = is(i + 1, "quarter"), one = is(i + 1, "day");
  if (one && !is_any(i + 2, {"of", "in"})) return std::nullopt;
  if (!week && !quarter && !one && !is_kind(i + 1, DateWordKind::weekday)) return std::nullopt;
  const std::size_t of = past_optional(i + 2, {"of", "in"});
  MaybeDate whole;
  for (const MaybeDate& match : {unit(of), month_year(of), year(of)}) {
    if (match && (!whole || match->end > whole->end)) whole = match;
  }
  if (!whole) return std::nullopt;
  const Interval& in = whole->days;
  if (quarter) {
    const Date first =
        months_on(year_interval(year_of(in.from)).from, 3 * ((last ? 4 : words_[i].value) - 1));
    return DateMatch{whole->end,
                     {first, months_on(first, 3) - days(1), DatePrecision::season, in.absolute}};
  }
  if (one) {  // "the first day of the talks in May" is none of these
    const Date day = last ? in.to : in.from + days(words_[i].value - 1);
    const bool whole_days =
        in.precision == DatePrecision::month || in.precision == DatePrecision::year;
    return whole_days ? MaybeDate(DateMatch{whole->end, day_interval(day)}) : std::nullopt;
  }
  // A week belongs where its Thursday is (ISO 8601).
  const int day = week ? 4 : words_[i + 1].value;
  Date found = in.from + days((day - weekday_of(in.from) + 7) % 7);
  if (last)
    found = in.to - days((weekday_of(in.to) - day + 7) % 7);
  else
    found += days(7 * (words_[i].value - 1));
  if (found > in.to) return std::nullopt;
  return DateMatch{whole->end, week ? week_of(found) : day_interval(found)};
}

}  // namespace volteface::language
