// What `import` answers, and --record and --record-only of every command.
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace volteface {
namespace {

// A folder of its own for each test.
class Import : public testing::Test {
 protected:
  Import()
      : folder_(testing::TempDir() + "volteface-import-" + std::to_string(getpid()) + "-" +
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::create_directories(folder_);
  }
  ~Import() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }

  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  // One new roll call with two votes, one vote that the record has, and one that it has otherwise.
  std::string four_rows() const {
    return file("new.csv",
                "rollcall,date,session,symbol,title,state,vote\n"
                "mine,2026-01-15,80,A/RES/80/999,A later text,ARG,Y\n"
                "mine,2026-01-15,80,A/RES/80/999,A later text,USA,N\n"
                "u4076672,2025-02-24,ES11,A/RES/ES-11/7,,ARG,A\n"
                "u4076672,2025-02-24,ES11,A/RES/ES-11/7,,USA,Y\n");
  }

  std::map<std::string, std::string> counts(const std::string& arguments) const {
    std::map<std::string, std::string> counts;
    for (const auto& row : parse_csv(run_program("import --csv " + arguments).out))
      counts[row[1]] = row[2];
    return counts;
  }

  std::string folder_;
};

TEST_F(Import, CountsOnStandardOutputAndRefusesOnStandardError) {
  const std::string name = four_rows();
  const Outcome outcome = run_program("import --csv " + name);
  EXPECT_EQ(outcome.exit_code, 0);
  auto count = counts(name);
  EXPECT_EQ(count["rows"], "4");
  EXPECT_EQ(count["cells added"], "2");
  EXPECT_EQ(count["cells changed"], "0");
  EXPECT_EQ(count["cells as before"], "1");
  EXPECT_EQ(count["refused"], "1");
  EXPECT_EQ(count["roll calls added"], "1");
  EXPECT_EQ(count["roll calls known"], "1");
  EXPECT_NE(outcome.err.find(
                name + ":5:45: contradicts the record: USA on A/RES/ES-11/7 is no there, and yes "
                       "here"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(outcome.out.find("contradicts"), std::string::npos);
}

TEST_F(Import, TellsRefusalsInJson) {
  const auto json = nlohmann::json::parse(run_program("import --json " + four_rows()).out);
  ASSERT_EQ(json["refusals"].size(), 1u);
  EXPECT_EQ(json["refusals"][0]["line"], 5);
  EXPECT_EQ(json["refusals"][0]["column"], 45);
  EXPECT_EQ(json["refusals"][0]["file"], path("new.csv"));
  EXPECT_EQ(json["record"]["last_date"], "2026-01-15");
}

TEST_F(Import, StrictFailsAndWritesNothing) {
  const std::string name = four_rows();
  const Outcome strict = run_program("import --strict --output " + path("out.vfr") + " " + name);
  EXPECT_EQ(strict.exit_code, 2);
  EXPECT_NE(strict.err.find("1 refused, and --strict was given; nothing was written"),
            std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(path("out.vfr")));
  // Nothing is refused where the row's vote is asked for.
  const Outcome replaced =
      run_program("import --strict --replace --output " + path("out.vfr") + " " + name);
  EXPECT_EQ(replaced.exit_code, 0) << replaced.err;
  EXPECT_TRUE(std::filesystem::exists(path("out.vfr")));
  EXPECT_FALSE(std::filesystem::exists(path("out.vfr.part")));
}

TEST_F(Import, WritesTheMergedRecord) {
  ASSERT_EQ(run_program("import " + four_rows() + " --output " + path("out.vfr")).exit_code, 0);
  const auto rows = parse_csv(run_program("votes USA --since 2025-02-24 --csv --title '^Advancing "
                                          "a compr|^A later text' --record-only " +
                                          path("out.vfr"))
                                  .out);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[1][3], "A/RES/ES-11/7");
  EXPECT_EQ(rows[1][7], "N");  // as it was
  EXPECT_EQ(rows[2][0], "mine");
  EXPECT_EQ(rows[2][7], "N");
  // The record in the file is used as it is: its hash is the one told when it was written.
  const auto json =
      nlohmann::json::parse(run_program("record --json --record-only " + path("out.vfr")).out);
  const Outcome written =
      run_program("import " + path("new.csv") + " --output " + path("again.vfr"));
  EXPECT_NE(written.err.find("hash " + json["record"]["hash"].get<std::string>()),
            std::string::npos);
}

TEST_F(Import, WhatVotesWritesIsReadBackTheSame) {
  std::string names;
  for (const char* state : {"ARG", "USA", "CHN", "RUS"}) {
    const Outcome votes = run_program(std::string("votes ") + state + " --csv");
    names += " " + file(std::string(state) + ".csv", votes.out);
    auto count = counts(path(std::string(state) + ".csv"));
    EXPECT_EQ(count["refused"], "0");
    EXPECT_EQ(count["cells added"], "0");
    EXPECT_EQ(count["cells as before"], count["rows"]);
    EXPECT_EQ(std::to_string(lines_of(votes.out).size() - 1), count["rows"]);
  }
  // Alone they are a record of four states, whose votes are those of the embedded one.
  ASSERT_EQ(run_program("import --output " + path("four.vfr") + " --record-only " +
                        path("ARG.csv") + names)
                .exit_code,
            0);
  for (const char* state : {"ARG", "CHN"}) {
    const auto whole = parse_csv(run_program(std::string("votes ") + state + " --csv").out);
    const auto part = parse_csv(
        run_program(std::string("votes ") + state + " --csv --record-only " + path("four.vfr"))
            .out);
    ASSERT_EQ(part.size(), whole.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
      for (std::size_t column = 0; column < 8; ++column) {
        EXPECT_EQ(part[i][column], whole[i][column]) << whole[i][0] << " " << whole[0][column];
      }
    }
  }
}

TEST_F(Import, RecordMayBeGivenTwice) {
  const std::string first = four_rows();
  const std::string second = file("second.csv",
                                  "rollcall,date,state,vote\n"
                                  "mine,2026-01-15,BRA,A\n");
  const Outcome outcome =
      run_program("rollcall mine --csv --record " + first + " --record " + second);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(parse_csv(outcome.out).size(), 4u);  // header, yes, no, abstain
  EXPECT_NE(outcome.err.find(first +
                             ": 2 cells added, 0 changed, 1 as before, 1 refused; 1 new roll call"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find(":5:45: contradicts the record"), std::string::npos);
  EXPECT_NE(outcome.err.find(second + ": 1 cell added, 0 changed, 0 as before, 0 refused"),
            std::string::npos);
  // The other way round, the second knows nothing of the roll call yet, and it is the first that
  // begins it.
  EXPECT_EQ(
      parse_csv(run_program("rollcall mine --csv --record " + second + " --record " + first).out)
          .size(),
      4u);
}

TEST_F(Import, RecordOnlyTakesThePlaceOfTheRecord) {
  const std::string name = four_rows();
  const auto states = parse_csv(run_program("states --csv --record-only " + name).out);
  ASSERT_EQ(states.size(), 3u);
  EXPECT_EQ(states[1][0], "ARG");
  EXPECT_EQ(states[2][0], "USA");
  EXPECT_EQ(run_program("rollcall A/RES/ES-11/8 --record-only " + name).exit_code, 2);
  EXPECT_EQ(run_program("votes ARG --as-of 2025 --csv --record-only " + name).exit_code, 0);
  EXPECT_EQ(run_program("votes ARG --as-of 2024 --csv --record-only " + name).exit_code, 1);
}

TEST_F(Import, FailsWholeWhereAFileFails) {
  const std::string good = four_rows();
  const std::string bad = file("bad.csv", "a,b\n1,2\n");
  const Outcome outcome =
      run_program("import " + good + " " + bad + " --output " + path("out.vfr"));
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find(bad + ":1:1: is no table of votes"), std::string::npos) << outcome.err;
  // What was read before is told all the same; of the file that fails there is nothing to tell.
  EXPECT_NE(outcome.err.find(good + ":5:45: contradicts the record"), std::string::npos);
  const auto rows = parse_csv(run_program("import --csv " + good + " " + bad).out);
  ASSERT_GT(rows.size(), 2u);
  EXPECT_EQ(rows[1], (std::vector<std::string>{good, "rows", "4", ""}));
  for (const auto& row : rows) EXPECT_NE(row[0], bad);
  EXPECT_EQ(run_program("import --csv " + bad + " " + good).out, "");
  EXPECT_FALSE(std::filesystem::exists(path("out.vfr")));
  for (const std::string arguments :
       {"import", "import /nowhere.csv", "import x.csv --format excel",
        "votes ARG --record /nowhere.csv"}) {
    EXPECT_EQ(run_program(arguments).exit_code, 2) << arguments;
  }
  EXPECT_NE(run_program("import " + good + " --format marc").err.find("not well-formed XML"),
            std::string::npos);
  EXPECT_EQ(run_program("import " + good + " --output /nowhere/out.vfr").exit_code, 2);
}

TEST_F(Import, TellsTotalsThatDiffer) {
  const std::string name =
      file("undl.csv",
           "undl_id,ms_code,ms_vote,date,resolution,total_yes,total_no,total_abstentions\n"
           "999999999,ARG,Y,2026-01-15,A/RES/80/999,2,0,0\n");
  const Outcome outcome = run_program("import " + name);
  EXPECT_NE(
      outcome.err.find(
          "totals of u999999999 (A/RES/80/999) are 2-0-0 in the file, and 1-0-0 by its cells"),
      std::string::npos)
      << outcome.err;
  EXPECT_EQ(counts(name)["totals different"], "1");
}

TEST_F(Import, ShowsProgressOnATerminalAlone) {
  std::string rows = "rollcall,date,title,state,vote\n";
  for (int i = 0; i < 9000; ++i) rows += "mine,2026-01-15," + std::string(1000, 't') + ",ARG,Y\n";
  const std::string name = file("large.csv", rows);
  EXPECT_EQ(run_program("import " + name).err.find('\r'), std::string::npos);
  // Of half a second and less there is none to show, so this one comes slowly.
  const std::string slow = path("slow.csv");
  ASSERT_EQ(mkfifo(slow.c_str(), 0600), 0);
  const std::string feed =
      "(cat " + name + "; sleep 1; tail -n 1000 " + name + ") > " + slow + " & ";
  const Outcome terminal = run_on_terminal("import " + slow, 80, feed + "NO_COLOR=1");
  EXPECT_NE(terminal.out.find("slow.csv 9 MB"), std::string::npos) << terminal.out;
}

TEST_F(Import, HasTheSameColumnsInCsvAndJson) {
  const std::string name = four_rows();
  const auto csv = parse_csv(run_program("import --csv " + name).out);
  const auto json = nlohmann::ordered_json::parse(run_program("import --json " + name).out);
  EXPECT_EQ(csv[0], (std::vector<std::string>{"file", "what", "count", "note"}));
  ASSERT_EQ(csv.size(), json["rows"].size() + 1);
  for (const auto& [column, value] : json["rows"][0].items()) {
    EXPECT_NE(std::find(csv[0].begin(), csv[0].end(), column), csv[0].end());
  }
  EXPECT_NE(run_program("import --help").out.find("Examples:"), std::string::npos);
}

}  // namespace
}  // namespace volteface
