// Which way is high.
#pragma once

#include <vector>

#include "ideal/observations.h"
#include "volteface/record.h"

namespace volteface {

// The states at either end. Usually the USA, and Russia with the Soviet Union before it; where
// these never differ or are not there, the USA and the state furthest from it; without the USA, any
// state and the one with the most votes.
struct Poles {
  std::vector<StateIndex> high;
  std::vector<StateIndex> low;
};
Poles poles_of(const Record& record, const Observations& observations);

// For each item on which both poles voted, how much further to no the high one is; else 0.
std::vector<int> leaning_of_items(const Observations& observations, const Poles& poles);

}  // namespace volteface
