#include "volteface/exposure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "agreement/share_interval.h"

namespace volteface {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Measure undefined_measure{undefined, undefined, undefined};
constexpr auto five_years = std::chrono::days(1826);

void check(const ExposureOptions& options) {
  const Filter& matter = options.matter;
  if (matter.subject.empty() && matter.title.empty() && !matter.kind) {
    throw Error("exposure on every matter, expected a subject, title or kind to choose one");
  }
  if (options.latest_sessions < 1 || options.before_sessions < 1) {
    throw Error(fmt::format("exposure over {} sessions against {}, expected 1 or more of each",
                            options.latest_sessions, options.before_sessions));
  }
}

// What the windows are made of: all roll calls that are not on the matter.
struct Windows {
  Period before{"before", {}};
  Period latest{"latest", {}};
};

Windows windows_by_session(const Record& record, const std::vector<RollCallIndex>& elsewhere,
                           const ExposureOptions& options) {
  Windows windows;
  int last = 0;
  for (RollCallIndex r : elsewhere) last = std::max(last, session_number(record.roll_calls[r]));
  // No more than there are, so that no window asked for runs out of the numbers.
  const int first_latest = last - std::min(options.latest_sessions, last) + 1;
  const int first_before = first_latest - std::min(options.before_sessions, last);
  for (RollCallIndex r : elsewhere) {
    const int session = session_number(record.roll_calls[r]);
    if (session >= first_latest) {
      windows.latest.roll_calls.push_back(r);
    } else if (session >= first_before) {
      windows.before.roll_calls.push_back(r);
    }
  }
  return windows;
}

Windows windows_about(const Record& record, const std::vector<RollCallIndex>& elsewhere,
                      Date turn) {
  Windows windows;
  for (RollCallIndex r : elsewhere) {
    const Date day = record.roll_calls[r].date;
    if (day >= turn) {
      windows.latest.roll_calls.push_back(r);
    } else if (day >= turn - five_years) {
      windows.before.roll_calls.push_back(r);
    }
  }
  return windows;
}

ExposureWindow window_of(const Record& record, const std::vector<RollCallIndex>& roll_calls) {
  ExposureWindow window;
  if (roll_calls.empty()) return window;
  window.first = record.roll_calls[roll_calls.front()].date;
  window.last = record.roll_calls[roll_calls.back()].date;
  window.n = static_cast<std::uint32_t>(roll_calls.size());
  return window;
}

Measure change_of(const Measure& before, const Measure& latest) {
  if (std::isnan(before.value) || std::isnan(latest.value)) return undefined_measure;
  const double change = latest.value - before.value;
  return {change, change - std::hypot(latest.value - latest.lo, before.hi - before.value),
          change + std::hypot(latest.hi - latest.value, before.value - before.lo)};
}

Measure support_of(const ChoiceTable& matter) {
  const std::uint32_t same = matter.at(Choice::yes, Choice::yes) +
                             matter.at(Choice::abstain, Choice::abstain) +
                             matter.at(Choice::no, Choice::no);
  return share_interval(same, matter.n());
}

std::optional<Date> last_same(const Record& record, StateIndex a, StateIndex b,
                              const std::vector<RollCallIndex>& matter) {
  for (std::size_t k = matter.size(); k-- > 0;) {
    if (record.votes.at(a, matter[k]) == record.votes.at(b, matter[k])) {
      return record.roll_calls[matter[k]].date;
    }
  }
  return std::nullopt;
}

void measure(ExposedState& other) {
  other.support = support_of(other.matter);
  other.before = measure_agreement(other.before_table).agreement;
  other.latest = measure_agreement(other.latest_table).agreement;
  other.change = change_of(other.before, other.latest);
  // NaN stays NaN.
  other.at_risk = other.support.value * (other.change.value > 0 ? 0 : -other.change.value);
}

// Those that no longer vote cannot be placed, and come last.
bool more_at_risk(const ExposedState& a, const ExposedState& b) {
  if (std::isnan(a.at_risk) != std::isnan(b.at_risk)) return std::isnan(b.at_risk);
  if (a.at_risk != b.at_risk && !std::isnan(a.at_risk)) return a.at_risk > b.at_risk;
  return a.support.value > b.support.value;
}

}  // namespace

std::size_t Exposure::backers() const {
  return static_cast<std::size_t>(std::count_if(
      others.begin(), others.end(), [](const ExposedState& other) { return other.backed(); }));
}

std::size_t Exposure::present() const {
  return static_cast<std::size_t>(std::count_if(
      others.begin(), others.end(),
      [](const ExposedState& other) { return other.backed() && !std::isnan(other.change.value); }));
}

std::size_t Exposure::lost(double loss) const {
  return static_cast<std::size_t>(
      std::count_if(others.begin(), others.end(), [&](const ExposedState& other) {
        return other.backed() && other.change.value < -loss;  // false for NaN
      }));
}

Exposure measure_exposure(const Record& record, StateIndex state, const ExposureOptions& options) {
  check(options);
  Exposure out;
  out.state = state;
  const std::vector<RollCallIndex> on_matter = select_roll_calls(record, options.matter);
  for (RollCallIndex r : on_matter) {
    const Choice own = record.votes.at(state, r);
    if (!is_cast(own)) continue;
    out.matter.push_back(r);
    ++(own == Choice::yes ? out.own.yes : own == Choice::no ? out.own.no : out.own.abstain);
  }
  std::vector<RollCallIndex> elsewhere = select_roll_calls(record, {});
  std::erase_if(elsewhere, [&](RollCallIndex r) {
    return std::binary_search(on_matter.begin(), on_matter.end(), r);
  });
  const Windows windows = options.turn ? windows_about(record, elsewhere, *options.turn)
                                       : windows_by_session(record, elsewhere, options);
  out.before = window_of(record, windows.before.roll_calls);
  out.latest = window_of(record, windows.latest.roll_calls);
  const StateComparison comparison(record,
                                   {{"matter", out.matter}, windows.before, windows.latest});
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (s == state) continue;
    const std::vector<ChoiceTable> tables = comparison.tables(state, s);
    if (tables[0].n() == 0) continue;
    ExposedState other;
    other.state = s;
    other.matter = tables[0];
    other.before_table = tables[1];
    other.latest_table = tables[2];
    other.last_support = last_same(record, state, s, out.matter);
    measure(other);
    out.others.push_back(other);
  }
  std::stable_sort(out.others.begin(), out.others.end(), more_at_risk);
  return out;
}

}  // namespace volteface
