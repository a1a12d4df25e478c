// `volteface surprise`, `predictability` and `exposure` as users run them; most on the record to
// 1950, which takes a moment only.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/run_program.h"
#include "volteface/record.h"

namespace volteface {
namespace {

using Row = std::vector<std::string>;

void expect_error(const std::string& arguments, const std::string& what) {
  const Outcome outcome = run_program(arguments);
  EXPECT_EQ(outcome.exit_code, 2) << arguments;
  EXPECT_NE(outcome.err.find(what), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out, "") << arguments;
}

TEST(SurpriseCommand, AStateByDateAsCsv) {
  const Outcome outcome = run_program("surprise ARG --until 1950 --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto rows = parse_csv(outcome.out);
  EXPECT_EQ(rows[0], (Row{"state", "rollcall", "date", "choice", "p_yes", "p_abstain", "p_no",
                          "bits", "symbol", "title"}));
  const Record record = embedded_record();
  std::string last;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][0], "ARG");
    EXPECT_LE(last, rows[i][2]);
    last = rows[i][2];
    const Choice cast = record.votes.at(record.state("ARG"), record.roll_call(rows[i][1]));
    EXPECT_EQ(rows[i][3], std::string(1, choice_letter(cast)));
    const double p = std::stod(rows[i][cast == Choice::yes ? 4 : cast == Choice::abstain ? 5 : 6]);
    EXPECT_NEAR(std::exp2(-std::stod(rows[i][7])), p, 2e-4);
    EXPECT_NEAR(std::stod(rows[i][4]) + std::stod(rows[i][5]) + std::stod(rows[i][6]), 1, 2e-6);
  }
  EXPECT_GT(rows.size(), 200U);
  EXPECT_NE(outcome.err.find("record to 2025-12-18"), std::string::npos);
}

TEST(SurpriseCommand, FiltersChooseWhatIsShownAndNotWhatIsKnown) {
  const auto all = parse_csv(run_program("surprise ARG --until 1950 --csv").out);
  const Outcome some = run_program("surprise ARG --since 1949 --until 1950-06 --csv");
  const auto as_of = parse_csv(run_program("surprise ARG --since 1949 --as-of 1950-06 --csv").out);
  const auto rows = parse_csv(some.out);
  ASSERT_GT(rows.size(), 5U);
  EXPECT_EQ(as_of, rows);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_NE(std::find(all.begin(), all.end(), rows[i]), all.end()) << rows[i][1];
  }
}

TEST(SurpriseCommand, TheLeastExpectedFirst) {
  for (const std::string which : {"--top 12", "ARG --top 12", "--rollcall 'A/RES/181(II)[A]'"}) {
    const Outcome outcome = run_program("surprise --until 1948 --csv " + which);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto rows = parse_csv(outcome.out);
    for (std::size_t i = 2; i < rows.size(); ++i) {
      EXPECT_LE(std::stod(rows[i][7]), std::stod(rows[i - 1][7])) << which;
    }
    if (which.find("top") != std::string::npos) {
      EXPECT_EQ(rows.size(), 13U) << which;
    }
  }
  EXPECT_EQ(lines_of(run_program("surprise --until 1948 --csv").out).size(), 21U);
}

TEST(SurpriseCommand, AllIsEveryVoteInPieces) {
  const auto rows = parse_csv(run_program("surprise --all --until 1952 --csv").out);
  const auto json = nlohmann::json::parse(run_program("surprise --all --until 1952 --json").out);
  ASSERT_GT(rows.size(), 20'001U);  // more than one piece
  ASSERT_EQ(json["rows"].size(), rows.size() - 1);
  for (std::size_t i :
       {std::size_t{1}, std::size_t{20'000}, std::size_t{20'001}, rows.size() - 1}) {
    EXPECT_EQ(json["rows"][i - 1]["state"], rows[i][0]);
    EXPECT_EQ(json["rows"][i - 1]["rollcall"], rows[i][1]);
  }
  EXPECT_EQ(json["record"]["last_date"], "2025-12-18");
}

TEST(SurpriseCommand, TextSaysWhatWasExpected) {
  const Outcome outcome = run_program("surprise USA --until 1949 --top 3");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find("The United States, "), 0U);
  EXPECT_NE(outcome.out.find("bits on average"), std::string::npos);
  EXPECT_NE(outcome.out.find("expected"), std::string::npos);
  for (const std::string& line : lines_of(outcome.out)) EXPECT_LE(columns_of(line), 80U) << line;
}

TEST(SurpriseCommand, ReliabilityAndHoldout) {
  const auto bins = parse_csv(run_program("surprise --reliability --until 1950 --csv").out);
  EXPECT_EQ(bins[0], (Row{"from", "to", "promised", "cast", "difference", "n"}));
  EXPECT_EQ(bins.size(), 11U);
  const Outcome held = run_program("surprise --holdout 0.1 --seed 4 --until 1955 --json");
  ASSERT_EQ(held.exit_code, 0) << held.err;
  const auto row = nlohmann::json::parse(held.out)["rows"][0];
  EXPECT_EQ(row["seed"], 4);
  EXPECT_GT(row["predicted"], 1000);
  EXPECT_LT(row["log_loss"], 0.8 * row["log_loss_of_shares"].get<double>());
}

TEST(SurpriseCommand, NothingFoundAndErrors) {
  const Outcome none = run_program("surprise ARG --until 1940 --json");
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_TRUE(nlohmann::json::parse(none.out)["rows"].empty());
  EXPECT_EQ(run_program("surprise ARG --until 1950 --title xyzzy").exit_code, 1);
  expect_error("surprise Argentinia", "did you mean Argentina");
  expect_error("surprise --rollcall A/RES/99999", "A/RES/99999");
  expect_error("surprise --top 0", "expected 1 or more");
  expect_error("surprise ARG --top -3", "expected 1 or more");
  expect_error("surprise ARG --since 2024 --until 2023", "not before the beginning");
  expect_error("surprise --rollcall ''", "empty argument");
  expect_error("surprise --all --top 3", "not both");
  expect_error("surprise --reliability --top 3", "expected them without");
  expect_error("surprise ARG --holdout 0.1", "expected no state");
  expect_error("surprise --holdout 1.5", "expected above 0 and below 1");
}

TEST(PredictabilityCommand, YearByYearAndRanked) {
  const Outcome outcome = run_program("predictability ARG --until 1952 --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto rows = parse_csv(outcome.out);
  EXPECT_EQ(rows[0], (Row{"state", "period", "n", "days", "bits", "peers", "difference",
                          "difference_lo", "difference_hi", "rank", "ranked"}));
  EXPECT_EQ(rows[1][1], "1946");
  const auto ranking = parse_csv(run_program("predictability --until 1950 --csv").out);
  for (std::size_t i = 1; i < ranking.size(); ++i) EXPECT_EQ(ranking[i][9], std::to_string(i));
  const Outcome none = run_program("predictability ARG --until 1940");
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_NE(none.err.find("no vote"), std::string::npos) << none.err;
  expect_error("predictability --by week", "expected year, session or all");
  expect_error("predictability Argentinia", "did you mean Argentina");
}

// In 2024 Argentina turned: no other state was as little to be expected.
TEST(PredictabilityCommand, TheTurnOfArgentinaStandsOut) {
  const auto rows = parse_csv(run_program("predictability ARG --since 2022 --csv").out);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_GT(std::stoi(rows[2][9]), 50);  // 2023
  EXPECT_EQ(rows[3][9], "1");            // 2024
  EXPECT_GT(std::stod(rows[3][7]), 0.5);
}

TEST(ExposureCommand, ArgentinaOnTheFalklands) {
  const Outcome outcome = run_program("exposure ARG --subject 'falkland|malvinas' --csv");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto rows = parse_csv(outcome.out);
  EXPECT_EQ(rows[0][0], "state");
  EXPECT_EQ(rows[0][14], "at_risk");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i][0] == "BRA") {
      EXPECT_EQ(rows[i][3], "1.0000");  // backed it each time
      EXPECT_LT(std::stod(rows[i][11]), -0.2);
    }
    if (rows[i][0] == "GBR") {
      EXPECT_EQ(rows[i][2], "0");
    }
    if (i > 1 && !rows[i][14].empty()) {
      EXPECT_LE(rows[i][14], rows[i - 1][14]);
    }
  }
  const Outcome text = run_program("exposure ARG --subject 'falkland|malvinas'");
  EXPECT_NE(text.out.find("37 years back"), std::string::npos) << text.out;
  for (const std::string& line : lines_of(text.out)) EXPECT_LE(columns_of(line), 80U) << line;
}

TEST(ExposureCommand, SaysThatOneVoteTellsLittle) {
  const Outcome text = run_program("exposure SRB --subject kosovo");
  EXPECT_NE(text.out.find("One\nvote tells little"), std::string::npos) << text.out;
  const Outcome many = run_program("exposure ARG --subject 'falkland|malvinas'");
  EXPECT_EQ(many.out.find("little of who"), std::string::npos) << many.out;
}

TEST(ExposureCommand, NothingFoundAndErrors) {
  EXPECT_EQ(run_program("exposure ARG --subject xyzzy").exit_code, 1);
  expect_error("exposure ARG", "expected --subject or --title");
  expect_error("exposure ARG --subject '('", "(");
  expect_error("exposure ARG --subject x --turn soon", "expected 2024");
  expect_error("exposure Argentinia --subject x", "did you mean Argentina");
  expect_error("exposure ARG --subject x --latest 0", "expected 1 or more");
}

}  // namespace
}  // namespace volteface
