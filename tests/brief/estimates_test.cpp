#include "brief/estimates.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

namespace volteface {
namespace {

// Expected values: Python's statistics.NormalDist().inv_cdf((1 + level ** (1 / m)) / 2).
TEST(JointQuantile, IsThatOfSidak) {
  EXPECT_NEAR(joint_quantile(.95, 1), 1.959963984540, 1e-9);
  EXPECT_NEAR(joint_quantile(.95, 2), 2.236476644558, 1e-9);
  EXPECT_NEAR(joint_quantile(.95, 190), 3.642571211470, 1e-9);
  EXPECT_NEAR(joint_quantile(.90, 10), 2.559551193791, 1e-9);
}

TEST(JointQuantile, OfNoneIsThatOfOne) {
  EXPECT_EQ(joint_quantile(.95, 0), joint_quantile(.95, 1));
}

ChoiceTable table(std::uint32_t same, std::uint32_t half, std::uint32_t opposite) {
  ChoiceTable t;
  t.at(Choice::yes, Choice::yes) = same;
  t.at(Choice::yes, Choice::abstain) = half;
  t.at(Choice::yes, Choice::no) = opposite;
  return t;
}

TEST(Difference, TakesTheDistancesToTheLimitsTogether) {
  const ChoiceTable before = table(10, 20, 70), after = table(80, 10, 10);
  const Estimate a = estimate_of(before), b = estimate_of(after);
  EXPECT_DOUBLE_EQ(a.value, .2);
  EXPECT_DOUBLE_EQ(b.value, .85);
  const Estimate d = difference(before, after, 1.959963984540054);
  EXPECT_DOUBLE_EQ(d.value, .65);
  EXPECT_NEAR(d.value - d.lo, std::sqrt(std::pow(b.value - b.lo, 2) + std::pow(a.hi - a.value, 2)),
              1e-12);
  EXPECT_NEAR(d.hi - d.value, std::sqrt(std::pow(b.hi - b.value, 2) + std::pow(a.value - a.lo, 2)),
              1e-12);
  EXPECT_EQ(d.n, 100u);
}

TEST(Difference, IsWiderForMoreStates) {
  const Estimate one = difference(table(30, 10, 0), table(20, 10, 10), joint_quantile(.95, 1));
  const Estimate all = difference(table(30, 10, 0), table(20, 10, 10), joint_quantile(.95, 190));
  EXPECT_LT(all.lo, one.lo);
  EXPECT_GT(all.hi, one.hi);
}

// By simulation: of 190 changes that are all nil, the largest is beyond its interval in at most the
// share stated.
TEST(Difference, HoldsForTheLargestOfMany) {
  constexpr int states = 60, repeats = 400, n = 90;
  std::mt19937_64 random(5);
  std::discrete_distribution<int> choice({70, 20, 10});
  const double quantile = joint_quantile(.95, states);
  const auto draw = [&] {
    std::array<std::uint32_t, 3> counts{};
    for (int i = 0; i < n; ++i) ++counts[static_cast<std::size_t>(choice(random))];
    return table(counts[0], counts[1], counts[2]);
  };
  int any = 0;
  for (int k = 0; k < repeats; ++k) {
    bool beyond = false;
    for (int s = 0; s < states; ++s) {
      const Estimate d = difference(draw(), draw(), quantile);
      beyond |= d.lo > 0 || d.hi < 0;
    }
    any += beyond;
  }
  // 5 % of 400 is 20; three standard deviations are 13.
  EXPECT_LE(any, 33);
}

TEST(LeavesOutZero, OnlyWhereTwoDigitsShowIt) {
  EXPECT_TRUE(leaves_out_zero({.2, .01, .4, 50}));
  EXPECT_TRUE(leaves_out_zero({-.2, -.4, -.01, 50}));
  EXPECT_FALSE(leaves_out_zero({.2, .004, .4, 50}));
  EXPECT_FALSE(leaves_out_zero({.2, -.1, .4, 50}));
  EXPECT_FALSE(leaves_out_zero(no_estimate));
}

}  // namespace
}  // namespace volteface
