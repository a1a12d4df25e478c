// Days of a change, from stretches and mixtures of them.
#include "turn/change_dates.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

Date day(const char* text) { return *parse_date(text); }

std::vector<DateMass> stretches() {
  return {{day("2000-01-01"), day("2000-01-10"), 0.2},
          {day("2000-01-11"), day("2000-01-11"), 0.5},
          {day("2000-01-12"), day("2000-01-31"), 0.3}};
}

TEST(DayBy, SharesAStretchAmongItsDays) {
  EXPECT_EQ(day_by(stretches(), 0), day("2000-01-01"));
  EXPECT_EQ(day_by(stretches(), 0.05), day("2000-01-03"));
  EXPECT_EQ(day_by(stretches(), 0.5), day("2000-01-11"));
  EXPECT_EQ(day_by(stretches(), 0.85), day("2000-01-22"));
  EXPECT_EQ(day_by(stretches(), 1), day("2000-01-31"));
}

TEST(DayBy, RoundedMassesThatLackALittleEndWithTheLast) {
  const std::vector<DateMass> when = {{day("2000-01-01"), day("2000-01-10"), 0.999}};
  EXPECT_EQ(day_by(when, 1), day("2000-01-10"));
}

TEST(MostProbable, IsTheLastDayOfTheStretch) {
  EXPECT_EQ(most_probable(stretches()), day("2000-01-11"));
}

TEST(MixedDates, OneAloneStaysAsItIs) {
  MixedDates dates;
  dates.add(stretches(), 0.3);
  const auto mixed = dates.mixed();
  ASSERT_EQ(mixed.size(), 3u);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_EQ(mixed[k].first, stretches()[k].first);
    EXPECT_EQ(mixed[k].last, stretches()[k].last);
    EXPECT_NEAR(mixed[k].probability, stretches()[k].probability, 1e-12);
  }
}

TEST(MixedDates, CutsWhereEitherIsCutAndWeighsThem) {
  MixedDates dates;
  dates.add(stretches(), 3);
  dates.add(std::vector<DateMass>{{day("2000-01-06"), day("2000-01-15"), 1}}, 1);
  const auto mixed = dates.mixed();
  ASSERT_EQ(mixed.size(), 5u);
  EXPECT_EQ(mixed[0].last, day("2000-01-05"));
  EXPECT_NEAR(mixed[0].probability, 0.75 * 0.1, 1e-12);
  EXPECT_NEAR(mixed[1].probability, 0.75 * 0.1 + 0.25 * 0.5, 1e-12);
  EXPECT_NEAR(mixed[2].probability, 0.75 * 0.5 + 0.25 * 0.1, 1e-12);
  EXPECT_NEAR(mixed[3].probability, 0.75 * 0.3 * 4 / 20 + 0.25 * 0.4, 1e-12);
  EXPECT_NEAR(mixed[4].probability, 0.75 * 0.3 * 16 / 20, 1e-12);
  double all = 0;
  for (const DateMass& stretch : mixed) all += stretch.probability;
  EXPECT_NEAR(all, 1, 1e-12);
}

TEST(MixedDates, NothingIsNothing) {
  EXPECT_TRUE(MixedDates().mixed().empty());
  MixedDates weightless;
  weightless.add(stretches(), 0);
  EXPECT_TRUE(weightless.mixed().empty());
}

}  // namespace
}  // namespace volteface
