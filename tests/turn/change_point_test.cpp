// Positions from votes, and the day of a change, against slower ways to the same.
#include "turn/change_point.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "turn/change_dates.h"

namespace volteface {
namespace {

double phi(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

// The probability of a choice from a position, as surprise.h says it.
double probability_of(const VoteTerms& t, Choice choice, const Place& at) {
  double latent = t.cut_yes;
  for (int d = 0; d < dimensions; ++d) latent -= double{t.direction[d]} * at[d];
  const double scale = 1 / std::sqrt(1 + double{t.variance});
  const double yes = phi(latent * scale), no = phi(-(latent + double{t.gap}) * scale);
  return choice == Choice::yes ? yes : choice == Choice::no ? no : 1 - yes - no;
}

// One state's votes: terms drawn at random in so many dimensions, and votes from a place that
// changes at one of them.
struct SimulatedVotes {
  Record record;
  PredictiveRecord predicted;
};

struct VotesPlan {
  std::size_t votes = 60;
  std::size_t change = 60;  // the first vote from `after`
  std::size_t a_day = 3;
  int days_apart = 2;
  Place before = Place::Zero();
  Place after = Place::Zero();
  int used_dimensions = dimensions;
};

SimulatedVotes simulate_votes(const VotesPlan& plan, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  SimulatedVotes out;
  out.record.states.push_back({"ONE", "One"});
  for (RollCallIndex k = 0; k < plan.votes; ++k) {
    RollCall roll_call;
    roll_call.date = *parse_date("1990-10-01") +
                     std::chrono::days(static_cast<int>(k / plan.a_day) * plan.days_apart);
    roll_call.session = "45";
    out.record.roll_calls.push_back(roll_call);
    VoteTerms terms;
    for (int d = 0; d < plan.used_dimensions; ++d)
      terms.direction[static_cast<std::size_t>(d)] = static_cast<float>(normal(random));
    terms.cut_yes = static_cast<float>(0.7 * normal(random) - 0.3);
    terms.gap = 0.6F;
    terms.variance = 0.2F;
    const Place& at = k < plan.change ? plan.before : plan.after;
    const double u = uniform(random), yes = probability_of(terms, Choice::yes, at);
    const Choice choice = u < yes                                                ? Choice::yes
                          : u < yes + probability_of(terms, Choice::abstain, at) ? Choice::abstain
                                                                                 : Choice::no;
    out.predicted.votes.push_back({0, k, choice, {1. / 3, 1. / 3, 1. / 3}});
    out.predicted.terms.push_back(terms);
  }
  out.predicted.begin = {0, out.predicted.votes.size()};
  return out;
}

VotingHistory history_of(const SimulatedVotes& votes) {
  return VotingHistory(votes.record, votes.predicted, 0);
}

Place around(const VotingHistory& history) { return position_between(history, 0, history.size()); }

TEST(VotingHistory, LogProbabilityIsThatOfTheTerms) {
  std::mt19937_64 random(1);
  const SimulatedVotes votes = simulate_votes({}, random);
  const VotingHistory history = history_of(votes);
  const Place at(0.3, -0.8, 1.1, 0.2);
  for (std::size_t k = 0; k < history.size(); ++k) {
    const double p = probability_of(votes.predicted.terms[k], votes.predicted.votes[k].choice, at);
    EXPECT_NEAR(history.log_probability(k, at), std::log(p), 1e-5);
  }
}

TEST(VotingHistory, LearnsAsTheFilterDoes) {
  std::mt19937_64 random(2);
  const SimulatedVotes votes = simulate_votes({}, random);
  const VotingHistory history = history_of(votes);
  Place mean(0.5, 0, -0.5, 1), filter_mean = mean;
  PlaceMatrix covariance = 0.8 * PlaceMatrix::Identity(), filter_covariance = covariance;
  for (std::size_t k = 0; k < history.size(); ++k) {
    const Choice choice = votes.predicted.votes[k].choice;
    const Outlook expected = outlook(votes.predicted.terms[k], filter_mean, filter_covariance);
    const double log_p = history.learn(k, mean, covariance);
    EXPECT_NEAR(log_p, std::log(expected.probabilities().of(choice)), 1e-6);
    move_position(votes.predicted.terms[k], lesson_of(expected, choice), filter_mean,
                  filter_covariance);
    EXPECT_LT((mean - filter_mean).norm(), 1e-6);
    EXPECT_LT((covariance - filter_covariance).norm(), 1e-6);
  }
}

double log_posterior(const SimulatedVotes& votes, std::size_t first, std::size_t last,
                     const Place& prior, double pull, const Place& at) {
  double sum = -0.5 * pull * (at - prior).squaredNorm();
  for (std::size_t k = first; k < last; ++k)
    sum += std::log(probability_of(votes.predicted.terms[k], votes.predicted.votes[k].choice, at));
  return sum;
}

// With votes that ask in two dimensions only, a grid finds the mode; the other two stay at the
// prior.
TEST(VotingHistory, PlaceIsThatOfAGridSearch) {
  std::mt19937_64 random(3);
  const Place prior(0.2, -0.1, 0.4, -0.6);
  for (std::size_t n : {8, 25, 120}) {
    VotesPlan plan{.votes = n, .change = n, .used_dimensions = 2};
    plan.before << 0.9, -0.5, 0, 0;
    const SimulatedVotes votes = simulate_votes(plan, random);
    const PlaceEstimate place = history_of(votes).place_of(0, n, prior, 1);
    Place best = prior;
    double width = 4;
    for (int zoom = 0; zoom < 7; ++zoom, width /= 4) {
      const Place centre = best;
      double highest = -1e300;
      for (int i = -10; i <= 10; ++i) {
        for (int j = -10; j <= 10; ++j) {
          Place at = centre;
          at[0] += width * i / 10, at[1] += width * j / 10;
          const double log_p = log_posterior(votes, 0, n, prior, 1, at);
          if (log_p > highest) highest = log_p, best = at;
        }
      }
    }
    EXPECT_LT((place.mean - best).norm(), 3e-3) << n << " votes";
  }
}

TEST(VotingHistory, InformationIsTheCurvature) {
  std::mt19937_64 random(4);
  VotesPlan plan{.votes = 80, .change = 80};
  plan.before << 0.9, -0.5, 0.3, 0;
  const SimulatedVotes votes = simulate_votes(plan, random);
  const PlaceEstimate place = history_of(votes).place_of(0, 80, Place::Zero(), 1);
  const double h = 1e-3;
  const auto f = [&](const Place& at) { return log_posterior(votes, 0, 80, Place::Zero(), 1, at); };
  PlaceMatrix curvature;
  for (int i = 0; i < dimensions; ++i) {
    for (int j = 0; j < dimensions; ++j) {
      const Place u = h * Place::Unit(i), v = h * Place::Unit(j), m = place.mean;
      curvature(i, j) = -(f(m + u + v) - f(m + u - v) - f(m - u + v) + f(m - u - v)) / (4 * h * h);
    }
  }
  EXPECT_LT((place.information + PlaceMatrix::Identity() - curvature).norm() / curvature.norm(),
            1e-2);
  EXPECT_LT(
      (place.covariance * (place.information + PlaceMatrix::Identity()) - PlaceMatrix::Identity())
          .norm(),
      1e-9);
}

TEST(VotingHistory, VotesThatAllAgreeHaveAPlaceToo) {
  std::mt19937_64 random(5);
  VotesPlan plan{.votes = 400, .change = 400};
  SimulatedVotes votes = simulate_votes(plan, random);
  for (PredictedVote& vote : votes.predicted.votes) vote.choice = Choice::yes;
  const PlaceEstimate place = history_of(votes).place_of(0, 400, Place::Zero(), 1);
  EXPECT_TRUE(place.mean.allFinite());
  EXPECT_TRUE(place.covariance.allFinite());
}

TEST(VotingHistory, SessionsNeverGoBack) {
  std::mt19937_64 random(6);
  SimulatedVotes votes = simulate_votes({.votes = 40, .change = 40, .a_day = 1}, random);
  // A resumed session votes once behind the first vote of the next.
  for (std::size_t k = 0; k < 40; ++k) {
    votes.record.roll_calls[k].date = *parse_date("1990-09-01") + std::chrono::days(k);
    votes.record.roll_calls[k].session = k == 20 ? "44" : k < 14 ? "44" : "45";
  }
  const VotingHistory history = history_of(votes);
  EXPECT_EQ(history.sessions().size(), 2u);
  for (std::size_t k = 1; k < history.size(); ++k)
    EXPECT_GE(history.session_of(k), history.session_of(k - 1));
}

TEST(ChangePoint, SizeIsTheDivergenceOfThePredictions) {
  std::mt19937_64 random(7);
  VotesPlan plan{.votes = 4000, .change = 2000};
  plan.before << 0.3, 0, 0.2, 0;
  plan.after << 0.9, -0.3, 0.2, 0.1;
  const SimulatedVotes votes = simulate_votes(plan, random);
  const auto change = change_at(history_of(votes), 0, 2000, 4000);
  ASSERT_TRUE(change);
  // Of the predictions from the two true positions, either way, over all votes.
  double divergence = 0;
  for (const VoteTerms& terms : votes.predicted.terms) {
    for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
      const double p = probability_of(terms, choice, plan.before);
      const double q = probability_of(terms, choice, plan.after);
      divergence += (p - q) * std::log(p / q) / 2;
    }
  }
  divergence /= static_cast<double>(votes.predicted.terms.size());
  EXPECT_NEAR(change->seen.square / 2, divergence, 0.2 * divergence);
  EXPECT_LT(change->seen.noise, 0.002);
  EXPECT_NEAR((change->after.mean - plan.after).norm(), 0, 0.25);
}

TEST(ChangePoint, FewVotesAreNoSide) {
  std::mt19937_64 random(8);
  const SimulatedVotes votes = simulate_votes({.votes = 40, .change = 40}, random);
  const VotingHistory history = history_of(votes);
  EXPECT_FALSE(change_at(history, 0, least_votes_a_side - 1, 40));
  EXPECT_FALSE(change_at(history, 0, 40 - least_votes_a_side + 1, 40));
  EXPECT_TRUE(change_at(history, 0, least_votes_a_side, 40));
}

// Nine in ten, whatever the size of the change: the positions before and behind are not known.
TEST(WhenChanged, IntervalsHoldTheDay) {
  std::mt19937_64 random(9);
  constexpr int records = 1500;
  for (double size : {0.5, 1.0, 2.0}) {
    int inside = 0;
    for (int n = 0; n < records; ++n) {
      const std::size_t change_vote = 3 + 3 * (random() % 59);
      VotesPlan plan{.votes = 180, .change = change_vote, .days_apart = 10};
      plan.before << 0.8, 0.2, 0, 0;
      plan.after << 0.8 - size, 0.2 + 0.4 * size, 0, 0;
      const VotingHistory history = history_of(simulate_votes(plan, random));
      const auto when = dates_of(history, when_changed(history, 0, 180, around(history)).splits);
      double all = 0;
      for (const DateMass& stretch : when) all += stretch.probability;
      EXPECT_NEAR(all, 1, 1e-9);
      // On one of the ten days up to the first vote behind it.
      const Date day = history.date(change_vote) - std::chrono::days(random() % 10);
      inside += day_by(when, 0.05) <= day && day <= day_by(when, 0.95);
    }
    EXPECT_GE(inside, records * 87 / 100) << size;
    EXPECT_LE(inside, records * 93 / 100) << size;
  }
}

// Where votes say nothing of the day, a stretch is as probable as it is long.
TEST(WhenChanged, DaysWithoutVotesShareTheirMass) {
  std::mt19937_64 random(10);
  SimulatedVotes votes = simulate_votes({.votes = 60, .change = 60}, random);
  for (VoteTerms& terms : votes.predicted.terms) terms.direction = {0, 0, 0, 0};
  for (std::size_t k = 30; k < 60; ++k) votes.record.roll_calls[k].date += std::chrono::days(100);
  const VotingHistory history = history_of(votes);
  const auto when = when_changed(history, 0, 60, around(history));
  ASSERT_EQ(when.splits.size(), 19u);  // 20 meetings
  for (const SplitMass& mass : when.splits) {
    const double days = mass.split == 30 ? 102 : 2;
    EXPECT_NEAR(mass.probability, days / (102 + 18 * 2), 1e-9);
  }
  EXPECT_NEAR(when.log_odds, 0, 1e-9);
}

TEST(WhenChanged, OddsAreThoseOfTwoPositionsAgainstOne) {
  std::mt19937_64 random(12);
  VotesPlan plan{.votes = 180, .change = 90};
  plan.before << 0.8, 0.2, 0, 0;
  plan.after << -0.4, 0.6, 0, 0;
  const VotingHistory turned = history_of(simulate_votes(plan, random));
  EXPECT_GT(when_changed(turned, 0, 180, around(turned)).log_odds, 5);
  plan.after = plan.before;
  const VotingHistory quiet = history_of(simulate_votes(plan, random));
  EXPECT_LT(when_changed(quiet, 0, 180, around(quiet)).log_odds, 0);
  EXPECT_FALSE(settled_change(quiet, 0, 180, around(quiet)));
}

TEST(WhenChanged, OneDayHasNone) {
  std::mt19937_64 random(11);
  const SimulatedVotes votes = simulate_votes({.votes = 40, .change = 40, .a_day = 40}, random);
  const VotingHistory history = history_of(votes);
  EXPECT_TRUE(when_changed(history, 0, 40, around(history)).splits.empty());
  EXPECT_FALSE(settled_change(history, 0, 40, around(history)));
}

TEST(SettledChange, IsWhereTheStateChanged) {
  std::mt19937_64 random(13);
  VotesPlan plan{.votes = 180, .change = 120};
  plan.before << 1, 0, 0, 0;
  plan.after << -1, 0.6, 0, 0;
  const VotingHistory history = history_of(simulate_votes(plan, random));
  const auto settled = settled_change(history, 0, 180, around(history));
  ASSERT_TRUE(settled);
  EXPECT_NEAR(static_cast<double>(settled->change.split), 120, 9);
  const auto direct = change_at(history, 0, settled->change.split, 180);
  EXPECT_EQ(settled->change.seen.square, direct->seen.square);
  EXPECT_EQ(settled->change.seen.noise, direct->seen.noise);
}

// Votes that are cast three times each tell no more than once, when each three are of one day.
TEST(ChangePoint, VotesOfOneDayThatGoTogetherCountAsOne) {
  std::mt19937_64 random(14);
  double single = 0, repeated = 0;
  for (int n = 0; n < 20; ++n) {
    VotesPlan plan{.votes = 240, .change = 240, .a_day = 3};
    plan.before << 0.5, 0.2, -0.3, 0;
    SimulatedVotes votes = simulate_votes(plan, random);
    single += change_at(history_of(votes), 0, 120, 240)->seen.noise;
    for (std::size_t k = 0; k < 240; ++k) {
      votes.predicted.terms[k] = votes.predicted.terms[k / 3 * 3];
      votes.predicted.votes[k].choice = votes.predicted.votes[k / 3 * 3].choice;
    }
    repeated += change_at(history_of(votes), 0, 120, 240)->seen.noise;
  }
  EXPECT_GT(repeated / single, 2);
  EXPECT_LT(repeated / single, 4);
}

}  // namespace
}  // namespace volteface
