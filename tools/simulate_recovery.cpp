// How well the default fit recovers ideal points that are known, and whether its intervals hold
// them.
//
//   simulate_recovery [RECORDS] [DRIFT] [FIRST_SEED]
//
// Draws truth and votes for the embedded record's own pattern of who voted on what, when: states
// start at N(0, 1); a step has standard deviation 0.08, and 0.7 with probability 0.05; a text has
// discrimination N(0.5, 1.2^2), cut_yes N(1.2, 1), log gap N(-0.6, 0.6^2), and each time it comes
// back the first two move by N(0, DRIFT^2). This is the fit's own
// family with other constants, so what it shows holds where the model does; the fit learns the
// scales. CSV on standard output.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <vector>

#include "ideal/observations.h"
#include "volteface/bridging.h"
#include "volteface/ideal.h"

namespace {

using namespace volteface;

struct Truth {
  std::vector<std::vector<double>> theta;  // by state, then session
};

struct Text {
  double discrimination, cut_yes, gap;
};

constexpr std::size_t sessions = 128;

Truth draw_states(std::size_t states, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  Truth truth;
  truth.theta.assign(states, std::vector<double>(sessions));
  for (auto& walk : truth.theta) {
    double at = normal(random);
    for (double& theta : walk) {
      theta = at;
      at += (uniform(random) < 0.05 ? 0.7 : 0.08) * normal(random);
    }
  }
  return truth;
}

void draw_votes(Record& record, const Truth& truth, double drift, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  const auto text_of = text_groups(record, bridging_pairs(record));
  std::map<std::uint32_t, Text> texts;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const auto [at, is_new] = texts.insert({text_of[r], Text{}});
    Text& text = at->second;
    if (is_new) {
      text = {0.5 + 1.2 * normal(random), 1.2 + normal(random),
              std::exp(-0.6 + 0.6 * normal(random))};
    } else {
      text.discrimination += drift * normal(random);
      text.cut_yes += drift * normal(random);
    }
    const auto session = static_cast<std::size_t>(session_number(record.roll_calls[r]));
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      if (!is_cast(record.votes.at(s, r))) continue;
      const double z = text.discrimination * truth.theta[s][session] + normal(random);
      record.votes.set(s, r,
                       z < text.cut_yes              ? Choice::yes
                       : z < text.cut_yes + text.gap ? Choice::abstain
                                                     : Choice::no);
    }
  }
}

struct Recovery {
  double r = 0, rmse = 0, covered = 0, covered_within = 0;
};

// True and fitted points of one session, for moments.
struct Moments {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0;
  void add(double a, double b) { n += 1, x += a, y += b, xx += a * a, yy += b * b; }
  double mean_x() const { return x / n; }
  double mean_y() const { return y / n; }
  double sd_x() const { return std::sqrt(xx / n - mean_x() * mean_x()); }
  double sd_y() const { return std::sqrt(yy / n - mean_y() * mean_y()); }
};

Recovery compare(const Truth& truth, const IdealFit& fit) {
  std::vector<double> t;
  for (const IdealPoint& p : fit.points)
    t.push_back(truth.theta[p.state][static_cast<std::size_t>(p.period)]);
  Moments all;
  double product = 0;
  for (std::size_t i = 0; i < t.size(); ++i) all.add(t[i], fit.points[i].mean);
  for (double& x : t) x = (x - all.mean_x()) / all.sd_x();
  for (std::size_t i = 0; i < t.size(); ++i) product += t[i] * fit.points[i].mean / all.n;
  const double sign = product < 0 ? -1 : 1;  // the record's powers may have come out either way
  std::map<int, Moments> of_session;
  for (std::size_t i = 0; i < t.size(); ++i)
    of_session[fit.points[i].period].add(t[i], sign * fit.points[i].mean);
  Recovery out;
  out.r = sign * product;
  constexpr double quantile95 = 1.6448536269514722;
  for (std::size_t i = 0; i < t.size(); ++i) {
    const IdealPoint& p = fit.points[i];
    const double off = sign * p.mean - t[i];
    out.rmse += off * off / all.n;
    out.covered += (std::abs(off) <= quantile95 * p.sd) / all.n;
    // The same with each session shifted and stretched to the truth's mean and spread.
    const Moments& m = of_session.at(p.period);
    const double stretch = m.sd_x() / m.sd_y();
    const double moved = (sign * p.mean - m.mean_y()) * stretch + m.mean_x() - t[i];
    out.covered_within += (std::abs(moved) <= quantile95 * p.sd * stretch) / all.n;
  }
  out.rmse = std::sqrt(out.rmse);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const int records = argc > 1 ? std::atoi(argv[1]) : 5;
    const double drift = argc > 2 ? std::atof(argv[2]) : 0.1;
    const int first_seed = argc > 3 ? std::atoi(argv[3]) : 1;
    const Record pattern = embedded_record();
    const auto roll_calls = select_roll_calls(pattern, {});
    fmt::print("seed,drift,r,rmse,inside_90,inside_90_within_sessions,sweeps\n");
    for (int seed = first_seed; seed < first_seed + records; ++seed) {
      std::mt19937_64 random(static_cast<std::uint64_t>(seed));
      Record record = pattern;
      const Truth truth = draw_states(record.states.size(), random);
      draw_votes(record, truth, drift, random);
      const IdealFit fit = fit_ideal_points(record, roll_calls);
      const Recovery result = compare(truth, fit);
      fmt::print("{},{},{:.4f},{:.4f},{:.3f},{:.3f},{}\n", seed, drift, result.r, result.rmse,
                 result.covered, result.covered_within, fit.sweeps);
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "simulate_recovery: {}\n", error.what());
    return 2;
  }
}
