#include "turn/change_size.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace volteface {
namespace {

// P(|z + shift|^2 > x) for z normal in four dimensions: the first coordinate carries the shift, the
// rest is chi-squared with 3 degrees of freedom, whose tail has a closed form.
double tail_by_integration(double x, double noncentrality) {
  const double shift = std::sqrt(noncentrality);
  const auto tail_of_three = [](double y) {
    if (y <= 0) return 1.0;
    return std::erfc(std::sqrt(y / 2)) + std::sqrt(2 * y / std::numbers::pi) * std::exp(-y / 2);
  };
  constexpr int steps = 40000;
  constexpr double reach = 10;
  double sum = 0;
  for (int k = 0; k <= steps; ++k) {
    const double z = -reach + 2 * reach * k / steps;
    const double weight = k == 0 || k == steps ? 0.5 : 1;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    sum += weight * density * tail_of_three(x - (z + shift) * (z + shift));
  }
  return sum * 2 * reach / steps;
}

TEST(NoncentralChiSquared, IsWhatIntegrationGives) {
  for (double noncentrality : {0.0, 0.1, 1.0, 5.0, 20.0, 80.0, 150.0, 199.0}) {
    for (double sds : {-3.0, -1.0, 0.0, 1.0, 3.0, 6.0}) {
      const double x = 4 + noncentrality + sds * std::sqrt(2 * (4 + 2 * noncentrality));
      if (x <= 0) continue;
      EXPECT_NEAR(noncentral_chi_squared_above(x, noncentrality),
                  tail_by_integration(x, noncentrality), 1e-5)
          << "x " << x << ", noncentrality " << noncentrality;
    }
  }
}

// Beyond 200 an approximation takes over; it may be off by little, and must not jump.
TEST(NoncentralChiSquared, LargeNoncentralityIsNearEnough) {
  for (double noncentrality : {201.0, 500.0, 2000.0, 10000.0}) {
    for (double sds : {-3.0, -1.0, 0.0, 1.0, 3.0}) {
      const double x = 4 + noncentrality + sds * std::sqrt(2 * (4 + 2 * noncentrality));
      EXPECT_NEAR(noncentral_chi_squared_above(x, noncentrality),
                  tail_by_integration(x, noncentrality), 5e-4)
          << "x " << x << ", noncentrality " << noncentrality;
    }
  }
  for (double x : {150.0, 180.0, 204.0, 230.0, 260.0, 300.0}) {
    EXPECT_NEAR(noncentral_chi_squared_above(x, 199.99), noncentral_chi_squared_above(x, 200.01),
                1e-3);
  }
}

TEST(NoncentralChiSquared, StaysAProbabilityAtTheEnds) {
  EXPECT_EQ(noncentral_chi_squared_above(0, 3), 1);
  EXPECT_EQ(noncentral_chi_squared_above(-1, 3), 1);
  EXPECT_NEAR(noncentral_chi_squared_above(1e-12, 0), 1, 1e-9);
  for (double x : {1e-6, 1.0, 599.0, 601.0, 1e4, 1e9}) {
    for (double noncentrality : {0.0, 1.0, 199.0, 201.0, 1e4, 1e9}) {
      const double p = noncentral_chi_squared_above(x, noncentrality);
      EXPECT_GE(p, 0) << x << " " << noncentrality;
      EXPECT_LE(p, 1) << x << " " << noncentrality;
    }
  }
}

// Of one coordinate that carries the shift.
TEST(NoncentralSquare, IsWhatIntegrationGives) {
  for (double noncentrality : {0.0, 0.3, 4.0, 50.0}) {
    for (double x : {0.01, 0.5, 3.0, 40.0, 80.0}) {
      constexpr int steps = 200000;
      double sum = 0;
      for (int k = 0; k <= steps; ++k) {
        const double z = -12 + 24.0 * k / steps, at = z + std::sqrt(noncentrality);
        if (at * at > x) sum += std::exp(-z * z / 2);
      }
      sum *= 24.0 / steps / std::sqrt(2 * std::numbers::pi);
      EXPECT_NEAR(noncentral_square_above(x, noncentrality), sum, 1e-4) << x << noncentrality;
    }
  }
  EXPECT_EQ(noncentral_square_above(0, 2), 1);
  EXPECT_EQ(noncentral_square_above(-1, 2), 1);
}

// A change drawn with that spread, seen through that noise.
SeenChange draw_change(std::mt19937_64& random, double spread, double noise) {
  std::normal_distribution<double> normal;
  SeenChange seen{0, noise};
  for (int d = 0; d < 4; ++d)
    seen.square += std::pow(spread * normal(random) + std::sqrt(noise) * normal(random), 2);
  return seen;
}

TEST(ChangeScales, RecoverASimulatedMixture) {
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> uniform;
  std::vector<SeenChange> changes;
  for (int k = 0; k < 8000; ++k)
    changes.push_back(draw_change(random, uniform(random) < 0.2 ? 0.64 : 0.04, 0.004));
  const ChangeScales learned = ChangeScales::learned_from(changes);
  double all = 0, large = 0, small = 0;
  for (const auto& scale : learned.scales()) {
    const double sd = std::sqrt(scale.variance);
    all += scale.weight;
    if (sd > 0.3 && sd < 1.3) large += scale.weight;
    if (sd < 0.1) small += scale.weight;
  }
  EXPECT_NEAR(all, 1, 1e-9);
  EXPECT_NEAR(large, 0.2, 0.02);
  EXPECT_NEAR(small, 0.8, 0.03);
}

// What the probability promises: of changes given p, a share p is that large.
void expect_promises_kept(const ChangeScales& scales, int in_dimensions) {
  std::mt19937_64 random(12);
  std::uniform_real_distribution<double> uniform;
  std::normal_distribution<double> normal;
  constexpr double bits = 0.15;
  double promised = 0, was = 0, promised_high = 0, was_high = 0;
  double mean_told = 0, mean = 0;
  int n_high = 0;
  constexpr int draws = 40000;
  for (int k = 0; k < draws; ++k) {
    double u = uniform(random), spread = 0;
    for (const auto& scale : scales.scales()) {
      spread = std::sqrt(scale.variance);
      if ((u -= scale.weight) < 0) break;
    }
    const double noise = 0.002 * std::exp(normal(random));
    double square = 0;
    SeenChange seen{0, noise};
    for (int d = 0; d < in_dimensions; ++d) {
      const double delta = spread * normal(random);
      square += delta * delta;
      seen.square += std::pow(delta + std::sqrt(noise) * normal(random), 2);
    }
    const double p = scales.probability_of(bits, seen);
    const bool is_large = square / (2 * std::numbers::ln2) >= bits;
    promised += p;
    was += is_large;
    mean_told += scales.expected_bits(seen);
    mean += square / (2 * std::numbers::ln2);
    if (p > 0.2 && p < 0.95) {
      promised_high += p;
      was_high += is_large;
      ++n_high;
    }
  }
  EXPECT_NEAR(promised / draws, was / draws, 4 * std::sqrt(was) / draws);
  ASSERT_GT(n_high, 100);
  EXPECT_NEAR(promised_high / n_high, was_high / n_high, 2 / std::sqrt(n_high));
  EXPECT_NEAR(mean_told / mean, 1, 0.05);
}

TEST(ChangeScales, ProbabilitiesAreThoseOfTheMixture) {
  expect_promises_kept(ChangeScales(), 4);
  expect_promises_kept(ChangeScales::on_main_dimension(), 1);
}

TEST(ChangeScales, MoreIsMoreProbableAndNoiseLessSo) {
  const ChangeScales scales;
  for (double noise : {0.0, 0.001, 0.01, 0.1, 0.3, 1.0}) {
    double before = 0;
    for (double square : {0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 3.0, 10.0, 100.0}) {
      const double p = scales.probability_of(0.15, {square, noise});
      EXPECT_GE(p, before - 1e-9) << "square " << square << ", noise " << noise;
      EXPECT_LE(p, 1);
      before = p;
    }
  }
  // Well above the least size, each step of noise takes from the probability, until nothing is
  // left but what is known before any votes.
  double before = 1.1;
  for (double noise : {0.001, 0.01, 0.05, 0.1, 0.2}) {
    const double p = scales.probability_of(0.15, {0.6, noise});
    EXPECT_LT(p, before) << noise;
    before = p;
  }
}

// Ten votes on either side, of which each tells as much as a vote may (a quarter, in the square of
// the position), leave a noise of 0.2 a dimension. A change of twice the least size seen through it
// is what chance gives.
TEST(ChangeScales, FewVotesAreNeverStrong) {
  const ChangeScales scales;
  const double least = 0.15 * 2 * std::numbers::ln2;
  EXPECT_LT(scales.probability_of(0.15, {2 * least, 0.2}), 0.3);
  EXPECT_LT(scales.probability_of(0.15, {4 * least, 0.2}), 0.5);
  EXPECT_GT(scales.probability_of(0.15, {4 * least, 0.005}), 0.99);
}

TEST(ChangeScales, NothingSeenIsNoTurn) {
  for (double noise : {0.0, 1e-12, 1.0, 1e6}) {
    const double p = ChangeScales().probability_of(0.15, {0, noise});
    EXPECT_GE(p, 0);
    EXPECT_LT(p, 0.2);
    EXPECT_TRUE(std::isfinite(ChangeScales().expected_bits({0, noise})));
  }
}

}  // namespace
}  // namespace volteface
