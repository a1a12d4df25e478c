// Which period each point and each item is in, counted from 0.
#pragma once

#include <cstdint>
#include <vector>

#include "ideal/observations.h"

namespace volteface {

struct PeriodsOf {
  std::vector<std::uint32_t> point;  // period of each point, counted from 0
  std::vector<std::uint32_t> item;   // and of each item
  std::uint32_t periods = 0;
};

PeriodsOf periods_of(const Record& record, const Observations& observations, PeriodBy by);

// The roll call of each item, where each roll call is an item of its own.
std::vector<RollCallIndex> roll_call_of_items(const Observations& observations);

}  // namespace volteface
