// What random numbers of the sampler are for: each purpose has its own, see counted_random.h.
#pragma once

#include <cstdint>

namespace volteface {

enum PosteriorPurpose : std::uint32_t {
  for_start = 16,
  for_states,
  for_hold,
  for_items,
  for_periods,
  for_blocs,
  for_hyperparameters,
};

}  // namespace volteface
