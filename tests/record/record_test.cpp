#include "volteface/record.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

TEST(Record, KnowsThePublishedTallyOfUkraineVotes) {
  const Record record = embedded_record();
  const Tally first = record.tally(record.roll_call("A/RES/ES-11/7"));
  EXPECT_EQ(first.yes, 93u);
  EXPECT_EQ(first.no, 18u);
  EXPECT_EQ(first.abstain, 65u);
  const Tally second = record.tally(record.roll_call("A/RES/ES-11/8"));
  EXPECT_EQ(second.yes, 93u);
  EXPECT_EQ(second.no, 8u);
  EXPECT_EQ(second.abstain, 73u);
}

}  // namespace
}  // namespace volteface
