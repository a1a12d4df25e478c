// The bit planes against the cells, groupings, and the facts known of the embedded record.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "agreement/reference.h"
#include "volteface/agreement.h"

namespace volteface {
namespace {

Record random_record(std::size_t states, std::size_t roll_calls, std::mt19937_64& random) {
  Record record;
  for (std::size_t s = 0; s < states; ++s) record.states.push_back({"S" + std::to_string(s), ""});
  for (std::size_t r = 0; r < roll_calls; ++r) {
    RollCall roll_call;
    roll_call.id = "r" + std::to_string(r);
    roll_call.date = Date{std::chrono::days{static_cast<int>(30 * r)}};
    roll_call.session = std::to_string(1 + r / 70);
    record.roll_calls.push_back(roll_call);
  }
  record.votes = VoteMatrix(states, roll_calls);
  for (StateIndex s = 0; s < states; ++s) {
    for (RollCallIndex r = 0; r < roll_calls; ++r) {
      record.votes.set(s, r, static_cast<Choice>(random() % 5));
    }
  }
  return record;
}

// Periods of all sizes in one record: a part of the roll calls in any order, some in several
// periods.
std::vector<Period> random_periods(std::size_t roll_calls, std::mt19937_64& random) {
  std::vector<Period> periods;
  for (int k = 0; k < 4; ++k) {
    Period period{std::to_string(k), {}};
    for (RollCallIndex r = 0; r < roll_calls; ++r) {
      if (random() % 4 != 0) period.roll_calls.push_back(r);
    }
    std::shuffle(period.roll_calls.begin(), period.roll_calls.end(), random);
    periods.push_back(period);
  }
  periods.push_back({"none", {}});
  return periods;
}

void expect_tables_as_reference(const Record& record, const std::vector<Period>& periods) {
  const StateComparison comparison(record, periods);
  for (StateIndex a = 0; a < record.states.size(); ++a) {
    for (StateIndex b = 0; b < record.states.size(); ++b) {
      const std::vector<ChoiceTable> tables = comparison.tables(a, b);
      ASSERT_EQ(tables.size(), periods.size());
      for (std::size_t p = 0; p < periods.size(); ++p) {
        ASSERT_EQ(tables[p], reference::table(record, a, b, periods[p].roll_calls));
      }
    }
  }
}

TEST(Comparison, TablesAsReferenceAroundWordBorders) {
  std::mt19937_64 random(7);
  for (const std::size_t roll_calls : {1, 2, 63, 64, 65, 127, 128, 129, 200}) {
    for (int round = 0; round < 5; ++round) {
      const Record record = random_record(6, roll_calls, random);
      expect_tables_as_reference(record, group_roll_calls(record, Grouping::all, {}));
      expect_tables_as_reference(record, group_roll_calls(record, Grouping::session, {}));
      expect_tables_as_reference(record, random_periods(roll_calls, random));
    }
  }
}

TEST(Comparison, AllPairsAreThePairsOneByOne) {
  std::mt19937_64 random(11);
  Record record = random_record(9, 200, random);
  for (RollCallIndex r = 0; r < 140; ++r) record.votes.set(3, r, Choice::absent);
  const StateComparison comparison(record, group_roll_calls(record, Grouping::session, {}));
  std::vector<AgreementRow> expected;
  for (StateIndex a = 0; a < 9; ++a) {
    for (StateIndex b = a + 1; b < 9; ++b) comparison.append_rows(a, b, expected);
  }
  const std::vector<AgreementRow> all = comparison.all_pairs();
  ASSERT_EQ(all.size(), expected.size());
  EXPECT_EQ(all.size(), 36u * 3 - 8u * 2);  // state 3 cast no vote in two of three sessions
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].a, expected[i].a);
    EXPECT_EQ(all[i].b, expected[i].b);
    EXPECT_EQ(all[i].period, expected[i].period);
    EXPECT_EQ(all[i].table, expected[i].table);
    EXPECT_EQ(all[i].measures.pi.hi, expected[i].measures.pi.hi);
  }
}

TEST(Comparison, NoRollCallsGiveNoRows) {
  std::mt19937_64 random(13);
  const Record record = random_record(3, 10, random);
  Filter none;
  none.since = Date{std::chrono::days{100000}};
  const std::vector<StateIndex> others = {0, 1, 2};
  for (const auto grouping :
       {Grouping::all, Grouping::year, Grouping::session, Grouping::subject}) {
    EXPECT_TRUE(compare_states(record, 0, others, grouping, none).rows.empty());
  }
}

TEST(Periods, SubjectsCountUnderEachIssuesFirst) {
  std::mt19937_64 random(17);
  Record record = random_record(2, 4, random);
  record.roll_calls[0].issues = {"Middle East", "Human rights"};
  record.roll_calls[0].subjects = {"APARTHEID"};
  record.roll_calls[1].subjects = {"APARTHEID", "APARTHEID"};
  record.roll_calls[2].issues = {"Middle East"};
  const std::vector<Period> periods = group_roll_calls(record, Grouping::subject, {});
  ASSERT_EQ(periods.size(), 4u);
  EXPECT_EQ(periods[0].name, "Human rights");
  EXPECT_EQ(periods[1].name, "Middle East");
  EXPECT_EQ(periods[1].roll_calls, (std::vector<RollCallIndex>{0, 2}));
  EXPECT_EQ(periods[2].name, "APARTHEID");
  EXPECT_EQ(periods[2].roll_calls, (std::vector<RollCallIndex>{0, 1}));
  EXPECT_EQ(periods[3].name, "(none given)");
  EXPECT_EQ(periods[3].roll_calls, (std::vector<RollCallIndex>{3}));
}

TEST(Periods, ContestedLeavesOutUnanimousRollCalls) {
  Record record;
  std::mt19937_64 random(19);
  record = random_record(3, 3, random);
  for (StateIndex s = 0; s < 3; ++s) {
    for (RollCallIndex r = 0; r < 3; ++r) record.votes.set(s, r, Choice::yes);
  }
  record.votes.set(1, 0, Choice::abstain);
  record.votes.set(1, 1, Choice::absent);
  Filter filter;
  filter.contested = true;
  const std::vector<Period> periods = group_roll_calls(record, Grouping::all, filter);
  ASSERT_EQ(periods.size(), 1u);
  EXPECT_EQ(periods[0].roll_calls, (std::vector<RollCallIndex>{0}));
}

class EmbeddedRecord : public testing::Test {
 protected:
  static const Record& record() {
    static const Record loaded = embedded_record();
    return loaded;
  }

  // Agreement by year from 2023 on, in hundredths.
  static std::vector<int> recent(const char* a, const char* b) {
    Filter filter;
    filter.since = parse_date("2023-01-01");
    filter.until = parse_date("2025-12-31");
    const StateIndex other = record().state(b);
    std::vector<int> hundredths;
    for (const AgreementRow& row :
         compare_states(record(), record().state(a), {&other, 1}, Grouping::year, filter).rows) {
      hundredths.push_back(static_cast<int>(std::lround(100 * row.measures.agreement.value)));
    }
    return hundredths;
  }
};

// Computed independently of this program, from the same sources.
TEST_F(EmbeddedRecord, KnownAgreement) {
  EXPECT_EQ(recent("ARG", "USA"), (std::vector<int>{43, 82, 73}));
  EXPECT_EQ(recent("ARG", "BRA"), (std::vector<int>{93, 50, 35}));
  EXPECT_EQ(recent("USA", "FRA"), (std::vector<int>{74, 72, 27}));
}

TEST_F(EmbeddedRecord, SessionsOfSomePairsAsReference) {
  const std::vector<Period> periods = group_roll_calls(record(), Grouping::session, {});
  EXPECT_GE(periods.size(),
            79u);  // none was voted on in the nineteenth but one; each other has many
  const StateComparison comparison(record(), periods);
  for (const auto& [a, b] :
       {std::pair{"ARG", "USA"}, {"RUS", "SUN"}, {"FRA", "DEU"}, {"CHN", "TWN"}}) {
    const StateIndex i = record().state(a);
    const StateIndex j = record().state(b);
    const std::vector<ChoiceTable> tables = comparison.tables(i, j);
    for (std::size_t p = 0; p < periods.size(); ++p) {
      EXPECT_EQ(tables[p], reference::table(record(), i, j, periods[p].roll_calls));
    }
  }
}

}  // namespace
}  // namespace volteface
