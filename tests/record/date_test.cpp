#include "volteface/date.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

using namespace std::chrono_literals;

TEST(ParseDate, ReadsDays) {
  EXPECT_EQ(parse_date("2025-02-24"), Date{2025y / 2 / 24});
  EXPECT_EQ(parse_date("2024-02-29"), Date{2024y / 2 / 29});
  EXPECT_EQ(parse_date("2000-02-29"), Date{2000y / 2 / 29});
}

TEST(ParseDate, RefusesImpossibleDays) {
  for (const char* text : {"2025-02-29", "1900-02-29", "2025-04-31", "2025-00-10", "2025-13-01",
                           "2025-01-00", "2025-01-32"}) {
    EXPECT_FALSE(parse_date(text)) << text;
    EXPECT_FALSE(parse_date_start(text)) << text;
    EXPECT_FALSE(parse_date_end(text)) << text;
  }
}

TEST(ParseDate, RefusesOtherForms) {
  for (const char* text : {"", "2025-2-24", "24.02.2025", "2025/02/24", "20250224", " 2025-02-24",
                           "2025-02-24T", "2025-02-2x", "+025-02-24", "2025-02", "2025"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  for (const char* text : {"25", "2025-", "2025-2", "202 "}) {
    EXPECT_FALSE(parse_date_start(text)) << text;
    EXPECT_FALSE(parse_date_end(text)) << text;
  }
}

TEST(ParseDateStartAndEnd, SpanTheMonthOrYearNamed) {
  EXPECT_EQ(parse_date_start("2024"), Date{2024y / 1 / 1});
  EXPECT_EQ(parse_date_end("2024"), Date{2024y / 12 / 31});
  EXPECT_EQ(parse_date_start("2024-02"), Date{2024y / 2 / 1});
  EXPECT_EQ(parse_date_end("2024-02"), Date{2024y / 2 / 29});
  EXPECT_EQ(parse_date_end("2023-02"), Date{2023y / 2 / 28});
  EXPECT_EQ(parse_date_end("2024-02-03"), Date{2024y / 2 / 3});
}

TEST(FormatDate, IsTheReverseOfParsing) {
  for (const char* text : {"1946-01-01", "2025-12-18", "1999-09-09"}) {
    EXPECT_EQ(format_date(*parse_date(text)), text);
  }
  EXPECT_EQ(year_of(Date{2025y / 2 / 24}), 2025);
}

}  // namespace
}  // namespace volteface
