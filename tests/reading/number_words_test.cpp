#include "reading/number_words.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

TEST(NumberWords, AreThoseOfReports) {
  EXPECT_EQ(number_named("58"), 58u);
  EXPECT_EQ(number_named("nineteen"), 19u);
  EXPECT_EQ(number_named("ninety"), 90u);
  EXPECT_FALSE(number_named("2024"));
  EXPECT_FALSE(number_named(""));
  EXPECT_FALSE(number_named("many"));
}

}  // namespace
}  // namespace volteface
