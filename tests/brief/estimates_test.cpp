#include "brief/estimates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

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

// By hand, at a quantile of 2, where two votes are added to 100: before, 10 the same and 70
// opposite make S -.6, the centre -60 / 102 = -.588235, the variance 81 / 102 - .346021 = .448097
// and the half width .2 * .669401 = .133880; so the agreement .2 has the limits (1 - .733880) / 2 =
// .133060 and (1 - .454355) / 2 = .272823. After, 80 and 10: .7, .686275, 91 / 102 - .470973 =
// .421184, .129798; .85 has (1 + .556477) / 2 = .778238 and (1 + .829798) / 2 = .914899. The
// distances below are sqrt(.071762^2 + .072823^2) and sqrt(.064899^2 + .066940^2).
TEST(Difference, TakesTheDistancesToTheLimitsTogether) {
  const Estimate d = difference(table(10, 20, 70), table(80, 10, 10), 2);
  EXPECT_DOUBLE_EQ(d.value, .65);
  EXPECT_NEAR(d.value - d.lo, .102240, 2e-6);
  EXPECT_NEAR(d.hi - d.value, .093235, 2e-6);
  EXPECT_EQ(d.n, 100u);
}

TEST(Difference, IsWiderForMoreStates) {
  const Estimate one = difference(table(30, 10, 0), table(20, 10, 10), joint_quantile(.95, 1));
  const Estimate all = difference(table(30, 10, 0), table(20, 10, 10), joint_quantile(.95, 190));
  EXPECT_LT(all.lo, one.lo);
  EXPECT_GT(all.hi, one.hi);
}

// How likely each number of successes is.
std::vector<double> binomial(int n, double p) {
  std::vector<double> each;
  for (int k = 0; k <= n; ++k) {
    each.push_back(std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                            k * std::log(p) + (n - k) * std::log1p(-p)));
  }
  return each;
}

// n votes, all of which are the same or, where `halfway`, half agreement; else opposite.
ChoiceTable votes(int same, int n, bool halfway) {
  const auto k = static_cast<std::uint32_t>(same), rest = static_cast<std::uint32_t>(n - same);
  return halfway ? table(k, rest, 0) : table(k, 0, rest);
}

// That one or more of `states` independent changes is beyond its interval though the share of the
// same votes is `p` before and after. All outcomes are gone through.
double one_beyond(int before, int after, double p, bool halfway, int states) {
  const double quantile = joint_quantile(.95, static_cast<std::size_t>(states));
  const auto first = binomial(before, p), second = binomial(after, p);
  double beyond = 0;
  for (int i = 0; i <= before; ++i) {
    for (int j = 0; j <= after; ++j) {
      const double chance =
          first[static_cast<std::size_t>(i)] * second[static_cast<std::size_t>(j)];
      if (chance < 1e-15) continue;
      const Estimate d = difference(votes(i, before, halfway), votes(j, after, halfway), quantile);
      if (leaves_out_zero(d)) beyond += chance;
    }
  }
  return 1 - std::pow(1 - beyond, states);
}

TEST(Difference, HoldsForTheLargestOfMany) {
  constexpr int few_to_many[] = {20, 30, 40, 60, 90, 250};
  double most = 0;
  for (const int before : few_to_many) {
    for (const int after : few_to_many) {
      for (int percent = 5; percent <= 95; percent += 5) {
        for (const bool halfway : {false, true}) {
          most = std::max(most, one_beyond(before, after, percent / 100.0, halfway, 190));
        }
      }
    }
  }
  EXPECT_LE(most, .05);
  EXPECT_GE(most, .03);  // nor is it wider than it need be
}

// The case with which the plain intervals of Agresti and Min failed most: .5 instead of .05.
TEST(Difference, HoldsForFewVotesAfterMany) {
  for (int percent = 50; percent < 100; ++percent) {
    EXPECT_LE(one_beyond(250, 20, percent / 100.0, false, 190), .05) << percent;
    EXPECT_LE(one_beyond(250, 20, percent / 100.0, true, 190), .05) << percent;
    EXPECT_LE(one_beyond(250, 20, percent / 100.0, false, 30), .06) << percent;
  }
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
