// Which words are a date, and which days they mean when written on a day.
//
// Weeks begin on Monday. "Last December" is that of the year before; "last Friday" that of the week
// before. What is said of each kind, and which kinds are left out, is told in docs/language.md.
#pragma once

#include <optional>
#include <span>

#include "language/calendar.h"
#include "language/date_words.h"

namespace volteface::language {

struct DateContext {
  Date anchor;                   // the day on which the text was written
  std::optional<Date> earlier;   // the last day spoken of: what "the same day" goes by
  std::optional<Interval> last;  // the last day or month spoken of: what "two days later" goes by
  bool future = false;           // whether the sentence speaks of what is to come
  // The year spoken of, if no day or month was since: what "a year later" goes by.
  std::optional<Interval> last_year = std::nullopt;
  // The last day, week, month, season or year spoken of: what "that winter" goes by.
  std::optional<Interval> latest = std::nullopt;
  // Told since by "since April 2021": what "of that year" goes by.
  std::optional<Interval> latest_since = std::nullopt;
  bool latest_is_near = false;  // in the same paragraph: what "within the hour" goes by
  bool last_is_here = false;    // whether `last` was told in the same paragraph
  bool day_first = false;       // "12/09/2023" is of September
};

struct DateMatch {
  std::size_t end = 0;  // behind its last word
  Interval days;
};

// The longest date that begins with words[at].
std::optional<DateMatch> match_date(std::span<const DateWord> words, std::size_t at,
                                    const DateContext& context);

}  // namespace volteface::language
