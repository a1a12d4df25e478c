// Mean surprise against peers, with intervals by days, and ranks.
#include "volteface/predictability.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "turn/student.h"

namespace volteface {
namespace {

constexpr double level = 0.95;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t no_period = 0xFFFFFFFF;

// The surprise on one roll call, over all states.
struct OnRollCall {
  double bits = 0;
  std::uint32_t n = 0;
  std::array<bool, 3> chosen{};

  bool contested() const { return chosen[0] + chosen[1] + chosen[2] > 1; }
};

std::vector<OnRollCall> sums_on_roll_calls(const Record& record,
                                           std::span<const PredictedVote> votes) {
  std::vector<OnRollCall> sums(record.roll_calls.size());
  for (const PredictedVote& vote : votes) {
    OnRollCall& sum = sums[vote.roll_call];
    sum.bits += vote.bits();
    ++sum.n;
    sum.chosen[static_cast<std::size_t>(vote.choice)] = true;
  }
  return sums;
}

// The votes of one state in one period, by day.
struct DaySum {
  double difference = 0;  // of bits and of the peers' mean, summed
  std::uint32_t n = 0;
};

struct StateSums {
  std::map<Date, DaySum> days;
  double bits = 0;
  double peers = 0;
  std::uint32_t n = 0;
};

// The mean of clusters with its interval: the squared sums of deviations within days stand for the
// variance of the whole sum.
Measure difference_of(const StateSums& sums) {
  const double n = sums.n;
  const double mean = (sums.bits - sums.peers) / n;
  const auto days = static_cast<double>(sums.days.size());
  if (days < 2) return {mean, undefined, undefined};
  double squares = 0;
  for (const auto& [day, sum] : sums.days) {
    const double deviation = sum.difference - sum.n * mean;
    squares += deviation * deviation;
  }
  const double error = std::sqrt(squares * days / (days - 1)) / n;
  const double half = student_quantile(level, static_cast<int>(sums.days.size()) - 1) * error;
  return {mean, mean - half, mean + half};
}

Predictability row_of(StateIndex state, const std::string& period, const StateSums& sums) {
  Predictability row;
  row.state = state;
  row.period = period;
  row.n = sums.n;
  row.days = static_cast<std::uint32_t>(sums.days.size());
  row.bits = sums.bits / sums.n;
  row.peers = sums.peers / sums.n;
  row.difference = difference_of(sums);
  return row;
}

void rank(std::vector<Predictability*>& in_period, const PredictabilityOptions& options) {
  std::erase_if(in_period, [&](const Predictability* row) {
    return row->n < options.least_votes || row->days < options.least_days;
  });
  std::stable_sort(in_period.begin(), in_period.end(),
                   [](const Predictability* a, const Predictability* b) {
                     return a->difference.value > b->difference.value;
                   });
  for (std::size_t k = 0; k < in_period.size(); ++k) {
    in_period[k]->rank = static_cast<std::uint32_t>(k + 1);
    in_period[k]->ranked = static_cast<std::uint32_t>(in_period.size());
  }
}

}  // namespace

std::vector<Predictability> predictability(const Record& record,
                                           std::span<const PredictedVote> votes,
                                           const PredictabilityOptions& options) {
  if (options.by == Grouping::subject) {
    throw Error("predictability by subject, expected by year, session or all together");
  }
  const std::vector<Period> periods = group_roll_calls(record, options.by, options.filter);
  std::vector<std::uint32_t> period_of(record.roll_calls.size(), no_period);
  for (std::uint32_t p = 0; p < periods.size(); ++p) {
    for (RollCallIndex r : periods[p].roll_calls) period_of[r] = p;
  }
  const std::vector<OnRollCall> on = sums_on_roll_calls(record, votes);
  std::map<std::pair<StateIndex, std::uint32_t>, StateSums> all;
  for (const PredictedVote& vote : votes) {
    const OnRollCall& here = on[vote.roll_call];
    if (period_of[vote.roll_call] == no_period || !here.contested()) continue;
    StateSums& sums = all[{vote.state, period_of[vote.roll_call]}];
    const double bits = vote.bits();
    const double peers = (here.bits - bits) / (here.n - 1);
    DaySum& day = sums.days[record.roll_calls[vote.roll_call].date];
    day.difference += bits - peers;
    ++day.n;
    sums.bits += bits;
    sums.peers += peers;
    ++sums.n;
  }
  std::vector<Predictability> rows;
  rows.reserve(all.size());
  std::vector<std::vector<Predictability*>> in_period(periods.size());
  for (const auto& [key, sums] : all) {
    rows.push_back(row_of(key.first, periods[key.second].name, sums));
    in_period[key.second].push_back(&rows.back());
  }
  for (auto& those : in_period) rank(those, options);
  return rows;
}

}  // namespace volteface
