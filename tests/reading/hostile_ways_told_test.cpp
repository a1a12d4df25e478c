// Hostile acts told in less common words, beside sentences of the same words that tell none.
#include <gtest/gtest.h>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told acts[] = {
    {"Chad cancelled its gift of wheat to Mali.", "SANCTION TCD MLI"},
    {"Chad cancelled the concert in Mali.", ""},
    {"Chad stopped all its economic help to Mali.", "SANCTION TCD MLI"},
    {"Chad stopped its train in Mali.", ""},
    {"Chad took away the permits of the Malian workers.", "SANCTION TCD MLI"},
    {"Chad took away the rubbish of the Malian workers.", ""},
    {"Chad abolished visa-free entry for Malians.", "SANCTION TCD MLI"},
    {"Chad abolished visas for Malians.", "RETREAT TCD MLI"},
    {"Chad will not send a new ambassador to Mali.", "SANCTION TCD MLI"},
    {"Chad sent a new ambassador to Mali.", ""},
    {"The Chadian embargo against Mali has lasted for years.", "SANCTION TCD MLI"},
    {"The Chadian love of Mali has lasted for years.", ""},
    {"Chad answered Mali with an embargo.", "SANCTION TCD MLI"},
    {"Chad answered Mali with a letter.", ""},
    {"Chad asked for the recall of a Malian diplomat.", "SANCTION TCD MLI"},
    {"Chad asked for the address of a Malian diplomat.", "REQUEST TCD MLI"},
    {"Chad compared the president of Mali with a rat.", "ACCUSE TCD MLI"},
    {"Chad compared the prices of Mali with its own.", ""},
    {"The Chadian parliament passed a motion of protest against Mali.", "ACCUSE TCD MLI"},
    {"The Chadian parliament passed a law on Mali.", ""},
    {"Chad and Mali quarrel. Mali went to the World Court.", "ACCUSE MLI TCD"},
    {"Chad and Mali quarrel. Mali went to the World Cup.", ""},
    {"Chad and Mali quarrel. Mali asked for a delay.", "REQUEST MLI TCD"},
    {"Chad and Mali quarrel. Mali refuses to compromise.", "REJECT MLI TCD"},
    {"Chad and Mali quarrel. Mali refuses to eat.", ""},
    {"Chad referred the dispute to the UN.", "REQUEST TCD UN"},
    {"Chad referred the journalists to the UN.", ""},
    {"Chad cannot accept that Mali settles it alone.", "REJECT TCD MLI"},
    {"Chad accepts that Mali settles it alone.", ""},
    {"The president of Chad would not shake hands with the president of Mali.", "REJECT TCD MLI"},
    {"Chad and Mali quarrel. Mali threatened to sever relations.", "THREATEN MLI TCD"},
    {"A Chadian crowd pushed its way into the Malian embassy.", "ASSAULT TCD MLI"},
    {"A Chadian guest pushed his way into the hall.", ""},
    {"A Chadian crowd stormed into the Malian embassy.", "ASSAULT TCD MLI"},
    {"A Chadian team driven into debt.", ""},
    {"Chadian soldiers burned a Malian village.", "ASSAULT TCD MLI"},
    {"Chadian farmers burned straw in Mali.", ""},
    {"Chad overthrew the Malian government.", "ASSAULT TCD MLI"},
    {"Chad drove the Malian workers home.", "COERCE TCD MLI"},
    {"Chadian agents sank a boat in a port of Mali.", "ASSAULT TCD MLI"},
    {"Demonstrators in Chad blocked the gates of the Malian embassy.", "PROTEST TCD MLI"},
    {"Chad spied on the Malian president.", "COERCE TCD MLI"},
    {"Chad called in the Malian ambassador.", "ACCUSE TCD MLI"},
    {"Chad protested against Mali in a note to the UN.", "ACCUSE TCD MLI"},
    {"Chad complained to the UN about Mali.", "ACCUSE TCD MLI"},
    {"Chad thanked the members. In the General Assembly of the United Nations Chad asked the "
     "members to vote no.",
     "REQUEST TCD UN, SUPPORT TCD UN"},
    {"Chad asked the delegates in the Malian hotel to leave.", "REQUEST TCD MLI"},
    {"The minister of Chad went to the court of the Malian king.", ""},
    {"Chad asked the members of the General Assembly to vote no.", "REQUEST TCD UN"},
    {"The General Assembly meets on Friday. Chad asked the members to vote no.", "REQUEST TCD UN"},
    {"The General Assembly votes on Friday. The envoy of Chad asked the members to reject the "
     "draft.",
     "REQUEST TCD UN"},
    {"The General Assembly votes on Friday. The envoy of Chad begged all delegates not to give in.",
     "REQUEST TCD UN"},
    {"The General Assembly votes on Friday. The president of Chad threatened to cut off aid to "
     "anyone who votes against him.",
     "THREATEN TCD UN"},
};

TEST(HostileWays, AreToldApart) {
  for (const Told& told : acts) check_acts(told);
}

}  // namespace
}  // namespace volteface
