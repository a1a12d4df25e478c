// States that work together, and those that stop, or that talk on: what no single verb tells.
#include <gtest/gtest.h>

#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told that_work_together[] = {
    {"Chad will co-operate with Mali on security.", "COOPERATE MLI TCD planned"},
    {"Chad is building a power plant in Mali.", "COOPERATE MLI TCD"},
    {"Chad is building a power plant.", ""},
    {"Chad gets half of its electricity from Mali.", "COOPERATE MLI TCD"},
    {"Chad gets 40 tents from Mali.", "AID MLI TCD"},
    {"Chad depends on Mali for its electricity.", "COOPERATE MLI TCD"},
    {"Chad depends on rain for its grain.", ""},
    {"Chad looks after Mali's interests in Peru.", "COOPERATE MLI TCD"},
    {"Chad took over Mali's interests in Peru.", "COOPERATE MLI TCD"},
    {"A joint force of Chad and Mali guards the lake.", "COOPERATE MLI TCD"},
    {"The force of Chad guards the lake.", ""},
};

constexpr Told that_talk_on[] = {
    {"Chad and Mali will go on negotiating.", "CONSULT MLI TCD planned"},
    {"Chad and Mali went on negotiating.", "CONSULT MLI TCD"},
    {"Niger got Chad and Mali to compromise.", "CONSULT MLI NER, CONSULT NER TCD"},
};

// "There" is where the report was last, and never of whom it spoke.
constexpr Told that_meet_there[] = {
    {"The king of Spain was in Bamako in May. The president of Chad travelled there in June.",
     "CONSULT ESP MLI, CONSULT MLI TCD"},
    {"The king of Spain was in Bamako in May. The president of Chad travelled on Monday.",
     "CONSULT ESP MLI"},
    {"The king of Spain flew to Quito in May. The president of Chad met the king of Spain there.",
     "CONSULT ECU ESP, CONSULT ESP TCD"},
    {"The president of Chad postponed his visit to Mali.", "SANCTION TCD MLI"},
    {"The visit of the president of Chad to Mali was put off.", "SANCTION TCD MLI"},
    {"Niger brought Chad and Mali to the negotiating table.", "CONSULT MLI NER, CONSULT NER TCD"},
};

constexpr Told that_make_amends[] = {
    {"Chad paid reparations to Mali.", "CONCEDE TCD MLI"},
    {"Chad paid 40 million dollars to Mali in compensation.", "CONCEDE TCD MLI"},
    {"Chad conceded that the raid on Mali had been a mistake.", "CONCEDE TCD MLI"},
    {"Chadian frigates were withdrawn from Malian waters.", "RETREAT TCD MLI"},
    {"Chad quarrels with Mali. The ambassador of Chad returned in May.", "SUPPORT TCD MLI"},
    {"Chad quarrels with Mali. The ambassador of Chad returned home from Mali in May.", ""},
};

constexpr Told that_a_relative_clause_tells[] = {
    {"Mali, to which Chad has lent 40 million dollars, was silent.", "AID TCD MLI"},
    {"Mali, with which Chad signed a treaty, was silent.", "AGREE MLI TCD"},
    {"Mali, in which it rained, was silent.", ""},
    {"The treaty that Chad and Mali signed is secret.", "AGREE MLI TCD"},
    {"Chad helped Mali rebuild its port.", "AID TCD MLI"},
    {"It was agreed between Chad and Mali that the border be reopened.", "AGREE MLI TCD"},
};

// By whoever did it, to whom it was done.
constexpr Told that_take_it_back[] = {
    {"In May Chad imposed a ban on Malian cotton. The ban was lifted in June.",
     "RETREAT TCD MLI, SANCTION TCD MLI"},
    {"In May Chad closed its border with Mali. It was reopened in June.",
     "RETREAT TCD MLI, SANCTION TCD MLI"},
    {"In May Chad sent frigates to the coast of Mali. The frigates were withdrawn in June.",
     "MOBILIZE TCD MLI, RETREAT TCD MLI"},
    {"In May Chad arrested two Malian agents. The agents were handed over in June.",
     "COERCE TCD MLI, RETREAT TCD MLI"},
    {"The president of Chad met the president of Mali. The ban was lifted in June.",
     "CONSULT MLI TCD"},
};

TEST(WorkingTogether, AfterWhatIsTakenBack) {
  for (const Told& told : that_take_it_back) check_acts(told);
}

TEST(WorkingTogether, AsARelativeClauseTells) {
  for (const Told& told : that_a_relative_clause_tells) check_acts(told);
}

TEST(WorkingTogether, OrApart) {
  for (const Told& told : that_work_together) check_acts(told);
}

TEST(WorkingTogether, ByTalkingOn) {
  for (const Told& told : that_talk_on) check_acts(told);
}

TEST(WorkingTogether, WhereTheyMet) {
  for (const Told& told : that_meet_there) check_acts(told);
}

TEST(WorkingTogether, AgainAfterAmends) {
  for (const Told& told : that_make_amends) check_acts(told);
}

}  // namespace
}  // namespace volteface
