#include "volteface/brief.h"

#include <fmt/format.h>

#include "brief/company.h"
#include "brief/covered.h"
#include "brief/headline.h"
#include "brief/recurring.h"
#include "brief/standing.h"
#include "brief/unusual.h"
#include "brief/votes_on.h"
#include "brief/window.h"
#include "volteface/bridging.h"
#include "volteface/ideal.h"

namespace volteface {
namespace {

IdealFit fit_by_year(const Record& record, const std::vector<TextPair>& pairs,
                     const std::function<void(int, int)>& progress) {
  IdealOptions options;
  options.by = PeriodBy::year;
  options.pairs = pairs;
  options.progress = progress;
  return fit_ideal_points(record, select_roll_calls(record, {}), options);
}

void mark(const std::vector<RollCallIndex>& on, const Record& record, Unusual& unusual) {
  for (UnusualVote& vote : unusual.votes) {
    for (const RollCallIndex r : on) vote.on |= record.roll_calls[r].id == vote.vote.id;
  }
}

Brief begun(const Record& record, const BriefOptions& options, const Window& window) {
  Brief brief;
  brief.state = record.states[options.state];
  if (options.on) brief.on = record.states[*options.on];
  brief.covered = covered_by(record, options, window);
  return brief;
}

void fill(const Record& record, const IdealFit& fit, std::span<const TextPair> pairs,
          const BriefOptions& options, const Window& window, Brief& brief) {
  brief.standing = standing_of(record, fit, options.state, window);

  const std::vector<Seat> columns = columns_of(record, options);
  const AgreementByYear agreement(record, window, options.state);
  for (const Seat& seat : columns) brief.company.columns.push_back(seat.state);
  brief.company.years = agreement.years_with(columns);
  compare_periods(record, agreement, fit, options.state, comparison_of(brief.standing),
                  brief.company);

  brief.recurring = recurring_texts(record, pairs, options.state, columns, window);
  brief.unusual = unusual_votes(record, fit, options.state, window);
  if (options.on) {
    const Seat on = seat_of(record, *options.on);
    const auto roll_calls = roll_calls_on(record, on, window);
    brief.votes_on = votes_on(record, fit, roll_calls, options.state, on, columns);
    mark(roll_calls, record, brief.unusual);
  }
  if (!fit.settled) {
    brief.covered.notes.push_back(
        "The fit of ideal points had not come to rest when it was ended; their intervals are "
        "somewhat too narrow.");
  }
  brief.headline = headline_of(brief);
}

void check_states(const Record& record, const BriefOptions& options) {
  if (options.on && (seat_of(record, *options.on).holds(options.state) ||
                     seat_of(record, options.state).holds(*options.on))) {
    throw Error(fmt::format("a brief of {} on itself; expected another state",
                            record.states[options.state].name));
  }
}

bool is_cut(const Record& record, const BriefOptions& options) {
  if (record.roll_calls.empty() ||
      (options.as_of && *options.as_of < record.roll_calls.front().date)) {
    throw Error("the record has no roll calls to the day asked for");
  }
  return options.as_of && *options.as_of < record.last_date();
}

Brief brief_of(const Record& record, const BriefOptions& options) {
  const Window window = window_of(record, options);
  Brief brief = begun(record, options, window);
  if (brief.covered.cast == 0) return brief;
  const std::vector<TextPair> pairs = bridging_pairs(record);
  const IdealFit fit = fit_by_year(record, pairs, options.progress);
  fill(record, fit, pairs, options, window, brief);
  return brief;
}

}  // namespace

Brief make_brief(const Record& record, const BriefOptions& options) {
  check_states(record, options);
  if (!is_cut(record, options)) return brief_of(record, options);
  Brief brief = brief_of(record_as_of(record, *options.as_of), options);
  brief.covered.as_of = options.as_of;
  return brief;
}

Brief make_brief(const Record& record, const IdealFit& fit, std::span<const TextPair> pairs,
                 const BriefOptions& options) {
  check_states(record, options);
  if (is_cut(record, options)) {
    throw Error("the fit has seen votes after the day asked for; expected a brief without a fit");
  }
  if (fit.by != PeriodBy::year) throw Error("the fit is by session; expected one by year");
  const Window window = window_of(record, options);
  Brief brief = begun(record, options, window);
  if (brief.covered.cast > 0) fill(record, fit, pairs, options, window, brief);
  return brief;
}

}  // namespace volteface
