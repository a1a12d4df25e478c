// Hostile acts of two towards each other, by crowds and by means, beside such as are none.
#include <gtest/gtest.h>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told acts[] = {
    {"Mali was threatened with sanctions by Chad.", "THREATEN TCD MLI"},
    {"Chad and Mali accused each other of breaking the truce.", "ACCUSE MLI TCD, ACCUSE TCD MLI"},
    {"Chad and Mali blamed each other.", "ACCUSE MLI TCD, ACCUSE TCD MLI"},
    {"Chad and Mali broke off relations.", "SANCTION MLI TCD, SANCTION TCD MLI"},
    {"Niger expelled the Togolese envoy. Chad and Mali broke off relations.",
     "SANCTION MLI TGO, SANCTION NER TGO, SANCTION TCD TGO"},
    {"Chad traded insults with Mali.", "ACCUSE TCD MLI"},
    {"Chad and Mali traded insults.", "ACCUSE TCD MLI"},
    {"Chad and Mali traded cattle for years.", "COOPERATE MLI TCD"},
    {"The Chadian cabinet agreed to impose sanctions on Mali.", "SANCTION TCD MLI planned"},
    {"Chad agreed to lift its sanctions on Mali.", "AGREE MLI TCD"},
    {"Chad alleged that Mali was behind the coup.", "ACCUSE TCD MLI"},
    {"Neither Chad nor Niger recognises Mali.", "REJECT NER MLI, REJECT TCD MLI"},
    {"Protesters in N'Djamena attacked the Malian embassy.", "ASSAULT TCD MLI"},
    {"Chad launched an offensive against Mali.", "ASSAULT TCD MLI"},
    {"Two Malian soldiers were killed by Chadian shells.", "ASSAULT TCD MLI"},
    {"Chad handed the Malian envoy a note of protest.", "ACCUSE TCD MLI"},
    {"Chad handed the Malian envoy a glass of water.", ""},
    {"Chad postponed the summit with Mali indefinitely.", "SANCTION TCD MLI"},
    {"The Chadian refusal to recognise the Malian government is old.", "REJECT TCD MLI"},
    {"The Chadian ultimatum to Mali ran out on Monday.", "THREATEN TCD MLI"},
};

constexpr Told curbs[] = {
    {"Chad's president said Mali was trying to topple her.", "ACCUSE TCD MLI"},
    {"Chad's president said Mali was trying to help her.", ""},
    {"Chad and Mali quarrel. Chad promised a tit-for-tat response.", "THREATEN TCD MLI"},
    {"Chad and Mali quarrel. Chad promised a response by Friday.", "AGREE MLI TCD"},
    {"Chad cut its supplies to Mali by a third.", "SANCTION TCD MLI"},
    {"Chad paused its trade talks with Mali.", "SANCTION TCD MLI"},
    {"Chad doubled its tariffs on Malian cotton.", "SANCTION TCD MLI"},
    {"Chad doubled its exports to Mali.", "COOPERATE MLI TCD"},
    {"The African Union agreed on new sanctions against Mali.", "SANCTION AU MLI"},
    {"The African Union agreed on a loan with Mali.", "AGREE AU MLI"},
    {"Chad suspended the treaty of friendship with Mali.", "SANCTION TCD MLI"},
    {"Chad recalled its ambassador from Niger out of friendship with Mali.", "SANCTION TCD NER"},
    {"Chad handed over a note of protest to Mali.", "ACCUSE TCD MLI"},
    {"Chad handed over the bodies to Mali.", "RETREAT TCD MLI"},
    {"Chad asked Mali to recall forty diplomats.", "SANCTION TCD MLI"},
    {"Chad asked Mali to withdraw the draft.", "REQUEST TCD MLI"},
    {"A Chadian drone crossed into Mali.", "MOBILIZE TCD MLI"},
    {"A Chadian singer crossed into Mali.", ""},
    {"Chadian jets violated Malian airspace.", "MOBILIZE TCD MLI"},
};

TEST(CurbsAndCharges, AreToldApart) {
  for (const Told& told : curbs) check_acts(told);
}

TEST(ActsOfTwo, AreToldApart) {
  for (const Told& told : acts) check_acts(told);
}

}  // namespace
}  // namespace volteface
