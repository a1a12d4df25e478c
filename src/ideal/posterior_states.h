// Draws the trajectories of states given the items.
//
// The votes on a point are replaced by a normal stand-in, whose expansion point depends on the
// items alone. Given it, a state's points and the scales of its steps are a switching linear model,
// from which both are drawn together: each scale with the points integrated out (Gerlach, Carter
// and Kohn 2000, Journal of the American Statistical Association 95:451), then the points backward.
// So a jump is found also where points and scales hold each other. The result is a proposal
// (Metropolis and Hastings) whose prior cancels: it is taken by what the votes say beyond their
// stand-in.
#pragma once

#include <cstdint>

#include "ideal/posterior_model.h"

namespace volteface {

// Which random numbers.
struct ChainPlace {
  std::uint64_t key = 0;
  std::uint32_t iteration = 0;
};

struct BlockCount {
  double proposed = 0;
  double accepted = 0;
};

// Trajectories are drawn in pieces, cut at places that differ from iteration to iteration; where
// pieces are often refused, sweeps in smaller pieces follow. Changes draw.theta and draw.scale.
// `items` is columns_of(draw.items). Where `accepted` is not empty, the share of pieces that was
// taken is added to it, an element a state.
BlockCount draw_states(const PosteriorProblem& problem, const Centre& centre,
                       const ChainPlace& place, const ItemColumns& items, PosteriorDraw& draw,
                       std::span<float> accepted);

// log density of what the hold observed.
double log_hold(const PosteriorProblem& problem, std::span<const double> theta);

}  // namespace volteface
