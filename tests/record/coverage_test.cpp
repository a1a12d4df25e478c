#include "volteface/coverage.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

using namespace std::chrono_literals;

RollCall roll_call(const char* id, Date date, Kind kind) {
  RollCall r;
  r.id = id;
  r.date = date;
  r.kind = kind;
  return r;
}

// Three roll calls, two states that vote and one that never does.
Record small_record() {
  Record record;
  record.states = {{"AAA", "A"}, {"BBB", "B"}, {"CCC", "C"}};
  record.roll_calls = {roll_call("1", Date{2000y / 5 / 1}, Kind::amendment),
                       roll_call("2", Date{2003y / 5 / 1}, Kind::resolution),
                       roll_call("3", Date{2003y / 6 / 1}, Kind::resolution)};
  record.roll_calls[0].published = Tally{1, 0, 0, 0};
  record.roll_calls[0].issues = {"Human rights"};
  record.roll_calls[0].date_exact = false;
  record.roll_calls[1].published = Tally{2, 0, 0, 0};
  record.roll_calls[1].note = "suspect";
  record.roll_calls[2].published = Tally{5, 5, 5, 0};
  record.roll_calls[2].duplicate_of = "2";
  record.votes = VoteMatrix(3, 3);
  record.votes.set(0, 0, Choice::yes);
  record.votes.set(1, 0, Choice::absent);
  record.votes.set(0, 1, Choice::no);
  record.votes.set(1, 1, Choice::abstain);
  return record;
}

TEST(Coverage, CountsWhatThereIs) {
  const Coverage c = coverage_of(small_record());
  EXPECT_EQ(c.first, Date{2000y / 5 / 1});
  EXPECT_EQ(c.last, Date{2003y / 6 / 1});
  EXPECT_EQ(c.roll_calls, 3u);
  EXPECT_EQ(c.states, 2u);
  EXPECT_EQ(c.cells, (Tally{1, 1, 1, 1}));
  EXPECT_EQ(c.of_kind[static_cast<std::size_t>(Kind::resolution)], 2u);
  EXPECT_EQ(c.last_of_kind[static_cast<std::size_t>(Kind::amendment)], Date{2000y / 5 / 1});
}

TEST(Coverage, TellsTheHoles) {
  const Coverage c = coverage_of(small_record());
  EXPECT_EQ(c.years_without_votes, (std::vector<int>{2001, 2002}));
  EXPECT_EQ(c.last_with_issues, Date{2000y / 5 / 1});
  EXPECT_EQ(c.without_cells, (std::vector<RollCallIndex>{2}));
  EXPECT_EQ(c.approximate_dates, (std::vector<RollCallIndex>{0}));
  EXPECT_EQ(c.duplicates, (std::vector<RollCallIndex>{2}));
  EXPECT_EQ(c.suspect, (std::vector<RollCallIndex>{1}));
}

TEST(Coverage, ComparesPublishedTotalsWhereThereAreCells) {
  const Record record = small_record();
  const Coverage c = coverage_of(record);
  EXPECT_EQ(c.totals_compared, 2u);
  EXPECT_EQ(c.totals_different, (std::vector<RollCallIndex>{1}));
  EXPECT_TRUE(totals_agree(record, 0));
  EXPECT_FALSE(totals_agree(record, 1));
}

TEST(Coverage, OfAnEmptyRecordIsEmpty) {
  const Coverage c = coverage_of(Record{});
  EXPECT_FALSE(c.first);
  EXPECT_FALSE(c.last);
  EXPECT_EQ(c.roll_calls, 0u);
}

TEST(Coverage, OfTheEmbeddedRecordAgreesWithTheChecksOfItsSources) {
  // All 192 votes of 2025 have the totals that the UN Library counts.
  const Record record = embedded_record();
  std::size_t of_2025 = 0;
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    if (year_of(record.roll_calls[i].date) != 2025) continue;
    ++of_2025;
    EXPECT_TRUE(record.roll_calls[i].published && totals_agree(record, i)) << i;
  }
  EXPECT_EQ(of_2025, 192u);
}

}  // namespace
}  // namespace volteface
