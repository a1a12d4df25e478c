// The vector kernels of the published sampler against the slow reference and published facts.
#include "ideal/published_kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "ideal/instruction_sets.h"
#include "ideal/published_reference.h"

namespace volteface {
namespace {

using Choices = std::vector<Choice>;

// One item a row, one point a column; not_listed is no cell.
Observations observations_of(const std::vector<Choices>& rows) {
  Observations o;
  o.items = static_cast<std::uint32_t>(rows.size());
  o.item_begin.push_back(0);
  for (std::size_t p = 0; p < rows[0].size(); ++p)
    o.points.push_back({static_cast<StateIndex>(p), 1, 0});
  for (const Choices& row : rows) {
    for (std::uint32_t p = 0; p < row.size(); ++p) {
      if (!is_cast(row[p])) continue;
      o.cell_point.push_back(p);
      o.cell_choice.push_back(row[p]);
      ++o.points[p].n;
    }
    o.item_begin.push_back(static_cast<std::uint32_t>(o.cell_point.size()));
  }
  return o;
}

AlignedVector<float> aligned(std::initializer_list<float> values, std::size_t size) {
  AlignedVector<float> out(values);
  out.resize(size, 0.0F);
  return out;
}

// The kernels are compiled for several instruction sets; each that this processor has is tested.
using PublishedKernels = OnEachInstructionSet;

INSTANTIATE_TEST_SUITE_P(, PublishedKernels, testing::ValuesIn(instruction_sets_here()),
                         [](const auto& test) { return std::string(hwy::TargetName(test.param)); });

TEST_P(PublishedKernels, PhiloxGivesTheKnownAnswers) {
  // Random123's table of known answers, philox4x32 with 10 rounds.
  struct Known {
    std::array<std::uint32_t, 4> counter;
    std::uint64_t key;
    std::array<std::uint32_t, 4> words;
  };
  const std::vector<Known> known = {
      {{0, 0, 0, 0}, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
       0xffffffffffffffff,
       {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
       0x299f31d0a4093822,
       {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}};
  for (const Known& k : known) {
    std::array<std::uint32_t, 4> words{};
    philox_block(k.counter, k.key, words);
    EXPECT_EQ(words, k.words);
  }
}

TEST_P(PublishedKernels, ProbabilitiesAreThoseOfErfcFarIntoTheTails) {
  std::vector<float> x;
  for (float at = -38; at < 38; at += 0.0101F) x.push_back(at);
  x.resize(x.size() / 16 * 16);
  std::vector<float> p(x.size()), log_p(x.size());
  normal_probabilities(x, p, log_p);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto at = static_cast<double>(x[i]);
    const double expected = reference::normal_probability(at);
    // exp amplifies the rounding of x * x / 2.
    const double error = expected * (1e-6 + 1e-7 * at * at / 2) + 1e-36;
    EXPECT_NEAR(static_cast<double>(p[i]), expected, error) << at;
    const double log_expected = reference::log_normal_probability(at);
    EXPECT_NEAR(static_cast<double>(log_p[i]), log_expected, 4e-7 + 2e-7 * std::abs(log_expected))
        << at;
  }
}

TEST_P(PublishedKernels, QuantilesInvertProbabilities) {
  std::vector<float> p, x;
  for (double at = -6.5; at < 4.5; at += 0.003)
    p.push_back(static_cast<float>(reference::normal_probability(at)));
  p.resize(p.size() / 16 * 16);
  x.resize(p.size());
  normal_quantiles(p, x);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const auto at = static_cast<double>(x[i]);
    const double density = std::exp(-at * at / 2) / std::sqrt(2 * 3.14159265358979);
    // Beside 1, single precision holds p to 6e-8.
    const double error = 2e-6 * std::abs(at) + 1e-6 + 6e-8 / density * (at > 0 ? 1 : 0);
    EXPECT_NEAR(reference::normal_probability(at), static_cast<double>(p[i]),
                error * density + 1e-12)
        << at;
  }
}

TEST_P(PublishedKernels, DeviatesAreStandardNormal) {
  AlignedVector<float> draws(1 << 20);
  fill_normal({7, 3}, draws);
  std::array<double, 5> moment{};
  for (float d : draws) {
    double power = 1;
    for (double& m : moment) m += power, power *= static_cast<double>(d);
  }
  for (double& m : moment) m /= static_cast<double>(draws.size());
  // Standard errors of the means of x, x^2, x^3, x^4 over a million draws: 0.001, 0.0014, 0.0038,
  // 0.0096.
  EXPECT_NEAR(moment[1], 0, 0.005);
  EXPECT_NEAR(moment[2], 1, 0.007);
  EXPECT_NEAR(moment[3], 0, 0.019);
  EXPECT_NEAR(moment[4], 3, 0.048);
}

// One sweep over items that all points vote alike on, with cutpoints held: many draws of one
// truncated normal variable.
struct Swept {
  std::vector<double> z;
  double discrimination = 0;
  double log_ratio = 0;
};

Swept sweep(const std::vector<Choice>& row, const std::vector<float>& theta, float discrimination,
            reference::Cuts cuts, reference::Cuts proposed, std::uint32_t iteration = 1) {
  const Observations o = observations_of({row});
  const CellLayout layout = lay_out(o);
  AlignedVector<float> points(theta.begin(), theta.end());
  points.push_back(0);
  auto slope = aligned({discrimination}, 2);
  auto yes = aligned({static_cast<float>(cuts.yes)}, 16),
       no = aligned({static_cast<float>(cuts.no)}, 16);
  const auto new_yes = aligned({static_cast<float>(proposed.yes)}, 16);
  const auto new_no = aligned({static_cast<float>(proposed.no)}, 16);
  const auto never = aligned({std::numeric_limits<float>::infinity()}, 16),
             normal = aligned({}, 16);
  AlignedVector<float> z(layout.cell_point.size()), log_ratio(16), scratch(scratch_floats(layout));
  std::vector<std::uint8_t> accepted(1);
  sweep_items(layout, {11, iteration}, 0, 1,
              {points.data(), slope.data(), yes.data(), no.data(), new_yes.data(), new_no.data(),
               never.data(), normal.data(), z.data(), log_ratio.data(), accepted.data()},
              scratch.data());
  EXPECT_EQ(accepted[0], 0);
  Swept out;
  out.z.resize(row.size());
  for (std::size_t c = 0; c < z.size(); ++c) {
    const auto point = static_cast<std::size_t>(layout.cell_point[c]);
    if (point < row.size()) out.z[point] = static_cast<double>(z[c]);
  }
  out.discrimination = static_cast<double>(slope[0]);
  out.log_ratio = static_cast<double>(log_ratio[0]);
  return out;
}

TEST_P(PublishedKernels, DrawTruncatedNormalsWithTheRightMoments) {
  struct Case {
    Choice choice;
    float mean;
    reference::Cuts cuts;
  };
  const std::vector<Case> cases = {{Choice::yes, 0, {0.3, 1}},
                                   {Choice::yes, -2, {0.5, 1}},
                                   {Choice::yes, 4, {0, 1}},
                                   {Choice::yes, 6, {-2.2, 1}},
                                   {Choice::no, 0, {-1, 0.4}},
                                   {Choice::no, 3, {-1, 0.4}},
                                   {Choice::no, -6.5F, {-1, 1.8}},
                                   {Choice::abstain, 0, {-1, 1}},
                                   {Choice::abstain, 0.4F, {0.3, 0.35}},
                                   {Choice::abstain, 3, {-1, 0.5}},
                                   {Choice::abstain, -4, {0, 6}},
                                   {Choice::abstain, 6, {-2, -0.4}},
                                   {Choice::abstain, -6, {0.7, 2}},
                                   {Choice::abstain, 2, {-5, 2.5}}};
  constexpr std::size_t n = 200003;  // not a multiple of anything
  for (const Case& c : cases) {
    const Swept swept =
        sweep(Choices(n, c.choice), std::vector<float>(n, c.mean), 1, c.cuts, c.cuts);
    double mean = 0, squares = 0;
    for (double z : swept.z) mean += z / n;
    for (double z : swept.z) squares += (z - mean) * (z - mean) / n;
    const auto expected = reference::latent_moments(c.choice, static_cast<double>(c.mean), c.cuts);
    const double error = std::sqrt(expected.variance / n);
    EXPECT_NEAR(mean, expected.mean, 5 * error + 2e-5)
        << static_cast<int>(c.choice) << " " << c.mean;
    // Four or five standard errors of a variance, where the fourth moment is up to nine times its
    // square.
    EXPECT_NEAR(squares / expected.variance, 1, 5 * std::sqrt(8.0 / n) + 2e-3)
        << static_cast<int>(c.choice) << " " << c.mean;
  }
}

TEST_P(PublishedKernels, KeepLatentVotesInTheirCategoryHoweverUnlikely) {
  for (float mean : {-40.0F, -13.0F, -8.0F, 8.0F, 13.0F, 40.0F}) {
    for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
      const Swept swept =
          sweep(Choices(100, choice), std::vector<float>(100, mean), 1, {-0.5, 0.5}, {-0.6, 0.5});
      EXPECT_TRUE(std::isfinite(swept.log_ratio));
      EXPECT_TRUE(std::isfinite(swept.discrimination));
      for (double z : swept.z) {
        EXPECT_LE(std::abs(z), 9);
        EXPECT_LE(z, choice == Choice::yes ? -0.4999 : choice == Choice::abstain ? 0.5001 : 9);
        EXPECT_GE(z, choice == Choice::no ? 0.4999 : choice == Choice::abstain ? -0.5001 : -9);
      }
    }
  }
}

TEST_P(PublishedKernels, AgreeWithTheReferenceOnLikelihoodAndDiscrimination) {
  std::mt19937_64 random(5);
  std::normal_distribution<double> normal;
  for (std::size_t n : {1U, 3U, 15U, 16U, 17U, 33U, 190U, 1100U}) {
    for (int repeat = 0; repeat < 20; ++repeat) {
      Choices row;
      std::vector<float> theta;
      std::vector<reference::Vote> votes;
      for (std::size_t i = 0; i < n; ++i) {
        row.push_back(static_cast<Choice>(random() % 3));
        theta.push_back(static_cast<float>(normal(random)));
        votes.push_back({static_cast<double>(theta.back()), row.back()});
      }
      const auto slope = static_cast<float>(2 * normal(random));
      const double middle = normal(random);
      const reference::Cuts present{middle - 0.4, middle + 0.4};
      const reference::Cuts proposed{present.yes + 0.07 * normal(random),
                                     present.no + 0.07 * normal(random)};
      const Swept swept = sweep(row, theta, slope, present, proposed);
      const double expected =
          reference::log_likelihood_ratio(votes, static_cast<double>(slope), present, proposed);
      EXPECT_NEAR(swept.log_ratio, expected,
                  1e-5 * static_cast<double>(n) + 1e-4 * std::abs(expected));

      const std::vector<double> points(theta.begin(), theta.end());
      const auto conditional = reference::discrimination_conditional(points, swept.z);
      EXPECT_NEAR(swept.discrimination, conditional.mean, 1e-4);
    }
  }
}

TEST_P(PublishedKernels, DrawAnewEachIteration) {
  const Choices row(40, Choice::yes);
  const std::vector<float> theta(40, 0.2F);
  const auto draw = [&](std::uint32_t iteration) {
    return sweep(row, theta, 1, {0, 1}, {0, 1}, iteration).z;
  };
  EXPECT_EQ(draw(1), draw(1));
  EXPECT_NE(draw(1), draw(2));
}

TEST_P(PublishedKernels, ProposeTruncatedNormalsInOrder) {
  constexpr std::uint32_t n = 1 << 17;
  const double sd = static_cast<double>(PublishedConstants::proposal_sd);
  for (const reference::Cuts cuts :
       {reference::Cuts{-0.2, 0.7}, {0.1, 0.12}, {-6.98, 6.99}, {0.5, 0.5}}) {
    AlignedVector<float> yes(n, static_cast<float>(cuts.yes)), no(n, static_cast<float>(cuts.no));
    AlignedVector<float> new_yes(n), new_no(n), threshold(n), normal(n);
    propose_cuts({3, 1}, n, yes.data(), no.data(), new_yes.data(), new_no.data(), threshold.data(),
                 normal.data());
    double mean = 0, uniform = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
      ASSERT_GE(new_yes[v], -7);
      ASSERT_LE(new_yes[v], new_no[v]);
      ASSERT_LE(new_no[v], 7);
      ASSERT_LE(new_yes[v], no[v]);
      mean += static_cast<double>(new_yes[v]) / n;
      // The threshold is log u, less the factor of the proposals.
      const reference::Cuts proposed{static_cast<double>(new_yes[v]),
                                     static_cast<double>(new_no[v])};
      const double u = std::exp(static_cast<double>(threshold[v]) +
                                reference::log_proposal_factor(cuts, proposed));
      ASSERT_GT(u, 0);
      ASSERT_LT(u, 1 + 1e-4);
      uniform += u / n;
    }
    EXPECT_NEAR(uniform, 0.5, 5 * std::sqrt(1.0 / 12 / n));
    // Mean of a normal variable between two bounds.
    const double a = (-7 - cuts.yes) / sd, b = (cuts.no - cuts.yes) / sd;
    const auto density = [](double x) {
      return std::exp(-x * x / 2) / std::sqrt(2 * 3.14159265358979);
    };
    const double expected =
        cuts.yes + sd * (density(a) - density(b)) /
                       (reference::normal_probability(b) - reference::normal_probability(a));
    EXPECT_NEAR(mean, expected, 5 * sd / std::sqrt(static_cast<double>(n)));
  }
}

TEST_P(PublishedKernels, SumTheCellsOfPoints) {
  std::mt19937_64 random(2);
  std::vector<Choices> rows(37, Choices(9));
  for (Choices& row : rows) {
    for (Choice& c : row) c = static_cast<Choice>(random() % 5);
  }
  const Observations o = observations_of(rows);
  const CellLayout layout = lay_out(o);
  AlignedVector<float> slope(rows.size() + 1), z(layout.cell_point.size());
  for (std::size_t v = 0; v < rows.size(); ++v) slope[v] = static_cast<float>(v) / 8;
  for (std::size_t c = 0; c < z.size(); ++c) z[c] = static_cast<float>(c % 11) - 5;
  for (std::uint32_t p = 0; p < 9; ++p) {
    double weighted = 0, squares = 0;
    for (std::size_t v = 0; v < layout.items.size(); ++v) {
      for (std::size_t c = layout.items[v].begin; c < layout.items[v].end; ++c) {
        if (layout.cell_point[c] != static_cast<std::int32_t>(p)) continue;
        weighted += static_cast<double>(slope[v]) * static_cast<double>(z[c]);
        squares += static_cast<double>(slope[v]) * static_cast<double>(slope[v]);
      }
    }
    const PointSums sums = sum_point(layout, p, slope.data(), z.data());
    EXPECT_NEAR(static_cast<double>(sums.weighted), weighted, 1e-3);
    EXPECT_NEAR(static_cast<double>(sums.squares), squares, 1e-3);
  }
}

TEST(Reference, ConditionalsAreThoseDoneByHand) {
  // Precision 1 + 4 + 1 / 0.25 = 9; sum 1 * 0.5 + -2 * -1 + 0.3 / 0.25 = 3.7.
  const auto theta =
      reference::theta_conditional(std::vector{1.0, -2.0}, std::vector{0.5, -1.0}, 0.3, 0.25);
  EXPECT_NEAR(theta.mean, 3.7 / 9, 1e-12);
  EXPECT_NEAR(theta.variance, 1.0 / 9, 1e-12);
  // Precision 1 + 0.25 + 4 = 5.25; sum 0.5 * 1 + 2 * 1.5 = 3.5.
  const auto slope =
      reference::discrimination_conditional(std::vector{0.5, 2.0}, std::vector{1.0, 1.5});
  EXPECT_NEAR(slope.mean, 3.5 / 5.25, 1e-12);
  EXPECT_NEAR(slope.variance, 1 / 5.25, 1e-12);
  // Phi(1) = 0.841345, Phi(-0.5) = 0.308538 (tables).
  EXPECT_NEAR(reference::choice_probability(Choice::yes, -0.5, {0.5, 1}), 0.841345, 1e-6);
  EXPECT_NEAR(reference::choice_probability(Choice::no, 0.5, {0, 1}), 0.308538, 1e-6);
  EXPECT_NEAR(reference::choice_probability(Choice::abstain, 0, {-0.5, 1}), 0.841345 - 0.308538,
              1e-6);
}

}  // namespace
}  // namespace volteface
