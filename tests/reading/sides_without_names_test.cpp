// Sides that bear no name in the sentence: persons nobody knows, offices, hosts, halls, and those
// who talk to the one that is named; each with its like that is somebody else, or nobody.
#include <gtest/gtest.h>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

// Whom those serve who are not known, by the words beside the name.
constexpr Told served_beside[] = {
    {"Togo spoke. A spokeswoman for Nepal's foreign ministry, Sita Rana, thanked India.",
     "SUPPORT NPL IND"},
    {"Togo spoke. A spokeswoman, Sita Rana, thanked India.", "SUPPORT TGO IND"},
    {"Togo spoke. In Bamako, Foreign Minister Omar Sow thanked Norway.", "SUPPORT MLI NOR"},
    {"Togo spoke. In Geneva, Foreign Minister Omar Sow thanked Norway.", "SUPPORT TGO NOR"},
    {"Togo spoke. In Bamako, Ambassador Omar Sow thanked Norway.", "SUPPORT TGO NOR"},
    {"Ola Berg, speaking for the European Union, condemned Mali.", "ACCUSE EU MLI"},
    {"Togo spoke. Hugo Sanz, a minister in the government of Peru, thanked Norway.",
     "SUPPORT PER NOR"},
    {"Vera Lund, number two of the State Department, thanked Norway.", "SUPPORT USA NOR"},
    {"Oscar Mendez of the State Department thanked Norway.", "SUPPORT USA NOR"},
    {"Vera Lund in a red hat thanked Norway.", ""},
    {"William Hill, for Canberra, applauded Fiji.", "SUPPORT AUS FJI"},
    {"William Hill, for once, applauded Fiji.", ""},
};

TEST(SidesWithoutNames, WordsBesideNames) {
  for (const Told& told : served_beside) check_acts(told);
}

// Offices act for whose they are; a host and a hall are somebody though they bear no name.
constexpr Told without_a_name[] = {
    {"Chad accused Mali of fraud. Chad feared Mali. The police expelled two Malian envoys.",
     "ACCUSE TCD MLI, SANCTION TCD MLI"},
    {"Chad accused Mali of fraud. Chad feared Mali. Two police expelled two Malian envoys.",
     "ACCUSE TCD MLI"},
    {"The prime minister of Kenya's office accused Sudan.", "ACCUSE KEN SDN"},
    {"The post office accused Sudan.", ""},
    {"The president of Chad flew to Mali. The president of Chad thanked his host.",
     "CONSULT MLI TCD, SUPPORT TCD MLI"},
    {"The United Nations voted on Monday by 90 votes to 12. Chad's envoy thanked the majority.",
     "SUPPORT TCD UN"},
    {"The United Nations voted on Monday by 90 votes to 12. Chad's envoy thanked the four states.",
     ""},
    {"Chad accused Mali of fraud. Mali resisted.", "ACCUSE TCD MLI, REJECT MLI TCD"},
    {"Chad accused Mali of fraud. Mali could sue.", "ACCUSE MLI TCD possible, ACCUSE TCD MLI"},
    {"Chad accused Mali of fraud. Mali sued Togo.", "ACCUSE MLI TGO, ACCUSE TCD MLI"},
};

TEST(SidesWithoutNames, WithoutAName) {
  for (const Told& told : without_a_name) check_acts(told);
}

// Talks and treaties of which one side is named: with whom that side has to do.
constexpr Told with_one[] = {
    {"Chad accused Mali of fraud. Chad feared Mali. Talks with Mali failed.",
     "ACCUSE TCD MLI, CONSULT MLI TCD"},
    {"Talks with Mali failed.", ""},
};

TEST(SidesWithoutNames, TalksOfOneNamed) {
  for (const Told& told : with_one) check_acts(told);
}

}  // namespace
}  // namespace volteface
