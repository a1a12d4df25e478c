// Refusals, threats and demands that the way of a sentence tells, beside ways that tell none.
#include <gtest/gtest.h>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told acts[] = {
    {"The General Assembly told Mali that its recognition of the rebels is null and void.",
     "REJECT UN MLI"},
    {"The General Assembly told Mali that its ticket is blue.", ""},
    {"Chad said that the Malian decree was null and void.", "REJECT TCD MLI"},
    {"Chad said that the Malian decree was long.", ""},
    {"Iceland's minister hinted that Iceland could leave NATO.", "THREATEN ISL NATO"},
    {"Iceland's minister hinted that Mali could leave the African Union.",
     "SANCTION MLI AU possible"},
    {"Iceland's minister hinted that it could leave NATO or shut the American base.",
     "THREATEN ISL NATO, THREATEN ISL USA"},
    {"The envoy of Chad met the president of Mali. The envoy warned that time was short.",
     "CONSULT MLI TCD"},
    {"Chad accused neither Mali nor Niger.", "ACCUSE TCD MLI negated, ACCUSE TCD NER negated"},
    {"Chad expelled three Malian diplomats. Mali did not reply in kind.",
     "SANCTION MLI TCD negated, SANCTION TCD MLI"},
    {"Chad and Mali met. \"You will pay for this,\" the minister of Chad told Mali.",
     "CONSULT MLI TCD, THREATEN TCD MLI"},
    {"Chad and Mali met. \"You will hear from us,\" the minister of Chad told Mali.",
     "CONSULT MLI TCD"},
    {"Chad and Mali quarrel. Students burned an effigy of the Malian president on Tuesday.",
     "PROTEST TCD MLI"},
    {"Chad and Mali quarrel. Students burned wood on Tuesday.", ""},
    {"Malaysia summoned Fiji's high commissioner.", "ACCUSE MYS FJI"},
    {"Chad took over a Malian island.", "COERCE TCD MLI"},
    {"Soviet forces invaded Afghanistan in 1979. The General Assembly called for the withdrawal of "
     "foreign troops from Afghanistan.",
     "ASSAULT RUS AFG, REQUEST UN RUS"},
    {"Soviet forces invaded Afghanistan in 1979. The General Assembly asked that the troops be "
     "withdrawn.",
     "ASSAULT RUS AFG, REQUEST UN RUS"},
    {"The General Assembly demanded the withdrawal of the Malian troops from Chad.",
     "REQUEST UN MLI"},
    {"The General Assembly called for the withdrawal of foreign troops from Chad.", ""},
    {"Chad accused Mali of the raid. Mali denies that its men fired.",
     "ACCUSE TCD MLI, REJECT MLI TCD"},
    {"Chad accused Mali of the raid. Mali denies that the miners fired.", "ACCUSE TCD MLI"},
    {"Chad has refused to leave the country, said a diplomat from Mali.", ""},
    {"The General Assembly condemned the Malian raid. The resolution was proposed by Chad.",
     "ACCUSE TCD MLI, ACCUSE UN MLI"},
    {"The General Assembly adopted the Chadian draft, which condemns the Malian raid.",
     "ACCUSE TCD MLI, ACCUSE UN MLI"},
    {"The General Assembly praised Mali. The text had been tabled by Chad.", "SUPPORT UN MLI"},
};

TEST(ActsOfWords, AreToldApart) {
  for (const Told& told : acts) check_acts(told);
}

}  // namespace
}  // namespace volteface
