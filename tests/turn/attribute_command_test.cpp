#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/run_program.h"

namespace volteface {
namespace {

TEST(AttributeCommand, WithoutADayTakesTheMostProbableTurn) {
  const Outcome outcome = run_program("attribute ARG --json");
  ASSERT_EQ(outcome.exit_code, 0);
  const auto turns = nlohmann::json::parse(run_program("turns ARG --json").out);
  double most = 0, bits = 0;
  std::string date;
  for (const auto& turn : turns["rows"]) {
    const double probability = std::round(1000 * turn["probability"].get<double>());
    if (std::pair(probability, turn["bits"].get<double>()) <= std::pair(most, bits)) continue;
    most = probability;
    bits = turn["bits"];
    date = turn["date"];
  }
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_FALSE(json["rows"].empty());
  for (const auto& row : json["rows"]) EXPECT_EQ(row["turn"], date);
  EXPECT_NE(outcome.err.find(date), std::string::npos);
}

TEST(AttributeCommand, WithoutATurnAsksForADay) {
  const Outcome outcome = run_program("attribute ARG --until 1947");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("--date"), std::string::npos);
}

TEST(AttributeCommand, WeightsInJsonSumToOne) {
  const Outcome outcome = run_program("attribute ARG --date 2023-12-10 --until 2024 --json");
  ASSERT_EQ(outcome.exit_code, 0);
  const auto json = nlohmann::json::parse(outcome.out);
  double sum = 0;
  for (const auto& row : json["rows"]) sum += row["weight"].get<double>();
  EXPECT_NEAR(sum, 1, 1e-6);
}

TEST(AttributeCommand, WarnsOfManyYears) {
  const Outcome many = run_program("attribute FRA --date 1948 --until 1956");
  EXPECT_NE(many.err.find("--until judges the first"), std::string::npos) << many.err;
  const Outcome few = run_program("attribute FRA --date 1948 --until 1950");
  EXPECT_EQ(few.err.find("--until judges the first"), std::string::npos) << few.err;
}

TEST(AttributeCommand, WithoutVotesNothingIsFound) {
  const Outcome outcome = run_program("attribute ARG --date 2030 --until 2031");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("too few votes"), std::string::npos);
  // As of every other command, a table without rows has its columns.
  const Outcome csv = run_program("attribute ARG --date 2030 --until 2031 --csv");
  EXPECT_EQ(csv.exit_code, 1);
  EXPECT_TRUE(csv.out.starts_with("state,turn,until,account")) << csv.out;
}

TEST(AttributeCommand, DayBehindTheRecordIsAnError) {
  const Outcome outcome = run_program("attribute ARG --date 2030");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("the last vote of the record is of 2025-12-18"), std::string::npos)
      << outcome.err;
}

TEST(AttributeCommand, StateIsNotItsOwnReference) {
  EXPECT_EQ(run_program("attribute ARG --date 2023-12-10 --follows ARG").exit_code, 2);
  EXPECT_EQ(run_program("attribute ARG --date 2023-12-10 --follows Atlantis").exit_code, 2);
}

TEST(SwitchesCommand, WrongYearsAreErrors) {
  EXPECT_EQ(run_program("switches ARG USA --from 2025 --to 2024").exit_code, 2);
  EXPECT_EQ(run_program("switches ARG USA --from 2024 --to 2025 --by month").exit_code, 2);
  EXPECT_EQ(run_program("switches ARG ARG --from 2024 --to 2025").exit_code, 2);
}

TEST(SwitchesCommand, WithoutTextsNothingIsFound) {
  EXPECT_EQ(run_program("switches ARG USA --from 1900 --to 1901").exit_code, 1);
}

}  // namespace
}  // namespace volteface
