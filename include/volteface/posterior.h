// Draws from the posterior of ideal points.
//
// fit_ideal_points (ideal.h) approximates; this samples the same model exactly, by Markov chains,
// and says how far the chains can be trusted. It takes some hundred times as long. Use it where an
// interval matters, where a question is about several points at once (did this state move? did it
// cross that one?), or to check the approximation.
//
//   volteface::Record record = volteface::embedded_record();
//   auto roll_calls = volteface::select_roll_calls(record, {});
//   volteface::Posterior posterior = volteface::sample_posterior(record, roll_calls);
//   for (const auto& p : posterior.points) {
//     // p.mean and p.sd; p.rhat should be near 1, and p.effective large
//   }
//   auto steps = volteface::steps_beyond(posterior, 0.5);  // P(|step| > 0.5), a step each
//
// The model, its priors and its scale, how the chains move, and what was measured, is told in
// docs/posterior.md.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "volteface/convergence.h"
#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

struct PosteriorOptions {
  PeriodBy by = PeriodBy::session;

  // Roll calls on the same text; bridging_pairs() if not given.
  std::optional<std::vector<TextPair>> pairs;

  int chains = 4;        // 1 to 64, from different starts
  int iterations = 850;  // of each chain, with those of burn_in
  int burn_in = 150;     // iterations that are not kept, in which the chain learns how to move
  int thin = 1;          // of the others, every how many-th is kept

  // The same seed gives the same draws, however many threads there are. Processors with vectors of
  // other widths round differently.
  std::uint64_t seed = 1;

  // Called after each iteration with those done and to do, of all chains; from any thread, but
  // never from two at once.
  std::function<void(int done, int all)> progress;
};

// A point, as the draws have it.
struct SampledPoint {
  IdealPoint point;      // quantiles are those of the draws
  double rhat = 1;       // of the halves of all chains; 1: they agree
  double effective = 0;  // number of independent draws that the mean is worth
};

// Of what was proposed, the share that was taken.
struct AcceptedShares {
  double states = 0;   // pieces of trajectories
  double items = 0;    // pieces of texts
  double periods = 0;  // shifts and stretches of all periods at once
  double blocs = 0;    // stretches of all that lies far out
};

struct Posterior {
  PeriodBy by = PeriodBy::session;
  std::vector<SampledPoint> points;  // by state, then period: as IdealFit::points
  std::vector<StepScale> steps;      // posterior means of the weights
  IdealFit start;                    // the approximation from which the chains began
  Convergence convergence;           // over all points
  AcceptedShares accepted;

  int chains = 0;
  int draws_per_chain = 0;

  // Ideal points: draw d of chain c at point p is theta[(c * draws_per_chain + d) * points.size() +
  // p]. Each draw has mean 0 and standard deviation 1 over all points, and is high where the USA
  // stood in the Cold War.
  std::vector<float> theta;

  std::span<const float> draw(int chain, int number) const;
};

// A state from one of its points to the next.
struct SampledStep {
  StateIndex state = 0;
  int from = 0;  // period
  int to = 0;
  double mean = 0;
  double sd = 0;
  double q05 = 0;
  double q95 = 0;
  double beyond = 0;  // probability that the step is larger, up or down, than was asked
};

// All steps, by state, then period. `size` in units of the scale, above 0.
std::vector<SampledStep> steps_beyond(const Posterior& posterior, double size);

// Samples the posterior for the roll calls given (ascending).
// Throws Error where no contested vote is left, or the options make no sense.
// Cost: 30 ms of CPU an iteration for the million votes of the record, and 4 bytes a kept draw and
// point (12,000 in the record).
Posterior sample_posterior(const Record& record, std::span<const RollCallIndex> roll_calls,
                           const PosteriorOptions& options = {});

}  // namespace volteface
