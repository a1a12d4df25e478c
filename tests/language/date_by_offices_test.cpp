// The day of a text that does not tell it, by the terms of those it names: Jacinda Ardern headed
// the government of New Zealand from 2017-10-26 to 2023-01-25, Scott Morrison that of Australia
// from 2018-08-24 to 2022-05-23.
#include <gtest/gtest.h>

#include "language/one_language.h"

namespace volteface {
namespace {

TEST(DateByOffices, IsWithinBothTerms) {
  const Document document =
      one_language().read("Prime Minister Jacinda Ardern received President Gabriel Boric.");
  EXPECT_EQ(document.date.source, DocumentDate::Source::inferred);
  EXPECT_GE(document.date.from, *parse_date("2022-03-11"));
  EXPECT_LE(document.date.to, *parse_date("2023-01-25"));
}

// In the years of both, 24 March was a Tuesday in 2020 alone.
TEST(DateByOffices, ADatelineWithoutItsYearGetsIt) {
  const Document document = one_language().read(
      "WELLINGTON, March 24 (Agency) - Jacinda Ardern and Emmanuel Macron spoke on Tuesday.");
  EXPECT_EQ(format_date(document.date.from), "2020-03-24");
  EXPECT_EQ(format_date(document.date.to), "2020-03-24");
}

// 25 March was in none of those years a Tuesday, and the day after one in 2020 alone.
TEST(DateByOffices, NewsMayBeOfYesterday) {
  const Document document = one_language().read(
      "WELLINGTON, March 25 (Agency) - Jacinda Ardern and Emmanuel Macron spoke on Tuesday.");
  EXPECT_EQ(format_date(document.date.from), "2020-03-25");
}

// What is told of 1985 is long past: 24 March was no Tuesday in the year behind it.
TEST(DateByOffices, TheDayOfTheWeekOutweighsWhatIsLookedBackOn) {
  const Document document = one_language().read(
      "WELLINGTON, March 24 (Agency) - Jacinda Ardern and Emmanuel Macron spoke on Tuesday. They "
      "spoke of the ship that was sunk in July 1985.");
  EXPECT_EQ(format_date(document.date.from), "2020-03-24");
}

TEST(DateByOffices, OnePersonIsTooFew) {
  const Document document = one_language().read("Jacinda Ardern received the guests.");
  EXPECT_EQ(document.date.source, DocumentDate::Source::none);
}

TEST(DateByOffices, WhoHasLeftTellsNothing) {
  const Document document =
      one_language().read("Jacinda Ardern received the former president of Chile, Gabriel Boric.");
  EXPECT_EQ(document.date.source, DocumentDate::Source::none);
}

TEST(DateByOffices, ADateThatIsToldCounts) {
  const Document document = one_language().read(
      "Suva, 3 May 2024\n\nJacinda Ardern and Gabriel Boric spoke at the conference.");
  EXPECT_EQ(format_date(document.date.from), "2024-05-03");
}

}  // namespace
}  // namespace volteface
