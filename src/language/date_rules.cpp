#include "language/date_rules.h"

#include <algorithm>
#include <chrono>

#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

std::optional<DateMatch> match_date(std::span<const DateWord> words, std::size_t at,
                                    const DateContext& context) {
  return DateMatcher(words, context).any(at);
}

MaybeDate DateMatcher::any(std::size_t at) const {
  MaybeDate best = single(at);
  for (const MaybeDate& match : {day_range(at), range(at, best), day_of_list(at)}) {
    if (match && (!best || match->end > best->end)) best = match;
  }
  return best;
}

MaybeDate DateMatcher::single(std::size_t at) const {
  MaybeDate best;
  for (const auto rule : {&DateMatcher::numeric,
                          &DateMatcher::day_month,
                          &DateMatcher::month_day,
                          &DateMatcher::weekday_day,
                          &DateMatcher::day_of_month_unit,
                          &DateMatcher::day_alone,
                          &DateMatcher::month_year,
                          &DateMatcher::named_day,
                          &DateMatcher::told_before,
                          &DateMatcher::vaguely,
                          &DateMatcher::counted,
                          &DateMatcher::ahead,
                          &DateMatcher::unit,
                          &DateMatcher::weekday,
                          &DateMatcher::part,
                          &DateMatcher::ordinal_of,
                          &DateMatcher::decade,
                          &DateMatcher::season,
                          &DateMatcher::holiday,
                          &DateMatcher::year}) {
    const MaybeDate match = (this->*rule)(at);
    if (match && (!best || match->end > best->end)) best = match;
  }
  return best;
}

bool DateMatcher::is_any(std::size_t at, std::initializer_list<std::string_view> texts) const {
  return at < words_.size() &&
         std::find(texts.begin(), texts.end(), words_[at].text) != texts.end();
}

bool DateMatcher::is_day_number(std::size_t at) const {
  const DateWord* w = word(at);
  if (w == nullptr || w->value < 1 || w->value > 31) return false;
  // Not "Thursday the two", "one may".
  const bool digits = w->digits == 1 || w->digits == 2;
  return w->kind == DateWordKind::ordinal || (w->kind == DateWordKind::number && digits);
}

std::optional<DateMatcher::Place> DateMatcher::year_at(std::size_t at) const {
  const DateWord* w = word(at);
  if (w == nullptr || w->kind != DateWordKind::number || w->digits != 4) return std::nullopt;
  if (w->value < 1000 || w->value > 2999) return std::nullopt;
  return Place{w->value, at + 1};
}

std::optional<DateMatcher::Place> DateMatcher::year_behind(std::size_t at) const {
  const std::size_t next = past_optional(past_optional(at, {","}), {"of", "in"});
  if (const auto year = year_at(next)) return year;
  const int direction = direction_at(next);
  if (direction != 9 && is(next + 1, "year")) {
    return Place{year_of(context_.anchor) + direction, next + 2};
  }
  // "in June of that year"
  const auto same = past_same(next);
  const auto& told = context_.latest_since ? context_.latest_since : context_.latest;
  if (same && is(*same, "year") && told) return Place{year_of(told->from), *same + 1};
  return std::nullopt;
}

std::optional<DateMatcher::Count> DateMatcher::count_at(std::size_t at) const {
  if (is(at, "a") && is_any(at + 1, {"few", "couple"})) {
    const int value = is(at + 1, "few") ? 3 : 2;
    return Count{value, past_optional(at + 2, {"of"})};
  }
  if (is_any(at, {"few", "several"})) return Count{3, at + 1};
  if (is(at, "couple")) return Count{2, past_optional(at + 1, {"of"})};
  if (is_any(at, {"a", "an"})) return Count{1, at + 1};
  const DateWord* w = word(at);
  if (w == nullptr || w->kind != DateWordKind::number || w->value > 999 || w->value < 1)
    return std::nullopt;
  return Count{w->value, at + 1};
}

int DateMatcher::direction_at(std::size_t at) const {
  if (is_any(at, {"last", "previous", "past", "preceding"})) return -1;
  if (is_any(at, {"this", "current", "present"})) return 0;
  if (is_any(at, {"next", "coming", "upcoming"})) return 1;
  // "the following week", but not "following weekend clashes".
  if (is(at, "following") && at > 0 && is(at - 1, "the")) return 1;
  return 9;
}

Interval DateMatcher::yearless_day(int month, int day) const {
  const int year = year_of(context_.anchor);
  // 29 February needs a look further than a year.
  for (int step = 0; step <= 8; ++step) {
    const int try_year = context_.future ? year + step : year - step;
    const auto date = day_of(try_year, month, day);
    if (date && (context_.future ? *date >= context_.anchor : *date <= context_.anchor)) {
      return day_interval(*date);
    }
  }
  return day_interval(context_.anchor);
}

Interval DateMatcher::yearless_month(int month) const {
  const int year = year_of(context_.anchor);
  const Interval here = month_interval(year, month);
  if (context_.future) return here.to >= context_.anchor ? here : month_interval(year + 1, month);
  return here.from <= context_.anchor ? here : month_interval(year - 1, month);
}

Date DateMatcher::moved(Date day, int unit, int count) const {
  switch (unit) {
    case 0:
      return day;
    case 30:
      return months_on(day, count);
    case 90:
      return months_on(day, 3 * count);
    case 365:
      return months_on(day, 12 * count);
    case 3650:
      return months_on(day, 120 * count);
    case 36500:
      return months_on(day, std::clamp(1200 * count, -12000, 12000));
    case 8:
      return day + days(7 * count);
    default:
      return day + days(unit * count);
  }
}

Interval DateMatcher::unit_interval(int unit, int by) const {
  const Date anchor = context_.anchor;
  const int year = year_of(anchor);
  switch (unit) {
    case 7:
      return week_of(anchor + days(7 * by));
    case 8:
      return weekend_of(anchor + days(7 * by));
    case 30: {
      const Date day = months_on(month_interval(year, month_of(anchor)).from, by);
      return month_interval(year_of(day), month_of(day));
    }
    case 90: {
      const int quarter = (month_of(anchor) - 1) / 3 + by;
      const Date first = months_on(year_interval(year).from, 3 * quarter);
      return {first, months_on(first, 3) - days(1), DatePrecision::season, false};
    }
    case 365:
      return year_interval(year + by);
    case 3650:
      return decade_of(year + 10 * by);
    case 36500: {
      const int first = (year / 100 + by) * 100;
      return {year_interval(first).from, year_interval(first + 99).to, DatePrecision::vague, false};
    }
    default:
      return day_interval(anchor + days((unit == 14 ? 14 : 1) * by));
  }
}

MaybeDate DateMatcher::dated(std::size_t end, int year, int month, int day) const {
  if (month < 1 || month > 12) return std::nullopt;
  const auto date = day_of(year, month, day);
  if (!date) return std::nullopt;
  Interval interval = day_interval(*date);
  interval.absolute = true;
  return DateMatch{end, interval};
}

}  // namespace volteface::language
