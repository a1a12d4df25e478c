// Walks, chains of texts and moves of whole periods against what they should be: dense algebra,
// numerical integration, and invariance.
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <random>
#include <vector>

#include "ideal/item_chains.h"
#include "ideal/session_moves.h"
#include "ideal/walks.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

Matrix3d positive(std::mt19937_64& random, double scale) {
  std::normal_distribution<double> normal;
  const Matrix3d root = Matrix3d::NullaryExpr([&] { return normal(random); });
  return scale * (root * root.transpose() + 0.5 * Matrix3d::Identity());
}

TEST(ItemChains, GatherItemsOfOneTextInOrder) {
  const ItemChains chains = chain_items(std::vector<std::uint32_t>{7, 3, 7, 9, 3, 7});
  ASSERT_EQ(chains.size(), 3U);
  const auto as_vector = [&](std::size_t k) {
    return std::vector<std::uint32_t>(chains.chain(k).begin(), chains.chain(k).end());
  };
  EXPECT_EQ(as_vector(0), (std::vector<std::uint32_t>{0, 2, 5}));
  EXPECT_EQ(as_vector(1), (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(as_vector(2), (std::vector<std::uint32_t>{3}));
}

// The posterior of a chain is that of one large normal system, solved as such.
TEST(ItemChains, SmoothAsOneDenseSystem) {
  std::mt19937_64 random(5);
  std::normal_distribution<double> normal;
  const ItemChains chains = chain_items(std::vector<std::uint32_t>{0, 1, 0, 0, 0});
  std::vector<ItemEvidence> evidence(5);
  for (ItemEvidence& e : evidence) {
    e.precision = positive(random, 20);
    e.shift = e.precision * Vector3d{0.3 * normal(random), 0.3 * normal(random), 0};
  }
  Hyperparameters hyper;
  hyper.item.mean = {0.2, 0.1, -0.1};
  hyper.item.covariance = positive(random, 0.5);
  hyper.drift = positive(random, 0.1);
  std::vector<ItemPosterior> items(5);
  smooth_items(chains, evidence, hyper, items);

  const std::vector<int> chain = {0, 2, 3, 4};
  MatrixXd precision = MatrixXd::Zero(12, 12);
  VectorXd shift = VectorXd::Zero(12);
  const Matrix3d tie = hyper.drift.inverse(), prior = hyper.item.covariance.inverse();
  precision.topLeftCorner<3, 3>() += prior;
  shift.head<3>() += prior * hyper.item.mean;
  for (int k = 0; k < 4; ++k) {
    precision.block<3, 3>(3 * k, 3 * k) += evidence[chain[k]].precision;
    shift.segment<3>(3 * k) += evidence[chain[k]].shift;
    if (k == 0) continue;
    precision.block<3, 3>(3 * k, 3 * k) += tie;
    precision.block<3, 3>(3 * k - 3, 3 * k - 3) += tie;
    precision.block<3, 3>(3 * k, 3 * k - 3) -= tie;
    precision.block<3, 3>(3 * k - 3, 3 * k) -= tie;
  }
  const MatrixXd covariance = precision.inverse();
  const VectorXd mean = covariance * shift;
  for (int k = 0; k < 4; ++k) {
    EXPECT_LT((items[chain[k]].mean - mean.segment<3>(3 * k)).norm(), 1e-9);
    EXPECT_LT((items[chain[k]].covariance - covariance.block<3, 3>(3 * k, 3 * k)).norm(), 1e-9);
  }
}

TEST(ItemChains, EvidenceThatHasBrokenDownChangesNothing) {
  const ItemChains chains = chain_items(std::vector<std::uint32_t>{0});
  std::vector<ItemEvidence> evidence(1);
  evidence[0].shift[0] = std::nan("");
  std::vector<ItemPosterior> items(1);
  items[0].mean = {1, 2, 0.5};
  smooth_items(chains, evidence, Hyperparameters{}, items);
  EXPECT_EQ(items[0].mean, (Vector3d{1, 2, 0.5}));
}

IdealState state_of(std::size_t points) {
  IdealState state;
  state.theta.assign(points, 0);
  state.variance.assign(points, 1);
  state.steps.assign(points, {0, 10});
  return state;
}

double normal_density(double x, double mean, double variance) {
  return std::exp(-0.5 * (x - mean) * (x - mean) / variance) / std::sqrt(variance);
}

// Two points and one step. The exact posterior by a fine grid: with a single step that is not
// normal, expectation propagation gives its means and variances exactly. In between (0.8), where
// small and large steps both stay possible, the approximation may not widen what it sees, and the
// variance comes out too small by less than a fifth.
TEST(Walks, TwoPointsHaveTheMomentsOfTheExactPosterior) {
  for (double second : {0.1, 0.8, 2.5}) {
    const Walks walks = walks_of(std::vector<Observations::Point>{{0, 1, 9}, {0, 3, 9}});
    ASSERT_EQ(walks.gap, (std::vector<int>{0, 2}));
    const PointEvidence evidence{{0.0, second * 40}, {40, 40}};
    IdealState state = state_of(2);
    const Hyperparameters hyper = state.hyper;
    for (int k = 0; k < 200; ++k) smooth_walks(walks, evidence, state);

    const auto density = [&](double a, double b) {
      double step = 0;
      for (std::size_t k = 0; k < hyper.step_sd.size(); ++k) {
        step += hyper.step_weight[k] *
                normal_density(b - a, 0, 2 * hyper.step_sd[k] * hyper.step_sd[k]);
      }
      const double pull = std::exp(-0.5 * Hyperparameters::pull_to_centre * (a * a + b * b));
      return normal_density(a, hyper.first_mean, hyper.first_variance) * pull * step *
             normal_density(a, 0, 1.0 / 40) * normal_density(b, second, 1.0 / 40);
    };
    double sum = 0, mean_a = 0, mean_b = 0, square_a = 0, square_b = 0;
    constexpr double h = 0.004;
    for (double a = -1.2; a < 3.8; a += h) {
      for (double b = -1.2; b < 3.8; b += h) {
        const double p = density(a, b);
        sum += p;
        mean_a += p * a;
        mean_b += p * b;
        square_a += p * a * a;
        square_b += p * b * b;
      }
    }
    mean_a /= sum;
    mean_b /= sum;
    EXPECT_NEAR(state.theta[0], mean_a, 2e-3) << second;
    EXPECT_NEAR(state.theta[1], mean_b, 2e-3) << second;
    const double variance_a = square_a / sum - mean_a * mean_a;
    const double variance_b = square_b / sum - mean_b * mean_b;
    const double short_by = second == 0.8 ? 0.2 : 0.02;
    EXPECT_LT(state.variance[0], 1.02 * variance_a) << second;
    EXPECT_GT(state.variance[0], (1 - short_by) * variance_a) << second;
    EXPECT_LT(state.variance[1], 1.02 * variance_b) << second;
    EXPECT_GT(state.variance[1], (1 - short_by) * variance_b) << second;
  }
}

// Six quiet years, a jump, six quiet years: the jump is a jump and the rest stays quiet.
TEST(Walks, AJumpIsNotSmeared) {
  std::vector<Observations::Point> points;
  PointEvidence evidence;
  for (int t = 0; t < 12; ++t) {
    points.push_back({0, t, 50});
    evidence.precision.push_back(100);
    evidence.shift.push_back(100 * (t < 6 ? 0.0 : 1.5));
  }
  IdealState state = state_of(12);
  for (int k = 0; k < 100; ++k) smooth_walks(walks_of(points), evidence, state);
  EXPECT_NEAR(state.theta[5], 0, 0.05);
  EXPECT_NEAR(state.theta[6], 1.5, 0.05);
  // Alone, a year has a variance of 1 / 100; its neighbours more than halve it.
  EXPECT_LT(state.variance[2], 0.5 / 100);
}

// Three periods, two states, recurring texts.
struct SmallWorld {
  PeriodsOf periods{{0, 1, 2, 0, 1, 2}, {0, 0, 1, 1, 2, 2}, 3};
  Walks walks = walks_of(std::vector<Observations::Point>{
      {0, 1, 9}, {0, 2, 9}, {0, 3, 9}, {1, 1, 9}, {1, 2, 9}, {1, 3, 9}});
  ItemChains chains = chain_items(std::vector<std::uint32_t>{0, 1, 0, 2, 1, 3});
  PointEvidence point_evidence{std::vector<double>(6, 0.0), std::vector<double>(6, 30.0)};
  std::vector<ItemEvidence> item_evidence{6};
  IdealState state = state_of(6);

  SmallWorld() {
    std::mt19937_64 random(11);
    std::normal_distribution<double> normal;
    state.theta = {1, 1.1, 0.9, -1, -0.9, -1.1};
    for (int v = 0; v < 6; ++v) {
      ItemPosterior item;
      item.mean = {1 + 0.1 * normal(random), 0.3 * normal(random), 0};
      item.covariance = positive(random, 0.01);
      state.items.push_back(item);
      item_evidence[v].precision = item.covariance.inverse();
    }
  }

  std::vector<double> etas() const {
    std::vector<double> out;
    for (std::size_t v = 0; v < 6; ++v) {
      for (std::size_t p = 0; p < 6; ++p) {
        if (periods.item[v] != periods.point[p]) continue;
        const Vector3d x{-state.theta[p], 1, 0};
        out.push_back(state.items[v].mean.dot(x));
        // The item's part of the variance, likewise.
        out.push_back(x.dot(state.items[v].covariance * x));
      }
    }
    return out;
  }
};

TEST(PeriodMoves, ChangeNoVote) {
  SmallWorld world;
  const auto before = world.etas();
  const auto theta = world.state.theta;
  move_periods(world.periods, world.walks, world.chains, world.point_evidence, world.item_evidence,
               world.state);
  EXPECT_NE(world.state.theta, theta);
  const auto after = world.etas();
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(before[i], after[i], 1e-9);
  standardise(world.state);
  const auto standardised = world.etas();
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(before[i], standardised[i], 1e-9);
  double mean = 0, square = 0;
  for (double x : world.state.theta) mean += x / 6, square += x * x / 6;
  EXPECT_NEAR(mean, 0, 1e-12);
  EXPECT_NEAR(square, 1, 1e-12);
}

TEST(PeriodMoves, AMirrorChangesNoVote) {
  SmallWorld world;
  const auto before = world.etas();
  const auto theta = world.state.theta;
  world.state.steps[1].shift = 0.4;
  mirror(world.state);
  const auto after = world.etas();
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(before[i], after[i], 1e-12);
  for (std::size_t p = 0; p < theta.size(); ++p) EXPECT_EQ(world.state.theta[p], -theta[p]);
  EXPECT_EQ(world.state.steps[1].shift, -0.4);
}

// The distance of the two states in period 1, in those of period 0.
double relative_spread(const IdealState& state) {
  return (state.theta[1] - state.theta[4]) / (state.theta[0] - state.theta[3]);
}

// A period whose scale was doubled by hand comes back, since walks and texts hold it.
TEST(PeriodMoves, UndoAStretch) {
  const auto settle = [](SmallWorld& world) {
    for (int k = 0; k < 60; ++k) {
      move_periods(world.periods, world.walks, world.chains, world.point_evidence,
                   world.item_evidence, world.state);
    }
  };
  SmallWorld settled;
  settle(settled);
  SmallWorld stretched = settled;
  for (std::size_t p : {1U, 4U}) {
    stretched.state.theta[p] *= 2;
    stretched.state.variance[p] *= 4;
  }
  for (std::size_t v : {2U, 3U}) {
    const Vector3d half{0.5, 1, 1};
    ItemPosterior& item = stretched.state.items[v];
    item.mean = half.asDiagonal() * item.mean;
    item.covariance = half.asDiagonal() * item.covariance * half.asDiagonal();
  }
  const double before = relative_spread(settled.state);
  EXPECT_NEAR(relative_spread(stretched.state), 2 * before, 1e-9);
  settle(stretched);
  EXPECT_NEAR(relative_spread(stretched.state), before, 0.1 * std::abs(before));
}

}  // namespace
}  // namespace volteface
