// What a probability of a turn means, and where none can be told.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "volteface/turns.h"

namespace volteface {
namespace {

// As tools/score_turns.cpp prints them for `volteface turns --probability 0.05`, against 2,795
// quiet years. At 1 none was seen, but the table ends where enough were to count.
struct AlarmRate {
  double probability;
  double in_100_years;
};
constexpr std::array<AlarmRate, 10> alarm_rates = {{{0.05, 6.94},
                                                    {0.1, 5.69},
                                                    {0.25, 4.08},
                                                    {0.5, 2.04},
                                                    {0.75, 1.11},
                                                    {0.85, 0.82},
                                                    {0.9, 0.61},
                                                    {0.95, 0.43},
                                                    {0.99, 0.39},
                                                    {0.999, 0.29}}};

}  // namespace

double false_alarms_in_100_years(double least_probability) {
  if (!(least_probability >= alarm_rates.front().probability))
    return std::numeric_limits<double>::quiet_NaN();
  const auto above = std::find_if(alarm_rates.begin(), alarm_rates.end(), [&](const AlarmRate& r) {
    return r.probability > least_probability;
  });
  if (above == alarm_rates.end()) return alarm_rates.back().in_100_years;
  const AlarmRate& below = *(above - 1);
  return std::lerp(
      below.in_100_years, above->in_100_years,
      (least_probability - below.probability) / (above->probability - below.probability));
}

bool has_votes_for_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                         StateIndex state, Date since, Date until) {
  std::vector<Date> days;
  for (const RollCallIndex r : roll_calls) {
    if (is_cast(record.votes.at(state, r))) days.push_back(record.roll_calls[r].date);
  }
  for (std::size_t k = least_votes_a_side; k + least_votes_a_side <= days.size(); ++k) {
    if (days[k] >= since && days[k] <= until) return true;
  }
  return false;
}

}  // namespace volteface
