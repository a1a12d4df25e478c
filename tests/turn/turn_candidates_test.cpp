// Two views of one state's votes, and several lengths of time.
#include "turn/turn_candidates.h"

#include <gtest/gtest.h>

#include <cmath>

#include "turn/turn_records.h"
#include "turn/turn_search.h"

namespace volteface {
namespace {

// A record in which one state turns, seen in four dimensions and on the main one.
struct Seen {
  Record record;
  std::vector<RollCallIndex> roll_calls;
  PredictiveRecord predicted;
  IdealFit fit;

  explicit Seen(const TurnSimulation& simulation)
      : record(simulate_turns(simulation)),
        roll_calls(select_roll_calls(record, {})),
        predicted(predict_for_turns(record, roll_calls, {})),
        fit(fit_ideal_points(record, roll_calls)) {}

  VotingHistory all_votes(StateIndex state) const { return {record, predicted, state}; }
  VotingHistory main_dimension(StateIndex state) const { return {record, fit, state}; }
};

TurnSimulation with_turn(std::array<double, 4> move) {
  TurnSimulation simulation;
  simulation.turns = {{7, 330, move}};
  return simulation;
}

TEST(VotingHistoryOnMainDimension, HoldsTheVotesWithAnItemAsTheFitExpectsThem) {
  const Seen seen(with_turn({1.5, 0, 0, 0}));
  const VotingHistory history = seen.main_dimension(3);
  EXPECT_EQ(history.in_dimensions(), 1);
  std::size_t k = 0;
  for (const RollCallIndex r : seen.roll_calls) {
    const std::uint32_t item = seen.fit.item_of_roll_call[r];
    const Choice choice = seen.record.votes.at(3, r);
    if (item == IdealFit::no_item || !is_cast(choice)) continue;
    ASSERT_LT(k, history.size());
    EXPECT_EQ(history.vote(k).roll_call, r);
    // But for what is not known of the item, which makes it a little less sure.
    const double expected = choice_probabilities(seen.fit.items[item], 0.4).of(choice);
    EXPECT_NEAR(std::exp(history.log_probability(k, Place(0.4, 9, 9, 9))), expected, 0.15);
    ++k;
  }
  EXPECT_EQ(k, history.size());
}

TEST(VotingHistoryOnMainDimension, PlacesLieOnItAlone) {
  const Seen seen(with_turn({1.5, 0, 0, 0}));
  const VotingHistory history = seen.main_dimension(3);
  const PlaceEstimate place = history.place_of(0, history.size(), Place::Zero(), 1);
  EXPECT_NE(place.mean[0], 0);
  for (int d = 1; d < dimensions; ++d) EXPECT_NEAR(place.mean[d], 0, 1e-12);
}

TEST(TurnCandidates, ATurnThatBothViewsShowComesFirst) {
  const Seen seen(with_turn({1.8, 0.3, 0, 0}));
  const VotingHistory all_votes = seen.all_votes(7), main_dimension = seen.main_dimension(7);
  const auto found = turn_candidates(all_votes, main_dimension);
  ASSERT_FALSE(found.empty());
  EXPECT_GT(found[0].probability, 0.95);
  EXPECT_NEAR(static_cast<double>((found[0].date - seen.record.roll_calls[330].date).count()), 0,
              30);
  for (std::size_t k = 1; k < found.size(); ++k) {
    EXPECT_LE(found[k].probability, found[k - 1].probability);
    for (std::size_t other = 0; other < k; ++other) {
      EXPECT_GE(std::abs(regular_session(found[k].date) - regular_session(found[other].date)),
                least_sessions_apart);
    }
  }
}

// On the other dimensions only one view sees it.
TEST(TurnCandidates, ATurnBesideTheMainDimensionIsFoundByTheOtherView) {
  const Seen seen(with_turn({0, 2.5, 2, 0}));
  const VotingHistory all_votes = seen.all_votes(7), main_dimension = seen.main_dimension(7);
  const auto found = turn_candidates(all_votes, main_dimension);
  ASSERT_FALSE(found.empty());
  EXPECT_GT(found[0].probability, 0.9);
  EXPECT_EQ(found[0].history, &all_votes);
}

TEST(TurnCandidates, DatesSumToOneAndHoldTheMostProbableDay) {
  const Seen seen(with_turn({1.2, 0, 0, 0}));
  for (StateIndex state : {7U, 20U, 41U}) {
    const VotingHistory all_votes = seen.all_votes(state);
    const VotingHistory main_dimension = seen.main_dimension(state);
    for (const TurnCandidate& candidate : turn_candidates(all_votes, main_dimension)) {
      double all = 0;
      bool is_in = false;
      for (const DateMass& stretch : candidate.when) {
        all += stretch.probability;
        is_in |= stretch.first <= candidate.date && candidate.date <= stretch.last;
      }
      EXPECT_NEAR(all, 1, 1e-9);
      EXPECT_TRUE(is_in);
      EXPECT_LE(candidate.probability, 1);
      EXPECT_GE(candidate.change.split - candidate.change.first, least_votes_a_side);
      EXPECT_GE(candidate.change.last - candidate.change.split, least_votes_a_side);
    }
  }
}

TEST(TurnCandidates, AStateWithHardlyAVoteHasNone) {
  TurnSimulation simulation;
  simulation.states = 20;
  simulation.sessions = 3;
  Record record = simulate_turns(simulation);
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    if (r != 10 && r != 100) record.votes.set(5, r, Choice::absent);
    record.votes.set(6, r, Choice::absent);
  }
  const auto roll_calls = select_roll_calls(record, {});
  const PredictiveRecord predicted = predict_for_turns(record, roll_calls, {});
  const IdealFit fit = fit_ideal_points(record, roll_calls);
  for (StateIndex state : {5U, 6U}) {
    const VotingHistory all_votes(record, predicted, state), main_dimension(record, fit, state);
    EXPECT_TRUE(turn_candidates(all_votes, main_dimension).empty());
  }
}

}  // namespace
}  // namespace volteface
