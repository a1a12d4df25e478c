// A turn in ideal points: where a state stands on the main dimension before and behind a day.
#pragma once

#include <cstdint>
#include <span>

#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

struct IdealPosition {
  double mean = 0;
  double sd = 0;            // of the votes given the items; that of the items is in it vote by vote
  std::uint32_t votes = 0;  // that it rests on; with none it is the prior
};

// The ideal point of a state from its votes on these roll calls alone, with the items of the fit,
// and a prior of the spread of all points. Roll calls without an item or without a vote of the
// state are passed over.
IdealPosition ideal_position(const Record& record, const IdealFit& fit, StateIndex state,
                             std::span<const RollCallIndex> roll_calls);

}  // namespace volteface
