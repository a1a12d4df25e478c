#include "brief/window.h"

#include <fmt/format.h>

#include <algorithm>

namespace volteface {
namespace {

Date first_day_of(int year) {
  return std::chrono::year{year} / std::chrono::January / std::chrono::day{1};
}

}  // namespace

std::optional<Listed> listed_days(const Record& record, StateIndex state) {
  std::optional<Listed> days;
  for (const MembershipSpan& span : membership_spans(record)) {
    if (span.state != state) continue;
    if (!days) days = Listed{span.first, span.last};
    days->last = span.last;
  }
  return days;
}

Window window_of(const Record& record, const BriefOptions& options) {
  const auto listed = listed_days(record, options.state);
  Window window;
  // A state that is gone is looked at as long as it was there, unless other days are asked for.
  const bool later = listed && options.since && *options.since > listed->last;
  window.until = options.until && *options.until < record.last_date() ? *options.until
                 : listed && !later && !options.until                 ? listed->last
                                                                      : record.last_date();
  window.since = options.since.value_or(first_day_of(year_of(window.until) - usual_years + 1));
  if (window.since > window.until) {
    throw Error(fmt::format("the window begins on {} and ends on {}; expected an earlier beginning",
                            format_date(window.since), format_date(window.until)));
  }
  Filter filter;
  filter.since = window.since;
  filter.until = window.until;
  window.roll_calls = select_roll_calls(record, filter);
  return window;
}

}  // namespace volteface
