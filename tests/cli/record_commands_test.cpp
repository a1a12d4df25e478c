// What `record`, `states`, `rollcall` and `votes` answer.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace volteface {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows csv_of(const std::string& arguments) {
  return parse_csv(run_program(arguments + " --csv").out);
}

TEST(RollcallCommand, GivesTheOfficialTally) {
  // United Nations press release GA/12675 (24 February 2025).
  const Outcome seven = run_program("rollcall A/RES/ES-11/7");
  EXPECT_NE(seven.out.find("93 yes, 18 no, 65 abstaining, 17 absent"), std::string::npos);
  const Outcome eight = run_program("rollcall es-11/8");
  EXPECT_NE(eight.out.find("93 yes, 8 no, 73 abstaining"), std::string::npos);
}

TEST(RollcallCommand, HasARowAStateInCsv) {
  const Rows rows = csv_of("rollcall A/RES/ES-11/7");
  ASSERT_EQ(rows.size(), 1u + 193u);  // a header, and every member
  EXPECT_EQ(rows[0],
            (std::vector<std::string>{"rollcall", "date", "symbol", "state", "name", "vote"}));
  std::map<std::string, std::string> vote_of;
  std::map<std::string, int> count;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][1], "2025-02-24");
    EXPECT_EQ(rows[i][2], "A/RES/ES-11/7");
    vote_of[rows[i][3]] = rows[i][5];
    ++count[rows[i][5]];
  }
  EXPECT_EQ(vote_of["ARG"], "A");
  EXPECT_EQ(vote_of["USA"], "N");
  EXPECT_EQ(vote_of["UKR"], "Y");
  EXPECT_EQ(count, (std::map<std::string, int>{{"Y", 93}, {"N", 18}, {"A", 65}, {"X", 17}}));
}

TEST(RollcallCommand, ShowsTheWholeTextAndListsItsParagraphs) {
  const Outcome text = run_program("rollcall A/RES/72/50");
  EXPECT_NE(text.out.find("resolution"), std::string::npos);
  EXPECT_NE(text.out.find("Other roll calls with this symbol"), std::string::npos);
  const auto json = nlohmann::json::parse(run_program("rollcall A/RES/72/50 --json").out);
  EXPECT_EQ(json["rollcall"]["kind"], "resolution");
  ASSERT_GT(json["same_symbol"].size(), 3u);
  const std::string id = json["same_symbol"][0];
  EXPECT_NE(text.out.find(id), std::string::npos);
  const auto paragraph = nlohmann::json::parse(run_program("rollcall " + id + " --json").out);
  EXPECT_EQ(paragraph["rollcall"]["rollcall"], id);
  EXPECT_EQ(paragraph["rollcall"]["kind"], "paragraph");
}

TEST(RollcallCommand, SaysWhetherPublishedTotalsAreThoseCounted) {
  EXPECT_NE(run_program("rollcall A/RES/ES-11/7").out.find("the same"), std::string::npos);
  const Rows different = csv_of("record --mismatches");
  ASSERT_GT(different.size(), 1u);
  EXPECT_NE(run_program("rollcall " + different[1][0]).out.find("not those counted here"),
            std::string::npos);
}

TEST(VotesCommand, GivesTheVotesOnUkraineOf2025) {
  const Rows rows = csv_of("votes argentina --since 2025-02-24 --until 2025-02-24");
  ASSERT_EQ(rows.size(), 3u);
  const auto column = [&](const char* name) {
    return std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
  };
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][column("state")], "ARG");
    EXPECT_EQ(rows[i][column("vote")], "A");
    EXPECT_EQ(rows[i][column("yes")], "93");
    EXPECT_TRUE(rows[i][column("symbol")].starts_with("A/RES/ES-11/"));
  }
}

TEST(VotesCommand, FiltersNarrow) {
  const std::size_t all = csv_of("votes FRA").size();
  const std::size_t since = csv_of("votes FRA --since 1990 --until 2000-12").size();
  const std::size_t subject =
      csv_of("votes FRA --since 1990 --until 2000-12 --subject nuclear").size();
  const std::size_t kind =
      csv_of("votes FRA --since 1990 --until 2000-12 --subject nuclear --kind paragraph").size();
  EXPECT_GT(all, since);
  EXPECT_GT(since, subject);
  EXPECT_GT(subject, kind);
  EXPECT_GT(kind, 1u);
  EXPECT_LT(csv_of("votes FRA --since 2025 --contested").size(),
            csv_of("votes FRA --since 2025").size() + 1);
  for (const auto& row : csv_of("votes FRA --title 'nuclear.weapon' --until 1999")) {
    EXPECT_LT(row[1], row[1].starts_with("date") ? "e" : "2000") << row[1];
  }
}

TEST(VotesCommand, AsOfHidesTheFuture) {
  for (const auto& row : csv_of("votes ARG --as-of 1950-06")) {
    EXPECT_TRUE(row[1] == "date" || row[1] <= "1950-06-30") << row[1];
  }
}

TEST(StatesCommand, KnowsSeatsThatChangedHands) {
  std::map<std::string, std::vector<std::string>> rows;
  for (const auto& row : csv_of("states")) rows[row[0]] = row;
  EXPECT_EQ(rows.size(), 1u + 204u);  // no state was away for more than a year
  EXPECT_LE(rows["SUN"][3], "1991-12-31");
  EXPECT_GE(rows["RUS"][2], "1991-12-24");
  EXPECT_EQ(rows["TWN"][3], "1971-10-25");
  EXPECT_LE(rows["DDR"][3], "1990-10-02");
  EXPECT_GE(rows["SSD"][2], "2011-07-14");  // admitted on that day
}

TEST(StatesCommand, FindsByPatternNameAndCode) {
  EXPECT_EQ(csv_of("states NER").size(), 2u);  // Niger alone, not every name with "ner"
  EXPECT_EQ(csv_of("states russia")[1][0], "RUS");
  EXPECT_EQ(csv_of("states UK")[1][0], "GBR");
  EXPECT_EQ(csv_of("states '^united'").size(), 4u);  // Arab Emirates, Kingdom, States
  EXPECT_NE(run_program("states Argentine").err.find("did you mean Argentina"), std::string::npos);
}

TEST(RecordCommand, CountsWhatTheRecordHolds) {
  std::map<std::string, std::string> value;
  for (const auto& row : csv_of("record")) value[row[0] + "/" + row[1]] = row[2];
  EXPECT_EQ(value["record/roll calls"], "7009");
  EXPECT_EQ(value["record/states"], "204");
  EXPECT_EQ(value["record/first date"], "1946-01-01");
  EXPECT_EQ(value["record/last date"], "2025-12-18");
  EXPECT_EQ(value["cells/all"], "1111683");
  EXPECT_EQ(value["cells/cast"], "1005673");
  EXPECT_EQ(value["holes/without cells"], "3");
  EXPECT_EQ(value["holes/approximate dates"], "1020");
  EXPECT_EQ(value["holes/probable duplicates"], "10");
  EXPECT_EQ(value["holes/years without roll calls"], "1");
}

TEST(RecordCommand, NamesItsSourcesAndTheirTerms) {
  const std::string text = run_program("record").out;
  EXPECT_NE(text.find("UN Digital Library"), std::string::npos);
  EXPECT_NE(text.find("CC0"), std::string::npos);
}

}  // namespace
}  // namespace volteface
