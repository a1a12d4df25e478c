// The group moves of the sampler, and its draws of walks, against direct computation.
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <numbers>

#include "ideal/posterior_blocs.h"
#include "ideal/posterior_periods.h"
#include "ideal/posterior_reference.h"
#include "ideal/posterior_simulation.h"
#include "ideal/posterior_walk.h"

namespace volteface {
namespace {

long double log_votes(const PosteriorSimulation& s, const PosteriorDraw& draw) {
  long double sum = 0;
  for (std::uint32_t v = 0; v < s.observations.items; ++v)
    sum += reference::log_votes_of_item(s.observations, v, draw.items[v], draw.theta);
  return sum;
}

TEST(PeriodMoves, NoVoteBecomesMoreOrLessLikely) {
  const PosteriorSimulation s = PriorSimulator(3, {}).draw();
  const PeriodDensity density(s.problem, s.truth);
  Eigen::VectorXd to = density.present();
  for (Eigen::Index i = 0; i < to.size(); ++i)
    to[i] += 0.3 * std::sin(1.0 + static_cast<double>(i));
  PosteriorDraw moved = s.truth;
  density.move(to, moved);
  EXPECT_GT(std::abs(moved.theta[0] - s.truth.theta[0]), 1e-3);
  EXPECT_NEAR(static_cast<double>(log_votes(s, moved) - log_votes(s, s.truth)), 0, 1e-9);
  // The coordinates are where the move was to lead.
  EXPECT_LT((PeriodDensity(s.problem, moved).present() - to).cwiseAbs().maxCoeff(), 1e-9);
}

// The few sums by which the density is computed say the same as all points and items.
TEST(PeriodMoves, TheDensityIsThatOfThePriorsAndTheVolume) {
  const PosteriorSimulation s = PriorSimulator(4, {}).draw();
  const PeriodDensity density(s.problem, s.truth);
  const Eigen::VectorXd here = density.present();
  Eigen::VectorXd to = here, gradient(here.size());
  for (Eigen::Index i = 0; i < to.size(); ++i)
    to[i] += 0.2 * std::cos(2.0 * static_cast<double>(i));
  PosteriorDraw moved = s.truth;
  density.move(to, moved);
  const Eigen::Index periods = here.size() / 2;
  double volume = 0;
  for (Eigen::Index t = 0; t < periods; ++t) {
    double power = -1;
    for (std::uint32_t u : s.problem.periods.point) power += u == t;
    for (std::uint32_t u : s.problem.periods.item) power -= u == t;
    volume += power * (to[periods + t] - here[periods + t]);
  }
  const double expected = log_prior(s.problem, moved) - log_prior(s.problem, s.truth) + volume;
  const double got = density(to, gradient) - density(here, gradient);
  EXPECT_NEAR(got, expected, 1e-8 * std::abs(expected) + 1e-8);
}

TEST(PeriodMoves, TheGradientIsThatOfTheDensity) {
  const PosteriorSimulation s = PriorSimulator(5, {}).draw();
  const PeriodDensity density(s.problem, s.truth);
  Eigen::VectorXd at = density.present(), gradient(at.size()), unused(at.size());
  for (Eigen::Index i = 0; i < at.size(); ++i) at[i] += 0.1 * std::sin(static_cast<double>(i));
  density(at, gradient);
  constexpr double h = 1e-5;
  for (Eigen::Index i = 0; i < at.size(); ++i) {
    Eigen::VectorXd up = at, down = at;
    up[i] += h, down[i] -= h;
    const double slope = (density(up, unused) - density(down, unused)) / (2 * h);
    EXPECT_NEAR(gradient[i], slope, 1e-5 * std::abs(slope) + 1e-4) << i;
  }
}

// Three points under normal evidence: all 49 pairs of scales are summed, each with its own normal
// distribution of the points.
TEST(WalkDraw, DrawsTheMixtureOfAllScales) {
  PosteriorProblem problem;
  problem.walks.begin = {0, 3};
  problem.walks.gap = {0, 1, 2};
  const SampledHyperparameters hyper;
  PointEvidence evidence;
  evidence.precision = {20, 3, 40};
  evidence.shift = {0, 1, 40};
  double all = 0, mean = 0, square = 0, narrow = 0;
  for (std::uint8_t j = 0; j < step_scales; ++j) {
    for (std::uint8_t k = 0; k < step_scales; ++k) {
      const double u = step_variance(problem, 1, j), v = step_variance(problem, 2, k);
      Eigen::Matrix3d prior = Eigen::Matrix3d::Zero();
      prior(0, 0) = 1 + 1 / u, prior(1, 1) = 1 / u + 1 / v, prior(2, 2) = 1 / v;
      prior(0, 1) = prior(1, 0) = -1 / u, prior(1, 2) = prior(2, 1) = -1 / v;
      Eigen::Matrix3d precision = prior;
      Eigen::Vector3d shift;
      for (int i = 0; i < 3; ++i) {
        precision(i, i) += evidence.precision[static_cast<std::size_t>(i)];
        shift[i] = evidence.shift[static_cast<std::size_t>(i)];
      }
      const Eigen::Matrix3d covariance = precision.inverse();
      const Eigen::Vector3d at = covariance * shift;
      const double weight = hyper.step_weight[j] * hyper.step_weight[k] *
                            std::sqrt(prior.determinant() / precision.determinant()) *
                            std::exp(0.5 * shift.dot(at));
      all += weight;
      mean += weight * at[1];
      square += weight * (at[1] * at[1] + covariance(1, 1));
      if (j == 0) narrow += weight;
    }
  }
  mean /= all, square /= all, narrow /= all;

  std::vector<double> theta(3, 0);
  std::vector<std::uint8_t> scale(3, 3);
  WalkDraw walk;
  CountedRandom random(11, 0, 0, 0);
  constexpr int n = 100000;
  double got_mean = 0, got_square = 0, got_narrow = 0;
  for (int k = 0; k < n; ++k) {
    walk.draw(problem, hyper, evidence, 0, 3, random, theta, scale);
    got_mean += theta[1] / n;
    got_square += theta[1] * theta[1] / n;
    got_narrow += static_cast<double>(scale[1] == 0) / n;
  }
  EXPECT_NEAR(got_mean, mean, 0.02);
  EXPECT_NEAR(got_square, square, 0.02);
  EXPECT_NEAR(got_narrow, narrow, 0.02);
}

TEST(InverseWishart, HasItsMean) {
  Eigen::Matrix3d scale;
  scale << 4, 1, 0.5, 1, 3, -0.4, 0.5, -0.4, 2;
  CountedRandom random(12, 0, 0, 0);
  Eigen::Matrix3d mean = Eigen::Matrix3d::Zero();
  constexpr int n = 40000;
  for (int k = 0; k < n; ++k) mean += draw_inverse_wishart(14, scale, random) / n;
  EXPECT_LT((mean - scale / 10).cwiseAbs().maxCoeff(), 0.005);  // scale / (degrees - 4)
}

}  // namespace
}  // namespace volteface
