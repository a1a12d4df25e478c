#include <gtest/gtest.h>

#include "volteface/checking.h"

namespace volteface {
namespace {

// "yes 93, no 18"
std::string told(std::string_view text) {
  constexpr std::string_view marks[] = {"", "~", ">", ">=", "<", "<="};
  std::string out;
  for (const ReportedTally& tally : find_tallies(text)) {
    if (!out.empty()) out += ", ";
    out += std::string(choice_name(tally.choice)) + " " +
           std::string(marks[static_cast<std::size_t>(tally.bound)]) + std::to_string(tally.count);
  }
  return out;
}

TEST(Tallies, AreReadInTheFormsThatReportsHave) {
  const std::pair<std::string_view, std::string> texts[] = {
      {"The motion was carried with 187 in favour, two against and one abstention.",
       "yes 187, no 2, abstain 1"},
      {"It passed by 104 votes to 6, with sixty-eight abstentions.", "yes 104, no 6, abstain 68"},
      {"The vote was 89-7-43.", "yes 89, no 7, abstain 43"},
      {"The Assembly adopted it 128\u2013"
       "9, with 35 abstaining.",
       "yes 128, no 9, abstain 35"},
      {"Japan was one of 12 states to vote against the text.", "no 12"},
      {"More than forty delegations abstained; at least 20 countries voted no.",
       "abstain >40, no >=20"},
      {"Nearly 100 nations voted in favour, fewer than ten opposed.", "yes ~100, no <10"},
      {"In favour 55, against 44.", "yes 55, no 44"},
      {"The draft received 132 votes.", "yes 132"}};
  for (const auto& [text, expected] : texts) EXPECT_EQ(told(text), expected) << text;
}

TEST(Tallies, AreNotReadFromOtherNumbers) {
  for (const std::string_view text :
       {"The 47-member Council voted against it.", "It needs two-thirds of those who abstain not.",
        "After 12 months of war the minister is against talks.", "They scored 3-1 in Lagos.",
        "He has 15 sons and no vote.", "On 24 February Oman abstained.", "In 1982 votes were few.",
        "At 11:12 no one had left.", "5 % voted against."}) {
    EXPECT_EQ(told(text), "") << text;
  }
}

TEST(Tallies, HoldAsFarAsTheirBoundsGo) {
  ReportedTally tally;
  tally.count = 60;
  EXPECT_TRUE(tally_holds(tally, 60));
  EXPECT_FALSE(tally_holds(tally, 61));
  tally.bound = Bound::more_than;
  EXPECT_FALSE(tally_holds(tally, 60));
  EXPECT_TRUE(tally_holds(tally, 65));
  tally.bound = Bound::at_most;
  EXPECT_TRUE(tally_holds(tally, 60));
  EXPECT_FALSE(tally_holds(tally, 61));
  tally.bound = Bound::about;
  EXPECT_TRUE(tally_holds(tally, 65));
  EXPECT_FALSE(tally_holds(tally, 70));
}

}  // namespace
}  // namespace volteface
