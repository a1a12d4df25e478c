// What surprise promises: nothing of the future, nothing of the vote itself, and probabilities that
// are kept.
#include "volteface/surprise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "brief/small_record.h"
#include "ideal/simulated.h"

namespace volteface {
namespace {

Simulated simulated() {
  Simulation simulation;
  simulation.states = 40;
  simulation.sessions = 6;
  simulation.per_session = 30;
  simulation.seed = 5;
  return simulate(simulation);
}

// Titles that come back each session, which is what texts are found by.
Record with_titles(Record record) {
  for (std::size_t r = 0; r < record.roll_calls.size(); ++r) {
    record.roll_calls[r].title = "Question of territory number " + std::string(1 + r % 30, 'x');
    record.roll_calls[r].kind = Kind::resolution;
  }
  return record;
}

bool same_bits(const ChoiceProbabilities& a, const ChoiceProbabilities& b) {
  return std::memcmp(&a, &b, sizeof a) == 0;
}

std::size_t expect_same_before(const PredictiveRecord& a, const PredictiveRecord& b,
                               RollCallIndex end) {
  std::size_t compared = 0;
  for (StateIndex s = 0; s + 1 < a.begin.size(); ++s) {
    const auto votes = a.of_state(s), others = b.of_state(s);
    const auto terms = a.terms_of(s), other_terms = b.terms_of(s);
    for (std::size_t k = 0; k < votes.size() && votes[k].roll_call < end; ++k) {
      EXPECT_LT(k, others.size());
      EXPECT_EQ(votes[k].roll_call, others[k].roll_call);
      EXPECT_EQ(votes[k].choice, others[k].choice);
      EXPECT_TRUE(same_bits(votes[k].probabilities, others[k].probabilities));
      EXPECT_EQ(std::memcmp(&terms[k], &other_terms[k], sizeof(VoteTerms)), 0);
      ++compared;
    }
  }
  return compared;
}

void expect_sound(const PredictiveRecord& predicted) {
  EXPECT_EQ(predicted.terms.size(), predicted.votes.size());
  for (const PredictedVote& vote : predicted.votes) {
    const ChoiceProbabilities& p = vote.probabilities;
    EXPECT_NEAR(p.yes + p.abstain + p.no, 1, 1e-12);
    EXPECT_GT(std::min({p.yes, p.abstain, p.no}), 0);
    EXPECT_GE(vote.bits(), 0);
    EXPECT_LE(vote.bits(), 27);
  }
  for (const VoteTerms& terms : predicted.terms) {
    for (float d : terms.direction) EXPECT_TRUE(std::isfinite(d));
    EXPECT_TRUE(std::isfinite(terms.cut_yes) && std::isfinite(terms.text));
    EXPECT_GT(terms.gap, 0);
    EXPECT_GE(terms.variance, 0);
    EXPECT_GE(terms.text_variance, 0);
  }
}

TEST(Surprise, AnotherFutureLeavesThePastAsItWas) {
  const Record record = with_titles(simulated().record);
  const auto roll_calls = all_of(record);
  const PredictiveRecord predicted = predict_votes(record, roll_calls);
  const RollCallIndex end = 100;

  Record other_votes = record;
  for (RollCallIndex r = end; r < record.roll_calls.size(); ++r) {
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      other_votes.votes.set(s, r, static_cast<Choice>((s + r) % 4));
    }
  }
  EXPECT_EQ(expect_same_before(predicted, predict_votes(other_votes, roll_calls), end), 100U * 40);

  Record other_titles = record;
  for (RollCallIndex r = end; r < record.roll_calls.size(); ++r) {
    other_titles.roll_calls[r].title = record.roll_calls[r % 7].title;
  }
  other_titles.known_pairs = {{0, 130}, {99, 131}};
  Record same_pairs = other_titles;
  same_pairs.known_pairs.clear();
  expect_same_before(predict_votes(other_titles, roll_calls), predict_votes(same_pairs, roll_calls),
                     end);

  const std::vector<RollCallIndex> only_past(roll_calls.begin(), roll_calls.begin() + end);
  expect_same_before(predicted, predict_votes(record, only_past), end);

  const Date day = record.roll_calls[end - 1].date;
  const Record then = record_as_of(record, day);
  expect_same_before(predicted, predict_votes(then, all_of(then)), end);
}

// Exactly: nothing before it. Nearly: its own probabilities there, since what it said of the roll
// call is taken out again in one step. This is what bounds how far the one step is off.
TEST(Surprise, AVoteHardlyChangesItsOwnPrediction) {
  const Record record = simulated().record;
  const auto roll_calls = all_of(record);
  const PredictiveRecord predicted = predict_votes(record, roll_calls);
  double squares = 0;
  int n = 0;
  for (StateIndex s = 2; s < 40; s += 5) {
    for (RollCallIndex r = 90; r < 180; r += 30) {
      Record other = record;
      const Choice own = record.votes.at(s, r);
      other.votes.set(s, r, own == Choice::no ? Choice::yes : Choice::no);
      const std::vector<RollCallIndex> to_there(roll_calls.begin(), roll_calls.begin() + r + 1);
      const PredictiveRecord again = predict_votes(other, to_there);
      expect_same_before(predicted, again, r);
      const PredictedVote& here = predicted.of_state(s)[r];
      const PredictedVote& there = again.of_state(s).back();
      ASSERT_EQ(here.roll_call, there.roll_call);
      for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
        const double off = here.probabilities.of(choice) - there.probabilities.of(choice);
        EXPECT_LT(std::abs(off), 0.15) << s << " on " << r;
        squares += off * off;
        ++n;
      }
    }
  }
  EXPECT_LT(std::sqrt(squares / n), 0.03);
}

TEST(Surprise, NothingIsLearnedFromCellsHeldOut) {
  const Record record = with_titles(simulated().record);
  const auto roll_calls = all_of(record);
  PredictOptions options;
  const auto held_out = draw_held_out(record, roll_calls, 0.1, 3);
  options.held_out = held_out;
  Record other = record;
  for (std::uint64_t cell : held_out) {
    const auto s = static_cast<StateIndex>(cell / record.roll_calls.size());
    const auto r = static_cast<RollCallIndex>(cell % record.roll_calls.size());
    other.votes.set(s, r, static_cast<Choice>((static_cast<int>(record.votes.at(s, r)) + 1) % 3));
  }
  const PredictiveRecord a = predict_votes(record, roll_calls, options);
  const PredictiveRecord b = predict_votes(other, roll_calls, options);
  ASSERT_EQ(a.votes.size(), b.votes.size());
  std::size_t changed = 0;
  for (std::size_t k = 0; k < a.votes.size(); ++k) {
    EXPECT_TRUE(same_bits(a.votes[k].probabilities, b.votes[k].probabilities));
    changed += a.votes[k].choice != b.votes[k].choice ? 1 : 0;
  }
  EXPECT_EQ(changed, held_out.size());
}

TEST(Surprise, StrangeRecordsGiveSoundNumbers) {
  std::vector<std::vector<Choice>> rows;
  for (std::size_t r = 0; r < 60; ++r) {
    std::vector<Choice> row(12, Choice::yes);                            // most vote as one
    row[0] = Choice::no;                                                 // one always against
    row[1] = Choice::abstain;                                            // one always between
    row[2] = Choice::absent;                                             // one never there
    row[3] = r == 59 ? Choice::no : Choice::not_listed;                  // one that comes last
    if (r / 10 == 2) std::fill(row.begin(), row.end(), Choice::absent);  // a session without votes
    if (r == 35) std::fill(row.begin() + 2, row.end(), Choice::absent);  // a vote of two states
    rows.push_back(row);                                                 // USA, RUS, S02, S03, ...
  }
  const Record record = record_of(rows, 10);
  const PredictiveRecord predicted = predict_votes(record, all_of(record));
  expect_sound(predicted);
  const auto of = [&](const char* code) { return predicted.of_state(record.state(code)); };
  EXPECT_TRUE(of("S02").empty());
  EXPECT_EQ(of("S03").size(), 1U);
  EXPECT_EQ(of("USA").size(), 49U);  // nothing is told of a vote of two
  // Who always votes the same is soon expected to.
  EXPECT_LT(of("USA").back().bits(), 1);
  EXPECT_LT(of("USA").back().bits(), of("USA").front().bits());
}

TEST(Surprise, NothingGivesNothing) {
  const Record none;
  const PredictiveRecord predicted = predict_votes(none, {});
  EXPECT_TRUE(predicted.votes.empty());
  EXPECT_TRUE(std::isnan(log_loss(predicted.votes)));
}

TEST(Surprise, StatesThatAreNotThereAreRefused) {
  PredictiveRecord none;
  EXPECT_THROW(none.of_state(0), Error);
  none.begin = {0, 0};
  EXPECT_TRUE(none.of_state(0).empty());
  EXPECT_THROW(none.of_state(1), Error);
  EXPECT_THROW(none.terms_of(1), Error);
}

TEST(Surprise, RollCallsOutOfOrderAreRefused) {
  const Record record = simulated().record;
  EXPECT_THROW(predict_votes(record, std::vector<RollCallIndex>{3, 2}), Error);
  EXPECT_THROW(predict_votes(record, std::vector<RollCallIndex>{3, 3}), Error);
}

TEST(Surprise, ProgressEndsWithAll) {
  const Record record = simulated().record;
  std::size_t last = 0, of = 1;
  PredictOptions options;
  options.progress = [&](std::size_t done, std::size_t all) {
    EXPECT_GE(done, last);
    last = done;
    of = all;
  };
  predict_votes(record, all_of(record), options);
  EXPECT_EQ(last, of);
}

// Bins by hand: 0.5, 0.25 and 0.25 given, the first cast, then the second.
TEST(Surprise, ReliabilityCountsEachChoice) {
  const std::vector<PredictedVote> votes = {{0, 0, Choice::yes, {0.5, 0.25, 0.25}},
                                            {0, 1, Choice::abstain, {0.5, 0.25, 0.25}}};
  const auto bins = reliability(votes);
  EXPECT_EQ(bins[5].n, 2U);
  EXPECT_DOUBLE_EQ(bins[5].promised, 0.5);
  EXPECT_DOUBLE_EQ(bins[5].cast, 0.5);
  EXPECT_EQ(bins[2].n, 4U);
  EXPECT_DOUBLE_EQ(bins[2].cast, 0.25);
  EXPECT_TRUE(std::isnan(bins[9].promised));
  EXPECT_DOUBLE_EQ(log_loss(votes), (std::log(2) + std::log(4)) / 2);
  EXPECT_DOUBLE_EQ(votes[1].bits(), 2);
}

class SurpriseOfTheRecord : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    record = new Record(embedded_record());
    predicted = new PredictiveRecord(predict_votes(*record, select_roll_calls(*record, {})));
  }
  static void TearDownTestSuite() {
    delete predicted;
    delete record;
  }
  static Record* record;
  static PredictiveRecord* predicted;
};
Record* SurpriseOfTheRecord::record = nullptr;
PredictiveRecord* SurpriseOfTheRecord::predicted = nullptr;

TEST_F(SurpriseOfTheRecord, KeepsWhatItPromises) {
  expect_sound(*predicted);
  for (const ReliabilityBin& bin : reliability(predicted->votes)) {
    EXPECT_NEAR(bin.cast, bin.promised, 0.01) << bin.from;
    EXPECT_GT(bin.n, 10'000U);
  }
  // The default fit, which sees the whole of a session, is asked for 0.276.
  EXPECT_LT(log_loss(predicted->votes), 0.18);
}

TEST_F(SurpriseOfTheRecord, TheRecordTo1985IsPredictedAsItWasThen) {
  const Record then = record_as_of(*record, *parse_date("1985-06-30"));
  const auto roll_calls = select_roll_calls(then, {});
  ASSERT_GT(roll_calls.size(), 1000U);
  const std::size_t compared =
      expect_same_before(predict_votes(then, roll_calls), *predicted,
                         static_cast<RollCallIndex>(roll_calls.back() + 1));
  EXPECT_GT(compared, 200'000U);
}

// The United States against a text of its own allies and of its own past.
TEST_F(SurpriseOfTheRecord, TheVotesOfFebruary2025Surprise) {
  const RollCallIndex vote = record->roll_call("A/RES/ES-11/7");
  const auto bits_of = [&](const char* state) {
    for (const PredictedVote& p : predicted->of_state(record->state(state))) {
      if (p.roll_call == vote) return p.bits();
    }
    return std::nan("");
  };
  EXPECT_GT(bits_of("USA"), 3);
  EXPECT_GT(bits_of("HUN"), 3);
  EXPECT_LT(bits_of("RUS"), 1);
  EXPECT_LT(bits_of("DEU"), 0.3);
}

}  // namespace
}  // namespace volteface
