#include "volteface/realignment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "brief/small_record.h"

namespace volteface {
namespace {

std::vector<RollCallIndex> indexes(RollCallIndex first, RollCallIndex last) {
  std::vector<RollCallIndex> out(last - first);
  std::iota(out.begin(), out.end(), first);
  return out;
}

GeneralMove unknown_move(std::size_t before, std::size_t after) {
  GeneralMove general;
  general.before.resize(before);
  general.after.resize(after);
  return general;
}

TEST(Realignment, IsTheChangeOfAgreementByHand) {
  // Before: AAA and BBB agree on 12 of 12; after, they differ by half on 6 of 12: 0.75.
  std::vector<Ballot> ballots;
  for (int k = 0; k < 12; ++k) ballots.push_back({"2000-10-" + std::to_string(10 + k), "YYN"});
  for (int k = 0; k < 12; ++k)
    ballots.push_back({"2001-10-" + std::to_string(10 + k), k % 2 ? "YAN" : "YYN"});
  const Record record = with_votes(record_of({"AAA", "BBB", "CCC"}), ballots);
  const auto before = indexes(0, 12), after = indexes(12, 24);
  const auto found = realignments(record, 0, before, after, unknown_move(12, 12));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(record.states[found[0].other].code, "CCC");  // largest change first
  EXPECT_EQ(found[0].change, 0);
  EXPECT_EQ(found[1].before, 1);
  EXPECT_EQ(found[1].after, 0.75);
  EXPECT_EQ(found[1].change, -0.25);
  EXPECT_EQ(found[1].n_before, 12u);
  EXPECT_LT(found[1].lo, -0.25);
  EXPECT_GT(found[1].hi, -0.25);
  // Nothing is known of the general move, so nothing of what goes beyond it.
  EXPECT_TRUE(std::isnan(found[1].beyond));
}

TEST(Realignment, BeyondIsWhatTheGeneralMoveLeaves) {
  std::vector<Ballot> ballots;
  for (int k = 0; k < 12; ++k) ballots.push_back({"2000-10-" + std::to_string(10 + k), "YY"});
  for (int k = 0; k < 12; ++k) ballots.push_back({"2001-10-" + std::to_string(10 + k), "NY"});
  const Record record = with_votes(record_of({"AAA", "BBB"}), ballots);
  GeneralMove general;
  general.before.assign(12, ChoiceProbabilities{0.9, 0.1, 0});   // agreement with yes 0.95
  general.after.assign(12, ChoiceProbabilities{0.2, 0.2, 0.6});  // 0.3
  general.after[5].reset();                                      // left out, changes no mean
  const auto found = realignments(record, 0, indexes(0, 12), indexes(12, 24), general);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].change, -1);
  EXPECT_EQ(found[0].n_after, 12u);
  EXPECT_NEAR(found[0].beyond, (0 - 0.3) - (1 - 0.95), 1e-12);
}

TEST(Realignment, AGeneralMoveOverOtherRollCallsIsRefused) {
  const Record record = with_votes(record_of({"AAA", "BBB"}), {{"2000-10-10", "YY"}});
  EXPECT_THROW(realignments(record, 0, indexes(0, 1), {}, unknown_move(0, 0)), Error);
  EXPECT_THROW(realignments(record, 0, {}, indexes(0, 1), unknown_move(0, 2)), Error);
}

TEST(Realignment, TooLittleSharedIsLeftOut) {
  std::vector<Ballot> ballots;
  for (int k = 0; k < 30; ++k)
    ballots.push_back({k < 15 ? "2000-10-10" : "2001-10-10", k < 9 || k > 14 ? "YYX" : "YXY"});
  const Record record = with_votes(record_of({"AAA", "BBB", "CCC"}), ballots);
  EXPECT_TRUE(
      realignments(record, 0, indexes(0, 15), indexes(15, 30), unknown_move(15, 15)).empty());
}

// Votes of one day go together: each state agrees with the first on a day all but always or hardly
// ever, so that days are what counts.
Record unchanging(std::mt19937_64& random, std::size_t states, std::size_t days,
                  std::size_t a_day) {
  std::uniform_real_distribution<double> uniform;
  std::vector<std::string> codes;
  for (std::size_t s = 0; s < states; ++s)
    codes.push_back("S" + std::string(s < 10 ? "0" : "") + std::to_string(s));
  std::vector<Ballot> ballots;
  for (std::size_t day = 0; day < days; ++day) {
    std::vector<double> agrees(states);
    for (double& p : agrees) p = uniform(random) < 0.6 ? 0.9 : 0.3;
    for (std::size_t k = 0; k < a_day; ++k) {
      std::string votes;
      for (std::size_t s = 0; s < states; ++s) votes += uniform(random) < agrees[s] ? 'Y' : 'A';
      votes[0] = 'Y';
      ballots.push_back({format_date(*parse_date("2000-10-01") + std::chrono::days(day)), votes});
    }
  }
  return with_votes(record_of(codes), ballots);
}

// The bootstrap over days (Davison and Hinkley 1997, section 3.8) as the slow way to the variance.
TEST(Realignment, VarianceIsThatOfABootstrapOverDays) {
  std::mt19937_64 random(21);
  const Record record = unchanging(random, 3, 60, 5);
  const auto before = indexes(0, 150), after = indexes(150, 300);
  const auto found = realignments(record, 0, before, after, unknown_move(150, 150));
  for (const Realignment& r : found) {
    const auto mean_of_days = [&](std::size_t first) {
      double sum = 0;
      for (int k = 0; k < 30; ++k) {
        const std::size_t day = first + random() % 30;
        for (std::size_t v = 0; v < 5; ++v) {
          const auto roll_call = static_cast<RollCallIndex>(day * 5 + v);
          sum += record.votes.at(r.other, roll_call) == Choice::yes ? 1 : 0.5;
        }
      }
      return sum / 150;
    };
    double mean = 0, square = 0;
    constexpr int draws = 4000;
    for (int k = 0; k < draws; ++k) {
      const double change = mean_of_days(30) - mean_of_days(0);
      mean += change / draws;
      square += change * change / draws;
    }
    const double sd = std::sqrt(square - mean * mean);
    // Two others, at 95 % together: 0.9747 each, a quantile of 2.236.
    EXPECT_NEAR((r.hi - r.lo) / 2, 2.236 * sd, 0.12 * 2.236 * sd);
  }
}

// How often any of the intervals leaves out 0, where nothing changed. Five days hardly tell how
// days differ; the intervals must be wide enough to say so.
double share_of_false_changes(std::size_t days_before, std::size_t days_after, int records) {
  std::mt19937_64 random(22);
  int wrong = 0;
  for (int n = 0; n < records; ++n) {
    const Record record = unchanging(random, 40, days_before + days_after, 4);
    const auto split = static_cast<RollCallIndex>(4 * days_before);
    const auto last = static_cast<RollCallIndex>(record.roll_calls.size());
    const auto found = realignments(record, 0, indexes(0, split), indexes(split, last),
                                    unknown_move(split, last - split));
    wrong += std::any_of(found.begin(), found.end(),
                         [](const Realignment& r) { return r.lo > 0 || r.hi < 0; });
  }
  return static_cast<double>(wrong) / records;
}

TEST(Realignment, IntervalsHoldForAllStatesAtOnce) {
  EXPECT_LE(share_of_false_changes(40, 40, 300), 0.085);
  EXPECT_LE(share_of_false_changes(40, 12, 300), 0.085);
}

TEST(Realignment, AFewDaysAreNotTakenForMany) {
  EXPECT_LE(share_of_false_changes(40, 5, 300), 0.085);
}

}  // namespace
}  // namespace volteface
