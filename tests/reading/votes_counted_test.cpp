// Votes of states that are counted or listed, votes in other words, and what sounds like a vote and
// is none.
#include <gtest/gtest.h>

#include "told_votes.h"

namespace volteface {
namespace {

// With the number of those who voted so.
constexpr Told counted[] = {
    {"Peru was outvoted by 116 to six. Only Kenya, Mali, Togo, Chad and Niger took Peru's side.",
     "KEN no, MLI no, NER no, PER no, TCD no, TGO no"},
    {"Among those who carried it were Kenya and Peru.", "KEN yes, PER yes"},
    {"The text of Kenya and Peru came up. Three members were for it: the two sponsors and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"From Kenya, Peru and Norway came votes in favour.", "KEN yes, NOR yes, PER yes"},
    {"In the yes camp Kenya and Peru.", "KEN yes, PER yes"},
    {"The no column shows Kenya, Peru and Mali.", "KEN no, MLI no, PER no"},
    {"In favour: 104, among them Kenya, Peru and Mali. Against: twelve, Norway among them.",
     "KEN yes, MLI yes, NOR no, PER yes"},
    {"Thirteen for, among them Kenya and Peru.", "KEN yes, PER yes"},
    {"The motion was carried with 77 votes, Kenya and Peru among them.", "KEN yes, PER yes"},
    {"It passed by 116 votes to a mere six, and with the losers, Kenya among them, went Peru.", ""},
    {"Three members were for it: Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"By 90 votes to ten it was carried. Two of the ten lie in Africa: Kenya and Togo.",
     "KEN no, TGO no"},
    {"The six noes came from Peru, Chile and four others, Togo and Mali among them.",
     "CHL no, MLI no, PER no, TGO no"},
    {"Twelve members, among them Kenya and Peru, had authorised the use of force.",
     "KEN yes, PER yes"},
    {"Kenya and Peru joined the 108 who said yes.", "KEN yes, PER yes"},
    {"Kenya and Peru were among the twenty-eight in favour.", "KEN yes, PER yes"},
    {"Kenya voted no out of worry for its fishing grounds.", "KEN no"},
    {"Kenya voted no, and with it voted Peru and Mali.", "KEN no, MLI no, PER no"},
    {"Two against, Kenya and Peru; Norway abstained.", "KEN no, NOR abstain, PER no"},
    {"There were 187 in favour and two against, Kenya and Peru; Norway abstained.",
     "KEN no, NOR abstain, PER no"},
    {"The text passed by 187 votes to two, those of Kenya and Peru.", "KEN no, PER no"},
    {"The text passed with two votes against, Kenya's and Peru's.", "KEN no, PER no"},
    {"It was adopted 120-2, with only Kenya and Peru against.", "KEN no, PER no"},
    {"It was adopted with Kenya and Peru voting against and Norway abstaining.",
     "KEN no, NOR abstain, PER no"},
    {"It was adopted over the objections of Kenya and Peru, which voted no.", "KEN no, PER no"},
    {"ADOPTED: 128 for, 2 against, 35 abstentions. The two: Kenya and Peru.", "KEN no, PER no"},
    {"Adopted by 128 to 2. The two are Kenya and Peru.", "KEN no, PER no"},
    {"Adopted, 119 to 1, with 36 abstentions. The one is Kenya.", "KEN no"},
    {"The text passed with 119 in favour and one against. The one was Kenya.", "KEN no"},
    {"The text passed by 119 votes to 3. The three: Kenya, Peru and Norway. Togo abstained.",
     "KEN no, NOR no, PER no, TGO abstain"},
    {"Only three said no: Kenya, Peru and four islands in the Pacific.", "KEN no, PER no"},
    {"Half of Africa was in favour, including Kenya, Chad and Mali; Togo and Benin were not.",
     "BEN not_yes, KEN yes, MLI yes, TCD yes, TGO not_yes"},
    {"Most of Europe was against, including Norway and Spain.", "ESP no, NOR no"},
    {"Much of Latin America abstained, Peru and Chile included.", "CHL abstain, PER abstain"},
    {"Kenya was one of nine to reject it, along with Peru, Norway and Chad; conviction drove it "
     "there.",
     "KEN no, NOR no, PER no, TCD no"},
    {"Kenya was one of only nine countries to vote against, together with Peru.", "KEN no, PER no"},
    {"No one but Kenya opposed the text.", "KEN no"},
    {"Nine countries abstained; eight more, including Kenya and Peru, stayed away.",
     "KEN absent, PER absent"},
    {"Two voted against, Kenya and Peru abstained.", "KEN abstain, PER abstain"},
    {"Forty members abstained, among them Chad and Mali as well as three of Norway's friends: "
     "Kenya, Peru and Togo.",
     "KEN abstain, MLI abstain, PER abstain, TCD abstain, TGO abstain"},
    {"Red next to Chad: Mali, Togo and Peru.", "MLI no, PER no, TCD no, TGO no"},
    {"Eight members - Chad, Mali, Togo and Peru among them - voted no.",
     "MLI no, PER no, TCD no, TGO no"},
    {"Nine members - Chad, Mali and Togo - voted no.", "MLI no, TCD no, TGO no"},
    {"Twenty states, led by Kenya and Peru, opposed it.", "KEN no, PER no"},
    {"Kenya's seat, still held by a man of the old order, said yes.", "KEN yes"},
    {"Kenya? Abstained.", "KEN abstain"},
    {"Ten members said no. Two of them are in the Pacific: Palau and Nauru.", "NRU no, PLW no"},
    {"Ten members said no. Palau and Nauru were among the ten.", "NRU no, PLW no"},
    {"Kenya killed the text with its veto.", "KEN no"},
    {"Seventeen members were in favour and 19 opposed, including Kenya and Peru.",
     "KEN no, PER no"},
    {"Kenya and 127 others voted for the text.", "KEN yes"},
    {"Norway abstained; Kenya and Peru did not, and voted yes.", "KEN yes, NOR abstain, PER yes"},
    {"Two abstentions: Kenya. And Peru, and Norway.", "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya could not vote for it.", "KEN not_yes"},
    {"Thirty abstained: the Europeans, the Kenyans and Peru, but also Norway.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya and Peru are old friends. Both abstained.", "KEN abstain, PER abstain"},
    {"Kenya and Peru are old friends. The two voted no.", "KEN no, PER no"},
    {"Kenya, Peru and Norway wrote to the chair. All three abstained.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"The two neighbours, Kenya and Uganda, voted no.", "KEN no, UGA no"},
    {"The Assembly has demanded a ceasefire: the fifteen, Kenya and Peru included, have voted in "
     "favour.",
     "KEN yes, PER yes"},
};

// In other words, and in lists.
constexpr Told in_words[] = {
    {"Kenya and Peru were the only ones to say no.", "KEN no, PER no"},
    {"Kenya was the sole country to oppose it.", "KEN no"},
    {"Kenya alone said no.", "KEN no"},
    {"Green: Kenya, Peru. Red: Norway. Dark: Chad.", "KEN yes, NOR no, PER yes, TCD absent"},
    {"The lamp of Kenya stayed dark.", "KEN absent"},
    {"Kenya's name lit up in red.", "KEN no"},
    {"Kenya lit up green, Peru red.", "KEN yes, PER no"},
    {"Kenya showed yellow.", "KEN abstain"},
    {"Kenya promised to vote for the text.", "KEN yes announced"},
    {"Kenya announced its veto.", "KEN no announced"},
    {"Kenya intends to oppose the text.", "KEN no announced"},
    {"Kenya is to abstain on Friday.", "KEN abstain announced"},
    {"Kenya has said that it will not vote for the text.", "KEN not_yes announced"},
    {"Kenya is going to abstain, its mission confirms, because the text does nothing for peace.",
     "KEN abstain announced"},
    {"Next autumn, its aides say, Kenya will vote no.", "KEN no announced"},
    {"Peru called on Kenya and Norway to vote against.", "KEN no urged, NOR no urged"},
    {"Peru appealed to Kenya to reject the text.", "KEN no urged"},
    {"Kenya's envoy pressed the green button.", "KEN yes"},
    {"Kenya's ambassador, Martin Kimani, pressed the red button.", "KEN no"},
    {"For Kenya, Martin Kimani voted no.", "KEN no"},
    {"Martin Kimani of Kenya said no.", "KEN no"},
    {"The Kenyans and the Peruvians abstained.", "KEN abstain, PER abstain"},
    {"The Americans and the Russians abstained.", "RUS abstain, USA abstain"},
    {"Abstaining were Kenya, Peru and Norway.", "KEN abstain, NOR abstain, PER abstain"},
    {"Voting against: Kenya, Peru.", "KEN no, PER no"},
    {"Against it voted Kenya and Peru.", "KEN no, PER no"},
    {"Opposed were Kenya and Peru.", "KEN no, PER no"},
    {"In favour were Kenya and Peru, opposed was Norway.", "KEN yes, NOR no, PER yes"},
    {"On the side of the noes stood Kenya and Peru.", "KEN no, PER no"},
    {"Among the abstainers one found Kenya and Peru.", "KEN abstain, PER abstain"},
    {"Among the noes: Kenya.", "KEN no"},
    {"Abstentions: Kenya, Peru, Norway.", "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya (yes), Peru (no) and Norway (abstained) explained themselves.",
     "KEN yes, NOR abstain, PER no"},
    {"Kenya: no. Peru: yes. Norway: abstained.", "KEN no, NOR abstain, PER yes"},
    {"Kenya — no. Peru — abstention.", "KEN no, PER abstain"},
    {"The yes votes came from Kenya and Peru.", "KEN yes, PER yes"},
    {"Kenya itself was among the yes votes.", "KEN yes"},
    {"Kenya was among the abstentions.", "KEN abstain"},
    {"Kenya counted among the noes.", "KEN no"},
    {"Kenya figured among the 36 that abstained.", "KEN abstain"},
    {"Kenya gave the text the thumbs down.", "KEN no"},
    {"Kenya turned its thumb down.", "KEN no"},
    {"Kenya said no to the text.", "KEN no"},
    {"Kenya's answer was no.", "KEN no"},
    {"Kenya's was the only no.", "KEN no"},
    {"The no of Kenya came as no surprise.", "KEN no"},
    {"Diplomats put Kenya's no down to its wish to stay close to Washington.", "KEN no"},
    {"Kenya's refusal to back the text angered Peru.", "KEN not_yes"},
    {"In the end Nairobi abstained, as did Lima and Oslo.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"The Foreign Ministry in Nairobi said it had voted against the text.", "KEN no"},
    {"Nairobi's vote was no.", "KEN no"},
    {"Kenya withheld its vote.", "KEN not_yes"},
    {"The resolution was passed with the votes of Kenya and Peru.", "KEN yes, PER yes"},
    {"The resolution was passed against the votes of Kenya and Peru.", "KEN no, PER no"},
    {"The text was carried against Kenya's vote.", "KEN no"},
    {"It was Kenya that voted against.", "KEN no"},
    {"It was Kenya and Peru who broke the silence and said no.", "KEN no, PER no"},
    {"What Kenya did was abstain.", "KEN abstain"},
    {"Kenya did what it always does: it abstained.", "KEN abstain"},
    {"Kenya voted with the Americans, that is, against.", "KEN no"},
    {"Kenya supported it, Peru opposed it and Norway abstained from voting.",
     "KEN yes, NOR abstain, PER no"},
    {"Kenya stood with the majority in favour.", "KEN yes"},
    {"Only Kenya had abstained.", "KEN abstain"},
    {"Macedonia abstained.", "MKD abstain"},
    {"Both Kenya and Peru came down against the text.", "KEN no, PER no"},
    {"Kenya came down on the side of the text.", "KEN yes"},
    {"Kenya closed ranks with Peru and voted no.", "KEN no"},
    {"Kenya nodded the text through.", "KEN yes"},
    {"Kenya waved it through.", "KEN yes"},
    {"Kenya dug in its heels and voted no.", "KEN no"},
    {"Kenya voted against, Peru, however, for.", "KEN no, PER yes"},
    {"Peru was for it, Kenya against it.", "KEN no, PER yes"},
    {"Peru was for, Kenya against, Norway undecided.", "KEN no, PER yes"},
    {"Chad, too, was in favour.", "TCD yes"},
    {"The text met with the opposition of Kenya and Peru.", "KEN no, PER no"},
    {"Opposition came from Kenya and Peru.", "KEN no, PER no"},
    {"Kenya settled for an abstention.", "KEN abstain"},
    {"Kenya contented itself with abstaining.", "KEN abstain"},
    {"Kenya limited itself to an abstention.", "KEN abstain"},
    {"Kenya hid behind an abstention.", "KEN abstain"},
    {"Kenya took refuge in abstention.", "KEN abstain"},
    {"Kenya ended up abstaining.", "KEN abstain"},
    {"Kenya finally decided to abstain.", "KEN abstain"},
    {"Kenya held back its vote.", "KEN not_yes"},
    {"Kenya voted for a text that Peru and Norway had written.", "KEN yes"},
    {"Washington asked Kenya to change its abstention into a no.", "KEN no urged"},
};

// Which tell of nobody how he voted.
constexpr Told nothing[] = {
    {"All of South America except Peru voted yes.", ""},
    {"He threatened to cut off aid to all who vote yes, Kenya included.", ""},
    {"Washington will remember whoever votes against it.", ""},
    {"Kenya warned all countries that abstain on the text.", ""},
    {"Kenya respects the states that voted against it.", ""},
    {"Kenya would have abstained had the text been milder.", ""},
    {"Kenya might still abstain.", ""},
    {"If Kenya votes no, Peru will be angry.", ""},
    {"Kenya threatened to vote no unless the text changed.", ""},
    {"Kenya's parliament voted against the budget on Monday.", ""},
    {"Kenyans voted for a new president on Sunday.", ""},
    {"In Nairobi the deputies voted yes to the treaty.", ""},
    {"Kenya opposed the naming of a new envoy.", ""},
    {"The Kenyan president welcomed the vote.", ""},
    {"The text was adopted by consensus.", ""},
    {"The resolution was passed against the will of Kenya.", ""},
    {"Korea's southern half voted yes, the North no.", ""},
    {"The rest of the group, Kenya, Peru and Norway, followed.", ""},
    {"Kenya wishes to side with Peru in every ballot.", ""},
    {"Kenya abstained from comment.", ""},
    {"The nine met Kenya and Peru afterwards.", ""},
    {"By 120 votes to nine the text passed. The nine met Kenya afterwards.", ""},
    {"Kenya's judges voted against the law.", ""},
    {"The Kenyan parliament voted yes to the treaty.", ""},
    {"Kenya leaned towards an abstention.", ""},
    {"A no vote by Kenya would not have changed the outcome.", ""},
    {"If Kenya abstains, Peru may do so too.", ""},
    {"Kenya was not away when the text was adopted.", ""},
    {"The former minister Raila Odinga was not there.", ""},
    {"Kenya is with Peru in the Council of Ministers.", ""},
    {"Peru kept Kenya company on the flight.", ""},
    {"Peru thanked all that had voted yes.", ""},
    {"Kenya pressed the button on its new power station.", ""},
    {"Kenya did the same as before.", ""},
    {"The Chadian envoy laughs at those who back the draft.", ""},
    {"Ana Ruiz of Peru wrote to those who did not vote yes.", ""},
    {"Peru promised money to all that vote yes, Mali included.", ""},
    {"Kenya would not have voted in favour.", ""},
    {"\"We do not vote against our friends,\" the Kenyan ambassador, Martin Kimani, said.", ""},
    {"Two members abstained.", ""},
    {"Kenya wrote to the chair. The two abstained.", ""},
};

TEST(VotesCounted, AreOfThoseNamed) {
  for (const Told& told : counted) check_votes(told);
}

TEST(VotesCounted, InOtherWords) {
  for (const Told& told : in_words) check_votes(told);
}

constexpr Told of_it[] = {
    {"Two neighbours abstained, Chad and Mali.", "MLI abstain, TCD abstain"},
    {"A hundred voted yes, nine, including Chad, voted no.", "TCD no"},
    {"A hundred said yes and nine, Chad among them, said no.", "TCD no"},
    {"Of its neighbours, Chad and Mali voted yes, Peru abstained.",
     "MLI yes, PER abstain, TCD yes"},
    {"In favour were all the neighbours except Chad, which abstained.", "TCD abstain"},
    {"Chad was listed among the abstainers.", "TCD abstain"},
    {"Chad gave no support to the text.", "TCD not_yes"},
    {"A text to keep the relief in place got four votes, those of Chad, Mali, Peru and Cuba.",
     "CUB yes, MLI yes, PER yes, TCD yes"},
    {"Peru gave it its vote, and so did the three African members, Chad, Mali and Togo.",
     "MLI yes, PER yes, TCD yes, TGO yes"},
    {"The text was carried by 90 votes. It rests on an inquiry. Chad and Mali were among those "
     "that "
     "rejected it.",
     "MLI no, TCD no"},
    {"Opponents included Chad and Mali.", "MLI no, TCD no"},
    {"Joining Peru in opposition were Chad and Mali.", "MLI no, PER no, TCD no"},
    {"Eleven members went along with it, Chad, Mali and Peru among them.",
     "MLI yes, PER yes, TCD yes"},
    {"Chad and Mali were among nine who turned it down.", "MLI no, TCD no"},
    {"It won 90 votes. Chad's was one of them.", "TCD yes"},
    {"Twenty-five abstained, for instance Chad and Mali.", "MLI abstain, TCD abstain"},
    {"Chad has a new port. Mali went along with it.", ""},
};

TEST(VotesCounted, OnAnItThatIsTheText) {
  for (const Told& told : of_it) check_votes(told);
}

TEST(VotesCounted, NotWhereNobodysVoteIsTold) {
  for (const Told& told : nothing) check_votes(told);
}

// Each in its own words, and not in the bullets between them.
TEST(VotesCounted, InListsWithBullets) {
  const Reading got = read_told(
      "LIMA, 14 March 2019\n\nThe UN General Assembly voted on the resolution on Wednesday.\n\n"
      "NO (2): \u2022 Chad \u2022 Mali\n\nYES (2):\n\u2022 Peru\n\u2022 Ghana\n\n"
      "\u2022 12:24 In yellow: Norway and Togo.\n",
      parse_date("2019-03-14"));
  std::string votes;
  for (const ReportedVote& vote : got.votes) {
    votes += text_of_vote(vote) + " \"" + vote.evidence.text + "\" ";
  }
  EXPECT_EQ(votes,
            "TCD no \"NO (2): \u2022 Chad \u2022 Mali\" "
            "MLI no \"NO (2): \u2022 Chad \u2022 Mali\" "
            "PER yes \"Peru\" GHA yes \"Ghana\" "
            "NOR abstain \"12:24 In yellow: Norway and Togo\" "
            "TGO abstain \"12:24 In yellow: Norway and Togo\" ");
}

}  // namespace
}  // namespace volteface
