// Records that hold next to nothing, or nothing that parts states: every command answers, or says
// in one line why not; no number is none ("nan"), and nothing crashes.
#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/run_program.h"

namespace volteface {
namespace {

const std::vector<std::string> states = {"ARG", "USA", "GBR", "FRA", "CHN", "RUS", "BRA", "CHL"};

// What a state casts on a roll call: Y, N, A, X, or '-' where it is not listed.
using Casts = std::function<char(std::size_t state, int year, int roll_call)>;

// Any choice, but the same again on each run.
char some(std::size_t state, int year, int roll_call) {
  const auto at = (static_cast<unsigned>(state) * 7919 + static_cast<unsigned>(year) * 104729 +
                   static_cast<unsigned>(roll_call) * 1299709) *
                  2654435761U;
  return "YYYNA"[(at >> 16) % 5];
}

struct OddRecord {
  const char* name;
  int first_year, last_year, roll_calls_a_year;
  Casts casts;
};

void PrintTo(const OddRecord& odd, std::ostream* out) { *out << odd.name; }

const OddRecord odd_records[] = {
    {"OneCell", 2000, 2000, 1, [](auto s, int, int) { return s == 0 ? 'Y' : '-'; }},
    {"OneSession", 2000, 2000, 12, some},
    {"AllAbsent", 2000, 2004, 6, [](auto, int, int) { return 'X'; }},
    {"AbsentSessions", 2000, 2007, 6,
     [](auto s, int y, int r) { return y > 2002 && y < 2006 ? 'X' : some(s, y, r); }},
    {"AllAlike", 2000, 2004, 6, [](auto, int, int) { return 'Y'; }},
    {"ConstantVoters", 2000, 2007, 6,
     [](auto s, int y, int r) { return s < 4 ? "YNAX"[s] : some(s, y, r); }},
    {"FewVotes", 2000, 2007, 6,
     [](auto s, int y, int r) { return s == 0 && (r > 0 || y % 4 > 0) ? '-' : some(s, y, r); }},
    {"Gap", 2000, 2012, 6,
     [](auto s, int y, int r) { return s == 0 && y > 2002 && y < 2011 ? '-' : some(s, y, r); }},
    {"OneAgainstAll", 2000, 2007, 6, [](auto s, int, int) { return s == 0 ? 'N' : 'Y'; }},
    {"AllTurn", 2000, 2007, 6,
     [](auto s, int y, int) { return (s % 2 == 0) == (y < 2004) ? 'Y' : 'N'; }},
    {"TwoStates", 2000, 2007, 6, [](auto s, int y, int r) { return s < 2 ? some(s, y, r) : '-'; }},
};

std::string written(const OddRecord& odd) {
  const std::string path = fmt::format("{}odd-{}-{}.csv", testing::TempDir(), odd.name, getpid());
  std::ofstream out(path);
  out << "rollcall,date,state,vote,title,subjects\n";
  for (int year = odd.first_year; year <= odd.last_year; ++year) {
    for (int r = 0; r < odd.roll_calls_a_year; ++r) {
      for (std::size_t s = 0; s < states.size(); ++s) {
        const char vote = odd.casts(s, year, r);
        if (vote == '-') continue;
        out << fmt::format("r{}-{},{}-11-{:02},{},{},Text {} on some matter,NUCLEAR WEAPONS\n",
                           year, r, year, r + 1, states[s], vote, r);
      }
    }
  }
  return path;
}

const char* const commands[] = {"turns --probability 0.01",
                                "turns ARG --probability 0.01",
                                "turns --online --probability 0.1",
                                "turns --toward --probability 0.01",
                                "turns --when --probability 0.01",
                                "ideal",
                                "ideal --sample --iterations 40 --burn-in 20 --chains 2",
                                "ideal --sample --steps 1 --iterations 40 --burn-in 20 --chains 2",
                                "surprise ARG",
                                "surprise --all",
                                "surprise --reliability",
                                "surprise --holdout 0.2",
                                "predictability ARG",
                                "predictability --by all",
                                "attribute ARG --date 2000-11-03",
                                "switches ARG USA --from 2000 --to 2001",
                                "exposure ARG --subject nuclear",
                                "brief ARG",
                                "brief ARG --on USA"};

class OddRecords : public testing::TestWithParam<OddRecord> {};

TEST_P(OddRecords, GiveAnAnswerOrAClearError) {
  const std::string path = written(GetParam());
  const std::regex no_number("(^|[^a-z])-?(nan|inf)([^a-z]|$)", std::regex::icase);
  for (const char* command : commands) {
    for (const char* form : {"", " --csv", " --json"}) {
      const Outcome outcome =
          run_program(fmt::format("{}{} --record-only {}", command, form, path));
      SCOPED_TRACE(testing::Message() << command << form << "\n" << outcome.err);
      EXPECT_TRUE(outcome.exit_code >= 0 && outcome.exit_code <= 2) << outcome.exit_code;
      EXPECT_FALSE(std::regex_search(outcome.out, no_number)) << outcome.out;
      EXPECT_FALSE(std::regex_search(outcome.err, no_number));
      if (outcome.exit_code == 2) {
        EXPECT_TRUE(outcome.out.empty()) << outcome.out;
        EXPECT_NE(outcome.err.find("expected"), std::string::npos);
      } else if (*form == '\0') {
        EXPECT_FALSE(outcome.out.empty() && outcome.err.empty());
      } else if (form[3] == 'j') {
        EXPECT_TRUE(nlohmann::json::accept(outcome.out)) << outcome.out;
      }
    }
  }
  std::remove(path.c_str());
}

// A code that the embedded record has, but not this one.
TEST(OddRecord, IsAskedForAStateThatItHas) {
  const std::string path = written({"Two", 2000, 2000, 3, [](auto s, int y, int r) {
                                      return s == 1 || s == 2 ? some(s, y, r) : '-';
                                    }});
  const Outcome outcome = run_program("turns ARG --record-only " + path);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("unknown state 'ARG'; expected a code such as"), std::string::npos);
  EXPECT_EQ(outcome.err.find("such as ARG"), std::string::npos) << outcome.err;
  std::remove(path.c_str());
}

TEST(OddRecord, SaysThatVotesAreTooFewForATurn) {
  const std::string path = written({"Few", 2000, 2004, 6, [](auto s, int y, int r) {
                                      return s == 0 && (r > 1 || y == 2001) ? '-' : some(s, y, r);
                                    }});  // 8 votes of Argentina
  const Outcome brief = run_program("brief ARG --record-only " + path);
  EXPECT_EQ(brief.exit_code, 0) << brief.err;
  EXPECT_NE(brief.out.find("Too few votes to tell: a turn"), std::string::npos) << brief.out;
  const Outcome turns = run_program("turns ARG --record-only " + path);
  EXPECT_NE(turns.err.find("too few votes"), std::string::npos) << turns.err;
  std::remove(path.c_str());
}

INSTANTIATE_TEST_SUITE_P(Records, OddRecords, testing::ValuesIn(odd_records),
                         [](const auto& odd) { return std::string(odd.param.name); });

}  // namespace
}  // namespace volteface
