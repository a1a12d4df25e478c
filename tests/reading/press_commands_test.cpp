#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "volteface/record_lines.h"

namespace volteface {
namespace {

const std::string samples = std::string(VOLTEFACE_SOURCE_DIR) + "/samples/";

class PressFile : public testing::Test {
 protected:
  void write(const std::string& text) {
    path_ = testing::TempDir() + "volteface-press-" + std::to_string(getpid()) + ".jsonl";
    std::ofstream(path_) << text;
  }
  void TearDown() override { std::remove(path_.c_str()); }
  std::string path_;
};

TEST(CheckCommand, TellsWhatTheRecordContradicts) {
  const Outcome outcome = run_program("check " + samples + "news --reading " + samples +
                                      "news.jsonl --contradicted --csv");
  EXPECT_EQ(outcome.exit_code, 0);
  const auto rows = parse_csv(outcome.out);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1][0], "agency-vote");
  const auto column = [&](const std::string& name) {
    return rows[1].at(std::ranges::find(rows[0], name) - rows[0].begin());
  };
  EXPECT_EQ(column("state"), "ARG");
  EXPECT_EQ(column("reported"), "yes");
  EXPECT_EQ(column("recorded"), "abstain");
  EXPECT_EQ(column("symbol"), "A/RES/ES-11/8");
  EXPECT_EQ(column("published"), "2025-02-25");
  EXPECT_NE(outcome.err.find("contradicts 1"), std::string::npos);
}

TEST(CheckCommand, LooksAtNothingLaterThanAskedFor) {
  const Outcome outcome = run_program("check " + samples + "news --reading " + samples +
                                      "news.jsonl --as-of 2025-01-31 --csv");
  const auto rows = parse_csv(outcome.out);
  ASSERT_GT(rows.size(), 1U);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_NE(rows[i][10], "agrees");
    EXPECT_NE(rows[i][10], "contradicts");
  }
}

TEST(ContactsCommand, PutsReportsOfOneActTogether) {
  const Outcome outcome =
      run_program("contacts ARG Ukraine --reading " + samples + "news.jsonl --json");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("\"2024-12-17\""), std::string::npos);
  EXPECT_EQ(outcome.out.find("\"2024-12-31\""), std::string::npos) << "the days are narrowed";
}

TEST(ContactsCommand, OfStatesWithoutAnyFindsNothing) {
  const Outcome outcome = run_program("contacts TUV PRY --reading " + samples + "news.jsonl");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("no such acts between TUV and PRY"), std::string::npos);
}

TEST_F(PressFile, ThatIsWrongIsAnErrorWithItsLine) {
  write("\n{\"doc\": \"a\"}\n");
  const Outcome outcome = run_program("check --reading " + path_);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find(path_ + ":2: "), std::string::npos) << outcome.err;
}

TEST_F(PressFile, CannotCommandATerminal) {
  write(
      "{\"doc\":\"a\\u001b[31m\",\"id\":\"v1\",\"kind\":\"vote\",\"state\":\"KE\\u0007N\","
      "\"choice\":"
      "\"yes\",\"body\":null,\"rollcall\":null,\"date\":[\"2021-03-01\",\"2021-03-01\"],"
      "\"status\":\"cast\",\"evidence\":\"e\\u009b\"}\n");
  const Outcome outcome = run_program("check --reading " + path_);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ((outcome.out + outcome.err).find_first_of("\x1B\x07\x9B"), std::string::npos);
}

TEST_F(PressFile, WithoutRecordsOfAReportLeavesItsTallies) {
  write("");
  const std::string report = path_ + ".txt";
  std::ofstream(report)
      << "Published 22 Dec 2017\n\nThe General Assembly voted on Jerusalem: 128 in "
         "favour, ten against, 35 abstentions.\n";
  const Outcome outcome = run_program("check " + report + " --reading " + path_);
  std::remove(report.c_str());
  EXPECT_NE(outcome.out.find("contradicts  10 no; A/RES/ES-10/19: 9"), std::string::npos)
      << outcome.out << outcome.err;
}

TEST(PressCommands, ReadTellsWhatReportsSay) {
  const Outcome page = run_program("read " + samples + "news");
  EXPECT_EQ(page.exit_code, 0);
  EXPECT_NE(page.out.find("\n  vote    "), std::string::npos) << page.out;
  const Outcome lines = run_program("read " + samples + "news --jsonl");
  const std::vector<Reading> back = parse_record_lines(lines.out, "read");
  EXPECT_FALSE(back.empty());
  const Outcome csv = run_program("read " + samples + "news --csv");
  EXPECT_TRUE(csv.out.starts_with(record_csv_header()));
  const Outcome json = run_program("read " + samples + "news --json");
  const auto object = nlohmann::json::parse(json.out);
  std::size_t records = 0;
  for (const Reading& reading : back)
    records += reading.votes.size() + reading.events.size() + reading.statements.size() +
               reading.explanations.size();
  EXPECT_EQ(object["records"].size(), records);
  EXPECT_EQ(run_program("read " + samples + "nowhere").exit_code, 2);
}

// A report may try to command the terminal.
TEST(PressCommands, ReadShowsNoControlCharacters) {
  const std::string path =
      testing::TempDir() + "volteface-report-" + std::to_string(getpid()) + ".txt";
  std::ofstream(path) << "\"We will \x1b[31mnot\x1b[0m bow,\" said Kenyan President William Ruto. "
                         "Chad\x07 condemned Sudan.";
  const Outcome got = run_program("read " + path);
  std::remove(path.c_str());
  EXPECT_EQ(got.exit_code, 0);
  EXPECT_EQ(got.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(got.out.find('\x07'), std::string::npos);
}

TEST(PressCommands, SayWhatIsMissing) {
  const Outcome none = run_program("check");
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_NE(none.err.find("--reading"), std::string::npos);
  const Outcome path =
      run_program("check " + samples + "nowhere --reading " + samples + "news.jsonl");
  EXPECT_EQ(path.exit_code, 2);
  EXPECT_NE(path.err.find("nowhere: there is no such file or folder"), std::string::npos);
  const Outcome forgotten = run_program("contacts ARG " + samples + "news");
  EXPECT_EQ(forgotten.exit_code, 2);
  EXPECT_NE(forgotten.err.find("is a path; expected two states before it"), std::string::npos)
      << forgotten.err;
  const Outcome same = run_program("contacts ARG ARG --reading " + samples + "news.jsonl");
  EXPECT_EQ(same.exit_code, 2);
}

}  // namespace
}  // namespace volteface
