#include "volteface/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace volteface {
namespace {

const Reader& reader() {
  static const Language language;
  static const Reader reader(language);
  return reader;
}

Reading read(const std::string& text) {
  return reader().read("example", text, parse_date("2024-06-14"));
}

using Votes = std::map<std::string, ReportedChoice>;

Votes votes_of(const std::string& text) {
  Votes out;
  for (const ReportedVote& vote : read(text).votes) out[vote.state] = vote.choice;
  return out;
}

constexpr auto yes = ReportedChoice::yes, no = ReportedChoice::no,
               abstain = ReportedChoice::abstain, absent = ReportedChoice::absent,
               not_yes = ReportedChoice::not_yes;

TEST(Votes, OfOneState) {
  EXPECT_EQ(votes_of("Chad voted against the resolution in the General Assembly on Monday."),
            (Votes{{"TCD", no}}));
  EXPECT_EQ(votes_of("Peru abstained when the General Assembly voted on the embargo."),
            (Votes{{"PER", abstain}}));
  EXPECT_EQ(votes_of("Norway voted in favour of the UN resolution."), (Votes{{"NOR", yes}}));
  EXPECT_EQ(votes_of("Kenya did not vote for the UN resolution."), (Votes{{"KEN", not_yes}}));
  EXPECT_EQ(votes_of("Eswatini took no part in the vote of the General Assembly."),
            (Votes{{"SWZ", absent}}));
}

TEST(Votes, OfMany) {
  EXPECT_EQ(votes_of("Laos, Vietnam and Myanmar abstained in the General Assembly. So did Nepal."),
            (Votes{{"LAO", abstain}, {"VNM", abstain}, {"MMR", abstain}, {"NPL", abstain}}));
  EXPECT_EQ(votes_of("Fiji voted no in the Assembly, together with Nauru and Palau."),
            (Votes{{"FJI", no}, {"NRU", no}, {"PLW", no}}));
}

TEST(Votes, AreSaidInManyWords) {
  const std::string vote = "The General Assembly adopted the text on Monday. ";
  EXPECT_EQ(votes_of(vote + "Japan came out in favour. Laos came out against the text."),
            (Votes{{"JPN", yes}, {"LAO", no}}));
  EXPECT_EQ(votes_of(vote + "India, which had sat out the last vote, said yes."),
            (Votes{{"IND", yes}}));
}

TEST(Votes, HaveAStatus) {
  const Reading planned = read("Ghana will vote against the UN resolution on Friday.");
  ASSERT_EQ(planned.votes.size(), 1u);
  EXPECT_EQ(planned.votes[0].status, VoteStatus::announced);
  const Reading urged = read("Iran asked Oman to vote against the UN resolution.");
  ASSERT_EQ(urged.votes.size(), 1u);
  EXPECT_EQ(urged.votes[0].state, "OMN");
  EXPECT_EQ(urged.votes[0].status, VoteStatus::urged);
}

TEST(Votes, HaveABody) {
  const Reading council = read("Algeria abstained in the Security Council on Tuesday.");
  ASSERT_EQ(council.votes.size(), 1u);
  EXPECT_EQ(council.votes[0].body, "UNSC");
  EXPECT_EQ(format_date(council.votes[0].date.from), "2024-06-11");
}

// Without a body no body is said.
TEST(Votes, MayBeOfNoBodyThatIsNamed) {
  const Reading got = read("Chad voted against the plan.");
  ASSERT_EQ(got.votes.size(), 1u);
  EXPECT_EQ(got.votes[0].body, "");
}

TEST(Votes, CompanyIsNotThePossessor) {
  EXPECT_EQ(
      votes_of("Fiji was one of 12 states to vote against the text in the Assembly, alongside "
               "Nauru and Palau."),
      (Votes{{"FJI", no}, {"NRU", no}, {"PLW", no}}));
}

TEST(Reader, WithoutADayNoneIsMadeUp) {
  const Reading got = reader().read("example", "Chad condemned Sudan.");
  EXPECT_FALSE(got.date);
  ASSERT_EQ(got.events.size(), 1u);
  EXPECT_LT(got.events[0].date.from, *parse_date("1946-01-01"));
  EXPECT_GT(got.events[0].date.to, *parse_date("2025-12-31"));
}

// A/RES/ES-11/7 of 2025-02-24: 93 to 18, 65 abstaining.
TEST(Reader, TheRecordDatesAReport) {
  const Record record = embedded_record();
  const Checker checker(record);
  const Reading got = reader().read(
      "example",
      "In the General Assembly the United States, Belarus and Sudan voted against the resolution "
      "on "
      "a lasting peace in Ukraine. It passed by 93 votes to 18, with 65 abstentions. Argentina "
      "abstained.",
      {}, record, checker);
  ASSERT_EQ(got.votes.size(), 4u);
  EXPECT_EQ(got.date, parse_date("2025-02-24"));
  for (const ReportedVote& vote : got.votes) {
    EXPECT_EQ(vote.roll_call, "A/RES/ES-11/7") << vote.state;
    EXPECT_LE(vote.date.to, *parse_date("2025-02-24"));
  }
}

TEST(Events, WhatIsPassiveHasItsActor) {
  const Reading got = read("The Chadian ambassador was expelled by Sudan on Wednesday.");
  ASSERT_FALSE(got.events.empty());
  EXPECT_EQ(got.events[0].source.state, "SDN");
  EXPECT_EQ(got.events[0].target.state, "TCD");
  EXPECT_EQ(got.events[0].type, EventType::sanction);
}

TEST(Events, AreNotAllAsserted) {
  const auto modality = [](const std::string& text) {
    const Reading got = read(text);
    return got.events.empty() ? std::string("none") : std::string(text_of(got.events[0].modality));
  };
  EXPECT_EQ(modality("Chad condemned Sudan."), "asserted");
  EXPECT_EQ(modality("Chad did not condemn Sudan."), "negated");
  EXPECT_EQ(modality("Chad may sanction Sudan."), "possible");
  EXPECT_EQ(modality("The president of Chad will visit Sudan next month."), "planned");
}

TEST(Statements, HaveSpeakerAndWords) {
  const Reading got = read("\"We will not be bullied,\" said Kenyan President William Ruto.");
  ASSERT_EQ(got.statements.size(), 1u);
  EXPECT_EQ(got.statements[0].speaker.name, "William Ruto");
  EXPECT_EQ(got.statements[0].speaker.state, "KEN");
  EXPECT_EQ(got.statements[0].quote, "We will not be bullied,");
}

TEST(Explanations, HaveStateThemeAndCause) {
  const Reading got = read(
      "Honduras abstained in the General Assembly on Monday because it depends on loans from "
      "China.");
  ASSERT_EQ(got.explanations.size(), 1u);
  EXPECT_EQ(got.explanations[0].state, "HND");
  EXPECT_EQ(got.explanations[0].theme, Theme::material);
  EXPECT_EQ(got.explanations[0].cause, "CHN");
}

// "HND material CHN; ..." of all reasons in a text.
std::string reasons(const std::string& text) {
  std::string out;
  for (const Explanation& reason : read(text).explanations) {
    out += (out.empty() ? "" : "; ") + reason.state + ' ' + std::string(text_of(reason.theme));
    if (!reason.cause.empty()) out += ' ' + reason.cause;
  }
  return out;
}

TEST(Explanations, AreOfTheOneWhoseReasonItIs) {
  EXPECT_EQ(
      reasons("Nauru broke off relations with Taiwan on Monday. Taiwan's foreign minister put "
              "the switch down to Chinese money."),
      "NRU material CHN");
  EXPECT_EQ(
      reasons("Fiji voted no on the resolution. Analysts put the outcome down to a wish on the "
              "part of Suva to please Japan."),
      "FJI follow JPN");
  EXPECT_EQ(reasons("The envoy of Chad said that Togo's vote against the resolution was because it "
                    "needs loans."),
            "TGO material");
}

TEST(Explanations, MayBeTwoInOneClause) {
  EXPECT_EQ(reasons("Palau voted no on the resolution because it takes loans from Japan and is a "
                    "loyal ally of France."),
            "PLW material JPN; PLW follow FRA");
}

TEST(Explanations, AreGivenByWhatIsSaidOfAStand) {
  EXPECT_EQ(
      reasons("Ghana abstained on the resolution on Monday, saying that it would not help the "
              "peace talks."),
      "GHA peace");
  // Of a meeting it is what was said there.
  EXPECT_EQ(reasons("The president of Ghana met the president of Togo on Monday, saying that the "
                    "peace talks go on."),
            "");
}

TEST(Explanations, KindnessIsThanked) {
  EXPECT_EQ(reasons("Nepal thanked India because India had helped its students."), "NPL other IND");
}

TEST(Reader, ReadsWhatSaysNothing) {
  for (const std::string text :
       {"", " ", "\n\n", "\xff\xfe", "(((((((", "Rain fell on the hills."}) {
    const Reading got = read(text);
    EXPECT_TRUE(got.votes.empty());
    EXPECT_TRUE(got.events.empty());
  }
}

}  // namespace
}  // namespace volteface
