#include "reading/number_words.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

TEST(NumberWords, AreThoseOfReports) {
  EXPECT_EQ(number_named("58"), 58u);
  EXPECT_EQ(number_named("nineteen"), 19u);
  EXPECT_EQ(number_named("ninety"), 90u);
  EXPECT_EQ(number_named("twenty-four"), 24u);
  EXPECT_FALSE(number_named("hundred"));  // "a hundred and twenty" is not 100
  EXPECT_FALSE(number_named("21st"));
  EXPECT_FALSE(number_named("2024"));
  EXPECT_FALSE(number_named(""));
  EXPECT_FALSE(number_named("many"));
}

TEST(NumberWords, OfTensASmallerOneMayFollow) {
  EXPECT_TRUE(is_ten("twenty"));
  EXPECT_TRUE(is_ten("ninety"));
  for (const char* word : {"ten", "twelve", "twenty-four", "20", "many", ""}) {
    EXPECT_FALSE(is_ten(word)) << word;
  }
}

}  // namespace
}  // namespace volteface
