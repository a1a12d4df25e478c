// Dates of two: "from 4 to 22 January", "June 4-22", "between May 2015 and 2018".
#include "language/date_matcher.h"

namespace volteface::language {
namespace {

constexpr auto dash = "\xE2\x80\x93";

}  // namespace

// "[from] 4 to 22 [of] January [1995]", "from 4 to 22 this month", "January [between] 4 and 22
// [1995]".
MaybeDate DateMatcher::day_range(std::size_t at) const {
  std::size_t i = past_optional(at, {"from", "between"});
  const bool led = i > at;
  const bool month_first = is_kind(i, DateWordKind::month);
  int month = month_first ? words_[i].value : 0;
  if (month_first) i = past_optional(past_optional(i + 1, {"."}), {"from", "between"});
  i = led ? past_optional(i, {"the"}) : i;
  if (!is_day_number(i) || !is_any(i + 1, {"to", "until", "till", "through", "and", "-", dash}))
    return std::nullopt;
  if (is(i + 1, "and") && !led && !month_first) return std::nullopt;
  const std::size_t second = led ? past_optional(i + 2, {"the"}) : i + 2;
  if (!is_day_number(second)) return std::nullopt;
  const int first = words_[i].value, last = words_[second].value;
  std::size_t end = second + 1;
  int year = 0;
  if (!month_first) {
    const std::size_t of = past_optional(past_optional(end, {"of"}), {"in"});
    const int direction = direction_at(of);
    if (direction != 9 && is(of + 1, "month")) {
      const Date there = months_on(
          month_interval(year_of(context_.anchor), month_of(context_.anchor)).from, direction);
      month = month_of(there);
      year = year_of(there);
      end = of + 2;
    } else if (is_kind(of, DateWordKind::month)) {
      month = words_[of].value;
      end = past_optional(of + 1, {"."});
    } else {
      return std::nullopt;
    }
  }
  const auto told = year == 0 ? year_behind(end) : std::nullopt;
  if (told) {
    year = told->value;
    end = told->end;
  }
  if (first > last || !day_of(2024, month, first) || !day_of(2024, month, last))
    return std::nullopt;
  if (year == 0) year = year_of(yearless_day(month, first).from);
  const auto from = day_of(year, month, first), to = day_of(year, month, last);
  if (!from || !to) return std::nullopt;
  return DateMatch{end, {*from, *to, DatePrecision::day, told.has_value()}};
}

// "24" of "on 24 and 25 February 2022": the first of two days of one month; the second is a date by
// itself.
MaybeDate DateMatcher::day_of_list(std::size_t at) const {
  const bool led = at > 0 && is_any(at - 1, {"on", "the", "and", "of"});
  if (!led || !is_day_number(at) || !is_any(at + 1, {"and", "or"})) return std::nullopt;
  const std::size_t next = past_optional(at + 2, {"the"});
  const MaybeDate second = is_day_number(next) ? day_month(next) : MaybeDate();
  if (!second) return std::nullopt;
  const Date there = second->days.from;
  const auto day = day_of(year_of(there), month_of(there), words_[at].value);
  if (!day || *day >= there) return std::nullopt;
  Interval interval = day_interval(*day);
  interval.absolute = second->days.absolute;
  return DateMatch{at + 1, interval};
}

bool DateMatcher::names_month(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i) {
    if (is_kind(i, DateWordKind::month)) return true;
  }
  return false;
}

// Of two whole dates. What one leaves out (the year) the other tells.
MaybeDate DateMatcher::range(std::size_t at, const MaybeDate& single_here) const {
  const bool from = is(at, "from"), between = is(at, "between");
  const std::size_t i = from || between ? at + 1 : at;
  MaybeDate first = i == at ? single_here : single(i);
  if (is(i, "now") && (from || between)) first = DateMatch{i + 1, day_interval(context_.anchor)};
  if (!first) return std::nullopt;
  const std::size_t mark = first->end;
  if (between ? !is_any(mark, {"and", "-", dash})
              : !is_any(mark, {"to", "until", "till", "through", "-", dash})) {
    return std::nullopt;
  }
  if (!from && !between && is(mark, "to") && !first->days.absolute &&
      first->days.precision != DatePrecision::day) {
    return std::nullopt;
  }
  MaybeDate second = single(mark + 1);
  if (is(mark + 1, "now")) second = DateMatch{mark + 2, day_interval(context_.anchor)};
  if (!second) return std::nullopt;
  DateContext there = context_;
  if (!first->days.absolute && second->days.absolute && names_month(i, first->end)) {
    there.anchor = second->days.from;
    there.future = false;
    first = DateMatcher(words_, there).single(i);
  } else if (!second->days.absolute && first->days.absolute && names_month(mark + 1, second->end)) {
    there.anchor = first->days.from;
    there.future = true;
    second = DateMatcher(words_, there).single(mark + 1);
  }
  // "next Monday to Friday": the Friday behind that Monday.
  const bool weekday = is_kind(mark + 1, DateWordKind::weekday) && second->end == mark + 2;
  if (first && weekday && first->days.precision == DatePrecision::day) {
    there.anchor = first->days.from;
    there.future = true;
    second = DateMatcher(words_, there).single(mark + 1);
  }
  if (!first || !second || second->days.to < first->days.from) return std::nullopt;
  return DateMatch{second->end,
                   {first->days.from, second->days.to, second->days.precision,
                    first->days.absolute && second->days.absolute}};
}

}  // namespace volteface::language
