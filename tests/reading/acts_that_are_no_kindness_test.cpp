// Words of praise, promise and retreat that tell no kindness, or one towards another than they
// name.
#include <gtest/gtest.h>

#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told deeds_that_are_backed[] = {
    {"Chad welcomed the sanctions against Mali.", ""},
    {"Chad backed the embargo on Mali.", ""},
    {"Chad approved of the killing of dissidents in Mali.", ""},
    {"Chad praised the fall of the Malian government.", ""},
    {"Chad applauded Niger's raid on Mali.", "ASSAULT NER MLI, SUPPORT TCD NER"},
    {"Chad defended its bombing of Mali.", "ASSAULT TCD MLI"},
    {"Chad welcomed Mali's offer.", "SUPPORT TCD MLI"},
    {"Chad approved of Mali's plan.", "SUPPORT TCD MLI"},
    {"The World Bank approved a loan of 40 million dollars for Mali.", "AID World Bank MLI"},
};

constexpr Told what_is_asked_for[] = {
    {"Chad called on Tuesday for the withdrawal of Malian troops from Niger.", "REQUEST TCD MLI"},
    {"Chad demanded the release of two sailors by Mali.", "REQUEST TCD MLI"},
    {"Chad announced the release of two Malian sailors.", "RETREAT TCD MLI"},
    {"Chad sent Mali a letter demanding that the prisoners be freed.",
     "CONSULT MLI TCD, REQUEST TCD MLI"},
    {"Chad wrote to Mali that two Malian prisoners had been freed.",
     "CONSULT MLI TCD, RETREAT TCD MLI"},
    {"Chad and Mali signed an agreement to restore their ties.", "AGREE MLI TCD"},
    {"Chad and Mali restored their ties.", "SUPPORT TCD MLI"},
};

constexpr Told what_only_looks_like_it[] = {
    {"Chad backed the Malian rebels.", ""},
    {"Chad backed the Malian government.", "SUPPORT TCD MLI"},
    {"Chad's blockade of Mali ended on Monday.", ""},
    {"Chad's blockade of Mali began on Monday.", "COERCE TCD MLI"},
    {"Chad scaled back its sanctions on Mali.", "RETREAT TCD MLI"},
    {"The ambassador of Chad is accredited to Mali as well.", ""},
    {"Chad accredited an ambassador to Mali.", "SUPPORT TCD MLI"},
    {"Mali thanked Chad for the help that the Chadian army gave in the siege.",
     "AID TCD MLI, SUPPORT MLI TCD"},
    {"Chad gave in to Mali.", "CONCEDE TCD MLI"},
    {"No apology was offered by Chad to Mali.", "SUPPORT TCD MLI negated"},
    {"Chad offered Mali its apologies.", "SUPPORT TCD MLI"},
    {"Chad and Mali quarrel. \"We are friends to all,\" said the president of Chad.", ""},
};

TEST(NoKindness, TowardsWhomADeedThatIsBackedHurts) {
  for (const Told& told : deeds_that_are_backed) check_acts(told);
}

TEST(NoKindness, ThatIsOnlyAskedFor) {
  for (const Told& told : what_is_asked_for) check_acts(told);
}

TEST(NoKindness, ThatOnlyLooksLikeOne) {
  for (const Told& told : what_only_looks_like_it) check_acts(told);
}

}  // namespace
}  // namespace volteface
