// The default fit on records whose ideal points are known, and what a fit says of votes.
#include "volteface/ideal.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ideal/instruction_sets.h"
#include "ideal/normal.h"
#include "ideal/observations.h"
#include "ideal/simulated.h"

namespace volteface {
namespace {

constexpr Choice Y = Choice::yes, A = Choice::abstain, N = Choice::no, X = Choice::absent;

IdealFit fit_all(const Record& record) { return fit_ideal_points(record, all_of(record)); }

// True points in the order of the fit's, on its scale: mean 0, standard deviation 1.
std::vector<double> truth_of(const Simulated& simulated, const IdealFit& fit) {
  std::vector<double> truth;
  double mean = 0, square = 0;
  for (const IdealPoint& p : fit.points) {
    const std::string& code = simulated.record.states[p.state].code;
    const std::size_t s = code == "USA" ? 0 : code == "RUS" ? 1 : std::stoul(code.substr(1));
    truth.push_back(simulated.theta[s][static_cast<std::size_t>(p.period - 1)]);
  }
  const auto n = static_cast<double>(truth.size());
  for (double x : truth) mean += x / n;
  for (double x : truth) square += (x - mean) * (x - mean) / n;
  for (double& x : truth) x = (x - mean) / std::sqrt(square);
  return truth;
}

TEST(Ideal, RecoversSimulatedPointsAndItsIntervalsHoldThem) {
  double inside = 0, points = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Simulated simulated = simulate({60, 12, 60, seed, 0.08, 0.05, 0.8});
    const IdealFit fit = fit_all(simulated.record);
    const std::vector<double> truth = truth_of(simulated, fit);
    std::vector<double> means;
    for (std::size_t p = 0; p < fit.points.size(); ++p) {
      means.push_back(fit.points[p].mean);
      inside += fit.points[p].q05 <= truth[p] && truth[p] <= fit.points[p].q95;
      ++points;
      EXPECT_EQ(fit.points[p].n, 60U);
    }
    EXPECT_GT(correlation(means, truth), 0.985) << seed;
    double mean = 0, square = 0;
    for (double x : means) mean += x, square += x * x;
    EXPECT_NEAR(mean / static_cast<double>(means.size()), 0, 1e-9);
    EXPECT_NEAR(square / static_cast<double>(means.size()), 1, 1e-9);
  }
  // 90 % intervals; the error of the share over 36 periods that move as wholes is some per cent.
  EXPECT_GT(inside / points, 0.82);
  EXPECT_LT(inside / points, 0.97);
}

TEST(Ideal, RecoversItemsOnTheSameScale) {
  const Simulated simulated = simulate({100, 6, 60, 4});
  const IdealFit fit = fit_all(simulated.record);
  // Half of the votes by simulation at true points, half by the fit: the probabilities agree.
  double worst = 0, sum = 0, n = 0;
  for (RollCallIndex r = 0; r < simulated.record.roll_calls.size(); ++r) {
    const Item& item = fit.items[fit.item_of_roll_call[r]];
    EXPECT_LE(item.cut_yes, item.cut_no);
    double expected = 0, cast = 0;
    for (StateIndex s = 0; s < simulated.record.states.size(); ++s) {
      expected += fit.probabilities(simulated.record, s, r)->yes;
      cast += simulated.record.votes.at(s, r) == Y ? 1 : 0;
    }
    worst = std::max(worst, std::abs(expected - cast));
    sum += expected - cast;
    ++n;
  }
  EXPECT_LT(worst, 12);  // of 100 states: within three binomial standard deviations
  EXPECT_LT(std::abs(sum / n), 1);
}

TEST(Ideal, HighIsTheSideOfTheUsa) {
  const Simulated simulated = simulate({30, 4, 40, 5});
  const IdealFit fit = fit_all(simulated.record);
  for (const IdealPoint& p : fit.points_of(simulated.record.state("USA"))) EXPECT_GT(p.mean, 1);
  for (const IdealPoint& p : fit.points_of(simulated.record.state("RUS"))) EXPECT_LT(p.mean, -1);
}

TEST(Ideal, TheNumberOfThreadsChangesNothing) {
  const Simulated simulated = simulate({40, 5, 200, 6});
  const auto run = [&](int threads) {
    tbb::task_arena arena(threads);
    std::vector<double> numbers;
    arena.execute([&] {
      for (const IdealPoint& p : fit_all(simulated.record).points) numbers.push_back(p.mean);
    });
    return numbers;
  };
  EXPECT_EQ(run(1), run(4));
}

// Vectors of other widths add up in another order; the fit must not magnify that.
TEST(Ideal, InstructionSetsAgree) {
  const Simulated simulated = simulate({40, 5, 60, 6});
  std::vector<double> first;
  for (std::int64_t target : instruction_sets_here()) {
    use_instruction_set(target);
    std::vector<double> means;
    for (const IdealPoint& p : fit_all(simulated.record).points) means.push_back(p.mean);
    if (first.empty()) first = means;
    double furthest = 0;
    for (std::size_t p = 0; p < means.size(); ++p)
      furthest = std::max(furthest, std::abs(means[p] - first[p]));
    EXPECT_LT(furthest, 1e-4) << target;
  }
  use_instruction_set(0);
}

TEST(Ideal, FewVotesGiveWideIntervals) {
  Simulated simulated = simulate({40, 6, 50, 7});
  // A state that comes to one vote a session.
  for (RollCallIndex r = 0; r < simulated.record.roll_calls.size(); ++r) {
    if (r % 50 != 0) simulated.record.votes.set(20, r, X);
  }
  const IdealFit fit = fit_all(simulated.record);
  for (std::size_t t = 0; t < 6; ++t) {
    EXPECT_EQ(fit.points_of(20)[t].n, 1U);
    EXPECT_GT(fit.points_of(20)[t].sd, 2 * fit.points_of(21)[t].sd);
  }
}

TEST(Ideal, AnswersDegenerateRecords) {
  for (const auto& rows :
       std::vector<std::vector<std::vector<Choice>>>{{{Y, N}},
                                                     {{Y, N, Y}, {N, Y, Y}, {A, Y, Y}},
                                                     {{Y, Y, N, X}, {X, X, X, X}, {Y, Y, N, Y}},
                                                     {{A, A, A, N}, {A, A, A, N}, {A, A, A, N}}}) {
    const Record record = record_of(rows, 2);
    const IdealFit fit = fit_all(record);
    for (const IdealPoint& p : fit.points) {
      EXPECT_TRUE(std::isfinite(p.mean));
      EXPECT_TRUE(std::isfinite(p.sd) && p.sd > 0);
    }
    for (const Item& i : fit.items) EXPECT_TRUE(std::isfinite(i.discrimination + i.cut_no));
  }
}

TEST(Ideal, RefusesRecordsWithNothingContested) {
  EXPECT_THROW(fit_all(record_of({}, 1)), Error);
  EXPECT_THROW(fit_all(record_of({{Y, Y}, {N, N}}, 1)), Error);
}

TEST(Ideal, ByYear) {
  const Simulated simulated = simulate({30, 4, 40, 8});
  IdealOptions options;
  options.by = PeriodBy::year;
  const IdealFit fit = fit_ideal_points(simulated.record, all_of(simulated.record), options);
  EXPECT_EQ(fit.points_of(0).front().period, 1946);
  EXPECT_EQ(fit.points_of(0).size(), 4U);
  EXPECT_TRUE(fit.find_point(0, 1949));
  EXPECT_FALSE(fit.find_point(0, 1950));
}

// Against integration over theta on a grid.
TEST(ChoiceProbabilities, AverageOverTheUncertaintyOfThePoint) {
  const Item item{1.3, 0.2, 0.9};
  const double theta = 0.4, sd = 0.7;
  double yes = 0, no = 0, all = 0;
  for (double x = -6; x < 6; x += 1e-3) {
    const double weight = std::exp(-0.5 * x * x);
    const double at = theta + sd * x;
    yes += weight * normal_probability(0.2 - 1.3 * at);
    no += weight * (1 - normal_probability(0.9 - 1.3 * at));
    all += weight;
  }
  const ChoiceProbabilities p = choice_probabilities(item, theta, sd);
  EXPECT_NEAR(p.yes, yes / all, 1e-6);
  EXPECT_NEAR(p.no, no / all, 1e-6);
  EXPECT_NEAR(p.yes + p.abstain + p.no, 1, 1e-12);
  // Phi(0.2 - 1.3 * 0.4) from a table: Phi(-0.32) = 0.3745.
  EXPECT_NEAR(choice_probabilities(item, theta).yes, 0.3745, 5e-5);
}

// Whoever of the powers is on the record, and whichever way the first guess falls.
TEST(Ideal, TheSovietUnionIsLowBeforeRussiaVotes) {
  Simulated simulated = simulate({30, 4, 40, 5});
  for (State& s : simulated.record.states) {
    if (s.code == "RUS") s.code = "SUN";
  }
  const IdealFit fit = fit_all(simulated.record);
  for (const IdealPoint& p : fit.points_of(simulated.record.state("USA"))) EXPECT_GT(p.mean, 0);
  for (const IdealPoint& p : fit.points_of(simulated.record.state("SUN"))) EXPECT_LT(p.mean, 0);
  const Record record = embedded_record();
  for (const char* until : {"1946-12-31", "1955-12-31", "1970-12-31", "1985-12-31"}) {
    Filter filter;
    filter.until = parse_date(until);
    const IdealFit early = fit_ideal_points(record, select_roll_calls(record, filter));
    const double usa = early.points_of(record.state("USA")).back().mean;
    const double soviets = early.points_of(record.state("SUN")).back().mean;
    EXPECT_GT(usa, soviets) << until;
  }
}

TEST(HeldOut, CellsAreDrawnEvenlyAndAgain) {
  const Simulated simulated = simulate({50, 4, 50, 11});
  const auto all = all_of(simulated.record);
  const auto cells = draw_held_out(simulated.record, all, 0.1, 1);
  EXPECT_NEAR(static_cast<double>(cells.size()), 1000, 120);  // four standard deviations
  EXPECT_TRUE(std::is_sorted(cells.begin(), cells.end()));
  EXPECT_EQ(cells, draw_held_out(simulated.record, all, 0.1, 1));
  EXPECT_NE(cells, draw_held_out(simulated.record, all, 0.1, 2));
  EXPECT_THROW(draw_held_out(simulated.record, all, 0, 1), Error);
  EXPECT_THROW(draw_held_out(simulated.record, all, 1, 1), Error);
}

TEST(HeldOut, AreNotSeenAndScoredByHand) {
  Simulated simulated = simulate({50, 4, 50, 12});
  const Record& record = simulated.record;
  const auto all = all_of(record);
  const auto cells = draw_held_out(record, all, 0.1, 1);
  const IdealFit fit = fit_ideal_points(record, all, {}, cells);
  EXPECT_EQ(fit.cells, 50U * 200U - cells.size());
  // What was left out may be anything.
  Record other = record;
  const std::size_t width = record.roll_calls.size();
  for (std::uint64_t cell : cells)
    other.votes.set(static_cast<StateIndex>(cell / width), static_cast<RollCallIndex>(cell % width),
                    N);
  const IdealFit same = fit_ideal_points(other, all, {}, cells);
  for (std::size_t p = 0; p < fit.points.size(); ++p)
    EXPECT_EQ(fit.points[p].mean, same.points[p].mean);

  const HeldOutScore score = score_held_out(record, fit, cells);
  double loss = 0;
  for (std::uint64_t cell : cells) {
    const auto s = static_cast<StateIndex>(cell / width);
    const auto r = static_cast<RollCallIndex>(cell % width);
    loss -= std::log(fit.probabilities(record, s, r)->of(record.votes.at(s, r)));
  }
  EXPECT_EQ(score.cells, cells.size());
  EXPECT_EQ(score.predicted, cells.size());
  EXPECT_NEAR(score.log_loss, loss / static_cast<double>(cells.size()), 1e-9);
  EXPECT_LT(score.log_loss, score.log_loss_of_shares);
}

// A text that comes back is known better than one that does not.
TEST(Ideal, RecurringTextsLendEachOtherStrength) {
  const Simulated simulated = simulate({25, 8, 40, 13});
  const Record& record = simulated.record;
  IdealOptions apart, together;
  apart.pairs.emplace();
  together.pairs = record.known_pairs;
  const IdealFit alone = fit_ideal_points(record, all_of(record), apart);
  const IdealFit tied = fit_ideal_points(record, all_of(record), together);
  double variance_alone = 0, variance_tied = 0;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); r += 5) {
    variance_alone += alone.uncertainty[alone.item_of_roll_call[r]].cut_yes;
    variance_tied += tied.uncertainty[tied.item_of_roll_call[r]].cut_yes;
  }
  EXPECT_LT(variance_tied, 0.8 * variance_alone);
  EXPECT_EQ(tied.text_of_roll_call[0], tied.text_of_roll_call[40]);
  EXPECT_NE(tied.text_of_roll_call[1], tied.text_of_roll_call[41]);
}

TEST(NormalQuantile, TurnsTheProbabilityAround) {
  for (double p : {1e-12, 1e-6, 0.001, 0.3, 0.5, 0.9, 0.99999})
    EXPECT_NEAR(normal_probability(normal_quantile(p)), p, 1e-12);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963985, 1e-8);  // tables
}

}  // namespace
}  // namespace volteface
