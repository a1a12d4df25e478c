#include "ideal/periods.h"

#include <algorithm>

namespace volteface {

std::vector<RollCallIndex> roll_call_of_items(const Observations& observations) {
  std::vector<RollCallIndex> out(observations.items, 0);
  for (RollCallIndex r = 0; r < observations.item_of_roll_call.size(); ++r) {
    const std::uint32_t item = observations.item_of_roll_call[r];
    if (item != Observations::none) out[item] = r;
  }
  return out;
}

PeriodsOf periods_of(const Record& record, const Observations& observations, PeriodBy by) {
  std::vector<int> all;
  for (const auto& p : observations.points) all.push_back(p.period);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const auto number = [&](int period) {
    return static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), period) -
                                      all.begin());
  };
  PeriodsOf out;
  out.periods = static_cast<std::uint32_t>(all.size());
  for (const auto& p : observations.points) out.point.push_back(number(p.period));
  for (RollCallIndex r : roll_call_of_items(observations))
    out.item.push_back(number(period_of(record.roll_calls[r], by)));
  return out;
}

}  // namespace volteface
