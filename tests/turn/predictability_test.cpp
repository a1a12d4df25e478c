// Predictability from votes whose surprise is given by hand.
#include "volteface/predictability.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "brief/small_record.h"
#include "turn/student.h"

namespace volteface {
namespace {

// A vote that surprises by so many bits.
PredictedVote vote_of(StateIndex state, RollCallIndex roll_call, Choice choice, double bits) {
  const double p = std::exp2(-bits), rest = (1 - p) / 2;
  PredictedVote vote{state, roll_call, choice, {rest, rest, rest}};
  (choice == Choice::yes  ? vote.probabilities.yes
   : choice == Choice::no ? vote.probabilities.no
                          : vote.probabilities.abstain) = p;
  return vote;
}

// Three states; two roll calls on one day of 2001, one on the next, one without contest, one a year
// later.
Record five_roll_calls() {
  return with_votes(record_of({"AAA", "BBB", "CCC"}), {{"2001-10-01", "YNY"},
                                                       {"2001-10-01", "NYY"},
                                                       {"2001-10-02", "YNA"},
                                                       {"2001-10-03", "YYY"},
                                                       {"2002-10-03", "YYN"}});
}

std::vector<PredictedVote> surprises(const Record& record, const double (&bits)[3][5]) {
  std::vector<PredictedVote> votes;
  for (StateIndex s = 0; s < 3; ++s) {
    for (RollCallIndex r = 0; r < 5; ++r) {
      votes.push_back(vote_of(s, r, record.votes.at(s, r), bits[s][r]));
    }
  }
  return votes;
}

// By hand. In 2001 A surprises by 4, 2 and 1 bits; the others on the same by (1+1)/2, (0+2)/2 and
// (1+3)/2, which is 1, 1 and 2: differences 3, 1 and -1, mean 1. By day the deviations from the
// mean sum to 2 and -2, so that the variance of the mean is (4 + 4) * 2 / 1 / 9, and t with one
// degree of freedom is 12.706.
TEST(Predictability, IsTheMeanOfDifferencesWithDaysAsUnits) {
  const Record record = five_roll_calls();
  const auto votes = surprises(record, {{4, 2, 1, 0.5, 1}, {1, 0, 1, 0.5, 1}, {1, 2, 3, 0.5, 1}});
  PredictabilityOptions options;
  options.by = Grouping::year;
  options.least_votes = 1;
  options.least_days = 1;
  const auto rows = predictability(record, votes, options);
  ASSERT_EQ(rows.size(), 6U);
  const Predictability& a = rows[0];
  EXPECT_EQ(a.state, 0U);
  EXPECT_EQ(a.period, "2001");
  EXPECT_EQ(a.n, 3U);  // not the one without contest
  EXPECT_EQ(a.days, 2U);
  EXPECT_NEAR(a.bits, 7.0 / 3, 1e-12);
  EXPECT_NEAR(a.peers, 4.0 / 3, 1e-12);
  EXPECT_NEAR(a.difference.value, 1, 1e-12);
  EXPECT_NEAR(a.difference.hi - 1, 12.7062 * std::sqrt(16.0 / 9), 1e-3);
  EXPECT_NEAR(1 - a.difference.lo, 12.7062 * std::sqrt(16.0 / 9), 1e-3);
  // B: 1, 0, 1 beside 2.5, 2, 2. C: 1, 2, 3 beside 2.5, 1, 1.
  EXPECT_NEAR(rows[2].difference.value, -1.5, 1e-12);
  EXPECT_NEAR(rows[4].difference.value, 0.5, 1e-12);
  EXPECT_EQ(a.rank, 1U);
  EXPECT_EQ(rows[4].rank, 2U);
  EXPECT_EQ(rows[2].rank, 3U);
  EXPECT_EQ(a.ranked, 3U);
  // One day alone has no interval.
  EXPECT_EQ(rows[1].period, "2002");
  EXPECT_TRUE(std::isnan(rows[1].difference.lo));
}

TEST(Predictability, FewVotesGiveNoRank) {
  const Record record = five_roll_calls();
  const auto votes = surprises(record, {{4, 2, 1, 0.5, 1}, {1, 0, 1, 0.5, 1}, {1, 2, 3, 0.5, 1}});
  for (const Predictability& row : predictability(record, votes)) {
    EXPECT_EQ(row.period, "all");
    EXPECT_EQ(row.n, 4U);
    EXPECT_EQ(row.rank, 0U);
    EXPECT_EQ(row.ranked, 0U);
  }
}

TEST(Predictability, TheFilterChoosesRollCalls) {
  const Record record = five_roll_calls();
  const auto votes = surprises(record, {{4, 2, 1, 0.5, 1}, {1, 0, 1, 0.5, 1}, {1, 2, 3, 0.5, 1}});
  PredictabilityOptions options;
  options.filter.since = parse_date("2002-01-01");
  const auto rows = predictability(record, votes, options);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].n, 1U);
  options.by = Grouping::subject;
  EXPECT_THROW(predictability(record, votes, options), Error);
  EXPECT_TRUE(predictability(record, {}).empty());
}

// Ten votes a day, of which a day's instruction shifts all: the interval holds the truth as often
// as it says, where one that took votes as independent would hold it in half of the cases.
TEST(Predictability, TheIntervalHoldsWhereDaysShareAShift) {
  constexpr int days = 15, a_day = 10, trials = 1000;
  std::vector<Ballot> ballots;
  for (int d = 0; d < days; ++d) {
    const std::string date = (d < 9 ? "2001-10-0" : "2001-10-") + std::to_string(d + 1);
    for (int k = 0; k < a_day; ++k) ballots.push_back({date, "YNN"});
  }
  const Record record = with_votes(record_of({"AAA", "BBB", "CCC"}), ballots);
  std::mt19937_64 random(7);
  std::normal_distribution<double> normal;
  int held = 0;
  for (int trial = 0; trial < trials; ++trial) {
    std::vector<PredictedVote> votes;
    std::vector<double> shift(days);
    for (double& of_day : shift) of_day = normal(random);
    for (StateIndex s = 0; s < 3; ++s) {
      for (RollCallIndex r = 0; r < days * a_day; ++r) {
        const double noise = s == 0 ? shift[r / a_day] + 0.7 * normal(random) : 0;
        votes.push_back(vote_of(s, r, record.votes.at(s, r), 10 + noise));
      }
    }
    const Measure m = predictability(record, votes)[0].difference;
    held += m.lo <= 0 && m.hi >= 0 ? 1 : 0;
  }
  // 950 with a standard deviation of 7.
  EXPECT_GT(held, 925);
  EXPECT_LT(held, 975);
}

// Fisher and Yates' table of t.
TEST(Student, QuantilesAreThoseOfTheTables) {
  EXPECT_NEAR(student_quantile(0.95, 1), 12.706, 5e-4);
  EXPECT_NEAR(student_quantile(0.95, 2), 4.303, 5e-4);
  EXPECT_NEAR(student_quantile(0.95, 5), 2.571, 5e-4);
  EXPECT_NEAR(student_quantile(0.95, 30), 2.042, 5e-4);
  EXPECT_NEAR(student_quantile(0.95, 120), 1.980, 5e-4);
  EXPECT_NEAR(student_quantile(0.99, 10), 3.169, 5e-4);
  EXPECT_NEAR(student_within(1, 1), 0.5, 1e-15);  // Cauchy's quartile
}

}  // namespace
}  // namespace volteface
