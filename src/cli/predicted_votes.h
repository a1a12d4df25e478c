// The predictions that several commands begin with.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "volteface/surprise.h"

namespace volteface::cli {

// Predicts the votes from the first roll call of the record to the last that is asked for, behind a
// progress bar: what comes later would change nothing. From `held_out` nothing is learned.
PredictiveRecord predicted_until(const Record& record, const std::optional<Date>& until,
                                 std::span<const std::uint64_t> held_out = {});

}  // namespace volteface::cli
