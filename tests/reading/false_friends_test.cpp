// Ordinary news whose words look like an act or a vote, each with a twin that is one.
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told acts[] = {
    {"The Chadian ambassador asked Mali to withdraw its claim.", "REQUEST TCD MLI"},
    {"Chadian demand for Malian cotton fell.", ""},
    {"Chad's demand to Mali was simple.", "REQUEST TCD MLI"},
    {"A fire in a Chadian hotel killed two Malians.", ""},
    {"Chadian shells killed two Malians.", "ASSAULT TCD MLI"},
    {"Chad toppled Mali on penalties.", ""},
    {"Chad deposed Mali as champions.", ""},
    {"Chad deposed the president of Mali.", "ASSAULT TCD MLI"},
    {"Chad announced a halt to imports from Mali.", "SANCTION TCD MLI"},
    {"Canada doubled its quota for Malian refugees.", ""},
    {"Canada doubled its tariffs on Malian cotton.", "SANCTION CAN MLI"},
    {"Chad tapped a credit line of the IMF.", ""},
    {"Chad ended its support for rebels in Mali.", ""},
    {"The Chadian navy towed a Malian boat to safety.", ""},
    {"The Malian Youth Ministry accused Chad of lying.", "ACCUSE MLI TCD"},
    {"The Malian Liberation Army accused Chad of lying.", ""},
    {"Two Baltic ministers condemned Chad.", ""},
    {"The Baltic states condemned Chad.", "ACCUSE EST TCD, ACCUSE LTU TCD, ACCUSE LVA TCD"},
    {"Some Nordic countries condemned Mali.", ""},
    {"The Kenyan office of Amnesty International condemned Mali.", ""},
    {"The office of the president of Kenya condemned Mali.", "ACCUSE KEN MLI"},
    {"Chad accused Mali of fraud. Mali could not resist.", "ACCUSE TCD MLI"},
    {"William Hill, for years in Chad, condemned Mali.", ""},
    {"Omar Sow, for the third time in Chad, condemned Mali.", ""},
    {"Omar Sow, a critic of the State Department, condemned Mali.", ""},
    {"Omar Sow, number two of the State Department, condemned Mali.", "ACCUSE USA MLI"},
    {"A spokesman for the opposition in Chad condemned Mali.", ""},
    {"A spokesman for the refugees in Kenya condemned Mali.", ""},
    {"A spokesman for Chevron in Chad condemned Mali.", ""},
    {"A spokesman for the army in Chad condemned Mali.", "ACCUSE TCD MLI"},
};

// Behind the quarrel of two: what nobody named did.
constexpr const char* in_a_quarrel[] = {
    "Kenya is worried. The parliament condemned Mali.",
    "Togo fears war. The police expelled two Malians.",
    "A treaty with Mali is on the agenda of Niger.",
};

// Thanked in a report on a vote: a hall, and others.
constexpr Told thanked[] = {
    {"The envoy of Kenya thanked the members.", "SUPPORT KEN UN"},
    {"The envoy of Kenya thanked the members of his delegation.", ""},
    {"The envoy of Kenya thanked everyone in the kitchen.", ""},
    {"The envoy of Kenya thanked all who had cooked.", ""},
    {"The envoy of Kenya thanked the majority of his staff.", ""},
};

std::string votes_of(const Reading& reading) {
  std::multiset<std::string> told;
  for (const ReportedVote& vote : reading.votes)
    told.insert(vote.state + ' ' + std::string(text_of(vote.choice)));
  return joined(told);
}

constexpr Told votes[] = {
    {"When the General Assembly voted, Kenya pressed Chad to abstain.", "TCD abstain"},
    {"Kenya will settle for no delay when the General Assembly votes.", ""},
    {"The General Assembly adopted the resolution. Those voting against were Chad and Mali, and "
     "the "
     "Gambia abstained.",
     "GMB abstain, MLI no, TCD no"},
    {"The General Assembly adopted the resolution. Kenya voted yes. Peru did not abstain, as Chad "
     "did.",
     "KEN yes"},
    // A report that begins with the clause, whose first word has none before it.
    {"Who, he recalled, vetoed the resolution in the Security Council?", ""},
};

// Behind a vote, which they are not of.
constexpr Told near_a_vote[] = {
    {"Kenya voted for it. Peru is on the other side of the ocean.", "KEN yes"},
    {"Kenya voted no. Peru's envoy sat on the other side of the hall.", "KEN no"},
    {"Kenya voted no. Peru is on the other side in the trade war.", "KEN no"},
    {"Chad voted for the resolution. Ethiopia stood on the other side of the war in Sudan.",
     "TCD yes"},
    {"Kenya voted no. Uganda finds itself in the opposite camp in the war in Congo.", "KEN no"},
    {"Chad voted for the resolution. Nigeria, which is on the other side of the lake, voted no.",
     "NGA no, TCD yes"},
    {"Kenya voted no. The mediator said Uganda takes his side in the quarrel about the dam.",
     "KEN no"},
    {"Kenya abstained. Peru put Chile at its side, took its side and left.", "KEN abstain"},
    {"The council condemned Chad, the aggressor, and Mali abstained.", "MLI abstain"},
    {"The text criticised Peru, the host, and Chile voted no.", "CHL no"},
    {"Israel rejected the text of Chad, its critic, and Mali abstained.", "ISR no, MLI abstain"},
    {"Ghana voted yes, as did Chad, the neighbour of a kingdom, and Mali left.",
     "GHA yes, TCD yes"},
    {"Two countries abstained. The winners of the day were clear: Peru and Chile.", ""},
    {"Three states voted no. The talks will go on in three capitals: Kenya, Uganda and Rwanda.",
     ""},
    {"Nine abstained. Three of the ten capitals are in Africa: Nairobi, Kampala and Kigali.", ""},
    {"By 120 votes to nine the text passed. Two of the nine planets are on the flag: Chad and "
     "Mali.",
     ""},
    {"From Israel came criticism of those voting in favour.", ""},
    {"From Kenya came a call to vote against.", ""},
    {"From Kenya came no vote in favour.", ""},
    {"Chad joined those urging others to vote against.", ""},
    {"In the yes camp Kenya lost a friend.", ""},
    {"Switzerland took no side in the civil war.", ""},
    {"Oman did not take sides in the war in Yemen.", ""},
    {"Norway stayed out of it when the two armies clashed.", ""},
    {"Ten states, among them Kenya, have authorised the sale of drones.", ""},
    {"Ten countries had authorised the seizure of ships, Kenya among them.", ""},
    {"Chad refused the document at the border.", ""},
    {"Kenya refused a motion to adjourn.", ""},
    {"Kenya rejected that motion of no confidence.", ""},
    {"Kenya hit the button against the wall.", ""},
    {"Kenya moved over to the yes campaign of the referendum.", ""},
    {"The envoy said he had 77 votes. Norway's envoy, among them, wept.", ""},
    // Twins that are votes.
    {"Chad voted no. Peru was on the other side.", "PER yes, TCD no"},
    {"Chad voted no. Mali took its side.", "MLI no, TCD no"},
    {"Chad, the old power, and Mali abstained.", "MLI abstain, TCD abstain"},
    {"Three members were for it: Peru, Chad and Mali.", "MLI yes, PER yes, TCD yes"},
    {"Nine abstained. Two of the nine are in the Pacific: Nauru and Palau.",
     "NRU abstain, PLW abstain"},
    {"From Chad and Mali came votes against.", "MLI no, TCD no"},
    {"Chad and Mali joined the nine who voted no.", "MLI no, TCD no"},
    {"Mali kept out of it.", "MLI not_yes"},
    {"Ten states, among them Kenya, have authorised the use of force.", "KEN yes"},
    {"Chad refused the resolution.", "TCD no"},
    {"Kenya rejected that text.", "KEN no"},
    {"Kenya pressed the button against.", "KEN no"},
    {"Kenya moved over to the noes.", "KEN no"},
};

// The same when something else has been told of since.
constexpr Told far_behind_a_vote[] = {
    {"Egypt and Sudan spoke of the dam. Egypt was against, Ethiopia in favour.", ""},
    {"In the budget talks, Norway was for the loan and Denmark against.", ""},
    {"France and Spain were among those in favour of the bridge.", ""},
    {"Among those in favour of the single currency were Italy and Spain.", ""},
    {"The government of Egypt did not take sides in the strike.", ""},
    {"Kenya pushed the button against its will.", ""},
    {"Peru's president crossed over to the yes side of the river.", ""},
    {"Among those voting in favour were Italy and Spain.", "ESP yes, ITA yes"},
};

TEST(FalseFriends, AreNoActs) {
  for (const Told& told : acts) check_acts(told);
}

TEST(FalseFriends, AreNotDoneByEitherSide) {
  const std::string quarrel = "Chad accused Mali of fraud. Chad feared Mali. ";
  for (const char* told : in_a_quarrel) {
    const std::string text = quarrel + told;
    check_acts({text.c_str(), "ACCUSE TCD MLI"});
  }
}

TEST(FalseFriends, AreNotThankedAsAHall) {
  const std::string vote = "The UN General Assembly voted on the resolution on Monday. ";
  for (const Told& told : thanked) {
    const std::string text = vote + told.text;
    check_acts({text.c_str(), told.records});
  }
}

TEST(FalseFriends, AreNoVotes) {
  for (const Told& told : votes)
    EXPECT_EQ(votes_of(read_told(told.text, parse_date("2019-03-14"))), told.records) << told.text;
}

void check_behind_a_vote(const Told& told, std::string_view between) {
  const std::string text = "The UN General Assembly voted on the resolution on Monday. " +
                           std::string(between) + std::string(told.text);
  EXPECT_EQ(votes_of(read_told(text, parse_date("2024-08-20"))), told.records) << told.text;
}

TEST(FalseFriends, AreNotOfAVoteBeforeThem) {
  for (const Told& told : near_a_vote) check_behind_a_vote(told, "");
  constexpr std::string_view other_news =
      "\n\nThe harvest was good. Farmers were glad. Prices fell. The rain came late. Roads are "
      "bad. "
      "Ships wait.\n\n";
  for (const Told& told : far_behind_a_vote) check_behind_a_vote(told, other_news);
}

}  // namespace
}  // namespace volteface
