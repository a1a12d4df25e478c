#include "volteface/checking.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

const Record& the_record() {
  static const Record record = embedded_record();
  return record;
}

const Checker& the_checker() {
  static const Checker checker(the_record());
  return checker;
}

struct Claim {
  std::string state;
  ReportedChoice choice;
  std::string evidence;
  VoteStatus status = VoteStatus::cast;
  std::string body = "UNGA";
};

Reading reading_of(const std::vector<Claim>& claims, const std::string& from,
                   const std::string& to) {
  Reading reading;
  reading.doc = "d";
  for (const Claim& claim : claims) {
    ReportedVote vote;
    vote.state = claim.state;
    vote.choice = claim.choice;
    vote.status = claim.status;
    vote.body = claim.body;
    vote.date = {*parse_date(from), *parse_date(to)};
    vote.evidence.text = claim.evidence;
    reading.votes.push_back(vote);
  }
  return reading;
}

std::string symbol_of(std::optional<RollCallIndex> i) {
  return i ? the_record().roll_calls[*i].symbol : "none";
}

// "A/RES/37/9 agrees"
std::string outcome(const CheckedVote& vote) {
  return symbol_of(vote.roll_call) + " " + std::string(verdict_name(vote.verdict));
}

using enum ReportedChoice;

TEST(Checker, FindsTheRollCallByDaysAndTopic) {
  const std::string text =
      "The Assembly asked London and Buenos Aires to take up talks on the Malvinas. The United "
      "States, to the dismay of Mrs Thatcher, voted in favour; Kenya abstained.";
  const Reading reading = reading_of(
      {{"USA", yes, "The United States, to the dismay"}, {"KEN", abstain, "Kenya abstained"}},
      "1982-10-01", "1982-11-30");
  const Check check = the_checker().check(reading, text);
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/37/9 agrees");
  EXPECT_EQ(outcome(check.votes[1]), "A/RES/37/9 agrees");
}

TEST(Checker, FindsAmongTheManyVotesOfADay) {
  const std::string text =
      "A moratorium on the death penalty was called for by the General Assembly. India and Japan "
      "voted against. Singapore, its loudest foe, did so too, and Brazil was in favour.";
  const Reading reading = reading_of({{"IND", no, "India and Japan voted against"},
                                      {"JPN", no, "India and Japan voted against"},
                                      {"SGP", no, "Singapore, its loudest foe, did so too"},
                                      {"BRA", yes, "Brazil was in favour"}},
                                     "2007-12-18", "2007-12-18");
  for (const CheckedVote& vote : the_checker().check(reading, text).votes) {
    EXPECT_EQ(outcome(vote), "A/RES/62/149 agrees");
  }
}

TEST(Checker, TellsWhatTheRecordContradicts) {
  const std::string text =
      "After Washington moved its embassy, the Assembly spoke on the status of Jerusalem: 128 in "
      "favour, nine against, 35 abstentions. Guatemala and Honduras voted no. Mexico voted no as "
      "well.";
  const Reading reading = reading_of({{"GTM", no, "Guatemala and Honduras voted no"},
                                      {"HND", no, "Guatemala and Honduras voted no"},
                                      {"MEX", no, "Mexico voted no"}},
                                     "2017-12-21", "2017-12-21");
  const Check check = the_checker().check(reading, text);
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/ES-10/19 agrees");
  EXPECT_EQ(outcome(check.votes[2]), "A/RES/ES-10/19 contradicts");
  EXPECT_EQ(check.votes[2].recorded, Choice::abstain);
  ASSERT_EQ(check.tallies.size(), 3U);
  for (const CheckedTally& tally : check.tallies) EXPECT_EQ(tally.verdict, Verdict::agrees);
}

TEST(Checker, TellsAWrongTally) {
  const std::string text =
      "On the status of Jerusalem 138 were in favour and 9 against; Guatemala voted no.";
  const Check check = the_checker().check(
      reading_of({{"GTM", no, "Guatemala voted no"}}, "2017-12-21", "2017-12-21"), text);
  ASSERT_EQ(check.tallies.size(), 2U);
  EXPECT_EQ(check.tallies[0].verdict, Verdict::contradicts);
  EXPECT_EQ(check.tallies[0].recorded, 128U);
  EXPECT_EQ(check.tallies[1].verdict, Verdict::agrees);
}

TEST(Checker, FindsTheRollCallOfNumbersAlone) {
  Reading reading;
  reading.date = parse_date("2017-12-22");
  const auto first = [&](std::string_view text) {
    const Check check = the_checker().check(reading, text);
    return symbol_of(check.tallies.at(0).roll_call);
  };
  EXPECT_EQ(first("The General Assembly voted: 128 in favour, nine against."), "A/RES/ES-10/19");
  EXPECT_EQ(first("The parliament of Malta voted: 128 in favour, nine against."), "none");
  EXPECT_EQ(first("The General Assembly voted: 128 in favour, 77 against."), "none");
}

TEST(Checker, LinksARivalTextToTheOtherRollCallOfTheDay) {
  const std::string text =
      "On Monday the Assembly asked Russia to leave Ukraine. Hungary and Israel voted against. "
      "France abstained on a competing draft that Washington had brought in.";
  const Check check =
      the_checker().check(reading_of({{"HUN", no, "Hungary and Israel voted against"},
                                      {"ISR", no, "Hungary and Israel voted against"},
                                      {"FRA", abstain, "France abstained on a competing draft"}},
                                     "2025-02-24", "2025-02-24"),
                          text);
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/ES-11/7 agrees");
  EXPECT_EQ(outcome(check.votes[2]), "A/RES/ES-11/8 contradicts");
}

TEST(Checker, LooksForARivalTextOnTheDaysOfTheFirst) {
  // "had abstained" leaves a year open; a rival text is put to the vote on the days of the first.
  const std::string text =
      "On Monday the Assembly asked Russia to leave Ukraine. Hungary and Israel voted against. The "
      "minister said that France had abstained on a competing draft of the Americans.";
  Reading reading = reading_of({{"HUN", no, "Hungary and Israel voted against"},
                                {"ISR", no, "Hungary and Israel voted against"},
                                {"FRA", abstain, "that France had abstained on a competing draft"}},
                               "2025-02-24", "2025-02-24");
  reading.votes[2].date.from = *parse_date("2024-02-25");
  const Check check = the_checker().check(reading, text);
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/ES-11/7 agrees");
  EXPECT_EQ(outcome(check.votes[2]), "A/RES/ES-11/8 contradicts");
}

TEST(Checker, SetsNumbersBesideTheVoteThatHasThem) {
  const std::string text =
      "In March 2022 Kenya voted for the resolution that deplored the aggression against Ukraine; "
      "in April 2022 Kenya abstained when the Assembly took away Russia's seat in the Human Rights "
      "Council. Of 175 that voted, 93 were in favour, 24 against, with 58 abstentions.";
  Reading reading = reading_of({{"KEN", abstain, "Kenya abstained when the Assembly"},
                                {"KEN", yes, "Kenya voted for the resolution"}},
                               "2022-04-07", "2022-04-07");
  reading.votes[1].date = {*parse_date("2022-03-01"), *parse_date("2022-03-31")};
  const Check check = the_checker().check(reading, text);
  for (const CheckedTally& tally : check.tallies)
    EXPECT_EQ(verdict_name(tally.verdict), "agrees") << tally.tally.evidence.text;
  EXPECT_GE(check.tallies.size(), 3U);
}

TEST(Checker, GivesAStateOneChoiceOnARollCall) {
  const std::string text =
      "On Ukraine, Argentina abstained on Monday; the United States and Belarus were against. "
      "Argentina said yes to what the Americans had tabled for peace.";
  const Check check =
      the_checker().check(reading_of({{"ARG", abstain, "Argentina abstained"},
                                      {"USA", no, "the United States and Belarus were against"},
                                      {"BLR", no, "the United States and Belarus were against"},
                                      {"ARG", yes, "Argentina said yes"}},
                                     "2025-02-24", "2025-02-24"),
                          text);
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/ES-11/7 agrees");
  EXPECT_EQ(outcome(check.votes[3]), "A/RES/ES-11/8 contradicts");
}

TEST(Checker, TakesASymbolThatIsNamed) {
  const Check check = the_checker().check(
      reading_of({{"TUR", abstain, "Turkey abstained"}}, "1991-12-01", "1991-12-31"),
      "Turkey abstained on resolution 46/86.");
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/46/86 agrees");
  EXPECT_DOUBLE_EQ(check.votes[0].probability, 1);
}

TEST(Checker, LinksNothingWhereTheReportSaysTooLittle) {
  const Check check = the_checker().check(
      reading_of({{"BRA", yes, "Brazil voted yes"}}, "2018-12-01", "2018-12-31"),
      "Brazil voted yes at the United Nations in December.");
  EXPECT_EQ(outcome(check.votes[0]), "none not found");
}

TEST(Checker, TellsApartWhyThereIsNoLink) {
  const std::string text = "It was a vote on Ukraine.";
  const auto only = [&](const Claim& claim, const std::string& date) {
    return outcome(the_checker().check(reading_of({claim}, date, date), text).votes[0]);
  };
  EXPECT_EQ(only({"USA", no, "vote", VoteStatus::cast, "UNSC"}, "2025-02-24"), "none other body");
  EXPECT_EQ(only({"USA", no, "vote", VoteStatus::cast, ""}, "2025-02-24"), "none other body");
  EXPECT_EQ(only({"USA", no, "vote"}, "2090-01-01"), "none after the record");
  EXPECT_EQ(only({"USA", no, "vote"}, "1964-07-01"), "none not found");
}

TEST(Checker, WeighsWhatWasOnlyAnnouncedUrgedOrDenied) {
  const std::string text =
      "In the Assembly's vote on the status of Jerusalem Guatemala voted no. Mexico was going to "
      "vote yes. Chile did not vote no.";
  const Check check = the_checker().check(
      reading_of({{"GTM", no, "Guatemala voted no"},
                  {"MEX", yes, "Mexico was going to vote yes", VoteStatus::announced},
                  {"CHL", no, "Chile did not vote no", VoteStatus::denied},
                  {"GTM", no, "Guatemala voted no", VoteStatus::denied}},
                 "2017-12-21", "2017-12-21"),
      text);
  EXPECT_EQ(check.votes[1].verdict, Verdict::open);
  EXPECT_EQ(check.votes[1].recorded, Choice::abstain);
  EXPECT_EQ(check.votes[2].verdict, Verdict::agrees);
  EXPECT_EQ(check.votes[3].verdict, Verdict::contradicts);
}

TEST(Checker, FollowsASeatToTheStateThatHeldIt) {
  const Check check = the_checker().check(
      reading_of({{"RUS", yes, "Russia voted for it"}}, "1982-10-01", "1982-11-30"),
      "In the vote on the Falkland Islands (Malvinas) Russia voted for it.");
  EXPECT_EQ(outcome(check.votes[0]), "A/RES/37/9 agrees");
  const Check unknown = the_checker().check(
      reading_of({{"SSD", yes, "South Sudan"}}, "1982-10-01", "1982-11-30"),
      "The Falkland Islands (Malvinas) question: South Sudan voted for resolution 37/9.");
  EXPECT_EQ(unknown.votes[0].verdict, Verdict::no_choice);
}

TEST(Checker, KeepsALinkThatIsGivenAndFillsInOthers) {
  Reading reading = reading_of({{"TUR", abstain, "Turkey abstained"}, {"GBR", no, "Britain"}},
                               "1982-10-01", "1982-11-30");
  reading.votes[0].roll_call = "A/RES/37/9";
  the_checker().link(reading,
                     "On the Falkland Islands (Malvinas), Turkey abstained. Britain was against.");
  EXPECT_EQ(reading.votes[0].roll_call, "A/RES/37/9");
  EXPECT_EQ(reading.votes[1].roll_call, "A/RES/37/9");
}

TEST(Checker, TakesOffsetsThatLieOutsideTheText) {
  Reading reading = reading_of({{"GBR", no, "Britain"}}, "1982-11-04", "1982-11-04");
  reading.votes[0].evidence.begin = 4'000'000'000;
  reading.votes[0].evidence.end = 4'000'000'010;
  EXPECT_NO_THROW(the_checker().check(reading, "Short."));
  EXPECT_NO_THROW(the_checker().check(reading, ""));
}

}  // namespace
}  // namespace volteface
