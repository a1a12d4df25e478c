// The measures against published examples, hand calculation and the slow reference.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "agreement/reference.h"
#include "volteface/agreement.h"

namespace volteface {
namespace {

void expect_near(const Measure& fast, const Measure& slow, const char* name) {
  ASSERT_EQ(std::isnan(fast.value), std::isnan(slow.value)) << name;
  ASSERT_EQ(std::isnan(fast.lo), std::isnan(slow.lo)) << name;
  ASSERT_EQ(std::isnan(fast.hi), std::isnan(slow.hi)) << name;
  if (std::isnan(fast.value)) return;
  EXPECT_NEAR(fast.value, slow.value, 1e-12) << name;
  EXPECT_NEAR(fast.lo, slow.lo, 1e-6) << name;  // the reference differentiates by small steps
  EXPECT_NEAR(fast.hi, slow.hi, 1e-6) << name;
  EXPECT_LE(fast.lo, fast.value) << name;
  EXPECT_LE(fast.value, fast.hi) << name;
}

void expect_as_reference(const ChoiceTable& table) {
  const Agreement fast = measure_agreement(table);
  const Agreement slow = reference::measures(table);
  EXPECT_EQ(fast.coincidence_n, slow.coincidence_n);
  expect_near(fast.agreement, slow.agreement, "agreement");
  expect_near(fast.coincidence, slow.coincidence, "coincidence");
  expect_near(fast.s, slow.s, "s");
  expect_near(fast.kappa, slow.kappa, "kappa");
  expect_near(fast.weighted_kappa, slow.weighted_kappa, "weighted kappa");
  expect_near(fast.pi, slow.pi, "pi");
}

// Fleiss (1981), Statistical Methods for Rates and Proportions, chapter 13: kappa 0.68, standard
// error 0.087; SAS gives 0.6765 and 0.0877, and with linear weights 0.7222 and 0.0843.
TEST(Measures, KappaOfFleissExample) {
  const reference::Cells counts = {{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}};
  EXPECT_NEAR(reference::kappa_standard_error(counts, reference::same_choice), 0.0877, 5e-5);
  EXPECT_NEAR(reference::kappa_standard_error(counts, reference::half_abstain), 0.0843, 5e-5);
  const Agreement m = measure_agreement({{75, 1, 4, 5, 4, 1, 0, 0, 10}});
  EXPECT_NEAR(m.kappa.value, 0.6765, 5e-5);
  EXPECT_NEAR(m.weighted_kappa.value, 0.7222, 5e-5);
}

// The example of PROC FREQ in SAS's manual: kappa 0.4842 (standard error 0.1380), weighted 0.4701
// (0.1457).
TEST(Measures, KappaOfSasExample) {
  const reference::Cells counts = {{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}};
  EXPECT_NEAR(reference::kappa_standard_error(counts, reference::same_choice), 0.1380, 5e-5);
  EXPECT_NEAR(reference::kappa_standard_error(counts, reference::half_abstain), 0.1457, 5e-5);
  const Agreement m = measure_agreement({{0, 4, 1, 0, 8, 0, 0, 1, 5}});
  EXPECT_NEAR(m.kappa.value, 0.4842, 5e-5);
  EXPECT_NEAR(m.weighted_kappa.value, 0.4701, 5e-5);
}

// Ten roll calls: yes-yes 4, no-no 1, abstain-abstain 1, yes-abstain 2, no-abstain 1, yes-no 1. By
// hand: agreement (6 + 3/2) / 10; coincidence 5/6; margins a 7, 1, 2 and b 4, 4, 2, so P_e = 0.36
// for kappa and for pi (11^2 + 5^2 + 4^2) / 400 = 0.405; expected distance (sum |i-j| a_i b_j) = 64
// + 7*2 + 2*4 = 86.
TEST(Measures, ByHand) {
  ChoiceTable table;
  table.at(Choice::yes, Choice::yes) = 4;
  table.at(Choice::no, Choice::no) = 1;
  table.at(Choice::abstain, Choice::abstain) = 1;
  table.at(Choice::yes, Choice::abstain) = 2;
  table.at(Choice::no, Choice::abstain) = 1;
  table.at(Choice::yes, Choice::no) = 1;
  const Agreement m = measure_agreement(table);
  EXPECT_EQ(table.n(), 10u);
  EXPECT_EQ(m.coincidence_n, 6u);
  EXPECT_DOUBLE_EQ(m.agreement.value, 0.75);
  EXPECT_DOUBLE_EQ(m.coincidence.value, 5.0 / 6);
  EXPECT_DOUBLE_EQ(m.s.value, 0.5);
  EXPECT_DOUBLE_EQ(m.kappa.value, (0.6 - 0.36) / (1 - 0.36));
  EXPECT_DOUBLE_EQ(m.pi.value, (0.6 - 0.405) / (1 - 0.405));
  EXPECT_DOUBLE_EQ(m.weighted_kappa.value, 1 - 50.0 / 86);
}

// With no success in n the upper limit of Wilson is z^2 / (n + z^2): 3.8415 / 13.8415.
TEST(Measures, WilsonWithoutSuccess) {
  const Measure m = measure_agreement({{0, 0, 10, 0, 0, 0, 0, 0, 0}}).coincidence;
  EXPECT_EQ(m.value, 0);
  EXPECT_NEAR(m.lo, 0, 1e-15);
  EXPECT_NEAR(m.hi, 0.2775, 5e-5);
}

TEST(Measures, UndefinedIsNotANumberMadeUp) {
  const Agreement all_yes = measure_agreement({{20, 0, 0, 0, 0, 0, 0, 0, 0}});
  EXPECT_EQ(all_yes.agreement.value, 1);
  EXPECT_EQ(all_yes.agreement.hi, 1);
  EXPECT_LT(all_yes.agreement.lo, 1);
  EXPECT_EQ(all_yes.coincidence.value, 1);
  for (const Measure& m : {all_yes.kappa, all_yes.weighted_kappa, all_yes.pi}) {
    EXPECT_TRUE(std::isnan(m.value) && std::isnan(m.lo) && std::isnan(m.hi));
  }
  const Agreement abstaining = measure_agreement({{0, 3, 0, 0, 5, 0, 0, 0, 0}});
  EXPECT_TRUE(std::isnan(abstaining.coincidence.value));
  EXPECT_EQ(abstaining.coincidence_n, 0u);
  EXPECT_EQ(abstaining.kappa.value, 0);  // one never varies: as much as chance gives
  EXPECT_TRUE(std::isnan(measure_agreement({}).agreement.value));
}

TEST(Measures, ReachTheirBounds) {
  const Agreement same = measure_agreement({{5, 0, 0, 0, 5, 0, 0, 0, 5}});
  const Agreement opposite = measure_agreement({{0, 0, 5, 0, 0, 0, 5, 0, 0}});
  for (const Measure& m : {same.kappa, same.weighted_kappa, same.pi, same.s, same.agreement}) {
    EXPECT_EQ(m.value, 1);
    EXPECT_EQ(m.hi, 1);
    EXPECT_LT(m.lo, 1);
  }
  for (const Measure& m : {opposite.kappa, opposite.weighted_kappa, opposite.pi, opposite.s}) {
    EXPECT_EQ(m.value, -1);
    EXPECT_EQ(m.lo, -1);
    EXPECT_GT(m.hi, -1);
  }
}

TEST(Measures, AllSmallTablesAsReference) {
  // Every way to spread up to four roll calls over the nine cells.
  const auto spread = [](auto& self, ChoiceTable& table, std::size_t cell,
                         std::uint32_t left) -> void {
    if (cell == 9) return expect_as_reference(table);
    for (std::uint32_t count = 0; count <= left; ++count) {
      table.cells[cell] = count;
      self(self, table, cell + 1, left - count);
    }
    table.cells[cell] = 0;
  };
  ChoiceTable table;
  spread(spread, table, 0, 4);
}

TEST(Measures, RandomTablesAsReference) {
  std::mt19937_64 random(20250224);
  for (int round = 0; round < 5000; ++round) {
    ChoiceTable table;
    for (auto& cell : table.cells) {
      const std::uint32_t largest = 1u << (random() % 13);
      cell = random() % 3 == 0 ? 0 : static_cast<std::uint32_t>(random() % largest);
    }
    expect_as_reference(table);
  }
}

TEST(Measures, SwappingStatesChangesNothing) {
  const Agreement m = measure_agreement({{9, 1, 2, 3, 4, 5, 6, 7, 8}});
  const Agreement swapped = measure_agreement({{9, 3, 6, 1, 4, 7, 2, 5, 8}});
  EXPECT_NEAR(m.kappa.value, swapped.kappa.value, 1e-12);
  EXPECT_NEAR(m.kappa.lo, swapped.kappa.lo, 1e-12);
  EXPECT_NEAR(m.weighted_kappa.hi, swapped.weighted_kappa.hi, 1e-12);
  EXPECT_NEAR(m.pi.lo, swapped.pi.lo, 1e-12);
  EXPECT_NEAR(m.agreement.lo, swapped.agreement.lo, 1e-12);
}

}  // namespace
}  // namespace volteface
