// Dates from those that the text has told: "that winter", "the same month", "the following spring",
// "the night before", "on the eve of the vote", "within the week", "in the days before".
#include <algorithm>

#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

namespace {

constexpr int a_quarter = 3;  // months of a season

// "winter" of a year begins in its December.
Interval season_of(int year, int season) {
  const Date first = month_interval(year, 1).from;
  const Date from = months_on(first, a_quarter * season - 1);
  return {from, months_on(from, a_quarter) - days(1), DatePrecision::season, false};
}

days gap(const Interval& a, const Interval& b) {
  return std::max({days(0), a.from - b.to, b.from - a.to});
}

// How far "in the weeks before", "months later" reach.
days reach_of(int unit) {
  switch (unit) {
    case 0:
      return days(1);
    case 1:
      return days(14);
    case 7:
      return days(70);
    default:
      return days(366);
  }
}

}  // namespace

// The words that lead back to what was told: "that", "the same", "that very"; nothing of others.
std::optional<std::size_t> DateMatcher::past_same(std::size_t at) const {
  const bool that = is(at, "that"), the = is(at, "the");
  if (!that && !the) return std::nullopt;
  std::size_t i = past_optional(at + 1, {"very"});
  const bool same = is(i, "same");
  i = past_optional(i, {"same", "first"});
  if (the && !same) return std::nullopt;
  return i;
}

bool DateMatcher::is_part_of_day(std::size_t at) const {
  return is_any(at, {"morning", "afternoon", "evening", "night"});
}

// Whether nothing follows that a time is counted from: "the year before," but not "the year before
// the war".
bool DateMatcher::closes(std::size_t at) const {
  return at >= words_.size() ||
         (is_kind(at, DateWordKind::mark) && is_any(at, {",", ".", ";", ":", ")", "?", "!"}));
}

// The season of a name that lies by (0), behind (1) or before (-1) what was told last.
Interval DateMatcher::season_by_told(int season, int direction) const {
  const Interval& told = *context_.latest;
  const int year = year_of(told.from);
  Interval best = season_of(year - 2, season);
  for (int y = year - 2; y <= year + 2; ++y) {
    const Interval here = season_of(y, season);
    if (direction > 0 && here.from > told.to) return here;
    if (direction < 0 && here.to < told.from) best = here;
    if (direction == 0 && gap(here, told) <= gap(best, told)) best = here;
  }
  return best;
}

// The week, month or year of what was told last, or one so many behind it; what was told itself
// where that is no narrower.
Interval DateMatcher::unit_by_told(int unit, int by) const {
  const Interval& told = *context_.latest;
  const DateContext there = {told.from, std::nullopt, std::nullopt, false};
  Interval out = DateMatcher(words_, there).unit_interval(unit, by);
  constexpr int weekend = 8;
  // "on Monday they met; that weekend": the one before or the one behind.
  if (unit == weekend && by == 0 && weekday_of(told.from) <= 2) out.from -= days(7);
  const bool narrower = told.precision <= out.precision || unit == weekend;
  if (narrower) return out;
  return by == 0 ? told : Interval{told.from, moved(told.to, unit, by), told.precision, false};
}

// "that winter", "the same month", "that evening".
MaybeDate DateMatcher::of_same_time(std::size_t at) const {
  const bool led = is_any(at, {"earlier", "later", "early", "late"});
  const auto i = past_same(led ? at + 1 : at);
  if (!i || *i >= words_.size() || !context_.latest) return std::nullopt;
  if (is_part_of_day(*i) && context_.earlier)
    return DateMatch{*i + 1, day_interval(*context_.earlier)};
  const bool season = is_kind(*i, DateWordKind::season);
  if (season) return DateMatch{*i + 1, season_by_told(words_[*i].value, 0)};
  if (!is_kind(*i, DateWordKind::unit) || words_[*i].plural) return std::nullopt;
  const int unit = words_[*i].value;
  if (unit <= 1 || unit > 365) return std::nullopt;
  Interval days_told = unit_by_told(unit, 0);
  if (is(at + 1, "first") && unit == 7)  // "in that first week": from the day on
    days_told.to = std::max(days_told.to, context_.latest->from + days(7));
  return DateMatch{*i + 1, days_told};
}

// "that December", "the same May", "the following February", "the previous March": of the year of
// what was told last, or the next one, or the one before.
MaybeDate DateMatcher::month_by_told(std::size_t at) const {
  if (!context_.latest) return std::nullopt;
  const auto same = past_same(at);
  const bool the = is(at, "the");
  const bool next = the && is_any(at + 1, {"following", "next"});
  const bool previous = the && is_any(at + 1, {"previous", "preceding"});
  if (!same && !next && !previous) return std::nullopt;
  const std::size_t i = same ? *same : at + 2;
  if (!is_kind(i, DateWordKind::month) || !words_[i].upper || is_day_number(i + 1))
    return std::nullopt;
  // "said that May had left", "that March was too early"
  const bool doubtful = is_any(i, {"may", "march"});
  if (same && doubtful && !closes(i + 1)) return std::nullopt;
  return DateMatch{i + 1, month_near_told(words_[i].value, next ? 1 : previous ? -1 : 0)};
}

// Of "that January" behind December: the one that came.
Interval DateMatcher::month_near_told(int month, int by) const {
  constexpr days most_of_a_year{270};
  const Interval& told = *context_.latest;
  const int year = year_of(told.from);
  const Interval here = month_interval(year, month);
  if (by > 0) return here.from > told.to ? here : month_interval(year + 1, month);
  if (by < 0) return here.to < told.from ? here : month_interval(year - 1, month);
  const bool long_before =
      told.precision < DatePrecision::year && here.to + most_of_a_year < told.from;
  return long_before ? month_interval(year + 1, month) : here;
}

// "On that Monday": the day told last, or the next such day behind it.
MaybeDate DateMatcher::weekday_by_told(std::size_t at) const {
  const auto i = past_same(at);
  if (!i || !is_kind(*i, DateWordKind::weekday) || words_[*i].plural) return std::nullopt;
  const auto& since = context_.latest_since;  // "Much has changed since 24 May."
  const bool of_since = since && since->from == since->to;
  if (!of_since && !context_.earlier) return std::nullopt;
  const Date told = of_since ? since->from : *context_.earlier;
  return DateMatch{*i + 1,
                   day_interval(told + days((words_[*i].value - weekday_of(told) + 7) % 7))};
}

// "the following spring", "the next morning", "the previous autumn", "the preceding year".
MaybeDate DateMatcher::of_next_time(std::size_t at) const {
  if (!is(at, "the") || !context_.latest || context_.future) return std::nullopt;
  const bool next = is_any(at + 1, {"following", "next"});
  const bool previous = is_any(at + 1, {"previous", "preceding"});
  if (!next && !previous) return std::nullopt;
  const int by = next ? 1 : -1;
  const std::size_t i = at + 2;
  if (i >= words_.size()) return std::nullopt;
  if (is_part_of_day(i) && context_.earlier)
    return DateMatch{i + 1, day_interval(*context_.earlier + days(by))};
  if (is_kind(i, DateWordKind::season))
    return DateMatch{i + 1, season_by_told(words_[i].value, by)};
  if (is_kind(i, DateWordKind::weekday) && !words_[i].plural && context_.earlier) {
    const int days_on = (words_[i].value - weekday_of(*context_.earlier) + 7) % 7;
    const int shift = next ? (days_on == 0 ? 7 : days_on) : days_on - 7;
    return DateMatch{i + 1, day_interval(*context_.earlier + days(shift))};
  }
  if (!is_kind(i, DateWordKind::unit) || words_[i].plural) return std::nullopt;
  const int unit = words_[i].value;
  if (unit <= 1 || unit > 365 || closes_name(i + 1)) return std::nullopt;
  return DateMatch{i + 1, unit_by_told(unit, by)};
}

// "the next year's budget", "the previous week-end"
bool DateMatcher::closes_name(std::size_t at) const { return is_any(at, {"'", "\u2019", "-"}); }

// "the year before,", "the night before", "the summer after."
MaybeDate DateMatcher::of_time_before(std::size_t at) const {
  const bool after = is(at + 2, "after"), before = is_any(at + 2, {"before", "earlier"});
  if (!is(at, "the") || !context_.latest || (!after && !before) || !closes(at + 3))
    return std::nullopt;
  const int by = after ? 1 : -1;
  if (is_part_of_day(at + 1) && context_.earlier)
    return DateMatch{at + 3, day_interval(*context_.earlier + days(by))};
  if (is_kind(at + 1, DateWordKind::season))
    return DateMatch{at + 3, season_by_told(words_[at + 1].value, by)};
  if (!is_kind(at + 1, DateWordKind::unit) || words_[at + 1].plural) return std::nullopt;
  const int unit = words_[at + 1].value;
  if (unit <= 1 || unit > 365) return std::nullopt;
  return DateMatch{at + 3, unit_by_told(unit, by)};
}

// "on the eve of the vote": of the day told last.
MaybeDate DateMatcher::eve(std::size_t at) const {
  const std::size_t i = past_optional(at, {"the"});
  if (!is(i, "eve") || !is(i + 1, "of") || !context_.earlier) return std::nullopt;
  // "on the eve of Brexit"
  if (!is_any(i + 2, {"the", "that", "this", "its", "his", "her", "their", "a"}))
    return std::nullopt;
  return DateMatch{i + 2, day_interval(*context_.earlier - days(1))};
}

// "within the week", "within days", "before the month was out".
MaybeDate DateMatcher::within_told(std::size_t at) const {
  if (!context_.latest || context_.future) return std::nullopt;
  const Interval& told = *context_.latest;
  const bool the = is(at + 1, "the");
  const std::size_t i = the ? at + 2 : at + 1;
  if (!is_kind(i, DateWordKind::unit) || words_[i].value > 365) return std::nullopt;
  const int unit = words_[i].value;
  const bool out = is_any(i + 1, {"was", "is"}) && is_any(i + 2, {"out", "over", "up"});
  if (is(at, "before") && the && out && unit > 1)
    return DateMatch{i + 3, {told.from, unit_by_told(unit, 0).to, told.precision, false}};
  if (!is(at, "within") || !context_.latest_is_near || the == words_[i].plural) return std::nullopt;
  if (is(i + 1, "of")) return std::nullopt;  // "within hours of the quake in April"
  const Date to = the ? moved(told.to, unit, 1) : told.to + reach_of(unit);
  return DateMatch{i + 1, {told.from, to, told.precision, false}};
}

// "in the days before the vote", "in the weeks that followed", "months later".
MaybeDate DateMatcher::about_told(std::size_t at) const {
  const bool in = is_any(at, {"in", "during", "over"}) && is(at + 1, "the");
  const std::size_t i = in ? at + 2 : at;
  if (!context_.latest || !is_kind(i, DateWordKind::unit) || !words_[i].plural) return std::nullopt;
  const int unit = words_[i].value;
  if (unit == 0 || unit > 30) return std::nullopt;  // "hours later": the same day
  const Interval& told = *context_.latest;
  const bool followed = in && is(i + 1, "that") && is(i + 2, "followed");
  const bool later =
      is(i + 1, "later") || (in && is_any(i + 1, {"after", "following"})) || followed;
  const bool before = is(i + 1, "earlier") || (in && is_any(i + 1, {"before", "preceding"}));
  if (!later && !before) return std::nullopt;
  if (later && told.to >= context_.anchor) return std::nullopt;  // told was the day of the report
  const std::size_t end = followed ? i + 3 : i + 2;
  if (later)
    return DateMatch{end, {told.from, told.to + reach_of(unit), DatePrecision::vague, false}};
  return DateMatch{end, {told.from - reach_of(unit), told.to, DatePrecision::vague, false}};
}

// "Ten days on, they met", "After three days Chad left": counted from what was told last.
MaybeDate DateMatcher::counted_on(std::size_t at) const {
  const bool after = is(at, "after") && at == 0;
  const auto count = context_.latest ? count_at(after ? 1 : at) : std::nullopt;
  if (!count || !is_kind(count->end, DateWordKind::unit)) return std::nullopt;
  const int unit = words_[count->end].value;
  if (unit == 0 || unit > 365 || count->value > 99) return std::nullopt;
  const std::size_t next = count->end + 1;
  const bool on = is(next, "on") && closes(next + 1);
  if (after ? is_any(next, {"of", "in", "with", "without", "at"}) : !on) return std::nullopt;
  const Interval& told = *context_.latest;
  return DateMatch{after ? next : next + 1,
                   {moved(told.from, unit, count->value), moved(told.to, unit, count->value),
                    told.precision, false}};
}

MaybeDate DateMatcher::told_before(std::size_t at) const {
  MaybeDate best;
  for (const MaybeDate& match :
       {of_same_time(at), month_by_told(at), weekday_by_told(at), of_next_time(at),
        of_time_before(at), eve(at), within_told(at), about_told(at), counted_on(at)}) {
    if (match && (!best || match->end > best->end)) best = match;
  }
  // "The following spring" of the day of writing: not told before.
  if (best && !context_.future && best->days.from > context_.anchor) return std::nullopt;
  return best;
}

}  // namespace volteface::language
