#include "volteface/published.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "ideal/chain_summary.h"
#include "ideal/published_chain.h"
#include "ideal/published_data.h"
#include "ideal/published_reference.h"
#include "ideal/simulated.h"

namespace volteface {
namespace {

void expect_finite(const PublishedFit& fit) {
  for (const IdealPoint& p : fit.fit.points) {
    EXPECT_TRUE(std::isfinite(p.mean) && std::isfinite(p.sd));
    EXPECT_LE(p.q05, p.q95);
  }
  for (const Item& i : fit.fit.items) {
    EXPECT_TRUE(std::isfinite(i.discrimination));
    EXPECT_LE(i.cut_yes, i.cut_no);
  }
  const Convergence& c = fit.convergence;
  for (double x : {c.rhat_median, c.rhat_q95, c.rhat_max, c.effective_median, c.effective_q05,
                   c.effective_min}) {
    EXPECT_TRUE(std::isfinite(x));
    EXPECT_GT(x, 0);
  }
}

PublishedOptions short_run() {
  PublishedOptions options;
  options.iterations = 300;
  options.burn_in = 100;
  options.thin = 2;
  return options;
}

TEST(Published, RecoversSimulatedPointsOnTheScaleOfAll) {
  const Simulated simulated = simulate({50, 8, 30, 1});
  const PublishedFit fit = fit_published(simulated.record, all_of(simulated.record), short_run());
  std::vector<double> truth, found;
  double sum = 0, squares = 0;
  for (const IdealPoint& p : fit.fit.points) {
    found.push_back(p.mean);
    sum += p.mean;
    squares += p.mean * p.mean + p.sd * p.sd;
  }
  std::map<std::string, std::size_t> number;
  for (std::size_t s = 0; s < 50; ++s) {
    number[s == 0 ? "USA" : s == 1 ? "RUS" : (s < 10 ? "S0" : "S") + std::to_string(s)] = s;
  }
  for (const IdealPoint& p : fit.fit.points) {
    const std::size_t s = number.at(simulated.record.states[p.state].code);
    truth.push_back(simulated.theta[s][static_cast<std::size_t>(p.period - 1)]);
  }
  ASSERT_EQ(found.size(), 400U);
  EXPECT_GT(correlation(truth, found), 0.95);
  // Each draw has mean 0 and sd 1.
  EXPECT_NEAR(sum / 400, 0, 1e-5);
  EXPECT_NEAR(squares / 399, 1, 0.01);
  expect_finite(fit);
}

TEST(Published, FastAndReferenceChainsHaveTheSameMeans) {
  const Simulated simulated = simulate({12, 4, 12, 3});
  const PublishedData data =
      published_data(simulated.record, all_of(simulated.record), PublishedSeries::april_2020, {});
  const PublishedStart start = published_start(simulated.record, data.observations);
  const CellLayout layout = lay_out(data.observations);
  const std::size_t points = layout.points;
  constexpr std::size_t burn_in = 500, draws = 4000;

  PublishedChain fast(layout, start, 17);
  reference::Chain slow(data.observations, start, 17);
  std::vector<std::vector<float>> fast_draws(points), slow_draws(points);
  for (std::size_t k = 0; k < burn_in + draws; ++k) {
    fast.iterate();
    slow.iterate();
    if (k < burn_in) continue;
    for (std::size_t p = 0; p < points; ++p) {
      fast_draws[p].push_back(fast.theta()[p]);
      slow_draws[p].push_back(static_cast<float>(slow.theta()[p]));
    }
  }
  // Differences in units of their own standard errors have a mean square of about 1. Points move
  // together, along four directions or so: a mean square above 4 is then had by chance once in 300
  // times, one above 2.6 once in 30, and which it is depends on how a processor rounds.
  double squares = 0, log_sd = 0;
  for (std::size_t p = 0; p < points; ++p) {
    const DrawSummary a = summarise_draws(fast_draws[p], 1), b = summarise_draws(slow_draws[p], 1);
    const double error = std::sqrt(a.sd * a.sd / a.effective + b.sd * b.sd / b.effective);
    squares += std::pow((a.mean - b.mean) / error, 2) / static_cast<double>(points);
    log_sd += std::log(a.sd / b.sd) / static_cast<double>(points);
  }
  EXPECT_LT(std::sqrt(squares), 2.0);
  EXPECT_NEAR(log_sd, 0, 0.03);
}

TEST(Published, SameSeedSameResultHoweverManyThreads) {
  const Simulated simulated = simulate({40, 5, 300, 2});
  PublishedOptions options = short_run();
  options.iterations = 120;
  const auto run = [&](int threads, std::uint64_t seed) {
    options.seed = seed;
    tbb::task_arena arena(threads);
    PublishedFit fit;
    arena.execute(
        [&] { fit = fit_published(simulated.record, all_of(simulated.record), options); });
    std::vector<double> means;
    for (const IdealPoint& p : fit.fit.points) means.push_back(p.mean);
    return means;
  };
  EXPECT_EQ(run(1, 1), run(4, 1));
  EXPECT_NE(run(1, 1), run(1, 2));
}

TEST(Published, HighIsTheSideOfTheUsa) {
  const Simulated simulated = simulate({30, 3, 20, 4});
  const PublishedFit fit = fit_published(simulated.record, all_of(simulated.record), short_run());
  for (const IdealPoint& p : fit.fit.points) {
    const std::string& code = simulated.record.states[p.state].code;
    if (code == "USA") {
      EXPECT_GT(p.mean, 1);
    } else if (code == "RUS") {
      EXPECT_LT(p.mean, -1);
    }
  }
}

constexpr Choice Y = Choice::yes, A = Choice::abstain, N = Choice::no, X = Choice::absent;

TEST(Published, AnswersDegenerateRecords) {
  // One roll call; one session; a state with one vote; states that always vote the same.
  for (const auto& rows : std::vector<std::vector<std::vector<Choice>>>{
           {{Y, N}},
           {{Y, N, Y}, {N, Y, Y}, {A, Y, Y}},
           {{N, Y, X, Y}, {N, Y, X, A}, {N, Y, X, Y}, {N, Y, N, N}},
           {{A, A, N}, {A, N, A}},
           {{N, Y, Y, Y}, {N, Y, Y, Y}, {N, Y, Y, Y}, {N, Y, Y, Y}}}) {
    const Record record = record_of(rows, 2);
    expect_finite(fit_published(record, all_of(record), short_run()));
  }
}

TEST(Published, NeedsNeitherUsaNorRussia) {
  Simulated simulated = simulate({30, 4, 20, 6});
  for (State& s : simulated.record.states) {
    if (s.code == "USA" || s.code == "RUS") s.code = "Z" + s.code.substr(1);
  }
  const PublishedFit fit = fit_published(simulated.record, all_of(simulated.record), short_run());
  expect_finite(fit);
  // The chains agree on a direction.
  EXPECT_LT(fit.convergence.rhat_median, 1.2);
}

TEST(Published, RefusesWhatCannotBeFitted) {
  const Record empty = record_of({}, 1);
  EXPECT_THROW(fit_published(empty, all_of(empty), short_run()), Error);
  const Record unanimous = record_of({{Y, Y}, {N, N}}, 1);
  EXPECT_THROW(fit_published(unanimous, all_of(unanimous), short_run()), Error);
  const Record record = record_of({{Y, N}}, 1);
  for (const auto& change : std::vector<void (*)(PublishedOptions&)>{
           [](PublishedOptions& o) { o.iterations = o.burn_in; },
           [](PublishedOptions& o) { o.thin = 0; }, [](PublishedOptions& o) { o.burn_in = -1; },
           [](PublishedOptions& o) { o.chains = 0; }}) {
    PublishedOptions options = short_run();
    change(options);
    EXPECT_THROW(fit_published(record, all_of(record), options), Error);
  }
}

TEST(Published, LeavesHeldOutCellsOut) {
  const Record record = record_of({{Y, N, A}, {Y, N, A}, {A, Y, N}}, 3);
  const std::vector<std::uint64_t> held_out = {1, 3 + 2, 6 + 0};
  const PublishedFit fit = fit_published(record, all_of(record), short_run(), held_out);
  EXPECT_EQ(fit.fit.cells, 6U);
}

TEST(Published, TellsProgressOfAllChains) {
  const Record record = record_of({{Y, N, A}, {Y, N, A}}, 3);
  PublishedOptions options = short_run();
  int last = 0;
  options.progress = [&](int done, int all) {
    EXPECT_EQ(done, last + 1);
    EXPECT_EQ(all, 600);
    last = done;
  };
  fit_published(record, all_of(record), options);
  EXPECT_EQ(last, 600);
}

class PublishedRules : public testing::Test {
 protected:
  static const PublishedData& april_2020() {
    static const PublishedData data =
        published_data(record(), all_of(record()), PublishedSeries::april_2020, {});
    return data;
  }
  static const Record& record() {
    static const Record embedded = embedded_record();
    return embedded;
  }
  // Votes counted for each session, under whichever name.
  static std::map<int, std::uint32_t> counts(const std::string& code) {
    std::map<int, std::uint32_t> out;
    for (std::size_t p = 0; p < april_2020().observations.points.size(); ++p) {
      const auto& point = april_2020().observations.points[p];
      if (record().states[april_2020().state_of_point[p]].code == code) out[point.period] = point.n;
    }
    return out;
  }
};

TEST_F(PublishedRules, CountVotesAsThePublishedFileDoes) {
  // Column NVotes of the file of April 2020, with special sessions of 1947, 1961 and 1963 among
  // them.
  const auto usa = counts("USA");
  for (const auto& [session, n] : std::map<int, std::uint32_t>{{1, 42}, {2, 38}, {3, 103}}) {
    EXPECT_EQ(usa.at(session), n) << session;
  }
  EXPECT_EQ(april_2020().observations.points.back().period, 74);
  // 10,469 state-sessions and 797,473 votes there; the sources differ in single cells.
  EXPECT_NEAR(static_cast<double>(april_2020().observations.points.size()), 10469, 10);
  EXPECT_NEAR(static_cast<double>(april_2020().observations.cells()), 797473, 800);
}

TEST_F(PublishedRules, KeepSeatsThroughChangesOfName) {
  const auto soviet = counts("SUN"), russia = counts("RUS");
  EXPECT_EQ(soviet.rbegin()->first + 1, russia.begin()->first);
  EXPECT_EQ(counts("DEU").begin()->first, 45);
  EXPECT_EQ(counts("GFR").rbegin()->first, 44);
  // One seat, whose prior goes on from the last point before the name changed.
  const Observations& o = april_2020().observations;
  const PublishedStart start = published_start(record(), o);
  for (std::size_t p = 0; p < o.points.size(); ++p) {
    const std::string& code = record().states[o.points[p].state].code;
    if (code == "RUS" && o.points[p].period > 1) {
      EXPECT_EQ(start.before[p], static_cast<std::int32_t>(p) - 1);
    }
    if (code == "DEU") {
      EXPECT_GE(o.points[p].period, 46);
    }
  }
}

TEST_F(PublishedRules, LeaveOutWhatThePublishedFileLeavesOut) {
  EXPECT_TRUE(counts("EAZ").empty());
  EXPECT_EQ(counts("ZAF").count(48), 0U);
  for (const auto& p : april_2020().observations.points) EXPECT_NE(p.period, 19);
}

TEST_F(PublishedRules, ExtendToTheEndOfTheRecord) {
  const PublishedData data =
      published_data(record(), all_of(record()), PublishedSeries::extended, {});
  int last = 0;
  for (const auto& p : data.observations.points) last = std::max(last, p.period);
  EXPECT_EQ(last, session_number(record().roll_calls.back()));
  EXPECT_GT(data.observations.cells(), april_2020().observations.cells() + 50000);
}

TEST(DrawSummary, CountsEffectiveDraws) {
  // Independent draws; then a first-order autoregression, worth (1 - r) / (1 + r) of their number.
  std::mt19937_64 random(9);
  std::normal_distribution<double> normal;
  for (double r : {0.0, 0.5, 0.9}) {
    std::vector<float> draws;
    double x = normal(random);
    for (int i = 0; i < 40000; ++i) {
      draws.push_back(static_cast<float>(x));
      x = r * x + std::sqrt(1 - r * r) * normal(random);
    }
    const DrawSummary s = summarise_draws(draws, 4);
    EXPECT_NEAR(s.effective / (40000 * (1 - r) / (1 + r)), 1, 0.15) << r;
    EXPECT_NEAR(s.rhat, 1, 0.01);
    EXPECT_NEAR(s.sd, 1, 0.06);
    EXPECT_NEAR(s.q95, 1.645, 0.1);
    EXPECT_NEAR(s.q05, -1.645, 0.1);
  }
}

TEST(DrawSummary, SeesChainsApart) {
  std::mt19937_64 random(9);
  std::normal_distribution<float> normal;
  std::vector<float> draws(2000);
  for (std::size_t i = 0; i < draws.size(); ++i)
    draws[i] = normal(random) + (i < 1000 ? 0.0F : 2.0F);
  EXPECT_GT(summarise_draws(draws, 2).rhat, 1.3);
  EXPECT_LT(summarise_draws(draws, 2).effective, 20);
  const std::vector<float> same(100, 1.5F);
  EXPECT_EQ(summarise_draws(same, 2).rhat, 1);
  EXPECT_EQ(summarise_draws(same, 2).effective, 100);
  EXPECT_EQ(summarise_draws(same, 2).mean, 1.5);
}

}  // namespace
}  // namespace volteface
