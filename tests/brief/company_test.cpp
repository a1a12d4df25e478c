// Agreement by year and its changes, against the cells.
#include "brief/company.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "brief/estimates.h"
#include "small_record.h"

namespace volteface {
namespace {

// Two years of `votes` roll calls each, on which states vote at random, each with its own habit.
Record random_record(std::size_t votes) {
  Record record = record_of({"AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "RUS", "SUN", "USA"});
  std::mt19937_64 random(11);
  std::vector<Ballot> ballots;
  for (std::size_t i = 0; i < 2 * votes; ++i) {
    Ballot ballot{i < votes ? "2010-05-01" : "2011-05-01", ""};
    for (std::size_t s = 0; s < record.states.size(); ++s) {
      ballot.votes += "YYYANX"[random() % (3 + s % 4)];
    }
    // The seat of Russia changes its name between the two; FFF has hardly a vote.
    ballot.votes[6] = i < votes ? '-' : ballot.votes[6];
    ballot.votes[7] = i < votes ? ballot.votes[7] : '-';
    if (i % 4 != 0) ballot.votes[5] = 'X';
    ballots.push_back(ballot);
  }
  return with_votes(record, ballots);
}

struct Share {
  double sum = 0;
  std::uint32_t n = 0;
};

// The obvious way.
Share agreement_of(const Record& record, StateIndex a, StateIndex b, int year) {
  Share share;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const Choice x = record.votes.at(a, r), y = record.votes.at(b, r);
    if (year_of(record.roll_calls[r].date) != year || !is_cast(x) || !is_cast(y)) continue;
    share.sum += 1 - std::abs(static_cast<int>(x) - static_cast<int>(y)) / 2.0;
    ++share.n;
  }
  return share;
}

Window whole(const Record& record) {
  BriefOptions options;
  options.since = record.roll_calls.front().date;
  return window_of(record, options);
}

Company compared(const Record& record) {
  const AgreementByYear agreement(record, whole(record), 0);
  Company company;
  compare_periods(record, agreement, IdealFit{}, 0,
                  {YearSpan{2010, 2010}, YearSpan{2011, 2011}, ComparedBecause::last_year},
                  company);
  return company;
}

TEST(Company, RanksChangesAsTheCellsDo) {
  const Record record = random_record(70);
  const Company company = compared(record);
  struct Change {
    std::string code;
    double change;
  };
  std::vector<Change> expected;
  std::uint32_t too_few = 0;
  for (StateIndex b = 1; b < record.states.size(); ++b) {
    const Share before = agreement_of(record, 0, b, 2010), after = agreement_of(record, 0, b, 2011);
    if (before.n < least_votes || after.n < least_votes) {
      too_few += before.n + after.n > 0;
      continue;
    }
    expected.push_back({record.states[b].code, after.sum / after.n - before.sum / before.n});
  }
  std::sort(expected.begin(), expected.end(),
            [](const Change& a, const Change& b) { return a.change > b.change; });
  ASSERT_EQ(company.changes.size(), expected.size());
  EXPECT_EQ(expected.size(), 5u);
  EXPECT_EQ(too_few, 3u);  // FFF, and the two names of a seat that had only one in each year
  EXPECT_EQ(company.too_few, too_few);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(company.changes[i].state.code, expected[i].code);
    EXPECT_NEAR(company.changes[i].change.value, expected[i].change, 1e-12);
    EXPECT_TRUE(std::isnan(company.changes[i].own_move.value));  // there is no fit here
  }
  EXPECT_NEAR(company.median_change, expected[2].change, 1e-12);
}

TEST(Company, JoinsTheNamesOfASeat) {
  const Record record = random_record(70);
  BriefOptions options;
  options.state = 0;
  options.on = 1;
  const auto columns = columns_of(record, options);
  ASSERT_EQ(columns.size(), 3u);  // the powers that this record has, and BBB
  EXPECT_EQ(columns[0].state.code, "USA");
  EXPECT_EQ(columns[1].state.code, "RUS");
  EXPECT_EQ(columns[2].state.code, "BBB");
  const auto years = AgreementByYear(record, whole(record), 0).years_with(columns);
  ASSERT_EQ(years.size(), 2u);
  const StateIndex rus = 6, sun = 7;
  const Share before = agreement_of(record, 0, sun, 2010),
              after = agreement_of(record, 0, rus, 2011);
  EXPECT_EQ(years[0].agreement[1].n, before.n);
  EXPECT_NEAR(years[0].agreement[1].value, before.sum / before.n, 1e-12);
  EXPECT_EQ(years[1].agreement[1].n, after.n);
  EXPECT_NEAR(years[1].agreement[1].value, after.sum / after.n, 1e-12);
}

TEST(Company, HasNoColumnForTheSeatItself) {
  const Record record = random_record(5);
  for (const StateIndex state : {6u, 7u}) {
    BriefOptions options;
    options.state = state;
    const auto columns = columns_of(record, options);
    ASSERT_EQ(columns.size(), 1u);
    EXPECT_EQ(columns[0].state.code, "USA");
  }
}

AgreementChange change(const char* code, double value, bool beyond) {
  AgreementChange c;
  c.state.code = code;
  c.change.value = value;
  c.beyond = beyond;
  return c;
}

// The largest change may rest on few votes, and not be beyond its interval.
TEST(Company, PassesOverChangesWithinTheirInterval) {
  Company company;
  company.changes = {change("AAA", .4, false), change("BBB", .3, true), change("CCC", .2, true),
                     change("DDD", -.2, true), change("EEE", -.5, false)};
  ASSERT_EQ(risen(company).size(), 2u);
  EXPECT_EQ(risen(company)[0].state.code, "BBB");
  ASSERT_EQ(fallen(company).size(), 1u);
  EXPECT_EQ(fallen(company)[0].state.code, "DDD");
}

TEST(Company, OfArgentinaIsThatOfTheRecord) {
  const Record record = embedded_record();
  BriefOptions options;
  options.state = record.state("ARG");
  const auto years = AgreementByYear(record, window_of(record, options), options.state)
                         .years_with(columns_of(record, options));
  ASSERT_EQ(years.size(), 10u);
  // The obvious way, from the cells, without probable duplicates.
  const StateIndex usa = record.state("USA");
  for (const CompanyYear& year : years) {
    Share share;
    for (const RollCallIndex r : select_roll_calls(record, {})) {
      const Choice x = record.votes.at(options.state, r), y = record.votes.at(usa, r);
      if (year_of(record.roll_calls[r].date) != year.year || !is_cast(x) || !is_cast(y)) continue;
      share.sum += x == y ? 1 : x == Choice::abstain || y == Choice::abstain ? .5 : 0;
      ++share.n;
    }
    EXPECT_EQ(year.agreement[0].n, share.n) << year.year;
    EXPECT_NEAR(year.agreement[0].value, share.sum / share.n, 1e-12) << year.year;
  }
}

}  // namespace
}  // namespace volteface
