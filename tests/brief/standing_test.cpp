// Steps and what is compared, from points made up here.
#include "brief/standing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "brief/estimates.h"
#include "small_record.h"

namespace volteface {
namespace {

IdealPoint point(StateIndex state, int year, double mean, double sd, std::uint32_t n) {
  return {state, year, mean, sd, mean - 1.645 * sd, mean + 1.645 * sd, n};
}

Window window_from(int first, int last) {
  return {*parse_date_start(std::to_string(first)), *parse_date_end(std::to_string(last)), {}};
}

IdealFit fit_of(std::vector<IdealPoint> points) {
  IdealFit fit;
  fit.by = PeriodBy::year;
  fit.points = std::move(points);
  return fit;
}

const Record three = record_of({"AAA", "BBB", "USA=United States"});

TEST(Standing, FindsTheStepBeyondItsInterval) {
  const IdealFit fit =
      fit_of({point(0, 2010, 0, .1, 50), point(0, 2011, .1, .1, 60), point(0, 2012, 1.1, .1, 70),
              point(1, 2011, 0, .1, 50), point(1, 2012, .4, .1, 50), point(2, 2011, 2, .1, 50),
              point(2, 2012, 2.2, .1, 50)});
  const Standing s = standing_of(three, fit, 0, window_from(2010, 2012));
  ASSERT_EQ(s.steps.size(), 2u);
  ASSERT_TRUE(s.largest);
  EXPECT_EQ(*s.largest, 1u);
  const Move& step = s.steps[1];
  EXPECT_TRUE(step.beyond);
  EXPECT_FALSE(s.steps[0].beyond);
  EXPECT_EQ(step.change.n, 60u);
  EXPECT_DOUBLE_EQ(step.change.value, 1.0);
  // Two steps and the whole way; the way since the first would be the second. 2.1141 is the
  // quantile of 90 % for three, by Python's NormalDist.
  EXPECT_NEAR(step.change.hi - step.change.value, 2.1141 * std::sqrt(.02), 1e-4);
  EXPECT_FALSE(s.since_largest);                  // it is the last
  EXPECT_NEAR(step.median_of_others, .3, 1e-12);  // of .4 and .2
  EXPECT_EQ(s.whole->from, 2010);
  EXPECT_EQ(s.whole->to, 2012);
  EXPECT_EQ(s.higher, 1u);  // the USA
  EXPECT_EQ(s.states, 3u);
  ASSERT_EQ(s.bearings.size(), 1u);
  EXPECT_EQ(s.bearings[0].state.code, "USA");
  ASSERT_EQ(s.united_states.size(), 2u);  // it has no point in 2010
  EXPECT_EQ(s.united_states[0].year, 2011);
  EXPECT_EQ(s.united_states[1].point.value, 2.2);
}

TEST(Standing, TellsTheWaySinceTheLargestStep) {
  const IdealFit fit = fit_of({point(0, 2010, 0, .1, 50), point(0, 2011, 1, .1, 60),
                               point(0, 2012, 1.1, .1, 70), point(0, 2013, .7, .1, 80)});
  const Standing s = standing_of(three, fit, 0, window_from(2010, 2013));
  ASSERT_TRUE(s.since_largest);
  EXPECT_EQ(s.since_largest->from, 2011);
  EXPECT_EQ(s.since_largest->to, 2013);
  EXPECT_NEAR(s.since_largest->change.value, -.3, 1e-12);
  // Three steps, the whole way, and that from 2011 on, which is one of two that might have been
  // told; the other is the last step. 2.3107 is the quantile of 90 % for five.
  EXPECT_NEAR(s.since_largest->change.hi - s.since_largest->change.value, 2.3107 * std::sqrt(.02),
              1e-4);
}

// A large step within its interval does not hide a small one beyond it.
TEST(Standing, PrefersAStepBeyondItsInterval) {
  const IdealFit fit =
      fit_of({point(0, 2010, 0, 2, 50), point(0, 2011, 1, .05, 50), point(0, 2012, 1.5, .05, 50)});
  const Standing s = standing_of(three, fit, 0, window_from(2010, 2012));
  EXPECT_EQ(s.steps[*s.largest].to, 2012);
}

TEST(Standing, ComparesNothingThatRestsOnFewVotes) {
  const IdealFit fit = fit_of({point(0, 2010, 0, .1, 50), point(0, 2011, 3, .1, least_votes - 1),
                               point(0, 2012, .1, .1, least_votes), point(0, 2013, 5, .1, 3)});
  const Standing s = standing_of(three, fit, 0, window_from(2010, 2013));
  EXPECT_EQ(s.years.size(), 4u);
  ASSERT_EQ(s.steps.size(), 1u);
  EXPECT_EQ(s.steps[0].from, 2010);
  EXPECT_EQ(s.steps[0].to, 2012);
  EXPECT_FALSE(s.steps[0].beyond);
  EXPECT_EQ(s.bearings_year, 2012);
}

TEST(Standing, OfOneYearHasNoMove) {
  const Standing s =
      standing_of(three, fit_of({point(0, 2010, 0, .1, 50)}), 0, window_from(2010, 2012));
  EXPECT_TRUE(s.steps.empty());
  EXPECT_FALSE(s.whole);
  EXPECT_FALSE(comparison_of(s).before);
}

Standing years_from(int first, int last) {
  Standing s;
  for (int year = first; year <= last; ++year) s.years.push_back({year, {0, 0, 0, 50}});
  return s;
}

Move move_of(int from, int to, bool beyond) {
  Move move;
  move.from = from;
  move.to = to;
  move.beyond = beyond;
  return move;
}

void expect_spans(const Comparison& c, YearSpan before, YearSpan after) {
  ASSERT_TRUE(c.before && c.after);
  EXPECT_EQ(c.before->first, before.first);
  EXPECT_EQ(c.before->last, before.last);
  EXPECT_EQ(c.after->first, after.first);
  EXPECT_EQ(c.after->last, after.last);
}

TEST(Comparison, IsOfTheYearsAroundTheStep) {
  Standing s = years_from(2016, 2025);
  s.steps = {move_of(2019, 2020, true)};
  s.largest = 0;
  s.whole = move_of(2016, 2025, true);
  expect_spans(comparison_of(s), {2017, 2019}, {2020, 2022});
  s.steps = {move_of(2016, 2017, true)};
  expect_spans(comparison_of(s), {2016, 2016}, {2017, 2019});
  s.steps = {move_of(2023, 2024, true)};
  expect_spans(comparison_of(s), {2021, 2023}, {2024, 2025});
  EXPECT_EQ(comparison_of(s).because, ComparedBecause::step);
}

TEST(Comparison, IsOfTheEndsWhereItDrifted) {
  Standing s = years_from(2016, 2025);
  s.steps = {move_of(2023, 2024, false)};
  s.largest = 0;
  s.whole = move_of(2016, 2025, true);
  expect_spans(comparison_of(s), {2016, 2018}, {2023, 2025});
  Standing short_one = years_from(2021, 2025);
  short_one.whole = move_of(2021, 2025, true);
  expect_spans(comparison_of(short_one), {2021, 2022}, {2024, 2025});
  EXPECT_EQ(comparison_of(s).because, ComparedBecause::whole_way);
}

TEST(Comparison, IsOfTheLastComparableYearWhereNothingMoved) {
  Standing s = years_from(2016, 2025);
  s.steps = {move_of(2023, 2024, false)};
  s.largest = 0;
  s.whole = move_of(2016, 2024, false);
  expect_spans(comparison_of(s), {2021, 2023}, {2024, 2024});
  Standing two = years_from(2024, 2025);
  expect_spans(comparison_of(two), {2024, 2024}, {2025, 2025});
  EXPECT_EQ(comparison_of(s).because, ComparedBecause::last_year);
}

TEST(MeanMove, IsOfMeansWithTheirIntervals) {
  const IdealFit fit =
      fit_of({point(0, 2010, 0, .3, 10), point(0, 2011, 1, .4, 20), point(0, 2012, 2, .5, 40)});
  const Estimate move = mean_move(fit, 0, {2010, 2011}, {2012, 2012});
  EXPECT_DOUBLE_EQ(move.value, 1.5);
  // The variance of the mean of two is (.09 + .16) / 4.
  EXPECT_NEAR(move.hi - move.value, 1.6449 * std::sqrt(.0625 + .25), 1e-4);
  EXPECT_EQ(move.n, 30u);
  EXPECT_TRUE(std::isnan(mean_move(fit, 0, {2000, 2001}, {2012, 2012}).value));
}

}  // namespace
}  // namespace volteface
