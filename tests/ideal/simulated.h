// Records for tests: small ones by hand, and ones drawn from the model with known ideal points.
#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// States USA, RUS, then S02, S03 ...; one roll call a row, `per_session` of them in each session
// from the first on.
inline Record record_of(const std::vector<std::vector<Choice>>& rows, std::size_t per_session) {
  Record record;
  const std::size_t states = rows.empty() ? 2 : rows[0].size();
  for (std::size_t s = 0; s < states; ++s) {
    const std::string number = std::to_string(s);
    record.states.push_back({s == 0   ? "USA"
                             : s == 1 ? "RUS"
                                      : "S" + (s < 10 ? "0" + number : number),
                             ""});
  }
  record.votes = VoteMatrix(states, rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    RollCall roll_call;
    const std::size_t session = 1 + r / per_session;
    roll_call.id = "r" + std::to_string(10000 + r);
    roll_call.date = *parse_date(std::to_string(1945 + session) + "-12-01") +
                     std::chrono::days(r % per_session % 28);
    roll_call.session = std::to_string(session);
    record.roll_calls.push_back(roll_call);
    for (std::size_t s = 0; s < states; ++s) {
      record.votes.set(static_cast<StateIndex>(s), static_cast<RollCallIndex>(r), rows[r][s]);
    }
  }
  finish_record(record);
  return record;
}

inline std::vector<RollCallIndex> all_of(const Record& record) {
  Filter filter;
  filter.duplicates = true;
  return select_roll_calls(record, filter);
}

inline double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) mx += x[i] / n, my += y[i] / n;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

struct Simulated {
  Record record;
  std::vector<std::vector<double>> theta;  // by state, then session from the first
};

struct Simulation {
  std::size_t states = 0;
  std::size_t sessions = 0;
  std::size_t per_session = 0;  // roll calls
  std::uint64_t seed = 0;
  double step_sd = 0.15;
  double jump_share = 0;  // of steps that are jumps
  double jump_sd = 1;
};

// The model that the fits assume, with every fifth text voted on again in the next session. The USA
// begins at 2, Russia at -2, the others about 0 with standard deviation 1.
inline Simulated simulate(const Simulation& simulation) {
  const auto [states, sessions, per_session, seed, step_sd, jump_share, jump_sd] = simulation;
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  const auto step = [&] {
    const bool jumps = jump_share > 0 && uniform(random) < jump_share;
    return (jumps ? jump_sd : step_sd) * normal(random);
  };
  Simulated out;
  for (std::size_t s = 0; s < states; ++s) {
    double at = s == 0 ? 2 : s == 1 ? -2 : normal(random);
    out.theta.emplace_back();
    for (std::size_t t = 0; t < sessions; ++t) out.theta[s].push_back(at += step());
  }
  struct Text {
    double slope, yes, no;
  };
  std::vector<Text> texts;
  std::vector<std::vector<Choice>> rows;
  for (std::size_t r = 0; r < sessions * per_session; ++r) {
    const bool again = r >= per_session && r % 5 == 0;
    const double middle = 0.7 * normal(random);
    texts.push_back(again ? texts[r - per_session]
                          : Text{1.2 + 0.5 * normal(random), middle - 0.4, middle + 0.4});
    rows.emplace_back();
    for (std::size_t s = 0; s < states; ++s) {
      const double z = texts[r].slope * out.theta[s][r / per_session] + normal(random);
      rows[r].push_back(z < texts[r].yes  ? Choice::yes
                        : z < texts[r].no ? Choice::abstain
                                          : Choice::no);
    }
  }
  out.record = record_of(rows, per_session);
  for (std::size_t r = per_session; r < rows.size(); ++r) {
    if (r % 5 == 0) {
      out.record.known_pairs.push_back(
          {static_cast<RollCallIndex>(r - per_session), static_cast<RollCallIndex>(r)});
    }
  }
  return out;
}

}  // namespace volteface
