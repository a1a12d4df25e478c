// The command as users run it.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Outcome {
  int exit_code = -1;
  std::string out;  // with standard error where the arguments say 2>&1
};

Outcome agree(const std::string& arguments) {
  Outcome outcome;
  const std::string command = std::string(VOLTEFACE_PROGRAM) + " agree " + arguments;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return outcome;
  std::array<char, 65536> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    outcome.out.append(buffer.data(), n);
  }
  outcome.exit_code = WEXITSTATUS(pclose(pipe));
  return outcome;
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> all;
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

constexpr const char* header =
    "a,b,period,n,agreement,coincidence,s,kappa,weighted_kappa,pi,agreement_lo,agreement_hi,"
    "coincidence_lo,coincidence_hi,s_lo,s_hi,kappa_lo,kappa_hi,weighted_kappa_lo,weighted_kappa_hi,"
    "pi_lo,pi_hi,coincidence_n";

TEST(AgreeCommand, CsvByYear) {
  const Outcome run = agree("argentina USA --since 2023 --until 2025 --csv");
  EXPECT_EQ(run.exit_code, 0);
  const auto rows = lines(run.out);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0], header);
  EXPECT_TRUE(rows[1].starts_with("ARG,USA,2023,88,0.4")) << rows[1];
  EXPECT_TRUE(rows[2].starts_with("ARG,USA,2024,94,0.8")) << rows[2];
  EXPECT_TRUE(rows[3].starts_with("ARG,USA,2025,155,0.7")) << rows[3];
}

TEST(AgreeCommand, AllPairsHoldTheRowsOfEachPair) {
  const Outcome all = agree("--all --since 2024 --by session --csv");
  const Outcome one = agree("ARG BRA USA --since 2024 --by session --csv");
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_EQ(lines(all.out)[0], header);
  EXPECT_GT(lines(one.out).size(), 4u);
  for (const std::string& row : lines(one.out)) {
    EXPECT_NE(all.out.find(row + "\n"), std::string::npos) << row;
  }
}

TEST(AgreeCommand, JsonHasTheColumnsOfCsv) {
  const Outcome run = agree("--all --since 2025 --json");
  const auto json = nlohmann::ordered_json::parse(run.out);
  EXPECT_EQ(json["record"]["hash"].get<std::string>().size(), 16u);
  ASSERT_GT(json["rows"].size(), 15000u);
  std::string columns;
  for (const auto& [name, value] : json["rows"][0].items()) {
    columns += (columns.empty() ? "" : ",") + name;
  }
  EXPECT_EQ(columns, header);
}

TEST(AgreeCommand, UndefinedIsAnEmptyCell) {
  // Both said yes on the only roll call of that day, so chance alone would give full agreement.
  const Outcome both_yes = agree("FRA DEU --since 2022-03-02 --until 2022-03-02 --csv");
  ASSERT_EQ(lines(both_yes.out).size(), 2u) << both_yes.out;
  EXPECT_TRUE(lines(both_yes.out)[1].starts_with("FRA,DEU,2022,1,1.0000,1.0000,1.0000,,,,"))
      << both_yes.out;
}

TEST(AgreeCommand, OneStateAloneIsSortedByAgreement) {
  const auto json = nlohmann::json::parse(agree("ARG --since 2024 --json").out);
  ASSERT_GT(json["rows"].size(), 150u);
  for (std::size_t i = 1; i < json["rows"].size(); ++i) {
    EXPECT_GE(json["rows"][i - 1]["agreement"], json["rows"][i]["agreement"]);
    EXPECT_EQ(json["rows"][i]["period"], "all");
  }
}

TEST(AgreeCommand, TextFitsATerminal) {
  for (const std::string& line : lines(agree("ARG USA BRA --since 2015 2>/dev/null").out)) {
    EXPECT_LE(line.size(), 100u) << line;
  }
}

TEST(AgreeCommand, SaysWhatIsWrong) {
  const Outcome unknown = agree("ARG BRAZ 2>&1");
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_NE(unknown.out.find("did you mean"), std::string::npos) << unknown.out;
  const Outcome self = agree("ARG USA ARG 2>&1");
  EXPECT_EQ(self.exit_code, 2);
  EXPECT_NE(self.out.find("ARG always agrees with itself"), std::string::npos) << self.out;
  EXPECT_EQ(agree("2>/dev/null").exit_code, 2);
  EXPECT_EQ(agree("--all ARG 2>/dev/null").exit_code, 2);
  EXPECT_EQ(agree("ARG --by decade 2>/dev/null").exit_code, 2);
  EXPECT_EQ(agree("ARG --subject '[' 2>/dev/null").exit_code, 2);
}

TEST(AgreeCommand, NothingFoundIsOne) {
  EXPECT_EQ(agree("SUN RUS 2>/dev/null").exit_code, 1);  // one follows the other
  EXPECT_EQ(agree("--all --since 2100 --csv").exit_code, 1);
}

}  // namespace
