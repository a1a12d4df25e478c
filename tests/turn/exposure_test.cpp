// Exposure on records that can be counted by hand.
#include "volteface/exposure.h"

#include <gtest/gtest.h>

#include <cmath>

#include "brief/small_record.h"

namespace volteface {
namespace {

// A has four votes on its own matter, B backs all, C three, D none, E is gone since. Before, A goes
// with B, C and D; in the latest session against B and C.
Record small_record() {
  const std::string matter = "Question of the islands";
  return with_votes(record_of({"AAA", "BBB", "CCC", "DDD", "EEE"}),
                    {{"1980-11-01", "YYYNY", matter},
                     {"1981-11-01", "YYYAY", matter},
                     {"1982-11-01", "YYYNY", matter},
                     {"1983-11-01", "YYAAX", matter},
                     {"2000-11-01", "YYYY-"},
                     {"2000-11-02", "YYYY-"},
                     {"2001-11-01", "NNNN-"},
                     {"2001-11-02", "AAAY-"},
                     {"2010-11-01", "YNNY-"},
                     {"2010-11-02", "NYAN-"}});
}

ExposureOptions on_the_islands() {
  ExposureOptions options;
  options.matter.title = "islands";
  options.latest_sessions = 1;
  options.before_sessions = 10;
  return options;
}

TEST(Exposure, IsCountedByHand) {
  const Record record = small_record();
  const Exposure e = measure_exposure(record, 0, on_the_islands());
  EXPECT_EQ(e.matter.size(), 4U);
  EXPECT_EQ(e.own.yes, 4U);
  EXPECT_EQ(format_date(e.before.first), "2000-11-01");
  EXPECT_EQ(format_date(e.before.last), "2001-11-02");
  EXPECT_EQ(e.before.n, 4U);
  EXPECT_EQ(e.latest.n, 2U);
  ASSERT_EQ(e.others.size(), 4U);

  // B: 4 of 4 on the matter; before 1, latest 0.
  const ExposedState& b = e.others[0];
  EXPECT_EQ(b.state, 1U);
  EXPECT_DOUBLE_EQ(b.support.value, 1);
  EXPECT_NEAR(b.support.lo, 0.5101, 5e-5);  // Wilson: 4 / (4 + 1.96^2)
  EXPECT_DOUBLE_EQ(b.before.value, 1);
  EXPECT_DOUBLE_EQ(b.latest.value, 0);
  EXPECT_DOUBLE_EQ(b.change.value, -1);
  EXPECT_DOUBLE_EQ(b.change.lo, -1);
  EXPECT_GT(b.change.hi, -1);
  EXPECT_DOUBLE_EQ(b.at_risk, 1);
  EXPECT_EQ(format_date(*b.last_support), "1983-11-01");

  // C: 3 of 4; latest no against yes, and abstention against no: 0 and a half.
  const ExposedState& c = e.others[1];
  EXPECT_EQ(c.state, 2U);
  EXPECT_DOUBLE_EQ(c.support.value, 0.75);
  EXPECT_DOUBLE_EQ(c.latest.value, 0.25);
  EXPECT_DOUBLE_EQ(c.at_risk, 0.75 * 0.75);
  EXPECT_EQ(format_date(*c.last_support), "1982-11-01");

  // D backed nothing, and came nearer: 3.5 of 4 before, 2 of 2 latest.
  const ExposedState& d = e.others[2];
  EXPECT_EQ(d.state, 3U);
  EXPECT_DOUBLE_EQ(d.support.value, 0);
  EXPECT_DOUBLE_EQ(d.change.value, 0.125);
  EXPECT_DOUBLE_EQ(d.at_risk, 0);
  EXPECT_FALSE(d.last_support);

  // E backed it in 3 of 3, and is no more.
  const ExposedState& gone = e.others[3];
  EXPECT_EQ(gone.state, 4U);
  EXPECT_EQ(gone.matter.n(), 3U);
  EXPECT_TRUE(std::isnan(gone.at_risk));

  EXPECT_EQ(e.backers(), 3U);
  EXPECT_EQ(e.present(), 2U);
  EXPECT_EQ(e.lost(0.2), 2U);
  EXPECT_EQ(e.lost(0.8), 1U);
}

TEST(Exposure, ADayMayPartTheWindows) {
  ExposureOptions options = on_the_islands();
  options.turn = parse_date("2001-11-02");
  const Exposure e = measure_exposure(small_record(), 0, options);
  EXPECT_EQ(e.before.n, 3U);
  EXPECT_EQ(format_date(e.before.last), "2001-11-01");
  EXPECT_EQ(e.latest.n, 3U);
  options.turn = parse_date("2010-11-02");  // five years before it there is but the day before
  EXPECT_EQ(measure_exposure(small_record(), 0, options).before.n, 1U);
}

TEST(Exposure, TheMatterItselfIsNotCountedTwice) {
  ExposureOptions options = on_the_islands();
  options.matter.title = "A text";  // the roll calls of both windows
  const Exposure e = measure_exposure(small_record(), 0, options);
  EXPECT_EQ(e.matter.size(), 6U);
  EXPECT_EQ(format_date(e.latest.last), "1983-11-01");
}

TEST(Exposure, WithoutVotesOnTheMatterThereIsNothing) {
  ExposureOptions options = on_the_islands();
  options.matter.title = "no such text";
  const Exposure e = measure_exposure(small_record(), 0, options);
  EXPECT_TRUE(e.matter.empty());
  EXPECT_TRUE(e.others.empty());
  EXPECT_EQ(e.lost(0.2), 0U);
}

TEST(Exposure, RefusesWhatItCannotDo) {
  EXPECT_THROW(measure_exposure(small_record(), 0, {}), Error);
  ExposureOptions options = on_the_islands();
  options.latest_sessions = 0;
  EXPECT_THROW(measure_exposure(small_record(), 0, options), Error);
  options = on_the_islands();
  options.matter.subject = "(";
  EXPECT_THROW(measure_exposure(small_record(), 0, options), Error);
}

}  // namespace
}  // namespace volteface
