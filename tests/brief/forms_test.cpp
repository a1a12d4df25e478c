// The four forms of a brief, of many states of the record, from one fit.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>

#include "brief/words.h"
#include "cli/run_program.h"
#include "volteface/brief.h"

namespace volteface {
namespace {

struct Fitted {
  Record record = embedded_record();
  BriefBasis basis = brief_basis(record, {});
};

// Seconds of work, so once for all tests.
const Fitted& fitted() {
  static const Fitted once;
  return once;
}

Brief brief_of(const std::string& state, const std::string& on = "") {
  BriefOptions options;
  options.state = fitted().record.state(state);
  if (!on.empty()) options.on = fitted().record.state(on);
  return make_brief(fitted().record, fitted().basis, options);
}

// Control characters, which no line of a page may hold, and the width.
void expect_fits(const std::string& text, std::size_t width, const std::string& what) {
  for (const std::string& line : lines_of(text)) {
    EXPECT_LE(columns_of(line), width) << what << ": " << line;
    EXPECT_FALSE(line.ends_with(' ')) << what << ": " << line;
  }
  EXPECT_TRUE(text.ends_with("\n"));
  EXPECT_FALSE(text.ends_with("\n\n"));
}

// A brief looks for turns, which takes a second, and under sanitizers several.
#if defined(__SANITIZE_ADDRESS__)
constexpr StateIndex stride = 25;
#else
constexpr StateIndex stride = 5;
#endif

TEST(Text, FitsItsColumnsForManyStates) {
  const StateIndex ukraine = fitted().record.state("UKR");
  for (StateIndex s = 0; s < fitted().record.states.size(); s += stride) {
    BriefOptions options;
    options.state = s;
    if (s != ukraine) options.on = ukraine;
    const Brief brief = make_brief(fitted().record, fitted().basis, options);
    EXPECT_GT(brief.covered.cast, 0u) << brief.state.code;
    EXPECT_FALSE(brief.headline.empty());
    for (const std::size_t width : {60, 72, 80, 120}) {
      BriefStyle style;
      style.width = width;
      expect_fits(brief_text(brief, style), width, brief.state.code);
    }
  }
}

TEST(Text, IsNeverNarrowerThanSixty) {
  BriefStyle narrow, sixty;
  narrow.width = 10;
  sixty.width = 60;
  const Brief brief = brief_of("ARG");
  EXPECT_EQ(brief_text(brief, narrow), brief_text(brief, sixty));
}

TEST(Text, GivesHeadingsToTheStyle) {
  BriefStyle style;
  std::vector<std::string> headings;
  style.heading = [&](std::string_view text) {
    headings.emplace_back(text);
    return "<" + std::string(text) + ">";
  };
  const std::string text = brief_text(brief_of("CIV", "Ukraine"), style);
  const std::vector<std::string> expected = {"CÔTE D'IVOIRE, AND ITS VOTES ON UKRAINE",
                                             "WHEN IT TURNED",
                                             "WHY, BY THE VOTES",
                                             "WHERE IT STANDS",
                                             "WITH WHOM",
                                             "ON UKRAINE",
                                             "UNUSUAL VOTES",
                                             "TEXTS THAT COME BACK",
                                             "WHAT THE RECORD COVERS",
                                             "NOT KNOWN"};
  EXPECT_EQ(headings, expected);
  EXPECT_NE(text.find("<NOT KNOWN>\n"), std::string::npos);
}

// Every table: a head, a rule, and rows of as many cells as the head.
TEST(Markdown, HasTablesThatAreWhole) {
  const std::regex bar(R"((^|[^\\])\|)");
  for (const char* state : {"ARG", "USA", "SUN", "KIR", "EAZ", "TWN"}) {
    const auto lines = lines_of(brief_markdown(brief_of(state, "ISR")));
    const auto bars = [&](const std::string& line) {
      return std::distance(std::sregex_iterator(line.begin(), line.end(), bar), {});
    };
    int tables = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("|")) continue;
      const bool begins = !lines[i - 1].starts_with("|");
      if (begins) {
        ++tables;
        EXPECT_EQ(lines[i - 1], "") << state;
        EXPECT_TRUE(lines[i + 1].starts_with("| ---")) << lines[i + 1];
      } else {
        EXPECT_EQ(bars(lines[i]), bars(lines[i - 1])) << lines[i];
      }
      EXPECT_TRUE(lines[i].ends_with("|"));
    }
    EXPECT_GE(tables, 1) << state;
  }
}

TEST(Markdown, EscapesWhatItWouldTakeForItsOwn) {
  Brief brief = brief_of("ARG");
  brief.unusual.votes.resize(1);
  brief.unusual.votes[0].vote.title = "Question of *A* | [B] <c> _d_";
  EXPECT_NE(brief_markdown(brief).find(R"(Question of \*A\* \| \[B] \<c> \_d\_ |)"),
            std::string::npos);
}

TEST(Json, HasTheNumbersOfTheBriefAndOfTheText) {
  const Brief brief = brief_of("ARG", "UKR");
  const auto json = nlohmann::json::parse(brief_json(brief));
  const std::string text = brief_text(brief);
  const auto& b = json["brief"];
  EXPECT_EQ(b["headline"].size(), brief.headline.size());
  const auto& years = b["standing"]["years"];
  ASSERT_EQ(years.size(), 10u);
  for (const auto& year : years) {
    const std::string row =
        fmt::format("  {}  {:>3}  {:>5}", year["year"].get<int>(), year["point"]["n"].get<int>(),
                    number(year["point"]["value"].get<double>()));
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
  const auto& agreement = b["company"]["years"][9]["agreement"][0];
  // Counted from the cells.
  const Record& record = fitted().record;
  int votes = 0;
  double same = 0;
  for (const RollCallIndex r : select_roll_calls(record, {})) {
    const Choice x = record.votes.at(record.state("ARG"), r);
    const Choice y = record.votes.at(record.state("USA"), r);
    if (year_of(record.roll_calls[r].date) != 2025 || !is_cast(x) || !is_cast(y)) continue;
    ++votes;
    same += x == y ? 1 : x == Choice::abstain || y == Choice::abstain ? .5 : 0;
  }
  EXPECT_EQ(agreement["n"], votes);
  EXPECT_NEAR(agreement["value"].get<double>(), same / votes, 1e-12);
  EXPECT_EQ(b["votes_on"]["votes"].size(), brief.votes_on->votes.size());
  EXPECT_EQ(b["unusual"]["votes"].size(), most_unusual);
  for (const auto& vote : b["unusual"]["votes"]) {
    EXPECT_NEAR(vote["bits"].get<double>(), -std::log2(vote["probability"].get<double>()), 1e-9);
    EXPECT_NE(text.find(vote["symbol"].get<std::string>()), std::string::npos);
  }
  EXPECT_EQ(json["record"]["hash"], fitted().record.hash);
}

std::string csv_number(const nlohmann::json& value) {
  if (value.is_null()) return "";
  const double number = value.get<double>();
  return number == std::floor(number) ? fmt::format("{:.0f}", number)
                                      : fmt::format("{:.4f}", number);
}

TEST(Csv, HasTheRowsOfTheJson) {
  for (const char* state : {"ARG", "KIR", "EAZ"}) {
    const Brief brief = brief_of(state, "UKR");
    const auto csv = parse_csv(brief_csv(brief));
    const auto rows = nlohmann::json::parse(brief_json(brief))["rows"];
    ASSERT_EQ(csv.size(), rows.size() + 1);
    EXPECT_EQ(csv[0], (std::vector<std::string>{"section", "item", "period", "value", "lo", "hi",
                                                "n", "note"}));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& row = rows[i];
      ASSERT_EQ(csv[i + 1].size(), 8u);
      EXPECT_EQ(csv[i + 1][0], row["section"]);
      EXPECT_EQ(csv[i + 1][1], row["item"]);
      EXPECT_EQ(csv[i + 1][2], row["period"]);
      EXPECT_EQ(csv[i + 1][3], csv_number(row["value"]));
      EXPECT_EQ(csv[i + 1][5], csv_number(row["hi"]));
      EXPECT_EQ(csv[i + 1][6], csv_number(row["n"]));
    }
  }
}

TEST(Brief, OfAStateThatIsGoneEndsWithIt) {
  const Brief brief = brief_of("SUN");
  EXPECT_EQ(format_date(brief.covered.until), "1991-12-20");
  EXPECT_EQ(brief.standing.years.back().year, 1991);
  EXPECT_NE(fmt::format("{}", fmt::join(brief.covered.notes, " "))
                .find("listed to 1991-12-20; later votes stand under Russia (RUS)."),
            std::string::npos);
  for (const State& column : brief.company.columns) EXPECT_NE(column.code, "RUS");
}

TEST(Brief, OfASuccessorSaysWhereTheVotesBeforeStand) {
  BriefOptions options;
  options.state = fitted().record.state("DEU");
  options.since = *parse_date("1985-01-01");
  options.until = *parse_date("1995-12-31");
  const Brief brief = make_brief(fitted().record, fitted().basis, options);
  EXPECT_NE(fmt::format("{}", fmt::join(brief.covered.notes, " "))
                .find("stand under Federal Republic of Germany (GFR) and German Democratic "
                      "Republic (DDR)."),
            std::string::npos);
  EXPECT_GT(brief.covered.not_listed, 300u);
  EXPECT_EQ(brief.standing.years.front().year, 1990);
}

TEST(Brief, OfFewVotesSaysSo) {
  const Brief brief = brief_of("EAZ");
  EXPECT_EQ(brief.covered.cast, 2u);
  EXPECT_FALSE(brief.standing.whole);
  EXPECT_TRUE(brief.company.changes.empty());
  EXPECT_TRUE(brief.headline[0].starts_with("Too few votes to say whether Zanzibar moved"));
  EXPECT_NE(brief_text(brief).find("○ rests on fewer than 20 votes"), std::string::npos);
}

TEST(Brief, RefusesWhatItCannotAnswer) {
  const Record& record = fitted().record;
  BriefOptions options;
  options.state = record.state("RUS");
  options.on = record.state("SUN");
  EXPECT_THROW(make_brief(record, options), Error);
  std::swap(options.state, *options.on);
  EXPECT_THROW(make_brief(record, options), Error);
  options.on.reset();
  options.as_of = *parse_date("1940-01-01");
  EXPECT_THROW(make_brief(record, options), Error);
  options.as_of = *parse_date("2000-01-01");
  EXPECT_THROW(make_brief(record, fitted().basis, options), Error);
  options.as_of.reset();
  BriefBasis by_session = fitted().basis;
  by_session.fit.by = PeriodBy::session;
  EXPECT_THROW(make_brief(record, by_session, options), Error);
  EXPECT_THROW(make_brief(Record{}, options), Error);
}

}  // namespace
}  // namespace volteface
