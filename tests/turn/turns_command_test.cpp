// `volteface turns` as users run it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace volteface {
namespace {

TEST(TurnsCommand, ArgentinaTurnedTowardsIsraelAndTheUnitedStates) {
  const Outcome outcome = run_program("turns ARG --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(
      outcome.out.starts_with("state,date,from,to,size,sd,probability,direction,toward,subjects"));
  const auto rows = parse_csv(outcome.out);
  const auto& last = rows.back();
  EXPECT_EQ(last[0], "ARG");
  EXPECT_GE(last[1], "2023-12-10");
  EXPECT_LE(last[1], "2024-12-31");
  EXPECT_LE(last[2], last[1]);
  EXPECT_GE(last[3], last[1]);
  EXPECT_GT(std::stod(last[6]), 0.99);
  EXPECT_EQ(last[7], "west");
  EXPECT_NE(last[8].find("ISR"), std::string::npos);
  EXPECT_NE(last[8].find("USA"), std::string::npos);
}

TEST(TurnsCommand, JsonHasTheSameRows) {
  const auto csv = parse_csv(run_program("turns ARG --csv").out);
  const auto json = nlohmann::json::parse(run_program("turns ARG --json").out);
  ASSERT_EQ(json["rows"].size() + 1, csv.size());
  EXPECT_EQ(json["rows"].back()["date"], csv.back()[1]);
}

TEST(TurnsCommand, SinceLeavesOutEarlierOnes) {
  const auto rows = parse_csv(run_program("turns ARG --since 2000 --csv").out);
  ASSERT_GT(rows.size(), 1u);
  for (std::size_t k = 1; k < rows.size(); ++k) EXPECT_GE(rows[k][1], "2000-01-01");
}

TEST(TurnsCommand, AsOfKnowsNothingLater) {
  const Outcome outcome = run_program("turns ARG --since 2010 --as-of 2023-12-31 --csv");
  EXPECT_EQ(outcome.exit_code, 1) << outcome.out;
  EXPECT_NE(outcome.err.find("no turn"), std::string::npos) << outcome.err;
}

TEST(TurnsCommand, WhatMakesNoSenseIsAnError) {
  EXPECT_EQ(run_program("turns XYZ").exit_code, 2);
  EXPECT_EQ(run_program("turns ARG --probability 0").exit_code, 2);
  EXPECT_EQ(run_program("turns ARG --probability 1.5").exit_code, 2);
  EXPECT_EQ(run_program("turns ARG --since tomorrow").exit_code, 2);
  EXPECT_EQ(run_program("turns ARG --since 2020 --until 2010").exit_code, 2);
  EXPECT_EQ(run_program("turns ARG --when --toward").exit_code, 2);
}

// An empty word would ask for the turns of all states.
TEST(TurnsCommand, AnEmptyStateIsAnError) {
  const Outcome outcome = run_program("turns ''");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("empty argument"), std::string::npos) << outcome.err;
}

TEST(TurnsCommand, SaysWhereVotesAreTooFewForAnyTurn) {
  const Outcome outcome = run_program("turns Zanzibar");
  EXPECT_EQ(outcome.exit_code, 1) << outcome.out;
  EXPECT_NE(outcome.err.find("too few votes"), std::string::npos) << outcome.err;
}

TEST(TurnsCommand, TellsWhatTheThresholdMeansInFalseAlarms) {
  const Outcome outcome = run_program("turns ARG --since 2020 --csv");
  const auto rows = parse_csv(outcome.out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].back(), "false_alarms");
  EXPECT_EQ(rows[1].back(), "0.29");  // docs/turns.md, at 0.999
  EXPECT_NE(outcome.err.find("about 0.8 in 100 years"), std::string::npos) << outcome.err;
}

TEST(TurnsCommand, TellsTheWholePosteriorOverTheDay) {
  const auto turns = parse_csv(run_program("turns ARG --since 2020 --csv").out);
  const auto rows = parse_csv(run_program("turns ARG --since 2020 --when --csv").out);
  ASSERT_GT(rows.size(), 2u);
  double sum = 0;
  bool has_most_probable = false;
  for (std::size_t k = 1; k < rows.size(); ++k) {
    EXPECT_EQ(rows[k][1], turns[1][1]);
    EXPECT_LE(rows[k][2], rows[k][3]);
    if (k > 1) EXPECT_GT(rows[k][2], rows[k - 1][3]);
    sum += std::stod(rows[k][4]);
    has_most_probable |= rows[k][3] == turns[1][1];
  }
  EXPECT_TRUE(has_most_probable);
  EXPECT_GT(sum, 0.98);  // stretches of 0.001 or less are left out
  EXPECT_LT(sum, 1.001);
}

}  // namespace
}  // namespace volteface
