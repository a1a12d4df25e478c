// Sampling through the public interface.
#include "volteface/posterior.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <string>

#include "ideal/simulated.h"

namespace volteface {
namespace {

PosteriorOptions short_run() {
  PosteriorOptions options;
  options.chains = 2;
  options.iterations = 60;
  options.burn_in = 20;
  options.thin = 1;
  return options;
}

// Number of a state in Simulated::theta.
std::size_t number_of(const Record& record, StateIndex state) {
  const std::string& code = record.states[state].code;
  return code == "USA" ? 0 : code == "RUS" ? 1 : std::stoul(code.substr(1));
}

void expect_sound(const Posterior& posterior) {
  for (float x : posterior.theta) ASSERT_TRUE(std::isfinite(x));
  for (const SampledPoint& p : posterior.points) {
    ASSERT_TRUE(std::isfinite(p.point.mean) && std::isfinite(p.point.sd));
    ASSERT_LE(p.point.q05, p.point.q95);
    ASSERT_TRUE(std::isfinite(p.rhat) && p.effective > 0);
  }
}

TEST(SamplePosterior, TheSameSeedGivesTheSameDrawsHoweverManyThreads) {
  const Simulated s = simulate({.states = 20, .sessions = 6, .per_session = 20, .seed = 1});
  const auto roll_calls = all_of(s.record);
  const Posterior many = sample_posterior(s.record, roll_calls, short_run());
  Posterior one;
  {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, 1);
    one = sample_posterior(s.record, roll_calls, short_run());
  }
  EXPECT_EQ(many.theta, one.theta);
  PosteriorOptions other = short_run();
  other.seed = 2;
  EXPECT_NE(sample_posterior(s.record, roll_calls, other).theta, one.theta);
}

// Records of the model's kind: true points lie inside 90 % intervals nine times in ten.
TEST(SamplePosterior, IntervalsHoldTheTruth) {
  double inside = 0, n = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Simulated s = simulate({.states = 40,
                                  .sessions = 10,
                                  .per_session = 40,
                                  .seed = seed,
                                  .step_sd = 0.06,
                                  .jump_share = 0.05,
                                  .jump_sd = 0.7});
    PosteriorOptions options = short_run();
    options.iterations = 700;
    options.burn_in = 200;
    const Posterior posterior = sample_posterior(s.record, all_of(s.record), options);
    std::vector<double> truth;
    double sum = 0, square = 0;
    for (const SampledPoint& p : posterior.points) {
      truth.push_back(s.theta[number_of(s.record, p.point.state)]
                             [static_cast<std::size_t>(p.point.period) - 1]);
      sum += truth.back(), square += truth.back() * truth.back();
    }
    const auto points = static_cast<double>(truth.size());
    const double mean = sum / points, sd = std::sqrt(square / points - mean * mean);
    for (std::size_t p = 0; p < truth.size(); ++p) {
      const double at = (truth[p] - mean) / sd;
      const IdealPoint& point = posterior.points[p].point;
      inside += at >= point.q05 && at <= point.q95;
      n += 1;
    }
  }
  EXPECT_GT(inside / n, 0.87);
  EXPECT_LT(inside / n, 0.93);
  RecordProperty("inside", std::to_string(inside / n));
}

TEST(SamplePosterior, EachDrawIsOnTheScale) {
  const Simulated s = simulate({.states = 20, .sessions = 6, .per_session = 20, .seed = 3});
  const Posterior posterior = sample_posterior(s.record, all_of(s.record), short_run());
  for (int c = 0; c < posterior.chains; ++c) {
    const auto draw = posterior.draw(c, posterior.draws_per_chain - 1);
    double sum = 0, square = 0;
    for (float x : draw) sum += static_cast<double>(x), square += static_cast<double>(x * x);
    const auto n = static_cast<double>(draw.size());
    EXPECT_NEAR(sum / n, 0, 1e-5);
    EXPECT_NEAR(square / n, 1, 1e-4);
  }
}

TEST(SamplePosterior, AJumpIsAStepThatIsProbable) {
  Simulated s = simulate({.states = 30, .sessions = 8, .per_session = 60, .seed = 5});
  // A state votes as the USA from session 5 on, and as Russia before.
  const StateIndex usa = s.record.state("USA"), russia = s.record.state("RUS");
  const StateIndex turned = s.record.state("S05");
  for (RollCallIndex r = 0; r < s.record.roll_calls.size(); ++r) {
    const StateIndex like = session_number(s.record.roll_calls[r]) >= 5 ? usa : russia;
    s.record.votes.set(turned, r, s.record.votes.at(like, r));
  }
  PosteriorOptions options = short_run();
  options.iterations = 300;
  const Posterior posterior = sample_posterior(s.record, all_of(s.record), options);
  for (const SampledStep& step : steps_beyond(posterior, 0.5)) {
    if (step.state != turned) continue;
    if (step.to == 5) {
      EXPECT_GT(step.beyond, 0.99);
    } else {
      EXPECT_LT(step.beyond, 0.3) << step.to;
    }
  }
  EXPECT_THROW(steps_beyond(posterior, 0), Error);
}

TEST(SamplePosterior, PoorRecordsGetAnAnswer) {
  using C = Choice;
  const C y = C::yes, a = C::abstain, n = C::no, x = C::absent;
  // One roll call; one session; a state that never differs, one with a single vote, a session in
  // which nobody votes.
  const std::vector<std::vector<std::vector<C>>> poor = {
      {{y, n, a}},
      {{y, n}},
      {{y, n, a, y}, {y, n, n, y}, {n, y, a, y}},
      {{y, n, a, x}, {x, x, x, x}, {n, y, a, x}, {y, n, n, a}},
      {{y, y, y, n}, {y, y, y, y}, {a, a, a, a}},
  };
  for (const auto& rows : poor) {
    for (std::size_t per_session : {1U, 4U}) {
      const Record record = record_of(rows, per_session);
      expect_sound(sample_posterior(record, all_of(record), short_run()));
    }
  }
}

TEST(SamplePosterior, RefusesWhatItCannotDo) {
  using C = Choice;
  const Record record = record_of({{C::yes, C::no, C::abstain}}, 1);
  const auto roll_calls = all_of(record);
  const auto expect_error = [&](auto change) {
    PosteriorOptions options = short_run();
    change(options);
    EXPECT_THROW(sample_posterior(record, roll_calls, options), Error);
  };
  expect_error([](auto& o) { o.chains = 0; });
  expect_error([](auto& o) { o.chains = 65; });
  expect_error([](auto& o) { o.thin = 0; });
  expect_error([](auto& o) { o.burn_in = 0; });
  expect_error([](auto& o) { o.iterations = 21; });
  const Record unanimous = record_of({{C::yes, C::yes, C::yes}}, 1);
  EXPECT_THROW(sample_posterior(unanimous, all_of(unanimous), short_run()), Error);
}

}  // namespace
}  // namespace volteface
