// What the published series is estimated from: its choice of roll calls, its sessions, its seats.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ideal/observations.h"
#include "volteface/published.h"

namespace volteface {

struct PublishedData {
  Observations observations;  // states are seats: the last name each bore
  // For each point, the state that cast most of its votes.
  std::vector<StateIndex> state_of_point;
  std::vector<std::uint32_t> text_of_roll_call;
};

PublishedData published_data(const Record& record, std::span<const RollCallIndex> roll_calls,
                             PublishedSeries series, std::span<const std::uint64_t> held_out);

}  // namespace volteface
