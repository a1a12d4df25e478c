#include "volteface/brief.h"

#include <fmt/format.h>
#include <tbb/task_group.h>

#include "brief/company.h"
#include "brief/covered.h"
#include "brief/exposed.h"
#include "brief/headline.h"
#include "brief/press.h"
#include "brief/recurring.h"
#include "brief/standing.h"
#include "brief/turning.h"
#include "brief/unusual.h"
#include "brief/votes_on.h"
#include "brief/why.h"
#include "brief/window.h"
#include "volteface/bridging.h"
#include "volteface/ideal.h"

namespace volteface {
namespace {

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

void fill(const Record& record, const BriefBasis& basis, const BriefOptions& options,
          const Window& window, Brief& brief) {
  const IdealFit& fit = basis.fit;
  brief.standing = standing_of(record, fit, options.state, window);

  const std::vector<Seat> columns = columns_of(record, options);
  const AgreementByYear agreement(record, window, options.state);
  for (const Seat& seat : columns) brief.company.columns.push_back(seat.state);
  brief.company.years = agreement.years_with(columns);
  compare_periods(record, agreement, fit, options.state, comparison_of(brief.standing),
                  brief.company);

  brief.turning = turning_of(record, basis, options.state, columns, window);
  brief.why = why_of(record, basis, options.state, brief.turning, window);
  brief.recurring = recurring_texts(record, basis.pairs, options.state, columns, window);
  brief.unusual = unusual_votes(record, basis.predicted, options.state, window);
  if (options.on) {
    const Seat on = seat_of(record, *options.on);
    const auto roll_calls = roll_calls_on(record, on, window);
    brief.votes_on = votes_on(record, basis.predicted, roll_calls, options.state, on, columns);
    mark(roll_calls, record, brief.unusual);
  }
  if (!fit.settled) {
    brief.covered.notes.push_back(
        "The fit of ideal points had not come to rest when it was ended; their intervals are "
        "somewhat too narrow.");
  }
  brief.exposed = exposed_of(record, options, brief.turning);
  if (!options.reports.empty()) brief.press = press_of(record, basis.predicted, options, brief);
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
  fill(record, brief_basis(record, options.progress), options, window, brief);
  return brief;
}

}  // namespace

BriefBasis brief_basis(const Record& record,
                       const std::function<void(int done, int all)>& progress) {
  const std::vector<RollCallIndex> roll_calls = select_roll_calls(record, {});
  IdealOptions options;
  options.by = PeriodBy::year;
  options.pairs = bridging_pairs(record);
  options.progress = progress;
  std::optional<PredictiveRecord> predicted;
  std::optional<TurnFinder> turns;
  // Three walks through the same votes, none of which needs another. Progress is told from here.
  tbb::task_group others;
  others.run([&] { predicted = predict_votes(record, roll_calls); });
  others.run([&] { turns.emplace(record, roll_calls); });
  IdealFit fit = fit_ideal_points(record, roll_calls, options);
  others.wait();
  return {std::move(fit), std::move(*options.pairs), std::move(*predicted),
          TurnsByState(std::move(*turns), record.states.size())};
}

Brief make_brief(const Record& record, const BriefOptions& options) {
  check_states(record, options);
  if (!is_cut(record, options)) return brief_of(record, options);
  Brief brief = brief_of(record_as_of(record, *options.as_of), options);
  brief.covered.as_of = options.as_of;
  return brief;
}

Brief make_brief(const Record& record, const BriefBasis& basis, const BriefOptions& options) {
  check_states(record, options);
  if (is_cut(record, options)) {
    throw Error("the basis has seen votes after the day asked for; expected a brief without one");
  }
  if (basis.fit.by != PeriodBy::year) throw Error("the fit is by session; expected one by year");
  const Window window = window_of(record, options);
  Brief brief = begun(record, options, window);
  if (brief.covered.cast > 0) fill(record, basis, options, window, brief);
  return brief;
}

}  // namespace volteface
