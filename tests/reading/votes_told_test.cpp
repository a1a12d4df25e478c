// Sentences that tell a vote in many words, with all that must be read out of them and nothing
// else.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "volteface/reader.h"

namespace volteface {
namespace {

struct Told {
  const char* text;
  const char* votes;  // state, choice and, if it is not cast, status, ascending
};

constexpr Told told[] = {
    {"Paraguay was among the ten countries that rejected the call for a ceasefire in the General "
     "Assembly.",
     "PRY no"},
    {"In the General Assembly 185 countries supported the resolution. Libya was one of them.",
     "LBY yes"},
    {"The UN resolution was adopted with the support of Ghana and Benin.", "BEN yes, GHA yes"},
    {"The draft was vetoed by Russia in the Security Council.", "RUS no"},
    {"Russia and China used their vetoes to kill the draft in the Security Council.",
     "CHN no, RUS no"},
    {"China wielded its veto against the draft in the Security Council.", "CHN no"},
    {"The Security Council draft fell to a Russian veto.", "RUS no"},
    {"The UN resolution passed easily. The lone no vote came from Israel.", "ISR no"},
    {"The UN resolution passed easily. The only votes against were those of Palau and Nauru.",
     "NRU no, PLW no"},
    {"Togo's abstention in the General Assembly surprised diplomats.", "TGO abstain"},
    {"Serbia cast its ballot in favour of the UN resolution.", "SRB yes"},
    {"Hungary broke ranks with its neighbours and opposed the UN resolution.", "HUN no"},
    {"Armenia did not take part in the voting on the UN resolution.", "ARM absent"},
    {"Kenya swung behind the UN resolution.", "KEN yes"},
    {"Peru threw its weight behind the UN text.", "PER yes"},
    {"Vanuatu lent its support to the UN resolution.", "VUT yes"},
    {"Vanuatu gave its backing to the UN resolution.", "VUT yes"},
    {"With Chad, Mali and Niger abstaining, the UN resolution passed by 120 votes to 4.",
     "MLI abstain, NER abstain, TCD abstain"},
    {"The resolution passed 14-0 in the Security Council, with the United States abstaining.",
     "USA abstain"},
    {"Belarus was one of four states to oppose the UN resolution.", "BLR no"},
    {"Only Eritrea and Syria joined Russia in opposing the UN resolution.",
     "ERI no, RUS no, SYR no"},
    {"South Africa opted to abstain on the UN resolution.", "ZAF abstain"},
    {"Brazil chose abstention in the Human Rights Council.", "BRA abstain"},
    {"Mexico said it would vote for the UN resolution on Friday.", "MEX yes announced"},
    {"Panama is expected to vote against the UN resolution.", "PAN no announced"},
    {"Ukraine urged India to support the UN resolution.", "IND yes urged"},
    {"Among those abstaining on the UN resolution were Vietnam and Laos.",
     "LAO abstain, VNM abstain"},
    {"Among those who voted against the UN resolution were Cuba and Bolivia.", "BOL no, CUB no"},
    {"Countries voting in favour of the UN resolution included Chile and Peru.",
     "CHL yes, PER yes"},
    {"Those opposed to the UN resolution included Cuba and Bolivia.", "BOL no, CUB no"},
    {"The UN resolution passed. The abstainers included India, Pakistan and Sri Lanka.",
     "IND abstain, LKA abstain, PAK abstain"},
    {"The UN resolution passed. Abstentions came from Egypt and Jordan.",
     "EGY abstain, JOR abstain"},
    {"The UN resolution passed with two abstentions, from Egypt and Jordan.",
     "EGY abstain, JOR abstain"},
    {"Two countries, Egypt and Jordan, abstained on the UN resolution.",
     "EGY abstain, JOR abstain"},
    {"Nicaragua voted no on the UN resolution, as did Cuba.", "CUB no, NIC no"},
    {"Nicaragua voted no on the UN resolution. Cuba followed suit.", "CUB no, NIC no"},
    {"Nicaragua voted no on the UN resolution. Cuba did the same.", "CUB no, NIC no"},
    {"Nicaragua voted no on the UN resolution. Cuba and Chad did so as well.",
     "CUB no, NIC no, TCD no"},
    {"The Security Council took up the draft. The Americans no longer objected and abstained.",
     "USA abstain"},
    {"Nicaragua voted no on the UN resolution, and Cuba did likewise.", "CUB no, NIC no"},
    {"Samoa voted yes on the UN resolution. So did its neighbour Tonga.", "TON yes, WSM yes"},
    {"Samoa voted yes on the UN resolution. So did Samoa's neighbour Tonga.", "TON yes, WSM yes"},
    {"In the General Assembly Sudan changed its vote to a yes.", "SDN yes"},
    {"Tonga had backed an identical UN resolution a year earlier.", "TON yes"},
    {"Gabon did not cast a vote on the UN resolution.", "GAB absent"},
    {"Gabon left the chamber before the vote on the UN resolution.", "GAB absent"},
    {"Gabon was not in the room when the UN resolution was put to the vote.", "GAB absent"},
    {"Slovakia stood alone in opposing the UN resolution.", "SVK no"},
    {"Canada ended up in the no column on the UN resolution.", "CAN no"},
    {"Canada found itself among the nine that voted against the UN resolution.", "CAN no"},
    {"Rwanda declined to support the UN resolution.", "RWA not_yes"},
    {"Rwanda withheld its support from the UN resolution.", "RWA not_yes"},
    {"Zambia, unlike Zimbabwe, voted for the UN resolution.", "ZMB yes"},
    {"The UN motion was carried by 24 votes to 11, Argentina voting in favour and Bolivia against.",
     "ARG yes, BOL no"},
    {"Turkey's vote in favour of the UN resolution annoyed Moscow.", "TUR yes"},
    {"A no vote by Turkey would not have changed the outcome at the UN.", ""},
    {"Of the African members of the Security Council, Gabon and Kenya voted yes while Ghana "
     "abstained.",
     "GAB yes, GHA abstain, KEN yes"},
    {"Myanmar's ambassador, Kyaw Moe Tun, who speaks for the ousted government, voted for the UN "
     "text.",
     "MMR yes"},
    {"Ecuador was absent when the General Assembly voted.", "ECU absent"},
    {"The UN resolution drew support from Chile, Peru and Uruguay.", "CHL yes, PER yes, URY yes"},
    {"The UN resolution was opposed by Cuba, Iran and North Korea.", "CUB no, IRN no, PRK no"},
    {"The UN resolution had the backing of Norway and Iceland.", "ISL yes, NOR yes"},
    {"Italy had been expected to back the UN resolution but abstained in the end.", "ITA abstain"},
    {"Jamaica and Barbados were in favour of the UN resolution, Belize was against.",
     "BLZ no, BRB yes, JAM yes"},
    {"Bulgaria said it had abstained on the UN resolution out of caution.", "BGR abstain"},
    {"Unlike its neighbours, Oman voted against the UN resolution.", "OMN no"},
    {"The Security Council failed to adopt the text: Algeria and Pakistan voted in favour, the "
     "United States against, and Guyana abstained.",
     "DZA yes, GUY abstain, PAK yes, USA no"},
    {"Germany explained why it had voted against the resolution in the General Assembly.",
     "DEU no"},
    {"Why did Kenya abstain at the United Nations?", "KEN abstain"},
    {"Colombia said on Monday it would not support the UN resolution.", "COL not_yes announced"},
    {"The Human Rights Council adopted the text with 25 in favour, 6 opposed (Bolivia, China, "
     "Cuba, Eritrea, Russia, Venezuela) and 16 abstentions.",
     "BOL no, CHN no, CUB no, ERI no, RUS no, VEN no"},
    {"Malaysia reaffirmed its position and once again voted for the UN resolution on Cuba.",
     "MYS yes"},
    {"Morocco let it be known that it would stay away from the vote at the UN.",
     "MAR absent announced"},
    {"Malawi's foreign minister, Nancy Tembo, said her country had voted against the UN resolution "
     "because it was one-sided.",
     "MWI no"},
    {"The United States was joined by Israel, Palau and Micronesia in voting against the UN "
     "resolution.",
     "FSM no, ISR no, PLW no, USA no"},
    {"Spain, France and Ireland voted yes in the General Assembly; Austria and Czechia no; Germany "
     "and Italy abstained.",
     "AUT no, CZE no, DEU abstain, ESP yes, FRA yes, IRL yes, ITA abstain"},
    {"The British draft won nine votes in the Security Council, but Moscow blocked it.", "RUS no"},
    {"The Security Council resolution was blocked by the United States.", "USA no"},
    {"Cyprus spoke in favour of the UN resolution and voted for it.", "CYP yes"},
};

const Reader& reader() {
  static const Language language;
  static const Reader reader(language);
  return reader;
}

std::string votes_of(const std::string& text) {
  std::set<std::string> votes;
  for (const ReportedVote& vote : reader().read("told", text, parse_date("2024-03-14")).votes) {
    std::string one = vote.state + " " + std::string(text_of(vote.choice));
    if (vote.status != VoteStatus::cast) one += " " + std::string(text_of(vote.status));
    votes.insert(one);
  }
  std::string out;
  for (const std::string& vote : votes) out += (out.empty() ? "" : ", ") + vote;
  return out;
}

TEST(VotesTold, InManyWords) {
  for (const auto& [text, votes] : told) EXPECT_EQ(votes_of(text), votes) << text;
}

TEST(VotesTold, OnTheDayOfTheVoteThatTheReportIsAbout) {
  const Reading got = reader().read(
      "told",
      "The General Assembly condemned the raid on Tuesday. Peru voted for the text.\n\n"
      "In May 2020, when a like text was put to the vote, Peru abstained and Chile was against.\n\n"
      "This time Chile voted yes.",
      parse_date("2024-03-14"));
  ASSERT_EQ(got.votes.size(), 4u);
  const std::optional<Date> tuesday = parse_date("2024-03-12");
  EXPECT_EQ(got.votes[0].date.from, tuesday);
  EXPECT_EQ(got.votes[1].date.from, parse_date("2020-05-01"));
  EXPECT_EQ(got.votes[2].date.from, parse_date("2020-05-01"));
  EXPECT_EQ(got.votes[3].state, "CHL");
  EXPECT_EQ(got.votes[3].date.from, tuesday);
}

TEST(VotesTold, WithAStateWhoseChoiceIsTold) {
  EXPECT_EQ(
      votes_of(
          "The UN resolution passed on Monday. Palau voted against it. Nauru sided with Palau."),
      "NRU no, PLW no");
  EXPECT_EQ(
      votes_of("The UN resolution passed on Monday. Palau voted yes. Nauru sided with Tonga."),
      "PLW yes");
}

TEST(VotesTold, OfThoseThatWereCounted) {
  EXPECT_EQ(
      votes_of("The General Assembly passed the text by 120 votes to nine. Togo was one of the "
               "nine, as were Fiji and Samoa."),
      "FJI no, TGO no, WSM no");
}

TEST(VotesTold, ThatAVoteIsAskedForByWhomItIsAsked) {
  EXPECT_EQ(votes_of("Peru urged Chile and Bolivia to vote for the UN resolution."),
            "BOL yes urged, CHL yes urged");
}

TEST(VotesTold, NotWhereTheyAreDenied) {
  EXPECT_EQ(votes_of("Chad did not stay away from the vote at the United Nations."), "");
  EXPECT_EQ(votes_of("Chad did not miss the vote at the United Nations."), "");
  EXPECT_EQ(votes_of("Chad might skip the vote at the United Nations."), "");
  EXPECT_EQ(votes_of("Peru urged Chad to stay away from the vote at the United Nations."),
            "TCD absent urged");
  EXPECT_EQ(votes_of("Chad was not in favour of the UN resolution."), "TCD not_yes");
  EXPECT_EQ(votes_of("Chad was not opposed to the UN resolution."), "TCD no denied");
  EXPECT_EQ(votes_of("Mali did not join Chad in voting yes on the UN resolution."),
            "MLI not_yes, TCD yes");
}

TEST(VotesTold, NotByAPossessorOrAHeading) {
  EXPECT_EQ(votes_of("The junta lost the UN vote and Mali's support."), "");
  EXPECT_EQ(votes_of("The UN vote is near.\n\nWhat to watch for: Chad, Mali."), "");
}

TEST(VotesTold, BesideAListInTheSameSentence) {
  EXPECT_EQ(votes_of("The UN text passed, with six opposed (Bolivia, China)."), "BOL no, CHN no");
}

TEST(VotesTold, NotByASentencesBeginningForAnothersDeed) {
  EXPECT_EQ(votes_of("Last May Germany abstained when the Assembly adopted a resolution on Gaza."),
            "DEU abstain");
}

TEST(VotesTold, WhereTheTextBreaksOff) {
  for (const char* text :
       {"The UN resolution passed. Against:",
        "185 countries backed the UN resolution, Chad among them",
        "The UN text passed by 120 votes to nine. Chad was one of the nine",
        "The UN text passed by 120 votes to nine. Among the nine:",
        "Chad voted no on the UN text, as did", "Chad abstained on the UN text and also",
        "Peru urged", "The UN vote. Chad's yes", "The no"})
    EXPECT_NO_THROW(votes_of(text)) << text;
  EXPECT_EQ(
      votes_of("The UN text passed by 120 votes to nine. Chad was one of the nine\n\nMali spoke."),
      "TCD no");
}

TEST(VotesTold, OfACampOnItsOwnDay) {
  const Reading got =
      reader().read("told",
                    "Palau voted no on the UN resolution on Monday. Nauru sided with Palau.\n\n"
                    "In May 2020 Peru abstained on another UN resolution.",
                    parse_date("2024-03-14"));
  const auto nauru = std::ranges::find(got.votes, "NRU", &ReportedVote::state);
  ASSERT_NE(nauru, got.votes.end());
  EXPECT_EQ(nauru->choice, ReportedChoice::no);
  EXPECT_EQ(nauru->date.from, parse_date("2024-03-11"));
}

// The day above the entries, and not that of what a sentence above them tells.
TEST(VotesTold, OfAReportByTheHourThatNamesItsDayAbove) {
  const auto day_of_vote = [](const std::string& above) {
    const Reading got = reader().read(
        "told",
        above +
            "\n\n09:45 The hall of the General Assembly fills.\n\n10:20 The UN resolution is "
            "carried. Chad voted no.\n\n11:05 The hall empties.",
        parse_date("2024-03-14"));
    return got.votes.size() == 1 ? got.votes[0].date.from : Date{};
  };
  EXPECT_EQ(day_of_vote("All times New York, Wednesday 13 March"), parse_date("2024-03-13"));
  EXPECT_EQ(day_of_vote("Chad arrested a spy on Wednesday."), parse_date("2024-03-14"));
}

// The eve of the vote tells its day; that of something else does not.
TEST(VotesTold, BehindAnEveOfTheVote) {
  const auto day_of_mali = [](const std::string& eve) {
    const Reading got = reader().read(
        "told",
        "LIMA, 20 August 2024 - The minister looked back on Tuesday on his year.\n\nOn 10 May the "
        "General Assembly backed the UN resolution. Chad abstained.\n\nHe rang up Mali on the eve "
        "of " +
            eve + ". Mali voted no all the same.",
        parse_date("2024-08-20"));
    const auto mali = std::ranges::find(got.votes, "MLI", &ReportedVote::state);
    return mali == got.votes.end() ? Date{} : mali->date.from;
  };
  EXPECT_EQ(day_of_mali("the vote"), parse_date("2024-05-10"));
  EXPECT_NE(day_of_mali("the summit of 3 March 2024"), parse_date("2024-03-03"));
}

// A year named in passing holds for its own paragraph alone.
TEST(VotesTold, SomeParagraphsBehindABareYear) {
  const auto day_of_chad = [](const std::string& between) {
    const Reading got = reader().read(
        "told",
        "LIMA, 14 June 2022 - Chad and Mali signed a treaty on Tuesday.\n\nIn 2018 they agreed on "
        "a task force." +
            between + "Chad voted on 2 March for the resolution of the General Assembly.",
        parse_date("2022-06-14"));
    return got.votes.size() == 1 ? got.votes[0].date.from : Date{};
  };
  EXPECT_EQ(day_of_chad("\n\n\"It is a clear sign,\" the minister added.\n\n"),
            parse_date("2022-03-02"));
  EXPECT_EQ(day_of_chad(" "), parse_date("2018-03-02"));
}

// What was voted on the week before is told in passing; "had just" is no earlier time.
TEST(VotesTold, OnTheDayOfTheLastWeek) {
  const auto day_of_chad = [](const std::string& tale) {
    const Reading got =
        reader().read("told", "LIMA, 20 August 2024\n\n" + tale, parse_date("2024-08-20"));
    const auto chad = std::ranges::find(got.votes, "TCD", &ReportedVote::state);
    return chad == got.votes.end() ? Date{} : chad->date.from;
  };
  EXPECT_EQ(
      day_of_chad("Two weeks after the vote of 6 August in the Security Council, which a veto "
                  "ended on 6 August, the matter was back.\n\nThe General Assembly condemned "
                  "the raid on Monday.\n\nChad voted no."),
      parse_date("2024-08-19"));
  EXPECT_EQ(day_of_chad("The General Assembly voted on Monday. Ten members, among them Chad, had "
                        "just authorised the use of force."),
            parse_date("2024-08-19"));
}

// The day of what the body did, of an earlier matter, and of the evening that a look back begins
// with.
TEST(VotesTold, OnTheDayThatTheirParagraphTells) {
  const auto day_of_chad = [](const std::string& tale) {
    const Reading got =
        reader().read("told", "LIMA, 20 August 2024\n\n" + tale, parse_date("2024-08-20"));
    const auto chad = std::ranges::find(got.votes, "TCD", &ReportedVote::state);
    return chad == got.votes.end() ? Date{} : chad->date.from;
  };
  EXPECT_EQ(day_of_chad("On 4 May 1994 the Security Council met on the war. Mali abstained.\n\n"
                        "The matter then went to the General Assembly. It called on both, on 9 May "
                        "1994, to cease fire. Only Chad opposed the text."),
            parse_date("1994-05-09"));
  EXPECT_EQ(day_of_chad("The plaque of the Organization of American States came down on Sunday.\n"
                        "\nOn 12 November last year the ministers ruled that the count was not "
                        "fair. Twenty were of that view. Only Chad voted against."),
            parse_date("2023-11-12"));
  EXPECT_EQ(day_of_chad("It was the evening of 9 May 1994. The Security Council had sent troops to "
                        "the islands, which Mali had overrun on 2 April. Chad and Peru were the "
                        "only ones to say no."),
            parse_date("1994-05-09"));
  EXPECT_EQ(day_of_chad("Britain lost a vote in the General Assembly on Monday.\n\nThe expulsion "
                        "of the islanders between 1968 and 1973 was a crime, the Assembly heard. "
                        "Chad opposed the resolution."),
            parse_date("2024-08-19"));
}

}  // namespace
}  // namespace volteface
