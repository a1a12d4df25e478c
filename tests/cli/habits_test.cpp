// What every command keeps to (DESIGN section 6): streams, exit codes, forms of output, terminals.
#include <nlohmann/json.hpp>

#include "cli/run_program.h"
#include "volteface/version.h"

namespace volteface {
namespace {

const char* const commands_that_find[] = {"record",
                                          "states",
                                          "rollcall A/RES/ES-11/7",
                                          "votes ARG --since 2025",
                                          "agree ARG USA --since 2024",
                                          "record --mismatches",
                                          "import " VOLTEFACE_SOURCE_DIR "/samples/library.csv",
                                          "brief ARG --since 2024"};

class EveryCommand : public testing::TestWithParam<const char*> {};

TEST_P(EveryCommand, WritesDataToStandardOutputAlone) {
  const Outcome text = run_program(GetParam());
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_FALSE(text.out.empty());
  // The provenance is a note, not data.
  EXPECT_NE(text.err.find("record to 20"), std::string::npos) << text.err;
  EXPECT_NE(text.err.find(version()), std::string::npos) << text.err;
  EXPECT_EQ(text.out.find("record to 20"), std::string::npos);
  EXPECT_EQ(text.out.find('\033'), std::string::npos) << "colour, but no terminal";
}

TEST_P(EveryCommand, HasTheSameColumnsInCsvAndJson) {
  const auto csv = parse_csv(run_program(GetParam() + std::string(" --csv")).out);
  const auto json =
      nlohmann::ordered_json::parse(run_program(GetParam() + std::string(" --json")).out);
  ASSERT_EQ(csv.size(), json["rows"].size() + 1);
  std::vector<std::string> columns;
  for (const auto& [name, value] : json["rows"][0].items()) columns.push_back(name);
  EXPECT_EQ(csv[0], columns);
  for (const auto& row : csv) EXPECT_EQ(row.size(), columns.size());
}

TEST_P(EveryCommand, NamesRecordAndVersionInJson) {
  const auto json = nlohmann::json::parse(run_program(GetParam() + std::string(" --json")).out);
  EXPECT_EQ(json["volteface"], version());
  EXPECT_EQ(json["record"]["last_date"], "2025-12-18");
  EXPECT_EQ(json["record"]["hash"].get<std::string>().size(), 16u);
}

INSTANTIATE_TEST_SUITE_P(Commands, EveryCommand, testing::ValuesIn(commands_that_find));

TEST(Errors, AreTwoWithAMessageOnStandardError) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "a command is expected"},
      {"vots ARG", "unknown command 'vots'; --help lists them; did you mean votes?"},
      {"votes", "state is required"},
      {"votes ARGG", "did you mean ARG"},
      {"votes ARG --sinse 2025", "did you mean --since"},
      {"votes ARG --since 2025-13", "--since: '2025-13' is not a date"},
      {"votes ARG --until 2025-02-30", "--until: '2025-02-30' is not a date"},
      {"votes ARG --title '('", "malformed regular expression"},
      {"votes ARG --kind treaty", "unknown kind 'treaty'"},
      {"rollcall A/RES/ES-11/77", "did you mean A/RES/ES-11/7"},
      {"states '['", "malformed regular expression"},
      {"record surplus", "surplus"}};
  for (const auto& [arguments, message] : cases) {
    const Outcome outcome = run_program(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_EQ(outcome.out, "") << arguments;
    EXPECT_TRUE(outcome.err.starts_with("volteface: ")) << outcome.err;
    EXPECT_NE(outcome.err.find(message), std::string::npos) << outcome.err;
  }
}

TEST(NothingFound, IsOne) {
  for (const char* arguments :
       {"votes ARG --since 2030", "votes SUN --since 2000", "states Atlantis",
        "rollcall A/RES/ES-11/7 --as-of 2020", "votes ARG --as-of 1945 --csv"}) {
    EXPECT_EQ(run_program(arguments).exit_code, 1) << arguments;
  }
}

TEST(Help, IsWrittenToStandardOutputWithExamples) {
  for (const char* command : {"record", "states", "rollcall", "votes", "import", "brief"}) {
    const Outcome help = run_program(command + std::string(" --help"));
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_NE(help.out.find("Examples:"), std::string::npos) << command;
    EXPECT_EQ(help.err, "");
  }
  EXPECT_EQ(run_program("--help").exit_code, 0);
  EXPECT_EQ(run_program("--version").out, version() + std::string("\n"));
}

TEST(Terminal, TextFitsItsWidth) {
  for (const std::uint16_t columns : {std::uint16_t{72}, std::uint16_t{100}, std::uint16_t{140}}) {
    for (const char* arguments :
         {"record", "rollcall A/RES/72/50", "votes BOL --since 2025", "states"}) {
      const auto lines = lines_of(run_on_terminal(arguments, columns, "NO_COLOR=1").out);
      EXPECT_GT(lines.size(), 5u);
      for (const auto& line : lines) EXPECT_LE(columns_of(line), columns) << line;
    }
  }
}

TEST(Terminal, TextFitsEightyColumnsWhereThereIsNone) {
  for (const char* arguments :
       {"record", "rollcall A/RES/72/50", "votes BOL --since 2025", "states"}) {
    for (const auto& line : lines_of(run_program(arguments).out)) {
      EXPECT_LE(columns_of(line), 80u) << line;
    }
  }
}

TEST(Terminal, ColourOnlyWhereItIsWanted) {
  const char* arguments = "votes ARG --since 2025";
  EXPECT_NE(run_on_terminal(arguments, 80).out.find('\033'), std::string::npos);
  EXPECT_EQ(run_on_terminal(arguments, 80, "NO_COLOR=1").out.find('\033'), std::string::npos);
  EXPECT_EQ(run_on_terminal(arguments, 80, "TERM=dumb").out.find('\033'), std::string::npos);
}

TEST(Habits, ASeedIsTakenAsItIsOrRefused) {
  for (const std::string wrong : {"-1", "99999999999999999999", "1.5", "x", "+1"}) {
    const Outcome outcome = run_program("record --seed=" + wrong);
    EXPECT_EQ(outcome.exit_code, 2) << wrong;
    EXPECT_EQ(outcome.out, "") << wrong;
    EXPECT_NE(outcome.err.find("is not a seed; expected a whole number from 0 to "
                               "18446744073709551615"),
              std::string::npos)
        << outcome.err;
  }
  EXPECT_EQ(run_program("record --seed -1").exit_code, 2);
  EXPECT_EQ(run_program("record --seed 18446744073709551615").exit_code, 0);
}

TEST(Habits, AsOfHidesWhatCameLater) {
  const Outcome record = run_program("record --as-of 2000 --csv");
  EXPECT_NE(record.out.find("record,last date,2000-12-"), std::string::npos) << record.out;
  EXPECT_EQ(record.out.find("2025"), std::string::npos);
  EXPECT_NE(run_program("states --as-of 1950 Israel").out.find("1950-"), std::string::npos);
  EXPECT_EQ(run_program("states --as-of 1950 Brunei").exit_code, 1);
}

TEST(Habits, AFullDiskIsAnError) {
  for (const char* command : {"states", "agree --all --csv", "votes ARG --json"}) {
    const Outcome outcome = run_program(std::string(command) + " > /dev/full");
    EXPECT_EQ(outcome.exit_code, 2) << command;
    EXPECT_NE(outcome.err.find("could not be written"), std::string::npos) << outcome.err;
  }
}

}  // namespace
}  // namespace volteface
