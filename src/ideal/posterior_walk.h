// A piece of one state's trajectory under normal evidence: draws the scales of its steps and its
// points.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ideal/counted_random.h"
#include "ideal/posterior_model.h"

namespace volteface {

// Room for the passes over a piece, to be used again.
class WalkDraw {
 public:
  // Points first .. last, of one state. `evidence` is that of all points, from votes and pull; what
  // lies beside the piece is taken as it is in `theta` and `scale`. Draws scale[first ..] (those of
  // steps within the piece) and theta[first .. last] of the conditional distribution, by a kernel
  // that is reversible: forward or backward by the toss of a coin. Points overshoot (below). Cost:
  // 0.1 microseconds a point.
  void draw(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
            const PointEvidence& evidence, std::size_t first, std::size_t last,
            CountedRandom& random, std::span<double> theta, std::span<std::uint8_t> scale);

 private:
  void load(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
            const PointEvidence& evidence, std::size_t first, std::size_t last,
            std::span<const double> theta, std::span<const std::uint8_t> scale);
  void look_ahead();
  void draw_scales(const SampledHyperparameters& hyper, CountedRandom& random);
  void swap_scales(CountedRandom& random);
  void see_step(std::size_t j);
  void see_noise();
  void draw_points(CountedRandom& random);

  // In the order of the pass. Step j leads from j - 1 to j.
  std::vector<double> precision_, shift_;  // of each point by itself
  std::vector<int> gap_;
  std::vector<std::uint8_t> scale_;
  std::vector<double> ahead_, ahead_shift_;    // by itself and all behind it in the pass
  std::vector<double> behind_, behind_shift_;  // by itself and all before it
  std::vector<double> theta_;
  std::vector<double> noise_;  // of the present points
};

}  // namespace volteface
