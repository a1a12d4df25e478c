// Dates from the day of writing: "yesterday", "two weeks ago", "last month", "next Friday".
#include <algorithm>
#include <array>
#include <chrono>

#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

namespace {

DatePrecision precision_of(int unit) {
  switch (unit) {
    case 7:
    case 14:
      return DatePrecision::week;
    case 30:
      return DatePrecision::month;
    case 90:
      return DatePrecision::season;
    case 365:
      return DatePrecision::year;
    case 3650:
    case 36500:
      return DatePrecision::decade;
    default:
      return DatePrecision::day;
  }
}

}  // namespace

// "today", "the day before yesterday", "the same day", "last night".
MaybeDate DateMatcher::named_day(std::size_t at) const {
  const Date today = context_.anchor;
  const auto match = [](std::size_t end, Date day) { return DateMatch{end, day_interval(day)}; };
  if (is_any(at, {"today", "tonight"})) return match(at + 1, today);
  if (is(at, "yesterday")) return match(at + 1, today - days(1));
  if (is_any(at, {"tomorrow", "tmrw"})) return match(at + 1, today + days(1));
  if (is(at, "last") && is(at + 1, "night")) return match(at + 2, today - days(1));
  // "on this day in 1992"
  if (is(at, "this") && is_any(at + 1, {"day", "date"}) && is(at + 2, "in")) {
    const auto year = year_at(at + 3);
    if (year) return dated(year->end, year->value, month_of(today), day_of_month(today));
  }
  // "on this day ten years ago", "to this day": not today
  if (is(at, "this") && is_any(at + 1, {"morning", "afternoon", "evening", "day"}) &&
      !count_at(at + 2) && !(at > 0 && is(at - 1, "to")))
    return match(at + 2, today);
  if (is(at, "at") && is(at + 1, "press") && is(at + 2, "time")) return match(at + 3, today);
  const std::size_t i = past_optional(at, {"the", "that", "this"});
  if (is(i, "day") && is_any(i + 1, {"before", "after"})) {
    if (is(i + 1, "before") && is(i + 2, "yesterday")) return match(i + 3, today - days(2));
    if (is(i + 1, "after") && is_any(i + 2, {"tomorrow", "tmrw"}))
      return match(i + 3, today + days(2));
  }
  const Date then = context_.earlier.value_or(today);
  if (is(at, "that") && is(at + 1, "day") && context_.earlier) return match(at + 2, then);
  // "The day before, the Assembly had met": not "the day before the vote"
  const bool closed = i > at && i + 2 < words_.size() && is_any(i + 2, {",", ".", ";", ":", ")"});
  if (is(i, "day") && is_any(i + 1, {"before", "after"}) && closed && context_.earlier)
    return match(i + 2, then + days(is(i + 1, "after") ? 1 : -1));
  if (is_any(i, {"next", "following"}) && is(i + 1, "day")) {
    // "in March they met; the next day they quarrelled"
    const bool of_month = context_.last && context_.last->precision == DatePrecision::month;
    if (!of_month || goes_by_day()) return match(i + 2, then + days(1));
    return DateMatch{
        i + 2, {context_.last->from, context_.last->to + days(1), DatePrecision::month, false}};
  }
  // "left the day after", with nothing behind it that it is counted from
  const bool ends = i + 2 >= words_.size() || is_kind(i + 2, DateWordKind::mark) ||
                    is_any(i + 2, {"of", "and", "by", "for", "in", "with"});
  if (is(i, "day") && is(i + 1, "after") && i > at && ends && context_.earlier)
    return match(i + 2, then + days(1));
  if (is(i, "previous") && is(i + 1, "day")) return match(i + 2, then - days(1));
  const std::size_t same = past_optional(i, {"very"});
  const bool unit = is_any(same + 1, {"day", "week", "month", "year"});
  if (is(same, "same") && unit && (is(same + 1, "day") || !context_.latest)) {
    const int of = words_[same + 1].value;
    const DateContext there = {then, std::nullopt, std::nullopt, context_.future, std::nullopt};
    return DateMatch{same + 2, DateMatcher(words_, there).unit_interval(of, 0)};
  }
  return std::nullopt;
}

// Days are counted from the day told last, and not from a month before it to which another
// paragraph went back.
bool DateMatcher::goes_by_day() const {
  const bool of_month = context_.last && context_.last->precision == DatePrecision::month;
  return of_month && !context_.last_is_here && context_.earlier &&
         *context_.earlier > context_.last->to && *context_.earlier < context_.anchor;
}

// "two weeks ago", "a year and two months earlier", "three days before yesterday", "hours later".
MaybeDate DateMatcher::counted(std::size_t at) const {
  // "a hundred and twenty years ago" does not begin with "twenty".
  if (at > 0 && (is_kind(at - 1, DateWordKind::number) ||
                 (is(at - 1, "and") && at > 1 && is_kind(at - 2, DateWordKind::number) &&
                  words_[at - 2].digits != 4))) {  // but "in 2015 and a year later"
    return std::nullopt;
  }
  std::size_t i = at;
  Date back = context_.anchor, forth = back;
  const auto first = count_at(at);
  const bool short_unit =
      first && is_kind(first->end, DateWordKind::unit) && words_[first->end].value == 1;
  const Interval then = short_unit && goes_by_day()
                            ? day_interval(*context_.earlier)
                            : context_.last.value_or(day_interval(context_.anchor));
  Interval then_back = then, then_forth = then;
  int largest = -1;
  const auto moved_by = [&](const Interval& told, int unit, int count) {
    return Interval{moved(told.from, unit, count), moved(told.to, unit, count)};
  };
  const auto step = [&](int unit, int count) {
    if (largest < 0) largest = unit;
    back = moved(back, unit, -count);
    forth = moved(forth, unit, count);
    then_back = moved_by(then_back, unit, -count);
    then_forth = moved_by(then_forth, unit, count);
  };
  if (is_kind(i, DateWordKind::unit) && words_[i].plural && words_[i].value == 0) {
    step(0, 1);
    ++i;
  }
  while (const auto count = largest == 0 ? std::nullopt : count_at(i)) {
    if (!is_kind(count->end, DateWordKind::unit)) break;
    if (count->value > 99 && words_[count->end].value > 1) return std::nullopt;
    step(words_[count->end].value, count->value);
    const std::size_t next = count->end + 1;
    i = past_optional(next, {",", "and"});
    if (i > next && !(count_at(i) && is_kind(count_at(i)->end, DateWordKind::unit))) {
      i = next;
      break;
    }
  }
  if (largest < 0) return std::nullopt;
  const auto match = [&](std::size_t end, Date day) {
    return DateMatch{end, {day, day, precision_of(largest), false}};
  };
  if (is_any(i, {"ago", "back"})) {
    // "ten years ago tomorrow"
    constexpr std::array<std::pair<std::string_view, int>, 3> days_about = {
        {{"yesterday", -1}, {"today", 0}, {"tomorrow", 1}}};
    for (const auto& [day, shift] : days_about) {
      if (is(i + 1, day)) return DateMatch{i + 2, day_interval(back + days(shift))};
    }
    // "ten years ago to the day", "ten years ago this week"
    if (is(i + 1, "to") && is(i + 2, "the") && is(i + 3, "day"))
      return DateMatch{i + 4, day_interval(back)};
    if (is(i + 1, "this") && is_any(i + 2, {"week", "month"})) {
      const DateContext there = {back, std::nullopt, std::nullopt, false};
      return DateMatch{i + 3, DateMatcher(words_, there).unit_interval(words_[i + 2].value, 0)};
    }
    if (at > 0 && is(at - 1, "day")) return DateMatch{i + 1, day_interval(back)};  // "on this day"
    return match(i + 1, back);
  }
  if (is(i, "hence")) return match(i + 1, forth);
  if (is(i, "from") && is(i + 1, "now")) return match(i + 2, forth);
  const bool before = is_any(i, {"before", "earlier"});
  if (!before && !is_any(i, {"after", "from", "later"})) return std::nullopt;
  // "A year before, Chad had left": from what was told last, as "a year earlier"
  const bool of_what_was_told = is_any(i, {"before", "after"}) && closes(i + 1);
  if (is_any(i, {"before", "after", "from"}) && !of_what_was_told) {
    const MaybeDate day = is(i, "from") ? day_told(i + 1) : day_or_what_it_names(i + 1);
    // "hours before the vote": on the day told last.
    if (!day && largest == 0 && !is(i, "from")) {
      const bool to_come = then.to > context_.anchor;
      Interval that_day = to_come ? day_interval(context_.anchor) : then;
      that_day.absolute = false;
      return DateMatch{i + 1, that_day};
    }
    // "two days before that call": from the day told last.
    const bool of_told =
        is_any(i + 1, {"that", "those"}) && !is(i, "from") && largest <= 7 && context_.earlier;
    if (!day && of_told) return DateMatch{i + 1, before ? then_back : then_forth};
    if (!day) return std::nullopt;
    DateContext there = context_;
    there.anchor = day->days.from;
    const DateMatcher shifted(words_, there);
    DateMatch found = match(day->end, shifted.counted_from(at, i, before)->days.from);
    found.days.absolute = day->days.absolute;
    return found;
  }
  // "in 2015 and a year later"
  if (largest >= 365 && context_.last_year) {
    const int sign = before ? -1 : 1;
    const int years = static_cast<int>((forth - context_.anchor).count() / 365) * sign;
    return DateMatch{i + 1, year_interval(year_of(context_.last_year->from) + years)};
  }
  const Interval& there = before ? then_back : then_forth;
  // "Three days later he left", where only the day of the report was told
  if (!before && !context_.future && largest <= 30 && then.to == context_.anchor &&
      there.from > context_.anchor)
    return std::nullopt;
  return DateMatch{i + 1, {there.from, there.to, precision_of(largest), false}};
}

// "yesterday", "12 January 2025": one day, from which others are counted.
MaybeDate DateMatcher::day_told(std::size_t at) const {
  MaybeDate best;
  for (const MaybeDate& match :
       {named_day(at), day_month(at), month_day(at), numeric(at), weekday(at)}) {
    const bool day = match && match->days.precision == DatePrecision::day;
    if (day && (!best || match->end > best->end)) best = match;
  }
  return best;
}

// "(two days after) the coup of 26 July"
MaybeDate DateMatcher::day_or_what_it_names(std::size_t at) const {
  constexpr std::size_t furthest = 5;  // words
  if (const MaybeDate day = day_told(at)) return day;
  if (!is_any(at, {"the", "its", "his", "her", "their"})) return std::nullopt;
  for (std::size_t i = at + 1; i < at + furthest && is_kind(i, DateWordKind::word); ++i) {
    if (!is_any(i, {"of", "on"})) continue;
    MaybeDate best;
    for (const MaybeDate& match : {day_month(i + 1), month_day(i + 1)}) {
      if (match && match->days.from == match->days.to) best = match;
    }
    return best;
  }
  return std::nullopt;
}

// The days of words [at, end) before or behind the anchor.
MaybeDate DateMatcher::counted_from(std::size_t at, std::size_t end, bool before) const {
  Date day = context_.anchor;
  for (std::size_t i = at; i < end;) {
    const auto count = count_at(i);
    if (!count || !is_kind(count->end, DateWordKind::unit)) break;
    day = moved(day, words_[count->end].value, before ? -count->value : count->value);
    i = past_optional(count->end + 1, {",", "and"});
  }
  return DateMatch{end, day_interval(day)};
}

// "in three weeks", "within ten months", "over the next two years", "the past few days".
MaybeDate DateMatcher::ahead(std::size_t at) const {
  if (is_any(at, {"in", "within"})) {
    const std::size_t i =
        is(at, "within") ? past_optional(past_optional(at + 1, {"the"}), {"next"}) : at + 1;
    const auto count = count_at(i);
    if (!count || !is_kind(count->end, DateWordKind::unit)) return std::nullopt;
    const int unit = words_[count->end].value;
    if (unit == 0 || count->value > 99) return std::nullopt;
    const Date end = moved(context_.anchor, unit, count->value);
    if (is(at, "within") && !context_.future && context_.latest &&
        context_.latest->to < context_.anchor && context_.latest->precision < DatePrecision::year) {
      // "In May it was shut; within a week it was open again."
      const Interval& told = *context_.latest;
      return DateMatch{count->end + 1,
                       {told.from, std::min(moved(told.to, unit, count->value), context_.anchor),
                        precision_of(unit), false}};
    }
    if (is(at, "within"))
      return DateMatch{count->end + 1, {context_.anchor, end - days(1), precision_of(unit), false}};
    if (!context_.future)
      return std::nullopt;  // "in three weeks they took the town": a span of time
    return DateMatch{count->end + 1, {end, end, precision_of(unit), false}};
  }
  const std::size_t i = past_optional(at, {"the"});
  const int direction = direction_at(i);
  if (direction == 9 || direction == 0) return std::nullopt;
  const auto count = count_at(i + 1);
  if (!count || is_any(i + 1, {"a", "an"}) || !is_kind(count->end, DateWordKind::unit))
    return std::nullopt;
  const int unit = words_[count->end].value;
  const Date today = context_.anchor;
  if (unit == 0 || count->value > 99) return std::nullopt;
  if (unit == 3650) {
    const int year = year_of(today) / 10 * 10;
    const int first = direction < 0 ? year - 10 * count->value : year + 10;
    return DateMatch{count->end + 1,
                     {year_interval(first).from, year_interval(first + 10 * count->value - 1).to,
                      DatePrecision::decade, false}};
  }
  if (direction < 0) {
    return DateMatch{
        count->end + 1,
        {moved(today, unit, -count->value), today - days(1), precision_of(unit), false}};
  }
  const Date first = today + days(1);
  return DateMatch{count->end + 1,
                   {first, moved(first, unit, count->value) - days(1), precision_of(unit), false}};
}

// "last week", "this month", "next year", "earlier this week", "the weekend", "the week after
// next".
MaybeDate DateMatcher::unit(std::size_t at) const {
  const bool earlier = is(at, "earlier"), later = is(at, "later");
  std::size_t i = earlier || later ? past_optional(at + 1, {"in"}) : at;
  const bool the = is_any(i, {"the", "my", "our"});
  i = the ? i + 1 : i;
  if (the && is_kind(i, DateWordKind::unit) && is(i + 1, "after")) {
    const std::size_t next = past_optional(i + 2, {"the"});
    if (is(next, "next")) return DateMatch{next + 1, unit_interval(words_[i].value, 2)};
  }
  int direction = direction_at(i);
  const bool that = direction == 9 && is(i, "that") && is(i + 1, "weekend");
  if (direction == 9 && (earlier || later || that) && (the || that))
    direction = 0;
  else if (direction == 9 && is(i, "weekend"))
    direction = context_.future || weekday_of(context_.anchor) > 5 ? 0 : -1;
  else if (direction != 9)
    ++i;
  if (that) ++i;
  if (direction == 9 || !is_kind(i, DateWordKind::unit) || words_[i].plural) return std::nullopt;
  const int of = words_[i].value;
  if (of == 0) return std::nullopt;
  const bool to_this = at > 0 && is(at - 1, "to") && is(at, "this");  // "to this day"
  if (of == 1 && (to_this || (is(i - 1, "this") && count_at(i + 1)))) return std::nullopt;
  if (is(i + 1, "'") || is(i + 1, "-")) return std::nullopt;
  if (of == 1 && direction != 0 && is(i + 1, "of")) return std::nullopt;  // "last day of the war"
  Interval interval = unit_interval(of, direction);
  // "the past decade": the ten years up to now, and not those before the twenties.
  if (the && of == 3650 && is(i - 1, "past"))
    interval = {months_on(context_.anchor, -120), context_.anchor - days(1), DatePrecision::decade,
                false};
  // "in May they met; the next month they quarrelled" goes by what was told (date_told_rules.cpp).
  const bool by_told = direction == 1 || is_any(i - 1, {"previous", "preceding"});
  if (the && by_told && !context_.future && context_.latest && !earlier && !later)
    return std::nullopt;
  if (of == 8 && direction < 0 && weekday_of(context_.anchor) == 7)
    interval = weekend_of(context_.anchor - days(7));
  if (earlier && interval.from < context_.anchor)
    interval.to = std::min(interval.to, context_.anchor - days(1));
  if (later && interval.to >= context_.anchor)
    interval.from = std::max(interval.from, context_.anchor);
  return DateMatch{i + 1, interval};
}

// "Friday", "last Friday", "next week on Friday", "Friday of next week".
MaybeDate DateMatcher::weekday(std::size_t at) const {
  const Date today = context_.anchor;
  const auto in_week = [&](int by, int day) {
    return day_interval(week_of(today + days(7 * by)).from + days(day - 1));
  };
  std::size_t i = at;
  int direction = direction_at(i);
  if (direction == 0 && is_any(i + 1, {"past", "coming"})) {
    direction = 9;
    i += is_kind(i + 2, DateWordKind::weekday) ? 2 : 0;
  } else if (direction != 9) {
    ++i;
  }
  if (direction != 9 && is(i, "week")) {
    const std::size_t day = past_optional(i + 1, {"on"});
    if (is_kind(day, DateWordKind::weekday))
      return DateMatch{day + 1, in_week(direction, words_[day].value)};
  }
  if (!is_kind(i, DateWordKind::weekday) || words_[i].plural) return std::nullopt;
  const DateWord& word = words_[i];
  const bool abbreviated = word.text.size() <= 3;
  if ((abbreviated && !word.upper) || (word.text == "sun" && direction == 9) ||
      (word.text == "sat" && !word.upper))
    return std::nullopt;
  const int day = word.value;
  // "last Monday" of a Sunday: the last one that there was.
  constexpr int most_of_a_week = 4;
  const int since = weekday_of(today) - day;
  if (direction == -1 && is(i - 1, "last") && since >= most_of_a_week)
    return DateMatch{i + 1, day_interval(today - days(since))};
  if (direction != 9) return DateMatch{i + 1, in_week(direction, day)};
  const std::size_t behind = past_optional(i + 1, {"of"});
  const int week = direction_at(behind);
  if (week != 9 && is(behind + 1, "week")) return DateMatch{behind + 2, in_week(week, day)};
  const int gap = weekday_of(today) - day;
  if (context_.future)
    return DateMatch{i + 1, day_interval(today + days(gap <= 0 ? -gap : 7 - gap))};
  return DateMatch{i + 1, day_interval(today - days(gap >= 0 ? gap : gap + 7))};
}

}  // namespace volteface::language
