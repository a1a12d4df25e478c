// predict_votes with other settings of the filter than surprise uses.
#pragma once

#include "turn/vote_filter.h"

namespace volteface {

PredictiveRecord predict_votes_with(const FilterSettings& settings, const Record& record,
                                    std::span<const RollCallIndex> roll_calls,
                                    const PredictOptions& options = {});

}  // namespace volteface
