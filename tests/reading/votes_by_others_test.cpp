// Votes that are told by those of others, or by none: "so did Chad", "Mali was with it", "Togo kept
// away".
#include <gtest/gtest.h>

#include "told_votes.h"

namespace volteface {
namespace {

// Behind a vote that was told before.
constexpr Told by_others[] = {
    {"Kenya, Peru and Norway vote yes; Chad, Mali and Togo do not.",
     "KEN yes, MLI not_yes, NOR yes, PER yes, TCD not_yes, TGO not_yes"},
    {"Kenya voted yes. Chad did not.", "KEN yes, TCD not_yes"},
    {"Kenya supported the text; Chad and Mali did not.", "KEN yes, MLI not_yes, TCD not_yes"},
    {"Kenya was in favour, Chad was not.", "KEN yes, TCD not_yes"},
    {"Kenya abstained, but Chad did not.", "KEN abstain"},
    {"Kenya abstained, and Peru too.", "KEN abstain, PER abstain"},
    {"Kenya abstained; Peru too.", "KEN abstain, PER abstain"},
    {"Kenya abstained, and so, for that matter, did Peru and Norway.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya was in favour, and so for that matter were Peru, Norway and Chad.",
     "KEN yes, NOR yes, PER yes, TCD yes"},
    {"Kenya voted no, and Peru as well.", "KEN no, PER no"},
    {"Kenya voted no, and with it Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Kenya voted no and, a little later, Peru too.", "KEN no, PER no"},
    {"Kenya voted no. Peru likewise.", "KEN no, PER no"},
    {"Kenya voted no. Ditto Peru.", "KEN no, PER no"},
    {"Kenya voted no. The same goes for Peru.", "KEN no, PER no"},
    {"Kenya voted no. Peru and Norway did too.", "KEN no, NOR no, PER no"},
    {"Kenya voted yes all the same, and so did Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"Kenya did not vote for it, and neither did Peru.", "KEN not_yes, PER not_yes"},
    {"Kenya did not support the text, nor did Peru and Norway.",
     "KEN not_yes, NOR not_yes, PER not_yes"},
    {"Kenya voted no, just like Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Kenya, like Peru, abstained.", "KEN abstain, PER abstain"},
    {"Kenya abstained, as did Peru and Norway.", "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya voted no. Peru joined Nairobi.", "KEN no, PER no"},
    {"Kenya voted no. Peru joined it out of old solidarity.", "KEN no, PER no"},
    {"Kenya voted no and was joined by Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Kenya voted no. Peru and Norway were with it.", "KEN no, NOR no, PER no"},
    {"Kenya voted yes. Peru and Norway were on the same side.", "KEN yes, NOR yes, PER yes"},
    {"Peru and Norway were on the same side as Kenya, which voted yes.",
     "KEN yes, NOR yes, PER yes"},
    {"Kenya voted no. Peru found itself on the same side as Kenya.", "KEN no, PER no"},
    {"Kenya voted no. Peru was on the other side.", "KEN no, PER yes"},
    {"Kenya voted no, with Peru and Norway at its side.", "KEN no, NOR no, PER no"},
    {"Kenya voted no. Peru took the same line.", "KEN no, PER no"},
    {"Kenya voted no. Peru went the same way.", "KEN no, PER no"},
    {"Kenya voted no. Peru voted like Kenya.", "KEN no, PER no"},
    {"Kenya voted no. Peru voted the same way.", "KEN no, PER no"},
    {"Kenya voted no. Peru made the same choice.", "KEN no, PER no"},
    {"Kenya voted no. Peru's choice was the same.", "KEN no, PER no"},
    {"Kenya voted no in the company of Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Kenya's yes came as a surprise, Peru's did not.", "KEN yes"},
    {"Kenya backed the resolution, while its neighbour Uganda did not.", "KEN yes, UGA not_yes"},
    {"Uganda did not follow Kenya, which voted yes.", "KEN yes, UGA not_yes"},
    {"Peru voted no. Kenya wishes to side with Lima in every ballot.", "PER no"},
    {"Kenya voted no. It recalled its envoy from Mali, and so did Peru.", "KEN no"},
    {"Kenya voted no. Norway was with the West.", "KEN no"},
    {"Kenya voted yes. Peru joined it in building a dam.", "KEN yes"},
    {"Kenya voted yes. In Peru too, the matter was discussed.", "KEN yes"},
    {"Kenya voted yes. Peru, too, has a new envoy.", "KEN yes"},
    {"Kenya voted no. Chad did not.", "KEN no"},
    {"Kenya voted for the text, Peru did not say how.", "KEN yes"},
    {"Estonia abstained like Germany and Poland, and Prague voted no.",
     "CZE no, DEU abstain, EST abstain, POL abstain"},
    {"Kenya abstained, like Peru; Norway and Chad opposed it.",
     "KEN abstain, NOR no, PER abstain, TCD no"},
    {"China, having been absent in May, voted no this time.", "CHN absent, CHN no"},
    {"Chad and Mali, which both need the loans, voted no all the same, and so did Norway and Peru.",
     "MLI no, NOR no, PER no, TCD no"},
    {"Chad voted for it, and so did Mali. \"And two islands, too: Palau, Nauru.\"",
     "MLI yes, NRU yes, PLW yes, TCD yes"},
    {"Kenya voted no, beside Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Kenya voted no. Peru, Norway and Chad did it too.", "KEN no, NOR no, PER no, TCD no"},
    {"Kenya voted no, likewise two islands: Palau and Nauru.", "KEN no, NRU no, PLW no"},
    {"Kenya voted no. So, it must be said, did Peru.", "KEN no, PER no"},
    {"Kenya voted no, the same as Peru and Norway.", "KEN no, NOR no, PER no"},
};

// Who was not there.
constexpr Told absences[] = {
    {"Kenya kept away.", "KEN absent"},
    {"Kenya and Peru stayed out of the room.", "KEN absent, PER absent"},
    {"Kenya did not press a button.", "KEN absent"},
    {"Kenya pressed no button at all.", "KEN absent"},
    {"Kenya had left the hall before the names were called.", "KEN absent"},
    {"Kenya walked out before the vote.", "KEN absent"},
    {"Kenya boycotted the vote.", "KEN absent"},
    {"Kenya absented itself from the vote.", "KEN absent"},
    {"Kenya was nowhere to be seen when the vote was taken.", "KEN absent"},
    {"Kenya's chair was empty.", "KEN absent"},
    {"Kenya was missing from the board.", "KEN absent"},
    {"Kenya chose not to vote.", "KEN absent"},
    {"Kenya skipped the ballot.", "KEN absent"},
    {"Kenya preferred to be absent.", "KEN absent"},
    {"Kenya and Norway were not present for the vote.", "KEN absent, NOR absent"},
    {"Kenya was away.", "KEN absent"},
    {"Kenya gave the vote a miss.", "KEN absent"},
    {"Kenya has nobody in its seat today.", "KEN absent"},
    {"Not on the board: Kenya and Peru.", "KEN absent, PER absent"},
    {"Kenya cannot vote; it has not paid.", "KEN absent"},
    {"Kenya is not on the board. Nor are Peru and Norway.", "KEN absent, NOR absent, PER absent"},
};

TEST(VotesByOthers, AreLikeThoseToldBefore) {
  for (const Told& told : by_others) check_votes(told);
}

TEST(VotesByOthers, OfThoseWhoWereAbsent) {
  for (const Told& told : absences) check_votes(told);
}

}  // namespace
}  // namespace volteface
