// Dates by the calendar: "15 August 2025", "Aug. 15", "2025-08-15", "in June 2024", "since 2022",
// "1990s".
#include <algorithm>

#include "language/date_matcher.h"

namespace volteface::language {
namespace {

int full_year(int value, int digits) {
  if (digits == 4) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

// Words that are months only where something says so.
bool doubtful_month(const DateWord& word) {
  return word.text == "may" || word.text == "march" || word.text == "mar" || word.text == "dec" ||
         word.text == "jan" || word.text == "sep";
}

// "U.S. officials say 15 may be let go", "since 2010, may be ready".
bool is_no_month(const DateWord& word) { return doubtful_month(word) && !word.upper; }

}  // namespace

// "2025-08-15", "15.8.2025", "8/15/2025", "2025-08", "08/2025".
MaybeDate DateMatcher::numeric(std::size_t at) const {
  const auto part = [&](std::size_t i) -> const DateWord* {
    const DateWord* w = word(i);
    if (w == nullptr) return nullptr;
    const bool month_name = w->kind == DateWordKind::month && i == at + 2;
    return (w->kind == DateWordKind::number && w->digits > 0) || month_name ? w : nullptr;
  };
  const DateWord* a = part(at);
  const DateWord* b = part(at + 2);
  const bool mark = is_any(at + 1, {"-", "/", "."});
  if (a == nullptr || b == nullptr || !mark || a->kind == DateWordKind::month) return std::nullopt;
  const DateWord* c = is(at + 3, words_[at + 1].text) ? part(at + 4) : nullptr;
  const bool close = !b->space_before && !words_[at + 1].space_before;
  if (c != nullptr && close && !c->space_before && b->digits <= 2) {
    if (a->digits == 4) return dated(at + 5, a->value, b->value, c->value);
    if ((c->digits == 4 || c->digits == 2) && a->digits <= 2) {
      const int year = full_year(c->value, c->digits);
      const bool day_first =
          a->value > 12 || ((is(at + 1, ".") || context_.day_first) && b->value <= 12);
      return day_first ? dated(at + 5, year, b->value, a->value)
                       : dated(at + 5, year, a->value, b->value);
    }
    return std::nullopt;
  }
  const bool year_first = a->digits == 4 && b->digits <= 2;
  const bool year_last = b->digits == 4 && a->digits <= 2;
  if (!year_first && !year_last) return std::nullopt;
  const int month = year_first ? b->value : a->value;
  const int year = year_first ? a->value : b->value;
  if (month < 1 || month > 12 || year < 1000 || year > 2999) return std::nullopt;
  Interval interval = month_interval(year, month);
  interval.absolute = true;
  return DateMatch{at + 3, interval};
}

// "[Friday,] [the] 15 [of] August [2025]".
MaybeDate DateMatcher::day_month(std::size_t at) const {
  std::size_t i = at;
  if (is_kind(i, DateWordKind::weekday)) i = past_optional(past_optional(i + 1, {"."}), {","});
  i = past_optional(i, {"the"});
  if (!is_day_number(i)) return std::nullopt;
  const int day = words_[i].value;
  i = past_optional(past_optional(i + 1, {".", "-"}), {"of"});
  if (!is_kind(i, DateWordKind::month)) return std::nullopt;
  const int month = words_[i].value;
  const std::size_t end = past_optional(i + 1, {"."});
  if (is_no_month(words_[i]) && !year_behind(end)) return std::nullopt;
  if (const auto year = year_behind(end)) return dated(year->end, year->value, month, day);
  if (!day_of(2024, month, day)) return std::nullopt;
  return DateMatch{i + 1, yearless_day(month, day)};
}

// "[Friday,] August [the] 15[th] [, 2025]".
MaybeDate DateMatcher::month_day(std::size_t at) const {
  std::size_t i = at;
  if (is_kind(i, DateWordKind::weekday)) i = past_optional(past_optional(i + 1, {"."}), {","});
  if (!is_kind(i, DateWordKind::month) || is_no_month(words_[i])) return std::nullopt;
  const int month = words_[i].value;
  i = past_optional(past_optional(i + 1, {".", "-", "/"}), {"the"});
  if (!is_day_number(i)) return std::nullopt;
  const int day = words_[i].value;
  if (const auto year = year_behind(i + 1)) return dated(year->end, year->value, month, day);
  if (!day_of(2024, month, day)) return std::nullopt;
  // "May 15 people": a count, not a day.
  return DateMatch{i + 1, yearless_day(month, day)};
}

// "Friday the 15th": the nearest month in which it is one.
MaybeDate DateMatcher::weekday_day(std::size_t at) const {
  if (!is_kind(at, DateWordKind::weekday) || !is(at + 1, "the") || !is_day_number(at + 2))
    return std::nullopt;
  const Date first = month_interval(year_of(context_.anchor), month_of(context_.anchor)).from;
  for (const int months : {0, -1, 1, -2, 2, -3, 3}) {
    const Date there = months_on(first, months);
    const auto day = day_of(year_of(there), month_of(there), words_[at + 2].value);
    if (day && weekday_of(*day) == words_[at].value) return DateMatch{at + 3, day_interval(*day)};
  }
  return std::nullopt;
}

// "on the 29th", of the month that was told of last.
MaybeDate DateMatcher::day_alone(std::size_t at) const {
  if (at == 0 || !is(at - 1, "on") || !is(at, "the") || !is_kind(at + 1, DateWordKind::ordinal))
    return std::nullopt;
  if (is_any(at + 2, {"floor", "anniversary", "session", "day", "parallel", "century", "hour"}))
    return std::nullopt;
  const Date there = context_.last ? context_.last->from : context_.anchor;
  const auto day = day_of(year_of(there), month_of(there), words_[at + 1].value);
  if (!day) return std::nullopt;
  return DateMatch{at + 2, day_interval(*day)};
}

// "the 20th of next month".
MaybeDate DateMatcher::day_of_month_unit(std::size_t at) const {
  const std::size_t i = past_optional(at, {"the"});
  if (!is_kind(i, DateWordKind::ordinal) || !is_any(i + 1, {"of", "in"})) return std::nullopt;
  const int direction = direction_at(i + 2);
  if (direction == 9 || !is(i + 3, "month")) return std::nullopt;
  const Date there = months_on(
      month_interval(year_of(context_.anchor), month_of(context_.anchor)).from, direction);
  const auto day = day_of(year_of(there), month_of(there), words_[i].value);
  if (!day) return std::nullopt;
  return DateMatch{i + 4, day_interval(*day)};
}

// "August 2025", "August of next year", "2025 August", "last August", "in August".
MaybeDate DateMatcher::month_year(std::size_t at) const {
  if (const auto year = year_at(at)) {
    const std::size_t i = past_optional(year->end, {","});
    if (!is_kind(i, DateWordKind::month) || is_day_number(i + 1) || is_no_month(words_[i]))
      return std::nullopt;
    Interval interval = month_interval(year->value, words_[i].value);
    interval.absolute = true;
    return DateMatch{i + 1, interval};
  }
  const int direction = direction_at(at);
  const std::size_t i = direction == 9 ? at : at + 1;
  if (!is_kind(i, DateWordKind::month)) return std::nullopt;
  const int month = words_[i].value;
  // "last March" in June: the last one that there was.
  const bool this_year = direction == -1 && month < month_of(context_.anchor);
  if (direction != 9) {
    const int year = year_of(context_.anchor) + (this_year ? 0 : direction);
    return DateMatch{i + 1, month_interval(year, month)};
  }
  const std::size_t end = past_optional(i + 1, {"."});
  if (const auto year = year_behind(end)) {
    Interval interval = month_interval(year->value, month);
    interval.absolute = is_kind(year->end - 1, DateWordKind::number);
    return DateMatch{year->end, interval};
  }
  const bool led = at > 0 && is_any(at - 1, {"in", "of", "since", "by", "until", "till", "from",
                                             "early", "late", "mid", "end", "during", "to", "and",
                                             "between", "-", "before", "after", "through"});
  if (!led && (doubtful_month(words_[i]) || !words_[i].upper)) return std::nullopt;
  if (doubtful_month(words_[i]) && !words_[i].upper) return std::nullopt;
  return DateMatch{i + 1, yearless_month(month)};
}

MaybeDate DateMatcher::year(std::size_t at) const {
  const std::size_t i = past_optional(at, {"year"});
  const auto year = year_at(i);
  if (!year) return std::nullopt;
  const bool led =
      i > at ||
      (at > 0 && is_any(at - 1, {"in", "since", "by", "of", "from", "until", "till", "during",
                                 "before", "after", "early", "mid", "late", "end", "through"}));
  const bool like_one = year->value >= 1900 && year->value < 2100;
  if (!led && !like_one) return std::nullopt;
  if (at > 0 && is_any(at - 1, {"$", "€", "£", "no", "number", "resolution", "/", "#", "about",
                                "than", "some"}))
    return std::nullopt;
  // "2000 people", "1,950 tonnes", "2000 km": a count.
  const DateWord* next = word(year->end);
  if (next != nullptr && !words_[i].space_before && at > 0 && is(at - 1, ",")) return std::nullopt;
  if (next != nullptr && (next->text == "%" || is_kind(year->end, DateWordKind::unit)))
    return std::nullopt;
  if (!led && next != nullptr && next->kind == DateWordKind::word && !next->upper &&
      next->text.ends_with('s') && next->text.size() > 3 && next->text != "was") {
    return std::nullopt;
  }
  Interval interval = year_interval(year->value);
  interval.absolute = true;
  return DateMatch{year->end, interval};
}

// "the 1990s", "1970's", "21st century".
MaybeDate DateMatcher::decade(std::size_t at) const {
  const std::size_t i = past_optional(at, {"the"});
  if (is_kind(i, DateWordKind::ordinal) && is(i + 1, "century")) {
    const int first = (words_[i].value - 1) * 100;
    if (first < 100) return std::nullopt;
    return DateMatch{
        i + 2,
        {year_interval(first).from, year_interval(first + 99).to, DatePrecision::vague, true}};
  }
  const auto year = year_at(i);
  if (!year || year->value % 10 != 0) return std::nullopt;
  const std::size_t s = past_optional(year->end, {"'"});
  if (!is(s, "s") || words_[s].space_before) return std::nullopt;
  Interval interval = decade_of(year->value);
  interval.absolute = true;
  return DateMatch{s + 1, interval};
}

// "last summer", "the spring of 2014", "winter 2022", "in the autumn": by the months of the north.
MaybeDate DateMatcher::season(std::size_t at) const {
  const int direction = direction_at(at);
  if (is(at, "following") && !context_.future) return std::nullopt;  // of what was told
  const std::size_t i = past_optional(direction == 9 ? at : at + 1, {"the"});
  const auto year = year_behind(i + 1);
  // "the fall of 2014", "last fall", but not "in the fall of the city"
  const bool fall = is(i, "fall") && (year || direction != 9);
  if (!is_kind(i, DateWordKind::season) && !fall) return std::nullopt;
  const int season = fall ? 3 : words_[i].value;
  const bool led = at > 0 && is_any(at - 1, {"in", "during", "over", "since", "by", "until"});
  if (!year && direction == 9 && !led) return std::nullopt;
  const auto of = [&](int in) {
    const Date first = month_interval(in, season * 3).from;
    return Interval{first, months_on(first, 3) - std::chrono::days(1), DatePrecision::season,
                    year.has_value()};
  };
  if (year) return DateMatch{year->end, of(year->value)};
  const int now = year_of(context_.anchor);
  if (direction != 9) return DateMatch{i + 1, of(now + direction)};
  Interval near = of(now - 2);
  for (int in = now - 1; in <= now + 1; ++in) {
    const Interval here = of(in);
    if (context_.future && here.to >= context_.anchor) return DateMatch{i + 1, here};
    if (!context_.future && here.from <= context_.anchor) near = here;
  }
  return DateMatch{i + 1, near};
}

}  // namespace volteface::language
