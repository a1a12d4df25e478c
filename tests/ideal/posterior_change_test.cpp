// Changes of points and items together, against sums over everything.
#include "ideal/posterior_change.h"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <array>
#include <cmath>
#include <numbers>

#include "ideal/posterior_reference.h"
#include "ideal/posterior_simulation.h"
#include "ideal/posterior_stand_ins.h"

namespace volteface {
namespace {

using Eigen::Vector3d;

// Density of the step to a point: the sum over all scales, as the model has it.
double step_density(const PosteriorProblem& problem, const PosteriorDraw& draw, std::size_t p,
                    double step) {
  double sum = 0;
  for (std::uint8_t k = 0; k < step_scales; ++k) {
    const double variance = step_variance(problem, p, k);
    sum += draw.hyper.step_weight[k] * std::exp(-0.5 * step * step / variance) /
           std::sqrt(2 * std::numbers::pi * variance);
  }
  return sum;
}

// log density of everything, whatever the scales are.
double log_density(const PosteriorSimulation& s, const PosteriorDraw& draw) {
  double out = log_hold(s.problem, draw.theta);
  for (std::size_t p = 0; p < s.problem.points(); ++p) {
    const double pulled = draw.theta[p] - s.problem.pulled_to[p];
    out -= 0.5 * Hyperparameters::pull_to_centre * pulled * pulled;
    if (s.problem.walks.gap[p] == 0) {
      const double off = draw.theta[p] - draw.hyper.first_mean;
      out -= 0.5 * off * off / draw.hyper.first_variance;
    } else {
      out += std::log(step_density(s.problem, draw, p, draw.theta[p] - draw.theta[p - 1]));
    }
  }
  for (std::size_t k = 0; k < s.problem.chains.size(); ++k) {
    const auto chain = s.problem.chains.chain(k);
    const Vector3d first = draw.items[chain[0]] - draw.hyper.item_mean;
    out -= 0.5 * first.dot(draw.hyper.item_covariance.inverse() * first);
    for (std::size_t j = 1; j < chain.size(); ++j) {
      const Vector3d change = draw.items[chain[j]] - draw.items[chain[j - 1]];
      out -= 0.5 * change.dot(draw.hyper.drift.inverse() * change);
    }
  }
  long double votes = 0;
  for (std::uint32_t v = 0; v < s.observations.items; ++v)
    votes += reference::log_votes_of_item(s.observations, v, draw.items[v], draw.theta);
  return out + static_cast<double>(votes);
}

PosteriorDraw after(const PosteriorDraw& draw, const Change& change) {
  PosteriorDraw out = draw;
  for (std::size_t k = 0; k < change.points.size(); ++k)
    out.theta[change.points[k]] = change.theta[k];
  for (std::size_t k = 0; k < change.items.size(); ++k)
    out.items[change.items[k]] = change.values[k];
  return out;
}

// Neighbours in a walk and in a text, a first point and a last one, and points on their own.
Change some_change(const PosteriorSimulation& s) {
  Change change;
  for (const std::size_t p : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{8},
                              std::size_t{20}, s.problem.points() - 1}) {
    change.move_point(p, s.truth.theta[p] + 0.2 * std::sin(static_cast<double>(p) + 1));
  }
  for (const std::size_t v : {std::size_t{0}, std::size_t{8}, std::size_t{5}, std::size_t{25}}) {
    change.move_item(v, s.truth.items[v] + Vector3d{0.1, -0.2, 0.15});
  }
  return change;
}

TEST(ChangeRatio, IsThatOfTheWholeDensity) {
  PosteriorSimulation s = PriorSimulator(21, {}).draw();
  const Neighbourhood near(s.problem);
  PosteriorDraw draw = s.truth;
  ChangeRatio ratio(s.problem, near, draw);
  const Change change = some_change(s);
  const double expected = log_density(s, after(draw, change)) - log_density(s, draw);
  EXPECT_NEAR(ratio(change), expected, 2e-4);
  EXPECT_NEAR(ratio(change), expected, 2e-4);  // asking changes nothing

  // Taken, it is the present state of affairs.
  CountedRandom random(1, 0, 0, 0);
  ratio.take(change, random);
  EXPECT_EQ(draw.theta, after(s.truth, change).theta);
  Change back;
  for (const std::uint32_t p : change.points) back.move_point(p, s.truth.theta[p]);
  for (const std::uint32_t v : change.items) back.move_item(v, s.truth.items[v]);
  EXPECT_NEAR(ratio(back), -expected, 2e-4);
}

TEST(ChangeRatio, ScalesAreDrawnByTheirShares) {
  const PosteriorSimulation s = PriorSimulator(22, {}).draw();
  CountedRandom random(2, 0, 0, 0);
  for (const double step : {0.0, 0.1, 0.5, 3.0}) {
    constexpr std::size_t p = 1;
    const double all = step_density(s.problem, s.truth, p, step);
    // Both but for the same constant.
    const double none = step_density(s.problem, s.truth, p, 0);
    EXPECT_NEAR(log_step_density(s.problem, s.truth.hyper, p, step) -
                    log_step_density(s.problem, s.truth.hyper, p, 0),
                std::log(all / none), 1e-9);
    std::array<double, step_scales> seen{};
    constexpr int n = 20000;
    for (int k = 0; k < n; ++k)
      seen[draw_scale(s.problem, s.truth.hyper, p, step, random)] += 1.0 / n;
    for (std::uint8_t k = 0; k < step_scales; ++k) {
      const double variance = step_variance(s.problem, p, k);
      const double share = s.truth.hyper.step_weight[k] * std::exp(-0.5 * step * step / variance) /
                           std::sqrt(2 * std::numbers::pi * variance) / all;
      EXPECT_NEAR(seen[k], share, 0.015) << step << " " << static_cast<int>(k);
    }
  }
}

TEST(ItemsFollow, ThereAndBackIsWhereTheyWere) {
  const PosteriorSimulation s = PriorSimulator(23, {}).draw();
  const Neighbourhood near(s.problem);
  Centre centre = blank_centre(s);
  for (std::size_t p = 0; p < centre.theta.size(); ++p) centre.theta[p] = 0.8 * s.truth.theta[p];
  PosteriorDraw draw = s.truth;
  ItemsFollow follow(s.problem, near, centre, draw);
  Change change;
  change.move_point(7, draw.theta[7] + 0.8);
  change.move_point(8, draw.theta[8] + 0.5);
  const double volume = follow(change);
  // All items of the two periods, and no other.
  EXPECT_EQ(change.items.size(), 2 * SimulationSize{}.items_a_period);
  double moved = 0;
  for (std::size_t k = 0; k < change.items.size(); ++k)
    moved += (change.values[k] - draw.items[change.items[k]]).norm();
  EXPECT_GT(moved, 0.1);
  draw = after(draw, change);
  Change back;
  back.move_point(7, s.truth.theta[7]);
  back.move_point(8, s.truth.theta[8]);
  EXPECT_NEAR(follow(back), -volume, 1e-9);
  for (std::size_t k = 0; k < back.items.size(); ++k)
    EXPECT_LT((back.values[k] - s.truth.items[back.items[k]]).norm(), 1e-5) << k;
}

// The volume is the determinant of the items' derivatives, here by differences.
TEST(ItemsFollow, TheVolumeIsTheDeterminant) {
  const PosteriorSimulation s = PriorSimulator(24, {}).draw();
  const Neighbourhood near(s.problem);
  const Centre centre = blank_centre(s);
  const auto values_at = [&](std::uint32_t item, const Vector3d& off, double* volume) {
    PosteriorDraw draw = s.truth;
    draw.items[item] += off;
    Change change;
    change.move_point(7, s.truth.theta[7] + 0.7);
    *volume = ItemsFollow(s.problem, near, centre, draw)(change);
    return change;
  };
  double volume = 0, unused = 0, sum = 0;
  const Change here = values_at(0, Vector3d::Zero(), &volume);
  constexpr double h = 1e-4;
  for (std::size_t k = 0; k < here.items.size(); ++k) {
    Eigen::Matrix3d slope;
    for (int i = 0; i < 3; ++i) {
      const Vector3d off = h * Vector3d::Unit(i);
      slope.col(i) = (values_at(here.items[k], off, &unused).values[k] -
                      values_at(here.items[k], -off, &unused).values[k]) /
                     (2 * h);
    }
    sum += std::log(slope.determinant());
  }
  EXPECT_NEAR(volume, sum, 1e-6);
}

TEST(Overshoot, IsStandardNormalOnTheOtherSide) {
  CountedRandom random(3, 0, 0, 0);
  double x = 0, mean = 0, square = 0, product = 0;
  constexpr int n = 200000;
  for (int k = 0; k < n; ++k) {
    const double next = overshoot(x, random);
    mean += next / n, square += next * next / n, product += x * next / n;
    x = next;
  }
  EXPECT_NEAR(mean, 0, 0.01);
  EXPECT_NEAR(square, 1, 0.02);
  EXPECT_LT(product, -0.5);
}

}  // namespace
}  // namespace volteface
