// Blame and praise in quoted words, beside words of the same kind that blame or praise nobody.
#include <gtest/gtest.h>

#include "reading/quoted_judgement.h"
#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

TEST(QuotedJudgement, CountsWhatIsNotDenied) {
  EXPECT_EQ(judgement_of("this is an aggression"), Judgement::ill);
  EXPECT_EQ(judgement_of("this is not an aggression"), Judgement::none);
  EXPECT_EQ(judgement_of("no friend behaves so"), Judgement::ill);
  EXPECT_EQ(judgement_of("this is not the act of a friend"), Judgement::ill);
  EXPECT_EQ(judgement_of("they lack the courage"), Judgement::ill);
  EXPECT_EQ(judgement_of("a friend in need"), Judgement::well);
  EXPECT_EQ(judgement_of("we are friends with everybody"), Judgement::none);
  EXPECT_EQ(judgement_of("the pact was made against aggression"), Judgement::none);
  EXPECT_EQ(judgement_of("we take the genocide convention to heart"), Judgement::none);
  EXPECT_EQ(judgement_of("we made a mistake and we will pay for it"), Judgement::none);
  EXPECT_EQ(judgement_of("they made a mistake"), Judgement::ill);
}

constexpr Told acts[] = {
    {"\"This is an aggression,\" the minister of Mali said of Chad.", "ACCUSE MLI TCD"},
    {"\"This is a success,\" the minister of Mali said of Chad.", "SUPPORT MLI TCD"},
    {"\"This is a lake,\" the minister of Mali said of Chad.", ""},
    {"\"Chad made a mistake today,\" the minister of Mali said.", "ACCUSE MLI TCD"},
    {"\"Mali made a mistake today,\" the minister of Mali said after the talks with Chad.",
     "CONSULT MLI TCD"},
    {"Chad met Mali. \"A true friend,\" the minister of Mali said.",
     "CONSULT MLI TCD, SUPPORT MLI TCD"},
    {"Chad met Mali. \"Trust is the coin of friendship,\" the minister of Mali said.",
     "CONSULT MLI TCD"},
    {"Chad rejected the Malian claim as \"a shameful lie\".", "REJECT TCD MLI"},
};

TEST(QuotedActs, AreToldOfWhomTheyMean) {
  for (const Told& told : acts) check_acts(told);
}

}  // namespace
}  // namespace volteface
