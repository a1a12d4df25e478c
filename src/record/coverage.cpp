#include "volteface/coverage.h"

#include <algorithm>

namespace volteface {
namespace {

bool same_totals(const Tally& counted, const Tally& published) {
  return counted.yes == published.yes && counted.no == published.no &&
         counted.abstain == published.abstain;
}

bool any_cell(const Tally& tally) {
  return tally.yes + tally.no + tally.abstain + tally.absent > 0;
}

void add(const Tally& part, Tally& sum) {
  sum.yes += part.yes;
  sum.no += part.no;
  sum.abstain += part.abstain;
  sum.absent += part.absent;
}

void count_roll_call(const Record& record, RollCallIndex i, Coverage& coverage) {
  const RollCall& r = record.roll_calls[i];
  const Tally counted = record.tally(i);
  add(counted, coverage.cells);
  const auto kind = static_cast<std::size_t>(r.kind);
  ++coverage.of_kind[kind];
  coverage.last_of_kind[kind] = r.date;
  if (!r.issues.empty()) coverage.last_with_issues = r.date;
  if (!any_cell(counted)) coverage.without_cells.push_back(i);
  if (!r.date_exact) coverage.approximate_dates.push_back(i);
  if (!r.duplicate_of.empty()) coverage.duplicates.push_back(i);
  if (!r.note.empty()) coverage.suspect.push_back(i);
  if (r.published && any_cell(counted)) {
    ++coverage.totals_compared;
    if (!same_totals(counted, *r.published)) coverage.totals_different.push_back(i);
  }
}

std::vector<int> years_without_votes(const Record& record) {
  std::vector<int> years;
  for (RollCallIndex i = 1; i < record.roll_calls.size(); ++i) {
    const int year = year_of(record.roll_calls[i].date);
    for (int y = year_of(record.roll_calls[i - 1].date) + 1; y < year; ++y) years.push_back(y);
  }
  return years;
}

}  // namespace

Coverage coverage_of(const Record& record) {
  Coverage coverage;
  coverage.roll_calls = record.roll_calls.size();
  if (!record.roll_calls.empty()) {
    coverage.first = record.roll_calls.front().date;
    coverage.last = record.roll_calls.back().date;
  }
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const auto row = record.votes.row(s);
    coverage.states +=
        std::any_of(row.begin(), row.end(), [](Choice c) { return c != Choice::not_listed; });
  }
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) count_roll_call(record, i, coverage);
  coverage.years_without_votes = years_without_votes(record);
  return coverage;
}

bool totals_agree(const Record& record, RollCallIndex roll_call) {
  const auto& published = record.roll_calls[roll_call].published;
  return !published || same_totals(record.tally(roll_call), *published);
}

}  // namespace volteface
