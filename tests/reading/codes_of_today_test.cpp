// States that go on under another code are told by that of today.
#include <gtest/gtest.h>

#include "told_votes.h"

namespace volteface {
namespace {

TEST(CodesOfToday, OfStatesThatGoOn) {
  const Reading reading = read_told(
      "NEW YORK, 14 March 1984 - The UN General Assembly adopted a resolution on Wednesday. The "
      "Soviet Union voted no. West Germany and Czechoslovakia abstained.",
      parse_date("1984-03-14"));
  std::multiset<std::string> got;
  for (const ReportedVote& vote : reading.votes) got.insert(text_of_vote(vote));
  EXPECT_EQ(joined(got), "CSK abstain, DEU abstain, RUS no");
}

}  // namespace
}  // namespace volteface
