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
    {"The General Assembly adopted the resolution. Those voting against were Chad and Mali, and the "
     "Gambia abstained.",
     "GMB abstain, MLI no, TCD no"},
    {"The General Assembly adopted the resolution. Kenya voted yes. Peru did not abstain, as Chad "
     "did.",
     "KEN yes"},
    // A report that begins with the clause, whose first word has none before it.
    {"Who, he recalled, vetoed the resolution in the Security Council?", ""},
};

TEST(FalseFriends, AreNoActs) {
  for (const Told& told : acts) check_acts(told);
}

TEST(FalseFriends, AreNoVotes) {
  for (const Told& told : votes)
    EXPECT_EQ(votes_of(read_told(told.text, parse_date("2019-03-14"))), told.records) << told.text;
}

}  // namespace
}  // namespace volteface
