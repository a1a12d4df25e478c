// Ways of telling that states talk, help, agree and give way: who did it, where the word that tells
// the act only says how or what.
#include <gtest/gtest.h>

#include "told_acts_as_text.h"

namespace volteface {
namespace {

// Of acts of both sides the first by code stands first.
constexpr Told by_what_beside_the_verb_tells[] = {
    {"Chad's president thanked his Malian colleague by telephone.",
     "CONSULT MLI TCD, SUPPORT TCD MLI"},
    {"Chad's president thanked his Malian colleague on television.", "SUPPORT TCD MLI"},
    {"Under Swiss mediation Chad and Mali agreed on a truce.",
     "AGREE MLI TCD, CONSULT CHE MLI, CONSULT CHE TCD"},
    {"Niger is prepared to mediate between Chad and Mali.",
     "CONSULT MLI NER possible, CONSULT NER TCD possible"},
    {"Niger prepared to mediate between Chad and Mali.",
     "CONSULT MLI NER planned, CONSULT NER TCD planned"},
    {"Niger offered its services as a mediator between Chad and Mali.",
     "CONSULT MLI NER possible, CONSULT NER TCD possible"},
    {"It was Niger that mediated between Chad and Mali.", "CONSULT MLI NER, CONSULT NER TCD"},
    {"Chad is on Mali's side.", "SUPPORT TCD MLI"},
    {"Chad had nothing but praise for Mali.", "SUPPORT TCD MLI"},
    {"Chad promised nothing.", ""},
    {"Chad defended the Malian decision.", "SUPPORT TCD MLI"},
    {"Chad defended its decision.", ""},
    {"Chad broke the ice with Mali.", "SUPPORT TCD MLI"},
    {"Chad broke with Mali.", "SANCTION TCD MLI"},
    {"Chad came round to Mali's view.", ""},
    {"Chad's talk of war worried Mali.", ""},
    {"Chad took the floor in the talks about Niger's bombs.", ""},
    {"Chad held talks on the bombs of Niger with Mali.", "CONSULT MLI TCD"},
    {"Chad turned down a Malian offer to mediate in Niger.",
     "CONSULT MLI NER possible, REJECT TCD MLI"},
    {"The minister of Chad sat down with his Malian host.", "CONSULT MLI TCD"},
    {"Chad's talks with Mali went on.", "CONSULT MLI TCD"},
    {"The Chadian-Malian treaty is secret.", "AGREE MLI TCD"},
    {"The Chadian treaty is secret.", ""},
    {"Chad and Mali quarrel. Chad expelled two Malians, since it has to defend itself.",
     "SANCTION TCD MLI"},
    {"Praised by Chad, Mali went on.", "SUPPORT TCD MLI"},
    {"Having praised Chad, Mali's president went on.", "SUPPORT MLI TCD"},
    {"Chad's president, thanking Mali, spoke of a new start.", "SUPPORT TCD MLI"},
    {"The president of Chad met with the president of Mali.", "CONSULT MLI TCD"},
    {"Chad's plan met with scorn in Mali.", ""},
    {"Chad signed a partnership with Mali.", "AGREE MLI TCD"},
    {"Chad is proud of its partnership with Mali.", "COOPERATE MLI TCD"},
    // A subject that a parser takes for that of a passive.
    {"Two days after the president of Chad had travelled to Bamako, it rained.", "CONSULT MLI TCD"},
    {"In May the International Court of Justice found in favour of Mali, too.", "SUPPORT ICJ MLI"},
    // Soldiers on the side of one are no support of that one for somebody.
    {"Chad, which has soldiers fighting on Mali's side, broke with Niger.", "SANCTION TCD NER"},
};

constexpr Told by_where_somebody_is[] = {
    {"The foreign minister of Chad will be in Bamako on Friday.", "CONSULT MLI TCD planned"},
    {"The foreign minister of Chad is off to Bamako.", "CONSULT MLI TCD planned"},
    {"The foreign minister of Chad is back from Bamako.", "CONSULT MLI TCD"},
    {"A delegation of Chad was in Bamako on Monday.", "CONSULT MLI TCD"},
    {"The president of Chad has been to Bamako.", "CONSULT MLI TCD"},
    {"The president of Chad has been cruel to Bamako.", ""},
    {"The ambassador of Chad was in Bamako on Monday.", ""},
    {"The flag of Chad is off to one side.", ""},
    {"The foreign minister of Chad is back from his holidays.", ""},
    {"The foreign minister of Chad is not in Bamako.", ""},
    {"Chad is firmly behind Mali.", "SUPPORT TCD MLI"},
    {"Chad says that Mali is behind the raid.", "ACCUSE TCD MLI"},
    {"Chad is one goal behind.", ""},
    {"Chad is far behind Mali.", ""},
    {"Chad is behind Mali on points.", ""},
    {"The ambassador of Chad returned to his post in Mali.", "SUPPORT TCD MLI"},
    {"The ambassador of Chad returned to the theme of Mali.", ""},
};

constexpr Told by_what_is_to_come[] = {
    {"Chad's foreign minister is due to visit Mali.", "CONSULT MLI TCD planned"},
    {"The foreign minister of Chad is set to visit Mali.", "CONSULT MLI TCD planned"},
    {"The foreign minister of Chad is delighted to visit Mali.", "CONSULT MLI TCD"},
    {"Talks between Chad and Mali are set for May.", "CONSULT MLI TCD planned"},
    {"Talks between Chad and Mali were held in May.", "CONSULT MLI TCD"},
    {"A meeting between the leaders of Chad and Mali is possible.", "CONSULT MLI TCD possible"},
    {"A meeting between the leaders of Chad and Mali was short.", "CONSULT MLI TCD"},
    {"The president of Chad is awaited in Bamako.", "CONSULT MLI TCD planned"},
    {"Chad is about to recognise Kosovo.", "SUPPORT TCD XKX planned"},
    {"Chad has yet to apologise to Mali.", "SUPPORT TCD MLI negated"},
    {"Chad has to apologise to Mali.", "SUPPORT TCD MLI"},
    {"Chad stopped short of apologising to Mali.", "SUPPORT TCD MLI negated"},
    {"Without apologising to Mali, Chad went on.", "SUPPORT TCD MLI negated"},
    {"Chad did not rule out recognising Kosovo.", "SUPPORT TCD XKX possible"},
    {"Chad is weighing recognition of Kosovo.", "SUPPORT TCD XKX possible"},
    {"The Malian doctor is to be released by Chad.", "RETREAT TCD MLI planned"},
    {"Chad is ready for talks with Mali.", "CONSULT MLI TCD possible"},
    {"Chad is famous for talks with Mali.", ""},
    {"The president of Chad ruled out talks with Mali.", "CONSULT MLI TCD negated, REJECT TCD MLI"},
    {"Chad undertook a journey to Mali.", "CONSULT MLI TCD"},
    {"Chad undertook to obey Mali.", "AGREE MLI TCD"},
};

constexpr Told by_where_something_was_done[] = {
    {"The president of Chad signed a treaty with his Malian colleague in Bamako.",
     "AGREE MLI TCD, CONSULT MLI TCD"},
    {"Chad signed a treaty with Mali in Bamako.", "AGREE MLI TCD"},
    {"The president of Chad was in Bamako, where he met nobody.", "CONSULT MLI TCD"},
    {"The president of Chad is in Bamako's hands.", ""},
    // At the seat of an organisation: no visit to the state around it.
    {"The president of Chad flew to New York.", ""},
    {"The president of Chad flew to Washington.", "CONSULT TCD USA"},
    {"The president of Chad went to the funeral in Mali.", "CONSULT MLI TCD"},
    {"The president of Chad went to bed in Mali.", ""},
};

constexpr Told by_what_is_given[] = {
    {"The Chadian general was granted asylum by Mali.", "AID MLI TCD"},
    {"The Chadian captain was let go by Mali.", "RETREAT MLI TCD"},
    {"Chad gave shelter to 2,000 Malians.", "AID TCD MLI"},
    {"Chad offered Mali its support.", "SUPPORT TCD MLI"},
    {"The Malian minister was awarded a medal by Chad.", "SUPPORT TCD MLI"},
    {"The Malian minister was awarded a medal in N'Djamena.", ""},
    {"The envoy of Chad came back from a visit to Mali.", "CONSULT MLI TCD"},
    {"Chad has given Mali 40 million dollars.", "AID TCD MLI"},
    {"Chad will send Mali doctors.", "AID TCD MLI planned"},
    {"Chad will not send Mali doctors.", "AID TCD MLI negated"},
    {"Chad and Mali were unable to agree on a text.", "AGREE MLI TCD negated"},
    {"Chad sent the Mali Times to its readers.", ""},
    {"Chad allowed the Malian captain to go home.", "RETREAT TCD MLI"},
    {"Chad allowed the Malian captain to telephone.", ""},
    {"The embargo on Mali was lifted by Chad.", "RETREAT TCD MLI"},
    {"Chad lifted its blockade of Mali.", "RETREAT TCD MLI"},
    {"Chad tightened its blockade of Mali.", "COERCE TCD MLI"},
    {"Chad stopped shelling Mali.", "RETREAT TCD MLI"},
    {"Chad began shelling Mali.", "ASSAULT TCD MLI"},
    {"Chad dropped its objections to Mali's bid.", "RETREAT TCD MLI"},
    {"Chad repeated its objections to Mali's bid.", "REJECT TCD MLI"},
    {"The embargo on Mali was extended by Chad.", "SANCTION TCD MLI"},
    {"The lifting of sanctions on Mali by Chad was a mistake.", "RETREAT TCD MLI"},
    {"The threat of sanctions on Mali by Chad was a mistake.", "SANCTION TCD MLI possible"},
    {"Chad's withdrawal of its complaint against Mali was a mistake.", "RETREAT TCD MLI"},
    {"Chad's repetition of its complaint against Mali was a mistake.", "ACCUSE TCD MLI"},
    // Medals for others than the other side.
    {"Chad recalled its envoy to Mali. On Friday the president of Chad decorated his general.",
     "SANCTION TCD MLI"},
};

// Words that help in one sentence and do no good in the other.
constexpr Told help_or_none[] = {
    {"Chadian tents reached Mali.", "AID TCD MLI"},
    {"Chadian missiles reached Mali.", ""},
    {"Chadian tanks arrived in Mali.", "MOBILIZE TCD MLI"},
    {"Chad sent Mali ten tanks.", "AID TCD MLI"},
    {"Chad sent weapons to Mali.", "AID TCD MLI"},
    {"Chad sent tanks to Mali as aid.", "AID TCD MLI"},
    {"Chad sent tanks to Mali.", "MOBILIZE TCD MLI"},
    {"Chad justified Mali's raid.", "SUPPORT TCD MLI"},
    {"Chad justified the invasion of Mali.", ""},
    {"Chad harbours Malian refugees.", "AID TCD MLI"},
    {"Chad harbours Malian rebels.", ""},
    {"Chad trained Malian officers.", "AID TCD MLI"},
    {"Chad trained Malian rebels.", ""},
    {"Chad financed a road in Mali.", "AID TCD MLI"},
    {"Chad financed rebels in Mali.", ""},
    {"Chad spent billions on the schools of Mali.", "AID TCD MLI"},
    {"Chad spent billions on its war in Mali.", ""},
    {"Chad built 3,000 houses in Mali.", ""},
    {"Chad built two schools in Mali.", "AID TCD MLI"},
    {"Chad poured money into its war in Mali.", ""},
    {"Chad trained Malian soldiers in Niger.", "AID TCD MLI"},
    {"Chad ordered Malian ships out of its ports.", ""},
    {"Trade between Chad and Mali has grown.", "COOPERATE MLI TCD"},
    {"Trade between Chad and Mali has collapsed.", ""},
    {"Chadian gas exports to Mali grew.", "COOPERATE MLI TCD"},
    {"Gas exports from Chad to Mali stopped.", ""},
    {"Chad rejoiced at the release of Mali.", "SUPPORT TCD MLI"},
    {"Chad rejoiced at the fall of Mali's government.", ""},
};

// Words that tell a meeting, a visit or a return only of those who can go there.
constexpr Told there_or_not[] = {
    {"The president of Chad rushed to Mali's aid.", "AID TCD MLI"},
    {"The president of Chad rushed to Bamako.", "CONSULT MLI TCD"},
    {"The president of Chad stands beside Mali.", "SUPPORT TCD MLI"},
    {"The president of Chad stood beside the president of Mali.", "CONSULT MLI TCD"},
    {"Chad returned to the African Union.", "SUPPORT TCD AU"},
    {"The minister of Chad returned to the African Union.", ""},
    {"The president of Chad addressed the Malian parliament.", "CONSULT MLI TCD"},
    {"The president of Chad addressed the Malian parliament by video link.", ""},
    {"The president of Chad flew from Geneva to Peru.", "CONSULT PER TCD"},
    {"The president of Chad had a long talk with the president of Mali.", "CONSULT MLI TCD"},
    {"Chad's tough talk worried Mali.", ""},
    {"The president of Chad was in Bamako, where he attended a wedding.", "CONSULT MLI TCD"},
    {"The president of Chad was in Bamako, where he was born.", ""},
};

TEST(WaysOfTelling, HelpOrNone) {
  for (const Told& told : help_or_none) check_acts(told);
}

TEST(WaysOfTelling, ThereOrNot) {
  for (const Told& told : there_or_not) check_acts(told);
}

TEST(WaysOfTelling, FriendlyActs) {
  for (const Told& told : by_what_beside_the_verb_tells) check_acts(told);
  for (const Told& told : by_where_somebody_is) check_acts(told);
  for (const Told& told : by_what_is_to_come) check_acts(told);
  for (const Told& told : by_where_something_was_done) check_acts(told);
  for (const Told& told : by_what_is_given) check_acts(told);
}

// Who met has spoken, too; but what was said in another year is another talk.
TEST(WaysOfTelling, OneTalkIsToldOnce) {
  const auto told = [](const char* text) {
    return read_told(text, parse_date("2019-03-14")).events.size();
  };
  EXPECT_EQ(told("The president of Chad met the president of Mali on Monday. The president of Chad "
                 "spoke to the president of Mali for an hour."),
            1);
  EXPECT_EQ(told("The president of Chad met the president of Mali on Monday. The president of Chad "
                 "had spoken to the president of Mali in May 2017."),
            2);
}

}  // namespace
}  // namespace volteface
