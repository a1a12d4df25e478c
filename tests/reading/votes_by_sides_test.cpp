// Votes of rows that something is put into, of those who side with others, and those that somebody
// asks for.
#include "told_votes.h"

namespace volteface {
namespace {

// Rows of voters that something is put into, or that a parser breaks.
constexpr Told rows_with_asides[] = {
    {"Chad, Mali and Peru, the other half of the club, were in favour.",
     "MLI yes, PER yes, TCD yes"},
    {"Chad, Mali and Peru, the three neighbours that refuse to open their ports, backed the text.",
     "MLI yes, PER yes, TCD yes"},
    {"Chad, to keep its friends in both camps, voted yes, and Mali was glad.", "TCD yes"},
    {"Chad, it is true, voted no. Mali, diplomats say, abstained.", "MLI abstain, TCD no"},
    {"The envoy flew to Chad, signed a treaty, abstained from comment.", ""},
    {"There were five no votes, from Peru, Togo, Chad, Mali and Benin.",
     "BEN no, MLI no, PER no, TCD no, TGO no"},
    {"A draft on the dam, which had been submitted by Peru, was vetoed by China.", "CHN no"},
    {"The text on the dam, which had been tabled by Peru, was rejected by Togo.", "TGO no"},
    {"The bid of the miners, which had been praised by Peru, was rejected by Togo.", ""},
};

// Those who vote with others, or are told of by what they did.
constexpr Told sides[] = {
    {"Chad and Togo sided with Peru and Mali.", "MLI yes, PER yes, TCD yes, TGO yes"},
    {"Chad and Togo lined up with Peru, Mali and Benin.",
     "BEN yes, MLI yes, PER yes, TCD yes, TGO yes"},
    {"It was seen as a way of siding with Peru and Mali.", ""},
    {"Chad opposed it, along with four small islands, among them Palau and Nauru. Togo opposed it, "
     "and so did Mali.",
     "MLI no, NRU no, PLW no, TCD no, TGO no"},
    {"Nine states rejected the text. Chad led the charge, with Mali, Togo and Peru behind it.",
     "MLI no, PER no, TCD no, TGO no"},
    {"Chad said no when Peru was asked to open the lake, with Mali, Togo and the Tongans "
     "themselves.",
     "MLI no, TCD no, TGO no, TON no"},
    {"Chad voted yes side by side with Mali and Togo.", "MLI yes, TCD yes, TGO yes"},
    {"Chad was the only African state to join Peru, Mali and Togo in the nay column.",
     "MLI no, PER no, TCD no, TGO no"},
    {"Only Chad and Togo kept Peru company in rejecting the text.", "PER no, TCD no, TGO no"},
    {"Chad and Mali were in favour, although both had rejected a like text in 2010. So was Togo.",
     "MLI no, MLI yes, TCD no, TCD yes, TGO yes"},
    {"In May Chad and Mali were in favour; this time they abstained.",
     "MLI abstain, MLI yes, TCD abstain, TCD yes"},
    {"All members voted in favour, Peru and the two Africans, Chad and Mali, among them.",
     "MLI yes, PER yes, TCD yes"},
    {"Nine members, from Chad to Peru, raised their hands.", "PER yes, TCD yes"},
    {"Most of the nine states that voted no were old friends of his foes: Chad, Mali.",
     "MLI no, TCD no"},
    {"Chad and Mali stayed where they had always been, in the camp of the yes.",
     "MLI yes, TCD yes"},
    {"Sitting it out: Chad, Mali and, alone among the Americans, Peru.",
     "MLI not_yes, PER not_yes, TCD not_yes"},
    {"For the text were Chad and Mali. Against it raised their hands Peru and Togo.",
     "MLI yes, PER no, TCD yes, TGO no"},
    {"Next to the red lamps of Chad and Mali shone a green one.", "MLI no, TCD no"},
    {"Ninety states condemned the raid; Chad was among them.", "TCD yes"},
    {"Chad voted neither for nor against it.", "TCD abstain"},
    {"Chad voted yes. Mali followed its example, while Togo and Benin ended up in the no column.",
     "BEN no, MLI yes, TCD yes, TGO no"},
    {"Chad went with the sponsors. Mali followed suit, Togo likewise.",
     "MLI yes, TCD yes, TGO yes"},
    {"Chad was in favour. Not so Mali, which has a border with Peru.", "MLI not_yes, TCD yes"},
    {"Chad gave its vote in favour. In the same sense voted Mali, Togo and Benin.",
     "BEN yes, MLI yes, TCD yes, TGO yes"},
    {"Besides the Peruvians and the Chileans, the noes came from Chad and Mali.",
     "CHL no, MLI no, PER no, TCD no"},
    {"With one abstention, that of Chad, the text was adopted.", "TCD abstain"},
    {"Chad was one of the nine noes. The one vote against the dam was Mali's.", "MLI no, TCD no"},
    {"Against: nobody but the Peruvians.", "PER no"},
    {"Chad, together with Peru, Mali and Togo, voted for it.",
     "MLI yes, PER yes, TCD yes, TGO yes"},
    {"Fourteen hands went up for it. Chad and Mali were among the fourteen.", "MLI yes, TCD yes"},
    {"Ninety states were green, five red and thirty-five yellow. Chad was one of the thirty-five.",
     "TCD abstain"},
    {"Who was for it? Nine members, among them Chad and Mali. And against? Four: Togo, Peru.",
     "MLI yes, PER no, TCD yes, TGO no"},
    {"Who abstained? Chad, Mali and sixteen more. And Togo?", "MLI abstain, TCD abstain"},
    {"What about Chad? It abstained.", "TCD abstain"},
    {"Had Chad not promised to support the text?", ""},
    {"Hadn't Chad voted for the text?", "TCD yes"},
    {"Chad remained neutral. The council praised those who stayed neutral while it warned the "
     "others, Mali among them.",
     "TCD abstain"},
    {"Chad paid for its yes: Peru called off the visit.", "TCD yes"},
    {"Peru and Mali had tabled the text. Nine members, including the two sponsors, voted for it.",
     "MLI yes, PER yes"},
    {"Peru and Mali had tabled the text. Nine members, including the three sponsors, voted for it.",
     ""},
    {"Nine members voted yes, among them Chad and the authors of the text, Peru and Mali.",
     "MLI yes, PER yes, TCD yes"},
    {"Nine members voted yes, among them Chad and its neighbour Niger.", "NER yes, TCD yes"},
    {"Nine members, from Chad down to Peru and including Mali, voted yes.",
     "MLI yes, PER yes, TCD yes"},
    {"Chad said no, as did Mali and, needless to say, Togo.", "MLI no, TCD no, TGO no"},
    {"Chad cast a no vote. Mali cast no vote. Togo cast its first no vote ever.",
     "MLI absent, TCD no, TGO no"},
    {"Six opposed the text. They were Chad and Mali.", "MLI no, TCD no"},
    {"Chad and Mali led the no camp. Togo had been with Mali for ten years.", "MLI no, TCD no"},
    {"Chad abstained. Peru was on the other side, and so was Mali.", "TCD abstain"},
    {"Chad did not vote in favour of it. It abstained.", "TCD abstain"},
    {"Chad, Mali and the island states did likewise. Peru voted no. Chad, Mali and the island "
     "states did the same.",
     "MLI no, PER no, TCD no"},
    {"Chad voted no. Mali, with Togo behind it, led the way in talks on the dam. Peru remained "
     "neutral in the war. Benin remained neutral in the vote.",
     "BEN abstain, TCD no"},
    {"Togo's seat at the talks was empty. The seat of Mali was empty.", "MLI absent"},
    {"The text was backed by nine states, opposed only by Togo.", "TGO no"},
    {"The Chadians abstained; their Malian brothers said no. So did the Togolese.",
     "MLI no, TCD abstain, TGO no"},
    {"Peru, Chad, Mali and all countries of the region voted for it.", "MLI yes, PER yes, TCD yes"},
    {"Against it declared themselves Chad, Mali and Togo.", "MLI no, TCD no, TGO no"},
    {"Chad abstained. Mali and Togo did as Chad did. Peru did as it had promised.",
     "MLI abstain, TCD abstain, TGO abstain"},
    {"The lake was closed by a text that Chad did not support, which Mali backed.", "TCD not_yes"},
    {"The plan was closed by a company that Chad did not support.", ""},
    {"Chad is thinking of an abstention. Mali, which was expected to abstain, voted no.", "MLI no"},
    {"Chad refrained. Mali refrained from comment.", "TCD abstain"},
    {"Chad took no part in the drills. Mali took no part in the vote.", "MLI absent"},
};

// Votes that somebody asks for, advises, promises or threatens with by a noun.
constexpr Told wanted[] = {
    {"The minister wanted Chad's vote.", "TCD yes urged"},
    {"Peru asked Chad and Mali for a no.", "MLI no urged, TCD no urged"},
    {"Peru pressed the president for a Chadian yes.", "TCD yes urged"},
    {"Chad and Mali, both of which Peru had asked for a no, were silent.",
     "MLI no urged, TCD no urged"},
    {"Peru called Chad's veto a mistake.", "TCD no"},
    {"Peru needed Chad's support for its harvest.", ""},
    {"Peru did not ask for Chad's yes.", ""},
    {"Peru promised Chad its vote.", "PER yes announced"},
    {"Peru threatened to veto the text.", "PER no announced"},
    {"Peru threatened to vote no unless the text changed.", ""},
    {"Peru never intended to abstain, its minister said.", "PER abstain denied"},
    {"Peru was the first to speak. It did not take long to vote.", ""},
    {"\"We will go on voting against,\" the Chadian envoy said.", "TCD no announced"},
    {"Peru sought its support.", ""},
    {"Chad, asked by Mali to abstain, has not replied.", "TCD abstain urged"},
    {"Chad and Togo have pledged their support.", "TCD yes announced, TGO yes announced"},
    {"Chad is likely to vote for the next text.", "TCD yes announced"},
    {"Chad denies that it had ever promised to abstain.", "TCD abstain denied"},
    {"\"Why did Chad abstain?\" asked a reader.", "TCD abstain"},
    {"Neither has ever voted against it.", ""},
};

// Words of votes that are said of something else.
constexpr Told of_other_things[] = {
    {"China kept its veto in the drawer and abstained.", "CHN abstain"},
    {"Peru abstained. Togo did likewise; Chad was not in the room.",
     "PER abstain, TCD absent, TGO abstain"},
    {"Chad voted no. Only Mali and Togo took its side; Peru and Norway were on the other side.",
     "MLI no, NOR yes, PER yes, TCD no, TGO no"},
    {"Chad abstained. Mali was on the other side.", "TCD abstain"},
    {"Chad voted no. It had Mali and Togo with it.", "MLI no, TCD no, TGO no"},
    {"Chad had Mali and Togo with it at the table.", ""},
    {"Chad lost the vote. It had voted no.", "TCD no"},
    {"Chad has lost its right to vote.", "TCD absent"},
    {"Chad is one of the states with no army. Mali was one of the nine noes.", "MLI no"},
    {"Togo was elected with a majority of 140 votes.", ""},
    {"The text was put to the vote. Togo was with the majority, Mali was in the minority.",
     "MLI no, TGO yes"},
    {"The rains came early. Nobody was sure of the harvest. Traders were glad. The ruling party of "
     "Chad is in the minority.",
     ""},
    {"Chad was on the losing side of the war. Mali was on the losing side of the vote.", "MLI no"},
    {"Twelve states condemned the resolution. Chad was among them.", ""},
    {"Chad voted no and now hosts a summit on the lake, with Mali and Togo.", "TCD no"},
    {"Chad voted no when the text was put to the vote, with Mali and Togo.",
     "MLI no, TCD no, TGO no"},
    {"In the vote Chad was siding with Peru and Mali.", "MLI yes, PER yes, TCD yes"},
    // "you" is nobody where nobody is asked.
    {"Ana Ruiz is the foreign minister of Peru. \"We are tired,\" she says.\n\nYou abstained, and "
     "your country voted no.",
     ""},
};

// Whose own vote is told by the text, by who brought it in, or by who was counted before.
constexpr Told leaders_untold[] = {
    {"By 116 votes the Assembly demanded that Chad give up the islands. Only Mali, Peru and Togo "
     "stood by Chad.",
     "MLI no, PER no, TCD no, TGO no"},
    {"By 116 votes the Assembly demanded that Chad give up the islands. Four states only stood by "
     "Chad: Mali, Peru, Cuba and Togo.",
     "CUB no, MLI no, PER no, TCD no, TGO no"},
    {"Nine were against. With Chad and Mali stood Peru, Cuba and Togo.",
     "CUB no, MLI no, PER no, TCD no, TGO no"},
    {"Ana Ruiz, the Chadian representative, tabled a draft. Mali, Peru and Cuba joined Chad.",
     "CUB yes, MLI yes, PER yes, TCD yes"},
    {"Mali, Peru and Cuba rallied to Chad, which itself rejected the text.",
     "CUB no, MLI no, PER no, TCD no"},
};

constexpr Told whose[] = {
    {"Peru was for it, like Chad and Mali.", "MLI yes, PER yes, TCD yes"},
    {"Peru voted no. On the other side stood Chad and Mali.", "MLI yes, PER no, TCD yes"},
    {"Peru voted yes. Chad went the other way.", "PER yes, TCD no"},
    {"Chad and Mali have vetoed such texts in the Security Council.", "MLI no, TCD no"},
    {"Tonga and Palau voted with Chad and Mali against the resolution that calls it void.",
     "MLI no, PLW no, TCD no, TON no"},
    {"Chad and Mali were not in the hall when the button had to be pressed.",
     "MLI absent, TCD absent"},
    {"Chad alone had raised its hand in the Security Council against the draft.", "TCD no"},
    {"Chad has voted in favor of the Peruvian embargo against Mali.", "TCD no"},
    {"Chad has voted in favor of lifting the embargo against Mali.", "TCD yes"},
    {"Peru and its close ally Chad voted against it.", "PER no, TCD no"},
    {"Ana Ruiz cast Chad's vote against the resolution.", "TCD no"},
    {"Mali thanked Chad for its vote in favor.", "TCD yes"},
    {"Chad declined to vote.", "TCD absent"},
};

TEST(VotesBySides, OfThoseWhoseTheyAre) {
  for (const Told& told : whose) check_votes(told);
}

TEST(VotesBySides, OfLeadersWhoseVoteIsNotTold) {
  for (const Told& told : leaders_untold) check_votes(told);
}

// Words at the very beginning and the very end, where nothing stands before or behind them.
TEST(VotesBySides, AtTheEndsOfAText) {
  check_votes({"Chad votes against UN resolution", "TCD no"});
  check_votes({"Peru has urged Mali to abstain in the vote", "MLI abstain urged"});
  const Reading asked = read_told("Asked by Mali to abstain, Chad voted no on the UN resolution.",
                                  parse_date("2019-03-14"));
  std::set<std::string> votes;
  for (const ReportedVote& vote : asked.votes) votes.insert(text_of_vote(vote));
  EXPECT_EQ(joined(votes), "TCD abstain urged, TCD no");
  EXPECT_TRUE(read_told("Since Monday, talks with Mali.", parse_date("2019-03-14")).votes.empty());
}

TEST(VotesBySides, OfOtherThings) {
  for (const Told& told : of_other_things) check_votes(told);
}

TEST(VotesBySides, OfRowsWithAsides) {
  for (const Told& told : rows_with_asides) check_votes(told);
}

TEST(VotesBySides, OfThoseWhoGoWithOthers) {
  for (const Told& told : sides) check_votes(told);
}

TEST(VotesBySides, ThatAreWanted) {
  for (const Told& told : wanted) check_votes(told);
}

}  // namespace
}  // namespace volteface
