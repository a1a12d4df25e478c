// `volteface ideal` as users run it.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run_program.h"
#include "ideal/normal.h"
#include "volteface/record.h"

namespace volteface {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& csv) {
  std::vector<Row> rows;
  for (const std::string& line : lines_of(csv)) {
    rows.emplace_back();
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) rows.back().push_back(field);
  }
  return rows;
}

TEST(IdealCommand, PointsAsCsv) {
  const Outcome outcome = run_program("ideal ARG USA --by year --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto rows = rows_of(outcome.out);
  EXPECT_EQ(rows[0], (Row{"state", "period", "mean", "sd", "q05", "q95", "n"}));
  std::map<std::string, double> argentina;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double mean = std::stod(rows[i][2]);
    EXPECT_LT(std::stod(rows[i][4]), mean);
    EXPECT_GT(std::stod(rows[i][5]), mean);
    if (rows[i][0] == "ARG") argentina[rows[i][1]] = mean;
  }
  // The record's best known turn; the published series has -0.03 and 1.38.
  EXPECT_GT(argentina.at("2024") - argentina.at("2023"), 0.5);
  EXPECT_FALSE(argentina.contains("1964"));  // no roll calls
  EXPECT_NE(outcome.err.find("record to 2025-12-18"), std::string::npos);
}

// What the columns are said to be: P(yes) = Phi(cut_yes - discrimination * theta). Summed over the
// states that voted, it must come near the votes that were cast.
TEST(IdealCommand, ItemsAreOnTheScaleOfThePoints) {
  const Outcome points = run_program("ideal --since 2024-09 --until 2025-08 --csv");
  const Outcome items = run_program("ideal --since 2024-09 --until 2025-08 --items --csv");
  ASSERT_EQ(points.exit_code, 0) << points.err;
  ASSERT_EQ(items.exit_code, 0) << items.err;
  std::map<std::string, double> theta;
  for (const Row& row : rows_of(points.out)) {
    if (row[1] == "79") theta[row[0]] = std::stod(row[2]);
  }
  const auto rows = rows_of(items.out);
  EXPECT_EQ(Row(rows[0].begin(), rows[0].begin() + 5),
            (Row{"rollcall", "item", "discrimination", "cut_yes", "cut_no"}));
  const Record record = embedded_record();
  int compared = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const RollCallIndex r = record.roll_call(rows[i][0]);
    if (session_number(record.roll_calls[r]) != 79) continue;
    const double slope = std::stod(rows[i][2]), yes = std::stod(rows[i][3]),
                 no = std::stod(rows[i][4]);
    EXPECT_LE(yes, no);
    double expected_yes = 0, expected_no = 0;
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      const auto at = theta.find(record.states[s].code);
      if (at == theta.end() || !is_cast(record.votes.at(s, r))) continue;
      expected_yes += normal_probability(yes - slope * at->second);
      expected_no += 1 - normal_probability(no - slope * at->second);
    }
    EXPECT_NEAR(expected_yes, record.tally(r).yes, 14) << rows[i][0];
    EXPECT_NEAR(expected_no, record.tally(r).no, 14) << rows[i][0];
    ++compared;
  }
  EXPECT_GT(compared, 80);
}

TEST(IdealCommand, RollCallsOnOneTextShareAnItemNumber) {
  const Outcome items = run_program("ideal --items --since 2018 --csv");
  std::map<std::string, std::string> item_of_symbol;
  std::map<std::string, int> roll_calls_of_item;
  for (const std::string& line : lines_of(items.out)) {
    const auto row = rows_of(line)[0];
    if (row.size() > 6) item_of_symbol[row[6]] = row[1];
    ++roll_calls_of_item[row[1]];
  }
  // The Syrian Golan, year by year.
  EXPECT_EQ(item_of_symbol.at("A/RES/79/90"), item_of_symbol.at("A/RES/78/77"));
  EXPECT_GE(roll_calls_of_item.at(item_of_symbol.at("A/RES/79/90")), 6);
}

TEST(IdealCommand, HeldOutVotesAreToldBetterThanByTheShares) {
  const Outcome outcome = run_program("ideal --holdout 0.05 --seed 7 --since 2010 --json");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto row = nlohmann::json::parse(outcome.out)["rows"][0];
  EXPECT_EQ(row["seed"], 7);
  EXPECT_EQ(row["share"], 0.05);
  EXPECT_LT(row["log_loss"], 0.7 * row["log_loss_of_shares"].get<double>());
  EXPECT_GT(row["cells"], 1000);
  EXPECT_EQ(run_program("ideal --holdout 0.05 --seed 7 --since 2010 --json").out, outcome.out);
}

TEST(IdealCommand, TheTargetOfTheDefaultModel) {
  const Outcome outcome = run_program("ideal --holdout 0.05 --seed 3 --json");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_LT(nlohmann::json::parse(outcome.out)["rows"][0]["log_loss"], 0.276);
}

TEST(IdealCommand, ThePublishedModelTellsWhetherItSettled) {
  const Outcome outcome = run_program(
      "ideal USA --model published --since 2019 --iterations 60 --burn-in 20 --chains 1 --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("R-hat"), std::string::npos);
  for (const Row& row : rows_of(outcome.out)) {
    if (row[0] == "USA") {
      EXPECT_GT(std::stod(row[2]), 1);
    }
  }
}

TEST(IdealCommand, SampledPointsTellHowFarTheyAreToBeTrusted) {
  const std::string draws = testing::TempDir() + "/volteface-draws.csv";
  const Outcome outcome = run_program(
      "ideal ARG --sample --since 2018 --iterations 80 --burn-in 30 --thin 1 --chains 2 --seed 4 "
      "--csv "
      "--draws " +
      draws);
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto rows = rows_of(outcome.out);
  EXPECT_EQ(rows[0],
            (Row{"state", "period", "mean", "sd", "q05", "q95", "n", "rhat", "effective"}));
  EXPECT_NE(outcome.err.find("R-hat"), std::string::npos);
  EXPECT_NE(outcome.err.find("more --iterations"), std::string::npos);
  std::ifstream file(draws), metadata(draws + "-metadata.json");
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line, "chain,draw,state,period,ideal_point");
  std::size_t lines = 0;
  while (std::getline(file, line)) {
    EXPECT_NE(line.find(",ARG,"), std::string::npos);
    ++lines;
  }
  EXPECT_EQ(lines, 100 * (rows.size() - 1));
  const auto json = nlohmann::json::parse(metadata);
  EXPECT_EQ(json["seed"], 4);
  EXPECT_EQ(json["record"]["hash"].get<std::string>().size(), 16U);

  const Outcome steps = run_program(
      "ideal ARG --sample --since 2022 --iterations 80 --burn-in 30 --chains 2 --steps 0.5 --csv");
  for (const Row& row : rows_of(steps.out)) {
    if (row[2] == "79") {
      EXPECT_GT(std::stod(row[7]), 0.9);  // the turn of 2024
    }
  }
}

TEST(IdealCommand, RefusesWhatItCannotDo) {
  const auto expect_error = [](const std::string& arguments, const std::string& what) {
    const Outcome outcome = run_program(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_NE(outcome.err.find(what), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "") << arguments;
  };
  expect_error("ideal Argentinia", "did you mean");
  expect_error("ideal --by week", "expected session or year");
  expect_error("ideal --model best", "expected default or published");
  expect_error("ideal --model published --by year", "expected --by session");
  expect_error("ideal --model published --series 2021", "expected extended or april_2020");
  expect_error("ideal --holdout 1", "expected above 0 and below 1");
  expect_error("ideal --items ARG", "expected no states");
  expect_error("ideal --draws x.csv", "expected --sample");
  expect_error("ideal --steps 0.5", "expected --sample");
  expect_error("ideal --sample --items", "expected no --items");
  expect_error("ideal --sample --holdout 0.1", "expected no --holdout");
  expect_error("ideal --sample --model published", "default model");
  expect_error("ideal --sample --chains 0", "expected 1 to 64");
  expect_error("ideal --sample --draws /no/such/folder/x.csv", "cannot write");
  expect_error("ideal --sample --steps 0", "above 0");
  expect_error("ideal --until 1945", "expected at least one");
}

TEST(IdealCommand, ShowsProgressOnATerminalOnly) {
  const std::string slow =
      "ideal USA --model published --since 1990 --iterations 300 --burn-in 100 --chains 1";
  EXPECT_NE(run_on_terminal(slow, 80).out.find("fitting ["), std::string::npos);
  EXPECT_EQ(run_program(slow).err.find("fitting"), std::string::npos);
}

}  // namespace
}  // namespace volteface
