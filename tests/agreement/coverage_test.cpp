// How often the 95 % intervals hold the truth, by simulation: tables drawn from known shares.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "agreement/reference.h"
#include "volteface/agreement.h"

namespace volteface {
namespace {

// Shares in percent as pairs of states vote: mostly yes together; apart; one much alone; opposed;
// by chance.
const std::vector<std::vector<double>> truths = {
    {85, 2, 1, 3, 4, 1, 1, 1, 2},        {55, 10, 2, 8, 15, 3, 1, 2, 4},
    {20, 15, 40, 2, 8, 6, 1, 2, 6},      {5, 5, 70, 3, 5, 5, 3, 2, 2},
    {49, 14, 7, 14, 4, 2, 7, 2, 1},      {40, 5, 5, 5, 15, 5, 5, 5, 15},
    {70, 10, 15, 1, 2, 1, 0.3, 0.3, 0.4}};

struct Coverage {
  double held = 0;
  double defined = 0;

  void add(const Measure& m, double truth) {
    if (std::isnan(m.value)) return;
    ++defined;
    held += m.lo <= truth && truth <= m.hi;
  }
  double share() const { return held / defined; }
};

class IntervalCoverage : public testing::TestWithParam<int> {};

TEST_P(IntervalCoverage, IsNear95Percent) {
  const int n = GetParam();
  constexpr int samples = 4000;
  std::mt19937_64 random(1955);
  Coverage agreement_overall, kappa_overall, weighted_overall, pi_overall;
  for (const auto& truth : truths) {
    std::discrete_distribution<std::size_t> draw(truth.begin(), truth.end());
    const auto p = draw.probabilities();
    const reference::Cells cells = {{{p[0], p[1], p[2]}, {p[3], p[4], p[5]}, {p[6], p[7], p[8]}}};
    const double s = p[0] + p[4] + p[8] - p[2] - p[6];
    const double kappa = reference::kappa(cells, reference::same_choice, false);
    const double weighted = reference::kappa(cells, reference::half_abstain, false);
    const double pi = reference::kappa(cells, reference::same_choice, true);
    Coverage of_s, of_agreement, of_coincidence, of_kappa, of_weighted, of_pi;
    for (int sample = 0; sample < samples; ++sample) {
      ChoiceTable table;
      for (int k = 0; k < n; ++k) ++table.cells[draw(random)];
      const Agreement m = measure_agreement(table);
      of_s.add(m.s, s);
      of_agreement.add(m.agreement, (1 + s) / 2);
      of_coincidence.add(m.coincidence, (p[0] + p[8]) / (p[0] + p[8] + p[2] + p[6]));
      of_kappa.add(m.kappa, kappa);
      of_weighted.add(m.weighted_kappa, weighted);
      of_pi.add(m.pi, pi);
    }
    // The Monte Carlo error is 0.0034; a discrete statistic wavers around its level from truth to
    // truth.
    EXPECT_EQ(of_s.held, of_agreement.held);
    for (const Coverage& c : {of_s, of_coincidence, of_kappa, of_weighted, of_pi}) {
      EXPECT_GT(c.share(), n < 20 ? 0.88 : 0.91);
    }
    for (auto [sum, one] : {std::pair{&agreement_overall, &of_s},
                            {&kappa_overall, &of_kappa},
                            {&weighted_overall, &of_weighted},
                            {&pi_overall, &of_pi}}) {
      sum->held += one->held;
      sum->defined += one->defined;
    }
  }
  for (const Coverage& c : {agreement_overall, kappa_overall, weighted_overall, pi_overall}) {
    EXPECT_GT(c.share(), 0.94);
    EXPECT_LT(c.share(), n < 20 ? 0.99 : n < 80 ? 0.98 : 0.97);
  }
}

INSTANTIATE_TEST_SUITE_P(RollCalls, IntervalCoverage, testing::Values(10, 20, 40, 80, 160, 600));

}  // namespace
}  // namespace volteface
