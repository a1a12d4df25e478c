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
}

}  // namespace
}  // namespace volteface
