#include "volteface/posterior.h"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "ideal/chain_key.h"
#include "ideal/chain_options.h"
#include "ideal/chain_summary.h"
#include "ideal/leaning.h"
#include "ideal/posterior_chain.h"
#include "ideal/posterior_start.h"

namespace volteface {
namespace {

// What is kept of one chain.
struct ChainResult {
  std::array<double, step_scales> step_weight{};  // mean
  PosteriorChain::Accepted accepted;
};

// To mean 0 and standard deviation 1; a single point stays where it is.
void keep(std::span<const double> theta, float* out) {
  double sum = 0, square = 0;
  for (double x : theta) sum += x, square += x * x;
  const auto n = static_cast<double>(theta.size());
  const double mean = sum / n, variance = square / n - mean * mean;
  const bool spread = variance > 0;
  for (std::size_t p = 0; p < theta.size(); ++p) {
    out[p] = static_cast<float>(spread ? (theta[p] - mean) / std::sqrt(variance) : theta[p]);
  }
}

ChainResult run_chain(const PosteriorProblem& problem, const Centre& centre, PosteriorDraw start,
                      std::uint64_t key, const PosteriorOptions& options, ChainProgress& progress,
                      float* theta) {
  ChainResult out;
  PosteriorChain chain(problem, centre, std::move(start), key);
  int kept = 0;
  for (int k = 1; k <= options.iterations; ++k) {
    const bool warm_up = k <= options.burn_in;
    chain.iterate(warm_up);
    if (!warm_up && (k - options.burn_in) % options.thin == 0) {
      keep(chain.draw().theta, theta + static_cast<std::size_t>(kept++) * problem.points());
      for (std::size_t s = 0; s < step_scales; ++s)
        out.step_weight[s] += chain.draw().hyper.step_weight[s] / kept_draws(options);
    }
    progress.step();
  }
  out.accepted = chain.accepted();
  return out;
}

std::vector<DrawSummary> summarise_points(const Posterior& posterior, std::size_t points) {
  std::vector<DrawSummary> out(points);
  const std::size_t draws = posterior.theta.size() / points;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points, 64), [&](const auto& piece) {
    // A few points at a time, so that draws are read by whole lines of memory.
    constexpr std::size_t together = 16;
    std::vector<float> of_points(draws * together);
    for (std::size_t p = piece.begin(); p < piece.end(); p += together) {
      const std::size_t some = std::min(together, piece.end() - p);
      for (std::size_t d = 0; d < draws; ++d) {
        for (std::size_t k = 0; k < some; ++k)
          of_points[k * draws + d] = posterior.theta[d * points + p + k];
      }
      for (std::size_t k = 0; k < some; ++k) {
        out[p + k] = summarise_draws(std::span(of_points).subspan(k * draws, draws),
                                     static_cast<std::size_t>(posterior.chains));
      }
    }
  });
  return out;
}

}  // namespace

std::span<const float> Posterior::draw(int chain, int number) const {
  const std::size_t at =
      static_cast<std::size_t>(chain) * static_cast<std::size_t>(draws_per_chain) +
      static_cast<std::size_t>(number);
  return std::span(theta).subspan(at * points.size(), points.size());
}

Posterior sample_posterior(const Record& record, std::span<const RollCallIndex> roll_calls,
                           const PosteriorOptions& options) {
  check_chains(options.chains, options.iterations, options.burn_in, 1, options.thin);
  IdealOptions ideal_options;
  ideal_options.by = options.by;
  ideal_options.pairs = options.pairs;
  Posterior out;
  out.start = fit_ideal_points(record, roll_calls, ideal_options);
  const PosteriorProblem problem = problem_at(record, roll_calls, out.start);

  const Centre centre = centre_of(out.start, problem.states());
  out.by = options.by;
  out.chains = options.chains;
  out.draws_per_chain = kept_draws(options);
  const std::size_t points = problem.points();
  const std::size_t of_chain = points * static_cast<std::size_t>(out.draws_per_chain);
  out.theta.resize(of_chain * static_cast<std::size_t>(options.chains));
  std::vector<ChainResult> chains(static_cast<std::size_t>(options.chains));
  ChainProgress progress(options.progress, options.iterations * options.chains);
  tbb::parallel_for(0, options.chains, [&](int c) {
    const auto at = static_cast<std::size_t>(c);
    const std::uint64_t key = chain_key(options.seed, c);
    chains[at] = run_chain(problem, centre, start_of_chain(problem, centre, out.start, key), key,
                           options, progress, out.theta.data() + at * of_chain);
  });

  const std::vector<DrawSummary> summaries = summarise_points(out, points);
  for (std::size_t p = 0; p < points; ++p) {
    const DrawSummary& s = summaries[p];
    IdealPoint point = out.start.points[p];
    point.mean = s.mean, point.sd = s.sd, point.q05 = s.q05, point.q95 = s.q95;
    out.points.push_back({point, s.rhat, s.effective});
  }
  out.convergence = convergence_of(summaries, out.draws_per_chain * out.chains);
  out.steps = out.start.steps;
  for (StepScale& step : out.steps) step.weight = 0;
  for (const ChainResult& chain : chains) {
    for (std::size_t s = 0; s < step_scales; ++s)
      out.steps[s].weight += chain.step_weight[s] / options.chains;
    out.accepted.states += chain.accepted.states / options.chains;
    out.accepted.items += chain.accepted.items / options.chains;
    out.accepted.periods += chain.accepted.periods / options.chains;
    out.accepted.blocs += chain.accepted.blocs / options.chains;
  }
  return out;
}

std::vector<SampledStep> steps_beyond(const Posterior& posterior, double size) {
  if (!(size > 0)) throw Error(fmt::format("steps beyond {}, expected a size above 0", size));
  const std::size_t points = posterior.points.size();
  const std::size_t draws = points > 0 ? posterior.theta.size() / points : 0;
  std::vector<SampledStep> out;
  std::vector<float> step(draws);
  for (std::size_t p = 1; p < points; ++p) {
    const IdealPoint &before = posterior.points[p - 1].point, &here = posterior.points[p].point;
    if (before.state != here.state) continue;
    double beyond = 0;
    for (std::size_t d = 0; d < draws; ++d) {
      step[d] = posterior.theta[d * points + p] - posterior.theta[d * points + p - 1];
      beyond += std::abs(static_cast<double>(step[d])) > size;
    }
    const DrawSummary s = summarise_draws(step, static_cast<std::size_t>(posterior.chains));
    out.push_back({here.state, before.period, here.period, s.mean, s.sd, s.q05, s.q95,
                   beyond / static_cast<double>(draws)});
  }
  return out;
}

}  // namespace volteface
