// The vector kernels of the sampler against the slow reference, on every instruction set here.
#include "ideal/posterior_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "ideal/instruction_sets.h"
#include "ideal/posterior_model.h"
#include "ideal/posterior_reference.h"
#include "ideal/posterior_simulation.h"

namespace volteface {
namespace {

using PosteriorKernels = OnEachInstructionSet;
INSTANTIATE_TEST_SUITE_P(, PosteriorKernels, testing::ValuesIn(instruction_sets_here()),
                         [](const auto& test) { return std::string(hwy::TargetName(test.param)); });

PosteriorSimulation draw_case() {
  return PriorSimulator(7, {.states = 60, .periods = 3, .items_a_period = 30}).draw();
}

// One vote on one item.
Observations one_vote(Choice choice) {
  Observations o;
  o.items = 1;
  o.points = {{0, 1, 1}};
  o.item_begin = {0, 1};
  o.cell_point = {0};
  o.cell_choice = {choice};
  o.point_begin = {0, 1};
  o.point_item = {0};
  o.point_choice = {choice};
  return o;
}

TEST_P(PosteriorKernels, RatiosAreThoseOfTheReference) {
  const PosteriorSimulation s = draw_case();
  const auto present = floats_of(s.truth.theta);
  std::vector<double> moved = s.truth.theta;
  for (double& x : moved) x = static_cast<double>(static_cast<float>(0.9 * x + 0.3));
  const auto proposed = floats_of(moved);
  std::vector<double> rounded(present.begin(), present.end() - 1);
  for (std::uint32_t v = 0; v < s.observations.items; ++v) {
    const Eigen::Vector3d at = s.truth.items[v], to = at + Eigen::Vector3d{0.2, -0.3, 0.4};
    const double expected =
        static_cast<double>(reference::log_votes_of_item(s.observations, v, to, moved) -
                            reference::log_votes_of_item(s.observations, v, at, rounded));
    const double got = item_log_ratio(s.problem.by_item, v, values_of(at), values_of(to),
                                      present.data(), proposed.data());
    EXPECT_NEAR(got, expected, 1e-4 + 2e-6 * std::abs(expected)) << v;
  }
  const ItemColumns items = columns_of(s.truth.items);
  for (std::uint32_t p = 0; p < s.problem.points(); ++p) {
    const double expected = static_cast<double>(
        reference::log_votes_of_point(s.observations, p, moved[p], s.truth.items) -
        reference::log_votes_of_point(s.observations, p, rounded[p], s.truth.items));
    const double got =
        point_log_ratio(s.problem.by_point, p, p + 1, present.data(), proposed.data(), items);
    EXPECT_NEAR(got, expected, 1e-4 + 2e-6 * std::abs(expected)) << p;
  }
}

TEST_P(PosteriorKernels, SlopesAreDifferencesOfTheReference) {
  const PosteriorSimulation s = draw_case();
  const ItemColumns items = columns_of(s.truth.items);
  const auto theta = floats_of(s.truth.theta);
  constexpr double h = 1e-4;
  std::vector<PointSiteSums> slopes(s.problem.points());
  point_slopes(s.problem.by_point, 0, static_cast<std::uint32_t>(s.problem.points()), theta.data(),
               items, slopes.data());
  for (std::uint32_t p = 0; p < s.problem.points(); ++p) {
    const auto f = [&](double off) {
      return reference::log_votes_of_point(s.observations, p, s.truth.theta[p] + off,
                                           s.truth.items);
    };
    const auto up = f(h), middle = f(0), down = f(-h);
    const double gradient = static_cast<double>((up - down) / (2 * h));
    const double precision = -static_cast<double>((up - 2 * middle + down) / (h * h));
    EXPECT_NEAR(static_cast<double>(slopes[p].gradient), gradient,
                2e-3 + 1e-4 * std::abs(gradient));
    EXPECT_NEAR(static_cast<double>(slopes[p].precision), precision, 2e-3 + 1e-3 * precision);
  }
  std::vector<double> rounded(theta.begin(), theta.end() - 1);
  for (std::uint32_t v = 0; v < s.observations.items; ++v) {
    const ItemSums sums =
        item_slopes(s.problem.by_item, v, values_of(s.truth.items[v]), theta.data());
    const auto f = [&](int i, double off) {
      Eigen::Vector3d at = s.truth.items[v];
      at[i] += off;
      return reference::log_votes_of_item(s.observations, v, at, rounded);
    };
    const float got[3] = {sums.b, sums.c, sums.g};
    for (int i = 0; i < 3; ++i) {
      const double expected = static_cast<double>((f(i, h) - f(i, -h)) / (2 * h));
      EXPECT_NEAR(static_cast<double>(got[i]), expected, 5e-3 + 1e-3 * std::abs(expected))
          << v << i;
    }
    const double cc = -static_cast<double>((f(1, h) - 2 * f(1, 0) + f(1, -h)) / (h * h));
    EXPECT_NEAR(static_cast<double>(sums.cc), cc, 5e-3 + 1e-3 * cc) << v;
  }
}

// Down to probabilities of 1e-300 and below, for intervals as narrow as 1e-6 and as wide as 1,000:
// an item that nobody refuses has cutpoints that far apart.
TEST_P(PosteriorKernels, TailsAreExact) {
  for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
    const Observations o = one_vote(choice);
    const PosteriorProblem problem =
        pose_problem(o, std::vector<std::uint32_t>{0}, PeriodsOf{{0}, {0}, 1});
    for (double log_gap : {-14.0, -3.0, -1.0, 0.0, 1.5, 4.0, 6.0, 7.0}) {
      for (double far = -40; far <= 40; far += 2.5) {
        const Eigen::Vector3d at{1, 0.25, log_gap}, to{1, 0.5, log_gap + 0.125};
        const std::vector<double> theta{far};
        const auto floats = floats_of(theta);
        const long double before = reference::log_vote(choice, at, far);
        const long double after = reference::log_vote(choice, to, far);
        // Arguments are bounded there (posterior_votes-inl.h).
        if (before < -19000 || after < -19000) continue;
        const auto expected = static_cast<double>(after - before);
        const double got = item_log_ratio(problem.by_item, 0, values_of(at), values_of(to),
                                          floats.data(), floats.data());
        EXPECT_NEAR(got, expected, 3e-4 + 2e-5 * std::abs(expected))
            << static_cast<int>(choice) << " gap " << log_gap << " theta " << far;
      }
    }
  }
}

// The reference itself, by numbers that are known: log Phi(-38) of Abramowitz and Stegun's
// asymptotic series is that of R's pnorm(-38, log.p = TRUE).
TEST(PosteriorReference, KnownLogarithms) {
  const Eigen::Vector3d item{1, 0, 0};
  EXPECT_NEAR(static_cast<double>(reference::log_vote(Choice::yes, item, 38)), -726.5572, 1e-3);
  EXPECT_NEAR(static_cast<double>(reference::log_vote(Choice::yes, item, 0)), std::log(0.5), 1e-15);
  // Phi(1) - Phi(0)
  EXPECT_NEAR(static_cast<double>(reference::log_vote(Choice::abstain, item, 0)),
              std::log(0.3413447460685429), 1e-14);
}

}  // namespace
}  // namespace volteface
