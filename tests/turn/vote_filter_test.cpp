// One roll call's fit, and one vote taken out of it, against slow and obvious forms.
#include "turn/vote_filter.h"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <cmath>
#include <random>

namespace volteface {
namespace {

ItemBelief any_belief() {
  ItemBelief belief;
  belief.mean << 0.2, -0.1, 0, 0.3, 0.8, -0.2;
  belief.covariance = ItemMatrix::Identity();
  belief.covariance.diagonal() << 4, 4, 4, 4, 2, 0.7;
  return belief;
}

// Voters drawn at random, with votes from an item of their own; `doubt` is the variance of each
// position.
std::vector<Voter> voters_of(std::size_t n, double doubt, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  std::vector<Voter> voters;
  for (StateIndex s = 0; s < n; ++s) {
    Voter voter;
    voter.state = s;
    for (int d = 0; d < dimensions; ++d) voter.mean[d] = normal(random);
    voter.covariance = doubt * PlaceMatrix::Identity();
    voter.text = {0.2 * normal(random), doubt};
    const double latent = 1.3 * voter.mean[0] - 0.6 * voter.mean[1] + normal(random);
    voter.choice = latent < 0.3 ? Choice::yes : latent < 1.1 ? Choice::abstain : Choice::no;
    voters.push_back(voter);
  }
  return voters;
}

double log_phi(double x) { return std::log(0.5 * std::erfc(-x / std::sqrt(2.0))); }

// The definition: log prior and log likelihood. How uncertain a vote is, is taken at `there`.
double log_posterior(const ItemVector& item, const ItemVector& there, const ItemBelief& before,
                     const std::vector<Voter>& voters) {
  const ItemVector off = item - before.mean;
  double sum = -0.5 * off.dot(before.covariance.inverse() * off);
  const Place direction = item.head<dimensions>(), known = there.head<dimensions>();
  const double gap = std::exp(item[dimensions + 1]);
  for (const Voter& voter : voters) {
    if (!voter.learn_from) continue;
    const double spread = std::sqrt(1 + known.dot(voter.covariance * known) + voter.text.variance);
    const double lower = (item[dimensions] - direction.dot(voter.mean) - voter.text.mean) / spread;
    const double upper = lower + gap / spread;
    if (voter.choice == Choice::yes) sum += log_phi(lower);
    if (voter.choice == Choice::no) sum += log_phi(-upper);
    if (voter.choice == Choice::abstain) {
      sum += std::log(0.5 * (std::erf(upper / std::sqrt(2.0)) - std::erf(lower / std::sqrt(2.0))));
    }
  }
  return sum;
}

// Up the hill one parameter at a time, by ever smaller steps.
ItemVector climbed(const ItemVector& from, const ItemVector& there, const ItemBelief& before,
                   const std::vector<Voter>& voters) {
  ItemVector at = from;
  double height = log_posterior(at, there, before, voters);
  for (double step = 0.1; step > 1e-5; step /= 2) {
    for (bool moved = true; moved;) {
      moved = false;
      for (int k = 0; k < item_parameters; ++k) {
        for (double direction : {step, -step}) {
          ItemVector next = at;
          next[k] += direction;
          const double there_height = log_posterior(next, there, before, voters);
          if (there_height <= height) continue;
          at = next;
          height = there_height;
          moved = true;
        }
      }
    }
  }
  return at;
}

TEST(VoteFilter, AnItemIsTheMode) {
  for (const double doubt : {0.0, 0.3}) {
    for (const std::size_t n : {3, 40, 150}) {
      const auto voters = voters_of(n, doubt, 11 + n);
      const FittedItem item = fit_item(any_belief(), voters);
      const ItemVector top = climbed(item.belief.mean, item.belief.mean, any_belief(), voters);
      // Newton ends with a step below 0.02, which is little beside the doubt of the item, of which
      // the least standard deviation here is 0.1.
      const double left = 0.02;
      for (int k = 0; k < item_parameters; ++k) {
        EXPECT_NEAR(item.belief.mean[k], top[k], left) << n << " voters, parameter " << k;
      }
    }
  }
}

TEST(VoteFilter, AnItemWithoutVotesIsAsItWas) {
  auto voters = voters_of(5, 0.3, 3);
  for (Voter& voter : voters) voter.learn_from = false;
  const FittedItem item = fit_item(any_belief(), voters);
  EXPECT_TRUE(item.belief.mean.isApprox(any_belief().mean));
  EXPECT_TRUE(item.belief.covariance.isApprox(any_belief().covariance));
}

double yes_of(const VoteTerms& terms, const Voter& voter) {
  return outlook(terms, voter.mean, voter.covariance).probabilities().yes;
}

// One step from the mode, against the fit of all the others.
TEST(VoteFilter, AVoteTakenOutIsNearlyAsIfItHadNotBeenCast) {
  double squares = 0, squares_of_fit = 0;
  int n = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto voters = voters_of(60, 0.2, seed);
    const FittedItem item = fit_item(any_belief(), voters);
    for (std::size_t k = 0; k < voters.size(); ++k) {
      std::vector<Voter> others = voters;
      others[k].learn_from = false;
      const FittedItem without = fit_item(any_belief(), others);
      const double refitted = yes_of(terms_for(without, others, k), voters[k]);
      const double taken_out = yes_of(terms_for(item, voters, k), voters[k]);
      EXPECT_NEAR(taken_out, refitted, 0.06) << "seed " << seed << ", voter " << k;
      squares += std::pow(taken_out - refitted, 2);
      FittedItem with = item;
      const std::vector<Voter> as_if = others;  // nothing is taken out
      squares_of_fit += std::pow(yes_of(terms_for(with, as_if, k), voters[k]) - refitted, 2);
      ++n;
    }
  }
  EXPECT_LT(std::sqrt(squares / n), 0.01);
  // Leaving the vote in would be several times as far off.
  EXPECT_GT(squares_of_fit, 9 * squares);
}

TEST(VoteFilter, ALessonIsTheSlopeOfTheLogProbability) {
  const auto voters = voters_of(30, 0.2, 5);
  const FittedItem item = fit_item(any_belief(), voters);
  const double h = 1e-5;
  for (std::size_t k = 0; k < voters.size(); ++k) {
    VoteTerms terms = terms_for(item, voters, k);
    const Outlook at = outlook(terms, voters[k].mean, voters[k].covariance);
    const auto log_p = [&](double shift) {
      const Outlook moved{at.lower + shift / at.spread, at.upper + shift / at.spread, at.spread};
      return std::log(moved.probabilities().of(voters[k].choice));
    };
    const Lesson lesson = lesson_of(at, voters[k].choice);
    EXPECT_NEAR(lesson.gradient, (log_p(h) - log_p(-h)) / (2 * h), 1e-6);
    EXPECT_NEAR(lesson.curvature, -(log_p(h) - 2 * log_p(0) + log_p(-h)) / (h * h), 1e-4);
    EXPECT_GE(lesson.curvature, 0);
  }
}

// A normal position seen through one probit has moments in closed form (Rasmussen and Williams
// 2006, section 3.9); here they are integrated.
TEST(VoteFilter, AYesMovesAPositionToTheMeanOfThePosterior) {
  VoteTerms terms;
  terms.direction = {1.2F, 0, 0, 0};
  terms.cut_yes = -0.5F;
  terms.gap = 0.7F;
  Place mean = Place::Zero();
  mean[0] = 0.4;
  PlaceMatrix covariance = 0.8 * PlaceMatrix::Identity();
  double mass = 0, first = 0, second = 0;
  for (double x = -12; x < 12; x += 1e-3) {
    const double density =
        std::exp(-0.5 * (x - 0.4) * (x - 0.4) / 0.8) *
        std::exp(log_phi(double{terms.cut_yes} - double{terms.direction[0]} * x));
    mass += density;
    first += density * x;
    second += density * x * x;
  }
  first /= mass;
  second = second / mass - first * first;
  move_position(terms, lesson_of(outlook(terms, mean, covariance), Choice::yes), mean, covariance);
  EXPECT_NEAR(mean[0], first, 1e-5);
  EXPECT_NEAR(covariance(0, 0), second, 1e-5);
  EXPECT_EQ(mean[1], 0);
}

}  // namespace
}  // namespace volteface
