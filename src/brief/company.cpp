#include "brief/company.h"

#include <algorithm>
#include <charconv>

#include "brief/estimates.h"

namespace volteface {
namespace {

std::vector<Period> periods_of(const Record& record, const Window& window) {
  Filter filter;
  filter.since = window.since;
  filter.until = window.until;
  return group_roll_calls(record, Grouping::year, filter);
}

int year_named(const std::string& name) {
  int year = 0;
  std::from_chars(name.data(), name.data() + name.size(), year);
  return year;
}

// Of changes in order.
double median_change(const std::vector<AgreementChange>& changes) {
  if (changes.empty()) return not_a_number;
  const std::size_t n = changes.size();
  return (changes[(n - 1) / 2].change.value + changes[n / 2].change.value) / 2;
}

struct TwoTables {
  StateIndex other = 0;
  ChoiceTable before;
  ChoiceTable after;
};

}  // namespace

std::vector<Seat> columns_of(const Record& record, const BriefOptions& options) {
  std::vector<Seat> columns = powers(record);
  std::erase_if(columns, [&](const Seat& seat) { return seat.holds(options.state); });
  const auto is_on = [&](const Seat& seat) { return seat.holds(*options.on); };
  if (options.on && std::none_of(columns.begin(), columns.end(), is_on)) {
    columns.push_back(seat_of(record, *options.on));
  }
  return columns;
}

AgreementByYear::AgreementByYear(const Record& record, const Window& window, StateIndex state)
    : state_(state), comparison_(record, periods_of(record, window)) {
  for (const Period& period : comparison_.periods()) years_.push_back(year_named(period.name));
}

std::vector<ChoiceTable> AgreementByYear::tables_with(const Seat& seat) const {
  std::vector<ChoiceTable> sums(years_.size());
  for (const StateIndex name : seat.names) {
    const auto tables = comparison_.tables(state_, name);
    for (std::size_t y = 0; y < sums.size(); ++y) sums[y] += tables[y];
  }
  return sums;
}

std::vector<CompanyYear> AgreementByYear::years_with(const std::vector<Seat>& columns) const {
  std::vector<CompanyYear> years;
  for (const int year : years_) years.push_back({year, {}});
  for (const Seat& seat : columns) {
    const auto tables = tables_with(seat);
    for (std::size_t y = 0; y < years.size(); ++y) {
      years[y].agreement.push_back(estimate_of(tables[y]));
    }
  }
  std::erase_if(years, [](const CompanyYear& year) {
    return std::all_of(year.agreement.begin(), year.agreement.end(),
                       [](const Estimate& e) { return e.n == 0; });
  });
  return years;
}

ChoiceTable AgreementByYear::table(StateIndex other, const YearSpan& span) const {
  const auto tables = comparison_.tables(state_, other);
  ChoiceTable sum;
  for (std::size_t y = 0; y < years_.size(); ++y) {
    if (years_[y] >= span.first && years_[y] <= span.last) sum += tables[y];
  }
  return sum;
}

std::vector<AgreementChange> risen(const Company& company) {
  std::vector<AgreementChange> changes;
  for (const AgreementChange& change : company.changes) {
    if (change.beyond && change.change.value > 0) changes.push_back(change);
  }
  return changes;
}

std::vector<AgreementChange> fallen(const Company& company) {
  std::vector<AgreementChange> changes;
  for (auto it = company.changes.rbegin(); it != company.changes.rend(); ++it) {
    if (it->beyond && it->change.value < 0) changes.push_back(*it);
  }
  return changes;
}

void compare_periods(const Record& record, const AgreementByYear& agreement, const IdealFit& fit,
                     StateIndex state, const Comparison& comparison, Company& company) {
  company.before = comparison.before;
  company.after = comparison.after;
  company.because = comparison.because;
  if (!comparison.before || !comparison.after) return;
  std::vector<TwoTables> enough;
  for (StateIndex other = 0; other < record.states.size(); ++other) {
    if (other == state) continue;
    const TwoTables two{other, agreement.table(other, *comparison.before),
                        agreement.table(other, *comparison.after)};
    const std::uint32_t least = std::min(two.before.n(), two.after.n());
    if (least >= least_votes) {
      enough.push_back(two);
    } else if (two.before.n() + two.after.n() > 0) {
      ++company.too_few;
    }
  }
  const double quantile = joint_quantile(.95, enough.size());
  for (const TwoTables& two : enough) {
    AgreementChange change;
    change.state = record.states[two.other];
    change.before = estimate_of(two.before);
    change.after = estimate_of(two.after);
    change.change = difference(two.before, two.after, quantile);
    change.beyond = leaves_out_zero(change.change);
    change.own_move = mean_move(fit, two.other, *comparison.before, *comparison.after);
    company.changes.push_back(std::move(change));
  }
  std::stable_sort(company.changes.begin(), company.changes.end(),
                   [](const AgreementChange& a, const AgreementChange& b) {
                     return a.change.value > b.change.value;
                   });
  company.median_change = median_change(company.changes);
}

}  // namespace volteface
