#include "volteface/switches.h"

#include <gtest/gtest.h>

#include <cmath>

namespace volteface {
namespace {

// Texts that come to the vote in 2001 and 2002; each state's two votes on each, as letters.
Record record_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& votes) {
  Record record;
  const std::size_t texts = votes.front().second.size();
  for (const auto& [code, cast] : votes) record.states.push_back({code, code});
  for (int year : {2001, 2002}) {
    for (std::size_t t = 0; t < texts; ++t) {
      RollCall r;
      r.id = "r" + std::to_string(year) + "-" + std::to_string(t);
      r.date = Date(std::chrono::year(year) / 12 / static_cast<unsigned>(t + 1));
      r.session = std::to_string(year - 1945);
      r.title = "text number " + std::to_string(t);
      r.kind = Kind::resolution;
      record.roll_calls.push_back(r);
    }
  }
  record.votes = VoteMatrix(votes.size(), 2 * texts);
  for (StateIndex s = 0; s < votes.size(); ++s) {
    for (std::size_t t = 0; t < texts; ++t) {
      for (std::size_t side : {0, 1}) {
        const char letter = votes[s].second[t][side];
        record.votes.set(s, static_cast<RollCallIndex>(side * texts + t),
                         letter == 'Y'   ? Choice::yes
                         : letter == 'A' ? Choice::abstain
                         : letter == 'N' ? Choice::no
                                         : Choice::absent);
      }
    }
  }
  for (RollCallIndex t = 0; t < texts; ++t)
    record.known_pairs.push_back({t, t + static_cast<RollCallIndex>(texts)});
  return record;
}

SwitchTest test_of(const Record& record) {
  return test_switches(record, 0, 1, year_of_votes(record, 2001), year_of_votes(record, 2002));
}

TEST(Switches, CountsByHand) {
  // BBB switches on five texts; AAA goes with it on two (once by half a step), against it on one,
  // stays on one; on the last it was absent.
  const Record record = record_of({
      {"AAA", {"YN", "YA", "AY", "NN", "YX", "YN"}},
      {"BBB", {"YN", "YN", "YN", "AN", "YN", "YY"}},
      {"CCC", {"YY", "YY", "YN", "AN", "YN", "YY"}},
  });
  const SwitchTest test = test_of(record);
  EXPECT_EQ(test.count.texts, 5U);
  EXPECT_EQ(test.count.state_switched, 4U);
  EXPECT_EQ(test.count.reference_switched, 4U);
  EXPECT_EQ(test.count.alike, 2U);
  EXPECT_EQ(test.count.with_room, 3U);  // not where it voted no already
  EXPECT_DOUBLE_EQ(test.count.share.value, 0.5);
  // Wilson (1927) for 2 of 4 at 95 %: (2 + z^2/2 -+ z sqrt(1 + z^2/4)) / (4 + z^2), z = 1.96.
  EXPECT_NEAR(test.count.share.lo, 0.150, 0.001);
  EXPECT_NEAR(test.count.share.hi, 0.850, 0.001);
  ASSERT_EQ(test.texts.size(), 5U);
  EXPECT_TRUE(test.texts[0].switched_alike());
  EXPECT_FALSE(test.texts[2].switched_alike());
  EXPECT_FALSE(test.texts[3].had_room());
  EXPECT_EQ(test.rank, 0U);  // fewer than least_switches
  ASSERT_EQ(test.nearest.size(), 1U);
  EXPECT_EQ(test.nearest[0].state, 2U);
  EXPECT_EQ(test.of_nearest.alike, 3U);
  EXPECT_EQ(test.of_nearest.reference_switched, 5U);
}

TEST(Switches, RanksAmongThoseWithEnough) {
  const std::vector<std::string> all(8, "YN"), none(8, "YY"), absent(8, "XX");
  std::vector<std::string> half = none;
  std::fill(half.begin(), half.begin() + 4, "YA");
  const Record record =
      record_of({{"AAA", half}, {"BBB", all}, {"CCC", all}, {"DDD", none}, {"EEE", absent}});
  const SwitchTest test = test_of(record);
  EXPECT_EQ(test.ranked, 3U);
  EXPECT_EQ(test.rank, 2U);
  EXPECT_EQ(test.all.front().state, 2U);
}

TEST(Switches, WithoutTextsNothingIsNumbers) {
  const Record record = record_of({{"AAA", {"XX"}}, {"BBB", {"YN"}}});
  const SwitchTest test = test_of(record);
  EXPECT_EQ(test.count.texts, 0U);
  EXPECT_TRUE(std::isnan(test.count.share.value));
  EXPECT_TRUE(test.nearest.empty());
  EXPECT_EQ(test.rank, 0U);
  const SwitchTest nowhere =
      test_switches(record, 0, 1, year_of_votes(record, 1990), year_of_votes(record, 1991));
  EXPECT_EQ(nowhere.count.texts, 0U);
}

TEST(Switches, WrongQuestionsAreErrors) {
  const Record record = record_of({{"AAA", {"YY"}}, {"BBB", {"YN"}}});
  EXPECT_THROW(test_switches(record, 0, 0, {}, {}), Error);
  EXPECT_THROW(test_switches(record, 0, 7, {}, {}), Error);
}

// A count by equal titles alone, made apart from this program: from 2022 to 2023, 2023 to 2024 and
// 2024 to 2025 Argentina changed on 0 of 51, 32 of 57 and 10 of 59 texts, the USA on 0, 1 and 14;
// of the 14 Argentina moved the same way on 6, more than any other state. Texts are matched by more
// than their titles here, so that a few come in besides.
TEST(Switches, ArgentinaAndTheUsaAsCountedByTitles) {
  const Record record = embedded_record();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  const struct {
    int from;
    double texts, argentina, usa;
  } counted[] = {{2022, 51, 0, 0}, {2023, 57, 32, 1}, {2024, 59, 10, 14}};
  for (const auto& c : counted) {
    const SwitchTest test = test_switches(record, arg, usa, year_of_votes(record, c.from),
                                          year_of_votes(record, c.from + 1));
    EXPECT_NEAR(test.count.texts, c.texts, 5);
    EXPECT_NEAR(test.count.state_switched, c.argentina, 1);
    EXPECT_NEAR(test.count.reference_switched, c.usa, 1);
    if (c.from != 2024) continue;
    EXPECT_EQ(test.count.alike, 6U);
    EXPECT_EQ(test.rank, 1U);
  }
}

}  // namespace
}  // namespace volteface
