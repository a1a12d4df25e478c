// Every rule of data/reading reads its own example.
#include <gtest/gtest.h>

#include <algorithm>

#include "reading/reason_themes.h"
#include "reading/tables.h"
#include "volteface/reader.h"
#include "volteface/told_type.h"

namespace volteface {
namespace {

const Language& language() {
  static const Language language;
  return language;
}

const Reader& reader() {
  static const Reader reader(language());
  return reader;
}

Reading read(const std::string& text) {
  return reader().read("example", text, parse_date("2024-06-14"));
}

// A test takes some rows of a table: to load the language for each alone would take the most time.
constexpr std::size_t rows_of_a_test = 8;

std::size_t tests_for(std::size_t rows) { return (rows + rows_of_a_test - 1) / rows_of_a_test; }

template <class Row, class Check>
void for_rows(const std::vector<Row>& rows, std::size_t test, const Check& check) {
  const std::size_t first = test * rows_of_a_test;
  for (std::size_t k = first; k < std::min(rows.size(), first + rows_of_a_test); ++k) {
    SCOPED_TRACE(testing::Message() << "row " << k);
    check(rows[k]);
  }
}

class EventRules : public testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(, EventRules,
                         testing::Range(std::size_t{0},
                                        tests_for(reading_tables().events().size())),
                         [](const auto& test) {
                           const std::size_t first = test.param * rows_of_a_test;
                           std::string name = reading_tables().events()[first].word;
                           std::erase_if(name, [](unsigned char c) { return !std::isalnum(c); });
                           return name + std::to_string(first);
                         });

void expect_example_is_read(const EventRule& rule) {
  if (rule.source.empty()) {  // of actors that are no states
    EXPECT_EQ(told_type(language().read(rule.example)), rule.type)
        << rule.word << ": " << rule.example;
    return;
  }
  const Reading got = read(rule.example);
  const bool found = std::ranges::any_of(got.events, [&](const ReportedEvent& event) {
    return event.type == rule.type && event.mode == rule.mode;
  });
  EXPECT_TRUE(found) << rule.word << ": " << rule.example;
}

TEST_P(EventRules, ReadTheirExamples) {
  for_rows(reading_tables().events(), GetParam(), expect_example_is_read);
}

class VoteCues : public testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(, VoteCues,
                         testing::Range(std::size_t{0},
                                        tests_for(reading_tables().vote_cues().size())));

TEST_P(VoteCues, ReadTheirExamples) {
  for_rows(reading_tables().vote_cues(), GetParam(), [](const VoteCue& cue) {
    const Reading got = read(cue.example);
    ASSERT_FALSE(got.votes.empty()) << cue.example;
    for (const ReportedVote& vote : got.votes) {
      if (cue.opposite && &vote != &got.votes.back()) continue;  // from whom the last differs
      EXPECT_EQ(vote.choice, cue.same ? ReportedChoice::no : cue.choice)
          << vote.state << ": " << cue.example;
      EXPECT_EQ(vote.status, VoteStatus::cast) << vote.state << ": " << cue.example;
    }
  });
}

class ReasonCues : public testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(, ReasonCues,
                         testing::Range(std::size_t{0}, tests_for(reading_tables().cues().size())));

TEST_P(ReasonCues, ReadTheirExamples) {
  for_rows(reading_tables().cues(), GetParam(), [](const ReasonCue& cue) {
    const Reading got = read("Chad abstained in the General Assembly on Monday. " + cue.example);
    EXPECT_FALSE(got.explanations.empty()) << cue.example;
  });
}

// The tables say what a theme is known by; these sentences are others.
TEST(Themes, AreKnownByTheirWords) {
  EXPECT_EQ(theme_of("fear of losing its loans"), Theme::material);
  EXPECT_EQ(theme_of("loyalty to an old ally"), Theme::follow);
  EXPECT_EQ(theme_of("the text broke the charter and international law"), Theme::norms);
  EXPECT_EQ(theme_of("an election was near"), Theme::domestic);
  EXPECT_EQ(theme_of("to keep the peace talks alive"), Theme::peace);
  EXPECT_EQ(theme_of("each nation has the right to choose its rulers"), Theme::norms);
  EXPECT_EQ(theme_of("it wants open channels with all"), Theme::balance);
  EXPECT_EQ(theme_of("sanctions would only make things worse between them"), Theme::peace);
  EXPECT_EQ(theme_of("the state was broke and had shortages"), Theme::material);
  EXPECT_EQ(theme_of("a civil war next door would bring refugees"), Theme::security);
  EXPECT_EQ(theme_of("backbenchers and senators would have rebelled"), Theme::domestic);
  EXPECT_EQ(theme_of("a common language and shared history"), Theme::ideology);
  EXPECT_EQ(theme_of("so as not to embarrass its fraternal comrades"), Theme::follow);
  EXPECT_EQ(theme_of("a storm over the sea"), Theme::other);
  EXPECT_EQ(theme_of("the colour of the sky"), Theme::other);
  EXPECT_EQ(theme_of(""), Theme::other);
}

}  // namespace
}  // namespace volteface
