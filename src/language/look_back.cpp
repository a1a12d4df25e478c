#include "language/look_back.h"

#include <algorithm>
#include <cstdlib>

namespace volteface::language {
namespace {

constexpr std::uint32_t opening = 6;  // sentences in which a report says what it is of

int year_of(Date date) { return int(std::chrono::year_month_day(date).year()); }

void into_year(int year, Interval& days) {
  const std::chrono::year_month_day from(days.from), to(days.to);
  if (from.year() != to.year() || from.month() != to.month()) return;
  const std::chrono::year_month_day a(std::chrono::year(year), from.month(), from.day());
  const std::chrono::year_month_day b(std::chrono::year(year), to.month(), to.day());
  if (a.ok() && b.ok()) days.from = a, days.to = b;
}

}  // namespace

bool LookBack::is_recent(const Interval& days) const {
  return days.to + std::chrono::days(366) > anchor_;
}

// A day so close before the writing that it is hardly of a tale told some paragraphs before.
bool LookBack::is_news(const Interval& days) const {
  constexpr std::chrono::days fresh{45};
  return days.precision == DatePrecision::day && days.to + fresh >= anchor_;
}

// A tale of a day of that season, told because of it.
bool LookBack::is_anniversary(const Interval& told) const {
  constexpr int a_month = 31, a_year = 366;
  if (told.precision > DatePrecision::month) return false;
  const auto day_of_year = [](Date date) {
    return (date - Date(std::chrono::year(year_of(date)) / 1 / 1)).count();
  };
  const auto apart = std::abs(day_of_year(told.from) - day_of_year(anchor_));
  return apart <= a_month || apart >= a_year - a_month;
}

// "In the hall on the evening of 29 November 1990", in a report of the 29th: what it looks back on,
// wherever in its first sentences it stands.
bool LookBack::opens_anniversary(const Interval& days, const Place& place) const {
  constexpr std::chrono::days close{3};
  if (place.sentence >= opening || place.aside || days.precision != DatePrecision::day)
    return false;
  Interval this_year = days;
  into_year(year_of(anchor_), this_year);
  return this_year.from >= anchor_ - close && this_year.from <= anchor_ + close;
}

// "A year ago today", "on 10 November last year", in a report of the tenth of November.
bool LookBack::is_year_ago(const Interval& days) const {
  constexpr std::chrono::days least{360}, most{370};
  const bool day = days.precision == DatePrecision::day && days.from == days.to;
  return day && days.from + least <= anchor_ && anchor_ <= days.from + most;
}

// "On 22 November" in a report of the 29th that looks back on the 29th of last November.
bool LookBack::is_about_year_ago(const Interval& days) const {
  constexpr std::chrono::days near{21}, year{365};
  return year_ago_ && days.precision == DatePrecision::day &&
         days.from >= *year_ago_ + year - near && days.from <= *year_ago_ + year + near;
}

void LookBack::open_with(int years_back) {
  const Date then = months_on(anchor_, -12 * years_back);
  told_ = day_interval(then);
  remembered_ = year_of(then);
}

// In the year of what was told; in the next one where it would lie long before the last of it: "In
// December 2009 they met. In February he left."
void LookBack::go_on_from(const Interval& told, Interval& days) const {
  constexpr std::chrono::days long_before{183};
  const Interval as_read = days;
  const Interval from = last_.value_or(told);
  into_year(year_of(from.from), days);
  if (from.precision < DatePrecision::year && days.to + long_before < from.from) {
    Interval next = as_read;
    into_year(year_of(from.from) + 1, next);
    if (next.from <= anchor_) days = next;
  }
}

// The first such day behind what was told: "gave it until 15 January".
void LookBack::mend_ahead(Interval& days) const {
  const std::optional<Interval> told = last_ ? last_ : told_;
  if (!told) return;
  Interval then = days;
  into_year(year_of(told->to), then);
  if (then.to < told->to) into_year(year_of(told->to) + 1, then);
  if (then.from <= anchor_) days = then;
}

// "Today he is back": what a report remembers goes on behind it, unless it has left that before.
void LookBack::leave_tale() {
  if (!told_ || remembered_ != year_of(told_->from)) return forget_tale();
  here_.reset();
  is_told_here_ = false;
}

void LookBack::forget_tale() {
  told_.reset(), here_.reset(), last_.reset();
  is_told_here_ = false;
}

void LookBack::learn(const Interval& days, const Place& place) {
  constexpr std::size_t front = 8;  // where the date of a tale stands
  constexpr int long_ago = 3;       // years
  const bool one_year = year_of(days.from) == year_of(days.to);
  const bool old = year_of(days.to) <= year_of(anchor_) - long_ago;
  const bool anniversary = opens_anniversary(days, place);
  const bool in_front = place.word < front || anniversary;
  // "had sent warships in 1996": what the tale is about goes on behind it.
  const bool before_tale = place.further_back && (told_ || here_) &&
                           year_of(days.to) < year_of(told_ ? told_->from : here_->from);
  const bool named = place.named && !anniversary;  // "a pact of 1976"
  if (one_year && old && in_front && !before_tale && !named) {
    told_ = last_ = days;
    is_told_here_ = true;
    if (anniversary || is_anniversary(days)) remembered_ = year_of(days.from);
    return;
  }
  if (days.to == anchor_) return;  // the day of the report itself
  if (is_recent(days)) told_.reset(), last_.reset();
  if (named || before_tale || place.aside || place.further_back || !one_year) return;
  const bool other_year = told_ && year_of(told_->from) != year_of(days.from);
  if (other_year && remembered_ != year_of(told_->from)) told_.reset();  // the tale has moved on
  here_.reset();
  if (year_of(days.to) < year_of(anchor_) && !is_recent(days) && (place.led || in_front))
    here_ = last_ = days;
}

// Whether the tale has a year for it.
bool LookBack::mend(Interval& days) const {
  // A year named in passing holds for its own paragraph.
  const bool in_passing = told_ && told_->precision >= DatePrecision::year;
  const bool holds = told_ && (is_told_here_ || remembered_ == year_of(told_->from) ||
                               (!is_news(days) && !in_passing));
  const bool holds_here = here_ && !is_news(days);
  if (holds_here || holds) {
    go_on_from(holds_here ? *here_ : *told_, days);
    return true;
  }
  if (is_about_year_ago(days)) into_year(year_of(*year_ago_), days);
  return false;
}

void LookBack::take(Interval& days, const Place& place) {
  if (!year_ago_ && place.sentence < opening && is_year_ago(days)) year_ago_ = days.from;
  if (place.holds_anywhere) return learn(days, place);
  if (place.ahead && place.ahead_then && place.yearless && is_running()) return mend_ahead(days);
  if (place.ahead) return;
  if (place.yearless) {
    if (mend(days) && !place.limit && !place.further_back) last_ = days;
    return;
  }
  if (is_recent(days)) return leave_tale();
  // "Five years later": beyond the year that was told.
  const bool other =
      days.precision >= DatePrecision::year && told_ && year_of(days.from) != year_of(told_->from);
  if (other && remembered_ != year_of(told_->from)) forget_tale();
}

}  // namespace volteface::language
