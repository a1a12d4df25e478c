// Hostile acts and demands, beside sentences of the same words that tell none.
#include <gtest/gtest.h>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told acts[] = {
    {"Kenya quit the talks with Sudan.", "SANCTION KEN SDN"},
    {"Kenya walked out of the talks with Sudan.", "SANCTION KEN SDN"},
    {"Kenya put its treaty with Sudan on ice.", "SANCTION KEN SDN"},
    {"Kenya held its treaty with Sudan in abeyance.", "SANCTION KEN SDN"},
    {"Kenya went on with the talks with Sudan.", "CONSULT KEN SDN"},
    {"Kenya ended its aid to Sudan.", "SANCTION KEN SDN"},
    {"Kenya announced the suspension of its aid to Sudan.", "SANCTION KEN SDN"},
    {"Kenya's aid to Sudan grew.", "AID KEN SDN"},
    {"Kenya called for talks with Sudan.", ""},
    {"Kenya invited Sudan to the talks.", "REQUEST KEN SDN"},
    {"Kenya withdrew its invitation to the president of Sudan.", "SANCTION KEN SDN"},
    {"Kenya refused to talk with Sudan.", "REJECT KEN SDN"},
    {"Kenya refused to hand over the banker to Sudan.", "REJECT KEN SDN"},
    {"Kenya refused to apologise to Sudan.", "SUPPORT KEN SDN negated"},
    {"Kenya threatened to expel the Sudanese ambassador.", "THREATEN KEN SDN"},
    {"Kenya threatened to leave the African Union.", "THREATEN KEN AU"},
    {"Kenya does not accept the Sudanese plan.", "REJECT KEN SDN"},
    {"Kenya has not accepted the Sudanese plan.", "AGREE KEN SDN negated"},
    {"Kenya accepted the Sudanese plan.", "AGREE KEN SDN"},
    {"If Kenya does not accept the Sudanese plan, the truce is over.", "AGREE KEN SDN negated"},
    {"Kenya would not hear of the Sudanese plan.", "REJECT KEN SDN"},
    {"Kenya heard of the Sudanese plan.", ""},
    {"Kenya will not bow to Sudan.", "REJECT KEN SDN"},
    {"Kenya bowed to Sudan.", "CONCEDE KEN SDN"},
    {"Kenya will never recognise the Sudanese government.", "REJECT KEN SDN"},
    {"Kenya has no plans to recognise the Sudanese government.", "SUPPORT KEN SDN negated"},
    {"Kenya will not let Sudan into the bloc.", "REJECT KEN SDN"},
    {"Kenya let Sudan into the bloc.", ""},
    {"Kenya gave Sudan two days to answer.", "REQUEST KEN SDN"},
    {"Kenya gave the Sudanese ambassador until Monday to leave.", "SANCTION KEN SDN"},
    {"Kenya gave Sudan until Monday to leave the island.", "REQUEST KEN SDN"},
    {"Kenya regards the Sudanese step as an insult.", "ACCUSE KEN SDN"},
    {"Kenya regards the Sudanese step as a success.", ""},
    {"Kenya called Sudan an outlaw state.", "ACCUSE KEN SDN"},
    {"Kenya considers Sudan an aggressor.", "ACCUSE KEN SDN"},
    {"Kenya considered sanctions on Sudan after the massacre.", ""},
    {"Kenya summoned Omar Saleh, Sudan's ambassador.", "ACCUSE KEN SDN"},
    {"Kenya launched a verbal attack on Sudan.", "ACCUSE KEN SDN"},
    {"Kenya launched an attack on Sudan.", "ASSAULT KEN SDN"},
    {"Kenya put the blame for the raid on Sudan.", "ACCUSE KEN SDN"},
    {"Kenya told Sudan no.", "REJECT KEN SDN"},
    {"Kenya told Sudan that no ship had come.", ""},
    {"Sudan is a bully, Kenya's president said.", "ACCUSE KEN SDN"},
    {"Sudan is a neighbour, Kenya's president said.", ""},
    {"According to Kenya, Sudan is arming rebels.", "ACCUSE KEN SDN"},
    {"According to Kenya, Sudan is buying wheat.", ""},
    {"Kenya insisted that Sudan leave.", "REQUEST KEN SDN"},
    {"Kenya insisted that Sudan had left.", ""},
    {"Kenya told Sudan that it must leave.", "REQUEST KEN SDN"},
    {"Kenya told Sudan that it had left.", ""},
    {"Kenya said Sudan had to leave.", "REQUEST KEN SDN"},
    {"Kenya said that any attack by Sudan would be an act of war.", "THREATEN KEN SDN"},
    {"Kenya said that the attack by Sudan had been an act of war.", ""},
    {"Any attack by Sudan would be taken as an act of war, Kenya said.", "THREATEN KEN SDN"},
    {"Kenya said Sudan would pay a price.", "THREATEN KEN SDN"},
    {"Kenya said Sudan would pay a visit.", ""},
    {"Kenya said Sudan would pay the price of the ships.", "THREATEN KEN SDN"},
    {"At the request of Kenya, Sudan opened the road.", "REQUEST KEN SDN"},
    {"Kenya expects an apology from Sudan.", "REQUEST KEN SDN"},
    {"Kenya is expecting a visitor from Sudan.", ""},
    {"Kenya attacked Sudan. Uganda followed a month later.", "ASSAULT KEN SDN"},
    {"Kenya stopped a Sudanese train.", ""},
    {"The Kenyan navy stopped a Sudanese trawler.", "COERCE KEN SDN"},
    {"Kenya told Sudan to halve its embassy staff.", "SANCTION KEN SDN"},
    {"Kenya told Sudan that it had cut its embassy staff.", "SANCTION KEN SDN"},
    {"Kenya turned its back on Sudan.", "SANCTION KEN SDN"},
    {"Kenya took aim at Sudan.", "ACCUSE KEN SDN"},
    {"Kenya took part in the games in Sudan.", ""},
    {"Kenya took its students out of Sudanese schools.", "SANCTION KEN SDN"},
    {"Kenya fired a broadside at Sudan.", "ACCUSE KEN SDN"},
    {"Kenya sent ten battalions to the Sudanese frontier.", "MOBILIZE KEN SDN"},
};

TEST(HostileActs, AreToldByTheirWays) {
  for (const Told& told : acts) check_acts(told);
}

}  // namespace
}  // namespace volteface
