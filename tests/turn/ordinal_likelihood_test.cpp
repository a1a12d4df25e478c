// The likelihood of one vote, against the definition in extended precision.
#include "turn/ordinal_likelihood.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>
#include <vector>

namespace volteface {
namespace {

static_assert(sizeof(long double) > sizeof(double), "the reference needs a wider type");

// 1 - Phi(x), down to 1e-4900.
long double upper_tail(long double x) { return std::erfc(x / std::sqrt(2.0L)) / 2; }

// The definition, on the side of 0 on which nothing near 1 is subtracted.
long double probability(Choice choice, long double lower, long double upper) {
  if (choice == Choice::yes) return upper_tail(-lower);
  if (choice == Choice::no) return upper_tail(upper);
  if (lower + upper < 0) return probability(choice, -upper, -lower);
  return upper_tail(lower) - upper_tail(upper);
}

long double log_probability(Choice choice, long double lower, long double upper) {
  return std::log(probability(choice, lower, upper));
}

const std::vector<Choice> choices = {Choice::yes, Choice::abstain, Choice::no};

// Pairs of cuts: about 0, to either side, far out, near each other and far apart.
std::vector<std::pair<double, double>> cuts() {
  std::vector<std::pair<double, double>> out;
  for (double lower : {-90.0, -38.5, -37.0, -12.0, -6.01, -5.99, -2.0, -0.3, 0.0, 0.2, 1.0, 4.0,
                       5.99, 6.01, 20.0, 37.5, 60.0, 90.0}) {
    for (double gap : {0.002, 0.02, 0.4, 1.0, 3.0, 12.0, 50.0}) {
      out.emplace_back(lower, lower + gap);
    }
  }
  return out;
}

TEST(OrdinalLikelihood, ProbabilitiesFarIntoTheTails) {
  double smallest = 0;
  for (const auto& [lower, upper] : cuts()) {
    for (Choice choice : choices) {
      const auto exact = static_cast<double>(log_probability(choice, lower, upper));
      const double given = ordinal_derivatives(choice, lower, upper).log_probability;
      // An error of ln P is a relative error of P; far out, the rounding of ln P itself.
      EXPECT_NEAR(given, exact, 1e-12 + 4e-16 * std::abs(exact))
          << choice_name(choice) << " " << lower << " " << upper;
      smallest = std::min(smallest, exact);
    }
  }
  EXPECT_LT(smallest, std::log(1e-300));
  EXPECT_LT(smallest, -4000);
}

TEST(OrdinalLikelihood, FirstDerivativesAreThoseOfTheDefinition) {
  const long double h = 1e-6L;
  for (const auto& [lower, upper] : cuts()) {
    if (upper - lower < 0.01) continue;  // the reference's own differences cancel
    for (Choice choice : choices) {
      const OrdinalDerivatives d = ordinal_derivatives(choice, lower, upper);
      const long double by_lower =
          (log_probability(choice, lower + h, upper) - log_probability(choice, lower - h, upper)) /
          (2 * h);
      const long double by_upper =
          (log_probability(choice, lower, upper + h) - log_probability(choice, lower, upper - h)) /
          (2 * h);
      const auto where = testing::Message() << choice_name(choice) << " " << lower << " " << upper;
      EXPECT_NEAR(d.lower, static_cast<double>(by_lower), 1e-7 * (1 + std::abs(d.lower))) << where;
      EXPECT_NEAR(d.upper, static_cast<double>(by_upper), 1e-7 * (1 + std::abs(d.upper))) << where;
    }
  }
}

TEST(OrdinalLikelihood, CurvaturesAreThoseOfTheFirstDerivatives) {
  const double h = 1e-5;
  for (const auto& [lower, upper] : cuts()) {
    if (upper - lower < 0.01) continue;
    for (Choice choice : choices) {
      const OrdinalDerivatives d = ordinal_derivatives(choice, lower, upper);
      const OrdinalDerivatives up = ordinal_derivatives(choice, lower + h, upper);
      const OrdinalDerivatives down = ordinal_derivatives(choice, lower - h, upper);
      const OrdinalDerivatives right = ordinal_derivatives(choice, lower, upper + h);
      const OrdinalDerivatives left = ordinal_derivatives(choice, lower, upper - h);
      const double scale = 1 + std::abs(d.lower) + std::abs(d.upper);
      const double error = 3e-6 * scale * scale;
      const auto where = testing::Message() << choice_name(choice) << " " << lower << " " << upper;
      EXPECT_NEAR(d.lower_lower, -(up.lower - down.lower) / (2 * h), error) << where;
      EXPECT_NEAR(d.upper_upper, -(right.upper - left.upper) / (2 * h), error) << where;
      EXPECT_NEAR(d.lower_upper, -(right.lower - left.lower) / (2 * h), error) << where;
    }
  }
}

// Seen from the other end, a yes is a no.
TEST(OrdinalLikelihood, IsTheSameSeenFromTheOtherEnd) {
  for (const auto& [lower, upper] : cuts()) {
    const std::vector<std::tuple<Choice, Choice>> pairs = {
        {Choice::yes, Choice::no}, {Choice::abstain, Choice::abstain}, {Choice::no, Choice::yes}};
    for (const auto& [here, there] : pairs) {
      const OrdinalDerivatives a = ordinal_derivatives(here, lower, upper);
      const OrdinalDerivatives b = ordinal_derivatives(there, -upper, -lower);
      EXPECT_DOUBLE_EQ(a.log_probability, b.log_probability);
      EXPECT_DOUBLE_EQ(a.lower, -b.upper);
      EXPECT_DOUBLE_EQ(a.upper, -b.lower);
      EXPECT_NEAR(a.lower_lower, b.upper_upper, 1e-9 * (1 + std::abs(a.lower_lower)));
      EXPECT_NEAR(a.upper_upper, b.lower_lower, 1e-9 * (1 + std::abs(a.upper_upper)));
      EXPECT_DOUBLE_EQ(a.lower_upper, b.lower_upper);
    }
  }
}

// A lesson must never make a position less certain.
TEST(OrdinalLikelihood, IsNeverConvexWhereBothCutsMoveAlike) {
  for (const auto& [lower, upper] : cuts()) {
    for (Choice choice : choices) {
      const OrdinalDerivatives d = ordinal_derivatives(choice, lower, upper);
      EXPECT_GE(d.lower_lower + d.upper_upper + 2 * d.lower_upper, -1e-12 * d.lower_lower);
    }
  }
}

TEST(OrdinalLikelihood, IsFiniteWhereBothCutsAreEqual) {
  for (double cut : {-1e5, -3.0, 0.0, 3.0, 1e5}) {
    const OrdinalDerivatives d = ordinal_derivatives(Choice::abstain, cut, cut);
    EXPECT_TRUE(std::isfinite(d.log_probability)) << cut;
    EXPECT_TRUE(std::isfinite(d.lower_lower)) << cut;
  }
}

TEST(OrdinalLikelihood, TheCheaperFormsSayTheSame) {
  for (const auto& [lower, upper] : cuts()) {
    const OrdinalProbabilities p = ordinal_probabilities(lower, upper);
    EXPECT_NEAR(p.yes + p.abstain + p.no, 1, 1e-15);
    const double given[] = {p.yes, p.abstain, p.no};
    for (Choice choice : choices) {
      const auto exact = static_cast<double>(probability(choice, lower, upper));
      // That of an abstention is what the others leave, as long as this is not little.
      EXPECT_NEAR(given[static_cast<std::size_t>(choice)], exact, 1e-9 * exact)
          << choice_name(choice) << " " << lower << " " << upper;
      const OrdinalDerivatives d = ordinal_derivatives(choice, lower, upper);
      const OrdinalDerivatives slopes = ordinal_slopes(choice, lower, upper);
      EXPECT_EQ(d.lower, slopes.lower);
      EXPECT_EQ(d.upper, slopes.upper);
      EXPECT_EQ(d.lower_lower, slopes.lower_lower);
      EXPECT_EQ(d.lower_upper, slopes.lower_upper);
      EXPECT_EQ(d.upper_upper, slopes.upper_upper);
    }
  }
}

TEST(OrdinalLikelihood, MillsRatioAndLogProbability) {
  for (double x : {-36.0, -5.0, 0.0, 1.0, 5.999, 6.001, 10.0, 40.0, 100.0}) {
    const long double density = std::exp(-0.5L * x * x) / std::sqrt(2 * std::acos(-1.0L));
    const auto mills = static_cast<double>(upper_tail(x) / density);
    EXPECT_NEAR(mills_ratio(x), mills, 1e-13 * mills) << x;
    const long double log_p =
        x > 0 ? std::log1p(-upper_tail(x)) : std::log(upper_tail(-x));  // near 1: nothing is lost
    const auto exact = static_cast<double>(log_p);
    EXPECT_NEAR(log_normal_probability(x), exact, 1e-13 * std::abs(exact) + 1e-16) << x;
  }
}

TEST(OrdinalLikelihood, ANarrowIntervalAboutZeroKeepsItsDigits) {
  for (double gap : {1e-9, 1e-6, 1e-4, 0.009, 0.011}) {
    const OrdinalDerivatives d = ordinal_derivatives(Choice::abstain, -gap / 2, gap / 2);
    const auto exact = static_cast<double>(
        std::log(std::erf(static_cast<long double>(gap) / 2 / std::sqrt(2.0L))));
    EXPECT_NEAR(d.log_probability, exact, 1e-12) << gap;
  }
}

TEST(OrdinalLikelihood, TheMillsRatioIsExactAllAlong) {
  for (double x = 0; x < 6.5; x += 0.0137) {
    const long double density = std::exp(-0.5L * x * x) / std::sqrt(2 * std::acos(-1.0L));
    const auto exact = static_cast<double>(upper_tail(x) / density);
    EXPECT_NEAR(mills_ratio(x), exact, 4e-15 * exact) << x;
  }
}

}  // namespace
}  // namespace volteface
