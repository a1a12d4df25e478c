#include "ideal/posterior_start.h"

#include <algorithm>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/periods.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

constexpr double least_gap = 1e-3;  // of cuts; its logarithm is what is drawn

}  // namespace

PosteriorProblem problem_at(const Record& record, std::span<const RollCallIndex> roll_calls,
                            const IdealFit& fit) {
  ObservationOptions options;
  options.by = fit.by;
  const Observations observations = observe(record, roll_calls, {}, options);
  std::vector<std::uint32_t> text_of_item;
  for (RollCallIndex r : roll_call_of_items(observations))
    text_of_item.push_back(fit.text_of_roll_call[r]);
  return pose_problem(observations, text_of_item, periods_of(record, observations, fit.by));
}

Centre centre_of(const IdealFit& fit, std::size_t states) {
  Centre out;
  for (const IdealPoint& p : fit.points) {
    out.theta.push_back(p.mean);
    out.theta_sd.push_back(p.sd);
  }
  for (std::size_t v = 0; v < fit.items.size(); ++v) {
    const Item& item = fit.items[v];
    out.items.push_back({item.discrimination, item.cut_yes,
                         std::log(std::max(item.cut_no - item.cut_yes, least_gap))});
    out.item_precision.push_back(1 / std::max(fit.uncertainty[v].discrimination, 1e-4));
  }
  out.item_steps.assign(out.items.size(), 0);
  out.state_steps.assign(states, 0);
  return out;
}

PosteriorDraw start_of_chain(const PosteriorProblem& problem, const Centre& centre,
                             const IdealFit& fit, std::uint64_t key) {
  constexpr double apart = 2;
  PosteriorDraw out;
  out.items = centre.items;
  out.theta = centre.theta;
  out.scale.assign(problem.points(), 0);
  for (std::size_t i = 0; i < problem.states(); ++i) {
    CountedRandom random(key, 0, for_start, static_cast<std::uint32_t>(i));
    const double off = apart * random.normal();
    for (std::size_t p = problem.walks.begin[i]; p < problem.walks.begin[i + 1]; ++p)
      out.theta[p] += off * fit.points[p].sd;
  }
  // Each step has the scale that is nearest to it.
  for (std::size_t p = 0; p < problem.points(); ++p) {
    if (problem.walks.gap[p] == 0) continue;
    const double step = std::abs(out.theta[p] - out.theta[p - 1]);
    while (out.scale[p] + 1U < step_scales &&
           step * step > step_variance(problem, p, out.scale[p])) {
      ++out.scale[p];
    }
  }
  return out;
}

}  // namespace volteface
