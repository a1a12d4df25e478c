// The command: its exit codes, its options, and that nothing after --as-of is looked at.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "volteface/brief.h"

namespace volteface {
namespace {

TEST(BriefCommand, ExitsWithOneWhereTheStateCastNoVote) {
  for (const char* arguments : {"brief SUN --since 2000", "brief SSD --until 2005",
                                "brief ARG --since 2030 --until 2031", "brief CHN --until 1960"}) {
    const Outcome outcome = run_program(arguments);
    EXPECT_NE(outcome.exit_code, 0) << arguments;
    EXPECT_EQ(outcome.out, "") << arguments;
  }
  const Outcome gone = run_program("brief SUN --since 2000");
  EXPECT_EQ(gone.exit_code, 1);
  EXPECT_EQ(
      gone.err,
      "volteface: Soviet Union cast no vote between 2000-01-01 and 2025-12-18; the record lists "
      "it from 1946-01-01 to 1991-12-20\n");
}

TEST(BriefCommand, ExitsWithTwoForWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"brief", "state is required"},
      {"brief ARGG", "did you mean ARG"},
      {"brief ARG --on Ukrane", "did you mean Ukraine"},
      {"brief ARG --on ARG", "a brief of Argentina on itself"},
      {"brief ARG --since 2024 --until 2020",
       "--since 2024-01-01 --until 2020-12-31; expected an end that is not before the beginning"},
      {"brief ARG --as-of 1940", "the record has no roll calls to the day asked for"},
      {"brief ARG --sinse 2024", "did you mean --since"}};
  for (const auto& [arguments, message] : cases) {
    const Outcome outcome = run_program(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_EQ(outcome.out, "") << arguments;
    EXPECT_NE(outcome.err.find(message), std::string::npos) << outcome.err;
  }
}

TEST(BriefCommand, WritesEachForm) {
  const Outcome text = run_program("brief ARG --on UKR");
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_TRUE(text.out.starts_with("ARGENTINA, AND ITS VOTES ON UKRAINE\n"));
  EXPECT_TRUE(run_program("brief ARG --markdown").out.starts_with("# Argentina\n\nUnited Nations"));
  EXPECT_TRUE(
      run_program("brief ARG --csv").out.starts_with("section,item,period,value,lo,hi,n,note\n"));
}

const std::string sample_reports = VOLTEFACE_SOURCE_DIR "/samples/news";

TEST(BriefCommand, SetsReportsBesideTheRecordInEachForm) {
  const std::string asked = "brief ARG --on UKR --news " + sample_reports;
  const Outcome text = run_program(asked);
  EXPECT_EQ(text.exit_code, 0);
  for (const char* heading : {"WHAT HAPPENED", "WHY, BY THE SOURCES", "WORDS AGAINST VOTES",
                              "CONTACTS", "THE RECORD SAYS OTHERWISE", "EXPOSED", "SOURCES"})
    EXPECT_NE(text.out.find(std::string("\n") + heading + "\n"), std::string::npos) << heading;
  const Outcome html = run_program(asked + " --html");
  EXPECT_TRUE(html.out.starts_with("<!doctype html>\n"));
  EXPECT_TRUE(html.out.ends_with("</html>\n"));
  EXPECT_NE(run_program(asked + " --csv").out.find("\ncontradicted,"), std::string::npos);
  const auto json = nlohmann::json::parse(run_program(asked + " --json").out);
  EXPECT_EQ(json["brief"]["press"]["sources"].size(), 4u);
  EXPECT_EQ(json["brief"]["press"]["contradicted"].size(), 1u);
}

TEST(BriefCommand, TellsOfReportsWhatIsWrong) {
  const Outcome gone = run_program("brief ARG --news /nowhere/at/all");
  EXPECT_EQ(gone.exit_code, 2);
  EXPECT_NE(gone.err.find("/nowhere/at/all"), std::string::npos) << gone.err;
  EXPECT_EQ(run_program("brief ARG --html --markdown").exit_code, 2);
  // All sample reports are of 2025.
  const Outcome later = run_program("brief ARG --as-of 2024-12-31 --news " + sample_reports);
  EXPECT_EQ(later.exit_code, 0);
  EXPECT_NE(later.err.find("4 of the reports are of a later day and left out"), std::string::npos)
      << later.err;
}

TEST(BriefCommand, FitsATerminal) {
  for (const std::uint16_t columns : {std::uint16_t{60}, std::uint16_t{80}, std::uint16_t{132}}) {
    // Without the progress bar, which is drawn over itself.
    const auto lines =
        lines_of(run_on_terminal("brief ARG --on UKR 2>/dev/null", columns, "NO_COLOR=1").out);
    EXPECT_GT(lines.size(), 50u);
    for (const auto& line : lines) EXPECT_LE(columns_of(line), columns) << line;
  }
}

// What was not yet known cannot be told, nor have a part in the fit: the same as if the record
// ended there.
TEST(BriefCommand, LooksAtNothingLaterThanAsOf) {
  auto json =
      nlohmann::json::parse(run_program("brief ARG --as-of 2023-12-31 --on UKR --json").out);
  // The day is told where the hash is, which is that of the whole record; and among the rows.
  EXPECT_EQ(json["record"]["as_of"], "2023-12-31");
  json["record"]["as_of"] = nullptr;
  EXPECT_EQ(std::erase_if(json["rows"].get_ref<nlohmann::json::array_t&>(),
                          [](const auto& row) {
                            return row["item"] == "as_of" && row["period"] == "2023-12-31";
                          }),
            1u);
  EXPECT_LE(json["record"]["last_date"], "2023-12-31");
  Record record = embedded_record();
  const auto kept = static_cast<RollCallIndex>(
      std::count_if(record.roll_calls.begin(), record.roll_calls.end(),
                    [](const RollCall& r) { return year_of(r.date) < 2024; }));
  VoteMatrix votes(record.states.size(), kept);
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    for (RollCallIndex r = 0; r < kept; ++r) votes.set(s, r, record.votes.at(s, r));
  }
  record.votes = std::move(votes);
  record.roll_calls.resize(kept);
  BriefOptions options;
  options.state = record.state("ARG");
  options.on = record.state("UKR");
  const auto expected = nlohmann::json::parse(brief_json(make_brief(record, options)));
  EXPECT_EQ(json, expected);
  // What it then looked like: the turn was not there.
  EXPECT_TRUE(
      json["brief"]["headline"][0].get<std::string>().starts_with("Argentina stayed where it was"))
      << json["brief"]["headline"][0];
}

// The same where the record is whole, and where only the window ends earlier.
TEST(BriefCommand, EndsTheWindowWithUntil) {
  const auto json = nlohmann::json::parse(run_program("brief ARG --until 2023 --json").out);
  EXPECT_EQ(json["record"]["last_date"], "2025-12-18");
  EXPECT_EQ(json["brief"]["covered"]["until"], "2023-12-31");
  EXPECT_EQ(json["brief"]["standing"]["years"].back()["year"], 2023);
}

}  // namespace
}  // namespace volteface
