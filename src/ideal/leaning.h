// Which way is high.
#pragma once

#include <vector>

#include "ideal/observations.h"
#include "volteface/record.h"

namespace volteface {

// For each item, how much further to no the USA voted than Russia: the votes of this side are high.
// Where the two never differ, the state furthest from the one with the most votes stands in.
std::vector<int> leaning_of_items(const Record& record, const Observations& observations);

}  // namespace volteface
