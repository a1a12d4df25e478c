// States over time: each state's walk through its points, smoothed, with steps from a mixture of
// scales.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ideal/ideal_state.h"
#include "ideal/observations.h"
#include "volteface/ideal.h"

namespace volteface {

struct Walks {
  std::vector<std::uint32_t> begin;  // of each state's points, and one more for the end
  std::vector<int> gap;              // of each point: periods since the one before; 0 for a first
};

Walks walks_of(std::span<const Observations::Point> points);

// The posterior of every point, from what its votes say and from the state's other points, in place
// of the one before. A step's mixture is approximated by a normal density that is matched to it
// given all else (expectation propagation), so that a jump is found even where the walk was smooth
// before. Returns the weights of the scales and the distribution of first points as the posterior
// has them. Cost: 0.3 microseconds a point.
struct WalkHyperparameters {
  std::array<double, Hyperparameters::step_sd.size()> step_weight{};
  double first_mean = 0;
  double first_variance = 1;
};
WalkHyperparameters smooth_walks(const Walks& walks, const PointEvidence& evidence,
                                 IdealState& state);

}  // namespace volteface
