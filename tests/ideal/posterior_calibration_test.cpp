// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018): parameters
// are drawn from the prior, votes from the parameters, and draws from the posterior given the
// votes. Then the rank of each true parameter among its draws is uniform, if all that the sampler
// does is right.
#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "ideal/posterior_simulation.h"

namespace volteface {
namespace {

constexpr int records = 200;
constexpr int warm_up = 150;
constexpr int draws = 59;  // ranks 0 .. 59: ten bins of six
constexpr int thin = 20;
constexpr int bins = 10;

std::map<std::string, double> quantities(const PosteriorSimulation& s, const PosteriorDraw& d) {
  double sum = 0, square = 0;
  for (double x : d.theta) sum += x, square += x * x;
  const auto n = static_cast<double>(d.theta.size());
  const double mean = sum / n, sd = std::sqrt(square / n - mean * mean);
  double largest_step = 0, furthest = 0;
  for (std::size_t p = 0; p < d.theta.size(); ++p) {
    furthest = std::max(furthest, std::abs(d.theta[p]));
    if (s.problem.walks.gap[p] > 0)
      largest_step = std::max(largest_step, std::abs(d.theta[p] - d.theta[p - 1]));
  }
  const std::size_t middle = s.problem.walks.begin[s.problem.states() / 2] + 2;
  return {
      {"first point", d.theta[0]},
      {"point in the middle of a walk", d.theta[middle]},
      {"last point", d.theta.back()},
      {"point on the reported scale", (d.theta[middle] - mean) / sd},
      {"step", d.theta[middle] - d.theta[middle - 1]},
      {"largest step", largest_step},
      {"furthest point", furthest},
      {"mean of points", mean},
      {"spread of points", sd},
      {"discrimination of a recurring item", d.items[0][0]},
      {"cut of a recurring item", d.items[0][1]},
      {"discrimination of an item of its own", d.items[5][0]},
      {"log gap of an item of its own", d.items[5][2]},
      {"last log gap", d.items.back()[2]},
      {"weight of small steps", d.hyper.step_weight[0]},
      {"weight of large steps", d.hyper.step_weight[5] + d.hyper.step_weight[6]},
      {"mean of first points", d.hyper.first_mean},
      {"variance of first points", d.hyper.first_variance},
      {"mean discrimination", d.hyper.item_mean[0]},
      {"variance of discriminations", d.hyper.item_covariance(0, 0)},
      {"covariance of items", d.hyper.item_covariance(0, 1)},
      {"drift", std::log(d.hyper.drift.determinant())},
      {"drift of discriminations", d.hyper.drift(0, 0)},
  };
}

std::map<std::string, int> ranks_of(std::uint64_t seed) {
  const PosteriorSimulation s = PriorSimulator(seed, {}).draw();
  const auto truth = quantities(s, s.truth);
  std::map<std::string, int> ranks;
  for (const auto& [name, value] : truth) ranks[name] = 0;
  PosteriorChain chain(s.problem, blank_centre(s), s.truth, seed + 1000000);
  for (int k = 0; k < warm_up; ++k) chain.iterate(true);
  for (int d = 0; d < draws; ++d) {
    for (int k = 0; k < thin; ++k) chain.iterate(false);
    for (const auto& [name, value] : quantities(s, chain.draw()))
      ranks[name] += value < truth.at(name);
  }
  return ranks;
}

TEST(PosteriorCalibration, RanksOfTheTruthAreUniform) {
  std::vector<std::map<std::string, int>> ranks(records);
  tbb::parallel_for(0, records, [&](int k) {
    ranks[static_cast<std::size_t>(k)] = ranks_of(static_cast<std::uint64_t>(k) + 1);
  });
  constexpr double critical = 33.7;  // chi square with 9 degrees of freedom: once in 10,000
  for (const auto& [name, unused] : ranks[0]) {
    std::vector<int> counts(bins, 0);
    for (const auto& r : ranks) ++counts[static_cast<std::size_t>(r.at(name) * bins / (draws + 1))];
    double chi = 0;
    const double expected = static_cast<double>(records) / bins;
    std::string histogram;
    for (int c : counts) {
      chi += (c - expected) * (c - expected) / expected;
      histogram += " " + std::to_string(c);
    }
    EXPECT_LT(chi, critical) << name << ":" << histogram;
    RecordProperty(name, std::to_string(chi));
  }
}

}  // namespace
}  // namespace volteface
