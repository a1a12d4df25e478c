// On which of the days that a report tells its votes were cast. 2024-08-20 was a Tuesday.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "told.h"

namespace volteface {
namespace {

struct OnADay {
  const char* tale;
  const char* day;  // of Chad's vote
};

void check(const OnADay& told) {
  const Reading got =
      read_told(std::string("LIMA, 20 August 2024\n\n") + told.tale, parse_date("2024-08-20"));
  const auto chad = std::ranges::find(got.votes, "TCD", &ReportedVote::state);
  ASSERT_NE(chad, got.votes.end()) << told.tale;
  EXPECT_EQ(format_date(chad->date.from), told.day) << told.tale;
  EXPECT_EQ(format_date(chad->date.to), told.day) << told.tale;
}

// What somebody had done on another day is told in passing; what the body had done is not.
constexpr OnADay of_the_news[] = {
    {"The lamps lit up on Monday night. A hundred members of the United Nations called on both to "
     "cease fire.\n\nChad abstained.\n\nThe minister had vetoed two drafts in the Security "
     "Council on Saturday.",
     "2024-08-19"},
    {"The last plane left. Guns were fired. Some danced. Others wept.\n\nIn the Security Council, "
     "on Monday, the sponsors had to be content with less. The Prime "
     "Minister had called on Sunday for a resolution of another kind. Chad abstained.",
     "2024-08-19"},
    {"Two ships are on their way, the navy announced on Saturday. The Council of the United "
     "Nations had backed the blockade on Friday. No delegate opposed the resolution. Chad "
     "abstained.",
     "2024-08-16"},
    {"A year after Chad had asked for it, the Security Council has said yes. Ten members voted for "
     "the resolution, which Peru had drafted, at yesterday's meeting. Chad abstained.",
     "2024-08-19"},
    // What the council "declares" is no word of a speaker.
    {"The Security Council on Monday declared the republic invalid, which its leader had "
     "proclaimed on Friday.\n\nTen members voted for the draft. Chad abstained.",
     "2024-08-19"},
    // The report's own day, told in words.
    {"Peru on Tuesday vetoed a Security Council resolution on the loss of an airliner, which cost "
     "90 lives on 8 August.\n\nChad opposed it, too.",
     "2024-08-20"},
    {"The summit ended in anger on Saturday. Envoys went home.\n\nOn Thursday the General Assembly "
     "rebuked the island. The vote was 90 to four. Chad voted no.",
     "2024-08-15"},
    // The vote that the opening tells of stays what the report is about.
    {"It was on Monday that the General Assembly rejected the annexation.\n\nMali voted no.\n\n"
     "Before the ballot Peru had wanted it secret. The Assembly refused on Friday.\n\nChad "
     "abstained.",
     "2024-08-19"},
};

TEST(DaysOfVotes, OfTheNews) {
  for (const OnADay& told : of_the_news) check(told);
}

constexpr OnADay of_a_look_back[] = {
    {"On Friday the island left the United Nations.\n\nOne week earlier, in Lima, the OAS had "
     "found that it was to blame. Ten members said yes. Chad abstained.",
     "2024-08-09"},
    {"The ministers met on Monday.\n\nMuch has changed since 24 February 2022. On that Friday, in "
     "the Security Council, Chad abstained.",
     "2022-02-25"},
    {"Troops landed on Tuesday.\n\nIt was the Security Council that had opened the way, on 31 "
     "July, "
     "with 12 votes. Chad abstained.",
     "2024-07-31"},
    {"On Monday the General Assembly condemned the raid.\n\nThe last time the text came up, on 3 "
     "May "
     "2018, Chad abstained.",
     "2018-05-03"},
    {"The plan carries out a text by which the Security Council, on 29 September 1978, wanted the "
     "troops out. Ten members were for it then; Chad abstained.",
     "1978-09-29"},
};

TEST(DaysOfVotes, OfALookBack) {
  for (const OnADay& told : of_a_look_back) check(told);
}

// A date of an aside, or one that is compared, is not of the votes behind it.
constexpr OnADay beside_asides[] = {
    {"On Monday the General Assembly condemned the raid.\n\nPeru, whose president, Ana Ruiz, "
     "travelled to Mali in June to ask for grain, was in favour of the text. Chad preferred to "
     "abstain.",
     "2024-08-19"},
    {"On Monday the General Assembly condemned the raid.\n\nPeru abstained. So did Mali, which "
     "had been the only African state to vote no in March. Chad stayed away.",
     "2024-08-19"},
    {"On Monday a hundred states of the General Assembly were for it and gave the island a seat "
     "from "
     "September. Chad abstained.",
     "2024-08-19"},
    {"On Monday the General Assembly condemned the raid.\n\nChad abstained, as it had in May.",
     "2024-08-19"},
    {"On Monday the General Assembly condemned the raid.\n\nLast year Peru had abstained; this "
     "time "
     "Chad voted yes.",
     "2024-08-19"},
    {"On Monday the General Assembly condemned the raid.\n\nPeru: yellow, as in March. Chad also "
     "abstained.",
     "2024-08-19"},
};

TEST(DaysOfVotes, BesideAsides) {
  for (const OnADay& told : beside_asides) check(told);
}

// Of a report by the hour, which goes back to what it told in another entry.
TEST(DaysOfVotes, OfThen) {
  const Reading got = read_told(
      "Live\n\n17:52 The minister quits.\n\n18:10 On 7 August the president won. One day later the "
      "General Assembly found fault.\n\n18:14 The tally then: 25 for. Chad abstained.\n\n18:25 "
      "The end.",
      parse_date("2024-08-20"));
  ASSERT_EQ(got.votes.size(), 1u);
  EXPECT_EQ(format_date(got.votes[0].date.from), "2024-08-08");
}

TEST(DaysOfVotes, AYearBefore) {
  const Reading got = read_told(
      "LIMA, 20 August 2024\n\nOn 7 August the Human Rights Council refused, by 21 votes to 18, to "
      "renew the inquiry.\n\nA year before, Chad had abstained.",
      parse_date("2024-08-20"));
  ASSERT_EQ(got.votes.size(), 1u);
  EXPECT_LT(got.votes[0].date.to, parse_date("2024-08-07"));
  EXPECT_GE(got.votes[0].date.to, parse_date("2023-08-07"));
}

}  // namespace
}  // namespace volteface
