#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/run_program.h"

namespace volteface {
namespace {

std::string file_with(const std::string& name, const std::string& text) {
  const std::string path = testing::TempDir() + std::to_string(getpid()) + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

TEST(ParseCommand, PrintsConllu) {
  const std::string file = file_with("report.txt", "Kenya's envoy didn't come on Monday.\n");
  const Outcome outcome = run_program("parse " + file + " --date 2024-05-22");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("\n1-2\tKenya's\t"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("Entity=1-state-Kenya-KEN"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("Date=2024-05-20..2024-05-20:day"), std::string::npos) << outcome.out;
}

TEST(ParseCommand, TakesTokensThatItPrinted) {
  const std::string file =
      file_with("report.txt", "Peru's envoy can't come. Chad's will, “perhaps.”\n");
  const Outcome first = run_program("parse " + file);
  const std::string parsed = file_with("parsed.conllu", first.out);
  const Outcome second = run_program("parse " + parsed + " --tokens conllu");
  EXPECT_EQ(second.exit_code, 0);
  const auto words = [](const std::string& text) {
    std::istringstream lines(text);
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line[0] != '#')
        out.push_back(line.substr(0, line.find('\t', line.find('\t') + 1)));
    }
    return out;
  };
  EXPECT_EQ(words(first.out), words(second.out));
}

TEST(ParseCommand, TablesByOffset) {
  const std::string file = file_with("report.txt", "Mali left in June 2024.\n");
  const Outcome outcome = run_program("parse " + file + " --csv");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("name,0,4,Mali,Mali,state,MLI"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("date,13,22,June 2024"), std::string::npos) << outcome.out;
}

TEST(ParseCommand, TellsWhatIsWrong) {
  EXPECT_EQ(run_program("parse " + file_with("empty.txt", "")).exit_code, 1);
  EXPECT_EQ(run_program("parse /nowhere/report.txt").exit_code, 2);
  const Outcome malformed =
      run_program("parse --tokens conllu " + file_with("bad.conllu", "1\tone\n"));
  EXPECT_EQ(malformed.exit_code, 2);
  EXPECT_NE(malformed.err.find("bad.conllu:1:"), std::string::npos) << malformed.err;
  const Outcome invalid = run_program("parse " + file_with("bytes.txt", "Peru \xff voted.\n"));
  EXPECT_EQ(invalid.exit_code, 0);
  EXPECT_NE(invalid.err.find("offset 5"), std::string::npos) << invalid.err;
  const Outcome model = run_program("parse --model " + file_with("bad.vfl", "no model") + " " +
                                    file_with("a.txt", "a"));
  EXPECT_EQ(model.exit_code, 2);
  EXPECT_NE(model.err.find("bad.vfl"), std::string::npos) << model.err;
  EXPECT_EQ(run_program("parse --tokens xml " + file_with("a.txt", "a")).exit_code, 2);
}

}  // namespace
}  // namespace volteface
