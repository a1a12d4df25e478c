// Ways of telling who voted how, and when.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "told_votes.h"

namespace volteface {
namespace {

// Behind "The UN General Assembly adopted a resolution on Gaza on Wednesday."
constexpr Told votes[] = {
    // Their like, which tell nothing, or less.
    {"Chad voted yes to save Mali from ruin.", "TCD yes"},
    {"Nine countries abstained on the text, which condemns attacks on several neighbours, "
     "including Ukraine.",
     ""},
    {"Chad and Mali are green with envy.", ""},
    {"Paris hopes for India's support for the resolution.", ""},
    {"Only five states, among them Belarus and Syria, opposed the resolution, and 35 abstained, "
     "including China and India.",
     "BLR no, CHN abstain, IND abstain, SYR no"},
    {"Ten members carried the resolution, among them Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Twelve members said yes, among them Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted in favor of the resolution, which was written by Mali, among them "
     "Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"There were seven abstentions, among them those of Kenya, Peru and Norway.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya, Peru and Norway were among those in favour.", "KEN yes, NOR yes, PER yes"},
    {"Kenya was among those who said no.", "KEN no"},
    {"Kenya was among the eleven that stayed away.", "KEN absent"},
    {"Forty states abstained, including Kenya and Peru.", "KEN abstain, PER abstain"},
    {"The text got 120 votes, including those of Kenya and Peru.", "KEN yes, PER yes"},
    {"It drew nine votes against, Kenya's and Peru's among them.", "KEN no, PER no"},
    {"All fifteen said yes, also Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"All the members have voted yes, even Kenya and Peru.", "KEN yes, PER yes"},
    {"Only six voted no: the Kenyans themselves, the Peruvians, Norway, Chad and, alas, the "
     "Maldives.",
     "KEN no, MDV no, NOR no, PER no, TCD no"},
    {"Only three countries opposed it: Kenya, Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Nine said no - Kenya, Peru, Norway and six islands.", "KEN no, NOR no, PER no"},
    {"Kenya also gave it its support.", "KEN yes"},
    {"Kenya, Peru and Norway also gave the text their support.", "KEN yes, NOR yes, PER yes"},
    {"Kenya gave its vote to the draft.", "KEN yes"},
    {"Kenya gave its blessing to the resolution.", "KEN yes"},
    {"Kenya withheld its support from the resolution.", "KEN not_yes"},
    {"Kenya lent its vote to the text.", "KEN yes"},
    {"Kenya stood with Peru, which said no.", "KEN no, PER no"},
    {"Peru said no. Kenya and Norway stood with Lima.", "KEN no, NOR no, PER no"},
    {"Peru voted against, and Kenya, Chad and Norway stood by it.",
     "KEN no, NOR no, PER no, TCD no"},
    {"Kenya is going to vote no, officials say.", "KEN no announced"},
    {"President William Ruto of Kenya said on Monday that his country would vote no \"whatever the "
     "circumstances\".",
     "KEN no announced"},
    {"Kenya said it would vote yes next week.", "KEN yes announced"},
    {"Kenya, too, will vote against, its minister announced.", "KEN no announced"},
    {"There were five in favour: Kenya, Peru, Norway, Chad and Mali.",
     "KEN yes, MLI yes, NOR yes, PER yes, TCD yes"},
    {"Fifteen countries, Kenya and Peru among them, abstained.", "KEN abstain, PER abstain"},
    {"Fifteen countries, among them Kenya and Peru, abstained.", "KEN abstain, PER abstain"},
    {"The five countries that voted against were Kenya, Peru, Norway, Chad and Mali.",
     "KEN no, MLI no, NOR no, PER no, TCD no"},
    {"The noes came from Kenya and Peru.", "KEN no, PER no"},
    {"The only vote against was cast by Kenya.", "KEN no"},
    {"Kenya cast the only vote against.", "KEN no"},
    {"The lone dissenter was Kenya.", "KEN no"},
    {"Five members voted no. The fifth was Kenya.", "KEN no"},
    {"Kenya's light was green, Peru's was red.", "KEN yes, PER no"},
    {"The board lights up. France, Germany and Spain are green, as ever, and so are Canada and "
     "Mexico.",
     "CAN yes, DEU yes, ESP yes, FRA yes, MEX yes"},
    {"The board. Red: the US, Israel and Hungary. Yellow: Poland and Togo.",
     "HUN no, ISR no, POL abstain, TGO abstain, USA no"},
    {"Kenya did not take part in the vote.", "KEN absent"},
    {"Kenya was not in the room when the vote was taken.", "KEN absent"},
    {"Kenya refused to take part in the vote.", "KEN absent"},
    {"Kenya stayed away from the ballot.", "KEN absent"},
    {"Kenya's seat was empty during the vote.", "KEN absent"},
    {"Kenya's ambassador raised his hand against the text.", "KEN no"},
    {"The Kenyan delegate pressed the button for no.", "KEN no"},
    {"The two abstained.", ""},
    {"\"We could not vote for a text that is silent on this,\" Kenya's ambassador, Martin Kimani, "
     "told the hall.",
     "KEN not_yes"},
    {"Kenya's ambassador explained why Nairobi had abstained.", "KEN abstain"},
    {"Nairobi abstained.", "KEN abstain"},
    {"The Kenyan government defended its decision to vote for the text.", "KEN yes"},
    {"Kenya defended its yes.", "KEN yes"},
    {"Kenya was criticised for its abstention.", "KEN abstain"},
    {"What made Kenya abstain?", "KEN abstain"},
    {"Why did Kenya vote no?", "KEN no"},
    {"Kenya, once a supporter of the text, abstained this time.", "KEN abstain"},
    {"Kenya switched from yes to abstention.", "KEN abstain"},
    {"Kenya moved from abstention to a no.", "KEN no"},
    {"The European Union split: Hungary and Austria abstained, the others were in favour.",
     "AUT abstain, HUN abstain"},
    {"Unlike Peru, which abstained, Kenya endorsed the text.", "KEN yes, PER abstain"},
    {"Kenya joined the consensus.", "KEN yes"},
    {"The draft had the backing of Kenya and Peru.", "KEN yes, PER yes"},
    {"Kenya and Peru were against, Norway for.", "KEN no, NOR yes, PER no"},
    {"Eleven members voted in favor of the resolution, among them Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted in favor of the resolution, which was written by the French, among them "
     "Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted for the resolution, which was written by Mali, among them Kenya, Peru "
     "and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Kenya joined the consensus on the resolution.", "KEN yes"},
    {"There were seven abstentions, among them those of Mexico, Honduras, Bolivia, Belize and St. "
     "Lucia.",
     "BLZ abstain, BOL abstain, HND abstain, LCA abstain, MEX abstain"},
    {"All fifteen said yes, also Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"All 15 members backed it, even Kenya and Peru.", "KEN yes, PER yes"},
    {"In October of the same year Kenya abstained again.", "KEN abstain"},
    {"Kenya did not vote.", "KEN absent"},
    {"Of the ten who abstained, eight were African, Kenya and Mali among them.",
     "KEN abstain, MLI abstain"},
    {"Kenya chose to abstain rather than oppose the text.", "KEN abstain"},
    {"Kenya preferred to abstain.", "KEN abstain"},
    {"Kenya decided against voting for the text and abstained.", "KEN abstain"},
    {"Kenya co-sponsored the text and voted for it.", "KEN yes"},
    {"The resolution, sponsored by Kenya and Peru, was adopted by 120 votes to 9.", ""},
    {"The text was backed by 120 states, among them Kenya and Peru.", "KEN yes, PER yes"},
    {"The text was opposed by nine countries, including Kenya and Peru.", "KEN no, PER no"},
    {"Only Kenya and Peru voted against.", "KEN no, PER no"},
    {"Nobody voted against except Kenya and Peru.", "KEN no, PER no"},
    {"All members except Kenya voted for the text.", ""},
    {"Kenya broke ranks and voted against.", "KEN no"},
    {"Kenya parted company with its neighbours and abstained.", "KEN abstain"},
    {"As in past years, Kenya was the only country to vote against.", "KEN no"},
    {"Kenya was the only African country to abstain.", "KEN abstain"},
    {"Kenya was the only one of the 54 African members that voted no.", "KEN no"},
    {"Kenya found itself among the nine noes.", "KEN no"},
    {"Kenya was one of nine states that rejected the text.", "KEN no"},
    {"Kenya, one of the nine that voted no, said it was unfair.", "KEN no"},
    {"Along with Peru, Kenya voted no.", "KEN no, PER no"},
    {"Kenya and Peru voted no, as they had in 2017.", "KEN no, PER no"},
    {"Kenya voted no, Peru abstained and Norway was in favour.", "KEN no, NOR yes, PER abstain"},
    {"Neither Kenya nor Peru supported the text.", "KEN not_yes, PER not_yes"},
    {"Kenya did not support the text.", "KEN not_yes"},
    {"Kenya did not vote in favour.", "KEN not_yes"},
    {"Kenya refused to support the text.", "KEN not_yes"},
    {"Kenya declined to vote for the text.", "KEN not_yes"},
    {"Having abstained in 2017, Kenya now voted yes.", "KEN abstain, KEN yes"},
    {"Kenya's vote in favour surprised many.", "KEN yes"},
    {"By voting no, Kenya angered its partners.", "KEN no"},
    {"Kenya followed Peru in voting no.", "KEN no, PER no"},
    {"Kenya's support for the resolution angered Mali.", "KEN yes"},
    {"Kenya, whose president had called for peace, was also in favour.", "KEN yes"},
    {"\"Kenya voted for this resolution because it believes in peace,\" said Martin Kimani, its "
     "ambassador.",
     "KEN yes"},
    {"\"We are voting no,\" the Kenyan ambassador, Martin Kimani, said.", "KEN no"},
    {"\"My country abstained,\" the Kenyan ambassador, Martin Kimani, said.", "KEN abstain"},
    {"\"We abstained because the text was weak,\" Martin Kimani, Kenya's ambassador, said.",
     "KEN abstain"},
    {"Martin Kimani, Kenya's ambassador, said his country had abstained because the text was weak.",
     "KEN abstain"},
    {"Martin Kimani, Kenya's ambassador, cast his country's vote against the text.", "KEN no"},
    {"Kenya's foreign minister, Monica Juma, said Nairobi could not support the text.",
     "KEN not_yes"},
};

// Reports whose votes were cast on several days, each with the days that the text allows.
constexpr Told days[] = {
    {"GENEVA, 12 July 2019 (Agency) - The UN Human Rights Council on Thursday adopted a resolution "
     "on the Philippines by 18 votes to 14.\n\n\n\nHungary, China and Saudi Arabia voted against. "
     "Mexico was in favour.\n\n\n\nIn 2017, when the Council first looked at the matter, Mexico "
     "had abstained. Brazil abstained this time.",
     "BRA abstain 2019-07-11..2019-07-11, CHN no 2019-07-11..2019-07-11, HUN no "
     "2019-07-11..2019-07-11, MEX abstain 2017-01-01..2017-12-31, MEX yes 2019-07-11..2019-07-11, "
     "SAU no 2019-07-11..2019-07-11"},
    {"3 December 2012\n\n\n\nA week ago the General Assembly made Palestine an observer state. The "
     "Czech Republic voted no, the only state in Europe to do so.\n\n\n\n\"We could not do "
     "otherwise,\" its minister said on Friday.",
     "CZE no 2012-11-26..2012-11-26"},
    {"Tallinn, 3 December 2012. When the General Assembly voted on Palestine on 29 November, "
     "Estonia abstained.\n\n\n\nThe foreign minister, Urmas Paet, explained it on Friday. Latvia "
     "and Lithuania abstained, too.",
     "EST abstain 2012-11-29..2012-11-29, LTU abstain 2012-11-29..2012-11-29, LVA abstain "
     "2012-11-29..2012-11-29"},
    {"12 May 2005\n\n\n\nA look back at a day in 1975\n\n\n\nOn 10 November 1975 the General "
     "Assembly passed a resolution on Zionism. Brazil voted for it, to the dismay of "
     "Washington.\n\n\n\nColombia abstained. Sixteen years later, on 16 December 1991, the "
     "Assembly revoked it, and Brazil voted for that as well.",
     "BRA yes 1975-11-10..1975-11-10, BRA yes 1991-12-16..1991-12-16, COL abstain "
     "1975-11-10..1975-11-10"},
    {"NEW YORK, 5 March 2003. The Security Council is to vote on Iraq next week. Cameroon has not "
     "made up its mind. Spain will vote yes.",
     "ESP yes announced 2003-03-10..2003-03-16"},
    {"Published 4 April 2011\n\n\n\nOn 17 March the Security Council voted on Libya. India "
     "abstained. So did Brazil.\n\n\n\nSince then the bombs have fallen. On Saturday the Indian "
     "minister said that Delhi had abstained because it wanted talks.",
     "BRA abstain 2011-03-17..2011-03-17, IND abstain 2011-03-17..2011-03-17"},
    {"18 June 2024\n\n\n\nLast week the General Assembly elected Somalia to the Security Council. "
     "In December it had voted on Gaza; Austria voted no. In May Austria abstained when the "
     "Assembly voted on Palestine.",
     "AUT abstain 2024-05-01..2024-05-31, AUT no 2023-12-01..2023-12-31"},
    {"KATHMANDU, 4 March 2022 - Nepal, parting company with India, voted for the UN resolution on "
     "Ukraine on Wednesday. It had abstained on Crimea in 2014. \"We are against war,\" Narayan "
     "Khadka, the foreign minister, said on Thursday.",
     "NPL abstain 2014-01-01..2014-12-31, NPL yes 2022-03-02..2022-03-02"},
    {"14:00 The General Assembly meets on Palestine.\n\n\n\n14:20 Vanuatu says no.\n\n\n\n15:05 It "
     "is over. 143 in favour, nine against. Hungary was one of the nine.\n\n\n\n15:10 In December "
     "Hungary had abstained.\n\n\n\n(10 May 2024)",
     "HUN abstain 2023-12-01..2023-12-31, HUN no 2024-05-10..2024-05-10, VUT no "
     "2024-05-10..2024-05-10"},
    {"Dakar, 9 April 2022\n\n\n\nTwo days ago the General Assembly suspended Russia from the Human "
     "Rights Council. Senegal abstained. President Macky Sall had telephoned Vladimir Putin on 9 "
     "March. A week earlier, on 2 March, Senegal had abstained, too.",
     "SEN abstain 2022-03-02..2022-03-02, SEN abstain 2022-04-07..2022-04-07"},
    {"3 May 2012. Peru's minister came home on Wednesday. The day before, the General Assembly had "
     "voted on his text. Chile voted no.",
     "CHL no 2012-05-01..2012-05-01"},
    {"Lima, 3 May 2012. On this day twenty years ago the General Assembly voted on the islands. "
     "Peru abstained.",
     "PER abstain 1992-05-03..1992-05-03"},
    {"Lima, 18 June 2024 - Peru voted yes in the General Assembly on Monday; in May it had "
     "abstained. Chad, having abstained in March, voted no this time, and Mali voted no too.",
     "MLI no 2024-06-17..2024-06-17, PER abstain 2024-05-01..2024-05-31, PER yes "
     "2024-06-17..2024-06-17, TCD abstain 2024-03-01..2024-03-31, TCD no 2024-06-17..2024-06-17"},
    {"Lima, 13 May 2024. On Friday the General Assembly voted on Palestine. On Sunday Chile, "
     "which had abstained, recalled its envoy from Peru.",
     "CHL abstain 2024-05-10..2024-05-10"},
    {"Lima, 18 June 2024. The General Assembly voted on Monday. Peru, which in May sat on the "
     "fence, voted no. Chile voted no, too.",
     "CHL no 2024-06-17..2024-06-17, PER abstain 2024-05-01..2024-05-31, PER no "
     "2024-06-17..2024-06-17"},
    {"25 October 2022\n\n\n\nQ: Why did Uganda abstain on 12 October?\n\n\n\nA: Because we are "
     "friends of both. We abstained in March, too, when the General Assembly first voted on the "
     "war, said Adonia Ayebare, Uganda's ambassador.",
     "UGA abstain 2022-03-01..2022-03-31, UGA abstain 2022-10-12..2022-10-12"},
};

// Days that a word refers to, that stand apart from their verb, or that are those of what is
// repeated.
constexpr Told days_referred_to[] = {
    {"Published 6 July 2013\n\n\n\nNever before had the General Assembly put the lake to the vote. "
     "On Thursday it did. Peru abstained.\n\n\n\n\"Today the Assembly has gone mad,\" said Pedro "
     "Ruiz in Lima.",
     "PER abstain 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013\n\n\n\nOn Thursday Peru changed sides. When the General Assembly adopted "
     "the "
     "text on the lake, Peru voted no.\n\n\n\nIts minister defended the vote on Friday.",
     "PER no 2013-07-04..2013-07-04"},
    // By whole words: a president who said nothing tells of no vote.
    {"Lima, 6 July 2013\n\n\n\nThe General Assembly is far away. The lake was closed on Monday, "
     "and "
     "the president said nothing.\n\n\n\nFew were there. Nobody came. The envoys had met on "
     "Thursday to vote on the lake.\n\n\n\nTwenty were for it. Peru abstained.",
     "PER abstain 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013. In 2010 Peru had still voted for the text in the General Assembly, and so "
     "had Chile. On Thursday Peru and Chile abstained.",
     "CHL abstain 2013-07-04..2013-07-04, CHL yes 2010-01-01..2010-12-31, PER abstain "
     "2013-07-04..2013-07-04, PER yes 2010-01-01..2010-12-31"},
    {"Lima, 6 July 2013. The General Assembly voted on the lake on Thursday. Peru "
     "abstained.\n\n\n\n"
     "On 8 March the lake was closed. On the same evening Chad vetoed a draft in the Security "
     "Council. Togo and Mali abstained.",
     "MLI abstain 2013-03-08..2013-03-08, PER abstain 2013-07-04..2013-07-04, TCD no "
     "2013-03-08..2013-03-08, TGO abstain 2013-03-08..2013-03-08"},
    {"Lima, 6 July 2013. The General Assembly voted on the lake on Thursday. Peru abstained. In "
     "May "
     "2009 it had condemned the dam. Chile and Togo were for it then, Mali against it. Then Chad "
     "voted yes this time.",
     "CHL yes 2009-05-01..2009-05-31, MLI no 2009-05-01..2009-05-31, PER abstain "
     "2013-07-04..2013-07-04, TCD yes 2013-07-04..2013-07-04, TGO yes 2009-05-01..2009-05-31"},
    {"Lima, 6 July 2013. In May 2009, weeks after its king had gone to Peru as the first since "
     "1928, "
     "Tonga abstained when the General Assembly voted on the lake.",
     "TON abstain 2009-05-01..2009-05-31"},
    {"Lima, 6 July 2013. On Thursday the General Assembly voted on the lake again. In 2010 Peru "
     "had "
     "still voted for it, and so had Chile, which this time abstained. Togo was, as always, in the "
     "camp of the yes.",
     "CHL abstain 2013-07-04..2013-07-04, CHL yes 2010-01-01..2010-12-31, PER yes "
     "2010-01-01..2010-12-31, TGO yes 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013. The General Assembly voted on the lake on Thursday. Peru had asked for "
     "Chad's yes before the vote in May. Two years ago, under a new king, Tonga had threatened to "
     "veto a like text.",
     "TCD yes urged 2013-05-01..2013-05-31, TON no announced 2010-12-18..2012-01-22"},
    {"Lima, 6 July 2013\n\n\n\nWhy did Peru vote as it did? On 3 April Peru sat out the vote on "
     "the "
     "lake in the General Assembly. Chile voted no.\n\n\n\nIts minister defended the vote. Togo "
     "abstained on "
     "that day, and Mali did not vote.",
     "CHL no 2013-04-03..2013-04-03, MLI absent 2013-04-03..2013-04-03, PER not_yes "
     "2013-04-03..2013-04-03, TGO abstain 2013-04-03..2013-04-03"},
    {"Lima, 6 July 2013. On Thursday the General Assembly voted on the lake. Chile and Peru, whose "
     "terms end next week, also raised their hands. Mali abstained, having voted no a year ago. "
     "Togo "
     "did not vote.",
     "CHL yes 2013-07-04..2013-07-04, MLI abstain 2013-07-04..2013-07-04, MLI no "
     "2011-12-19..2013-01-22, PER yes 2013-07-04..2013-07-04, TGO absent 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013 - Chile will vote for the text in the General Assembly next week. Peru has "
     "urged Togo to abstain. It had asked Mali to abstain in May.",
     "CHL yes announced 2013-07-08..2013-07-14, MLI abstain urged 2013-05-01..2013-05-31, TGO "
     "abstain urged 2013-07-08..2013-07-14"},
    {"Lima, 6 July 2013. In 2012 Peru abstained in the General Assembly; in March, on the dam, it "
     "voted no; in May, on the lake, it voted yes.",
     "PER abstain 2012-01-01..2012-12-31, PER no 2013-03-01..2013-03-31, PER yes "
     "2013-05-01..2013-05-31"},
    {"Lima, 6 July 2013. The General Assembly voted on Thursday. Peru, which had voted yes in May, "
     "this time cast a no vote. Chile abstained, as it has all this year. Mali voted yes.",
     "CHL abstain 2013-07-04..2013-07-04, MLI yes 2013-07-04..2013-07-04, PER no "
     "2013-07-04..2013-07-04, PER yes 2013-05-01..2013-05-31"},
    {"\"We are few\"\n\n\n\nLima, 6 July 2013. Peru's minister, Ana Ruiz, pours the "
     "coffee.\n\n\n\nOn "
     "Thursday the General Assembly voted. You abstained. Why?\n\n\n\n\"We are few,\" says Ruiz, "
     "\"and they are many.\"\n\n\n\nDid your country ask Chile?\n\n\n\n\"No,\" says Ruiz.",
     "PER abstain 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013. The General Assembly voted on Thursday. Peru, which earlier was against, "
     "abstained.",
     "PER abstain 2013-07-04..2013-07-04, PER no 2012-07-03..2013-07-03"},
    {"Lima, 6 July 2013 - Peru's minister told a paper on Friday, a day after the vote in the "
     "General Assembly, that he was content. Chile voted yes.",
     "CHL yes 2013-07-04..2013-07-04"},
    {"Lima, 6 July 2013 - \"We do not vote for dreams,\" Peru's minister said on Friday. The "
     "General "
     "Assembly voted on Thursday. Chile voted yes.",
     "CHL yes 2013-07-04..2013-07-04"},
    {"6 July 2013\n\n\n\n11:20 The General Assembly votes.\n\n\n\n11:31 Adopted.\n\n\n\n11:40 "
     "Chile and "
     "Peru, both of which sat on the fence in May, are with the majority today. So is "
     "Togo.\n\n\n\n11:50 Chad and Mali explain their yes votes.",
     "CHL abstain 2013-05-01..2013-05-31, CHL yes 2013-07-06..2013-07-06, MLI yes "
     "2013-07-06..2013-07-06, PER abstain 2013-05-01..2013-05-31, PER yes 2013-07-06..2013-07-06, "
     "TCD yes 2013-07-06..2013-07-06, TGO yes 2013-07-06..2013-07-06"},
    {"Lima, 6 July 2013. It was out of fear, she admits, that Tonga voted yes on 3 May, when the "
     "General Assembly asked Peru to open the lake.",
     "TON yes 2013-05-03..2013-05-03"},
};

void check_days(const Told& told) {
  std::multiset<std::string> got;
  for (const ReportedVote& vote : read_told(told.text, {}).votes) {
    got.insert(text_of_vote(vote) + ' ' + format_date(vote.date.from) + ".." +
               format_date(vote.date.to));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

TEST(WaysOfTelling, Votes) {
  for (const Told& told : votes) check_votes(told);
}

TEST(WaysOfTelling, NamesOfBodiesAreWholeWords) {
  const Reading got = read_told("The Security Council met. Peru and Ivory Coast voted yes.",
                                parse_date("2019-03-14"));
  ASSERT_EQ(got.votes.size(), 2u);
  EXPECT_EQ(got.votes[0].body, "UNSC");
}

// Acts look votes up in the order of the text, whenever they were told.
TEST(WaysOfTelling, VotesAreInTheOrderOfTheText) {
  const Reading got =
      read_told("The Assembly passed the Peruvian text. Chad sided with Peru. Mali voted no.",
                parse_date("2019-03-14"));
  ASSERT_EQ(got.votes.size(), 3u);
  EXPECT_EQ(got.votes.back().state, "MLI");
}

TEST(WaysOfTelling, BodiesOfVotes) {
  const Reading got = read_told(
      "14:00 The General Assembly meets on Gaza.\n\n14:10 On Monday the same text was put to the "
      "Security Council, and Washington vetoed it.\n\n14:30 Adopted. Chad votes yes.\n\n"
      "14:40 Peru abstains.",
      parse_date("2019-03-14"));
  ASSERT_EQ(got.votes.size(), 3u);
  EXPECT_EQ(got.votes[0].body, "UNSC");
  EXPECT_EQ(got.votes[1].body, "UNGA");
  EXPECT_EQ(got.votes[2].body, "UNGA");
}

TEST(WaysOfTelling, DaysOfVotes) {
  for (const Told& told : days) check_days(told);
  for (const Told& told : days_referred_to) check_days(told);
}

}  // namespace
}  // namespace volteface
