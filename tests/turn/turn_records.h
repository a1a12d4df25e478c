// Records for tests of turns: states with places in four dimensions that may change on a known day.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface {

struct SimulatedTurn {
  StateIndex state = 0;
  RollCallIndex from = 0;  // the first roll call behind it
  std::array<double, 4> move{};
};

struct TurnSimulation {
  std::size_t states = 60;
  int sessions = 10;
  std::size_t per_session = 60;
  std::size_t a_day = 3;  // roll calls on each meeting day
  std::uint64_t seed = 1;
  std::vector<SimulatedTurn> turns;
};

// States S00, S01 ... from session 30 on. Each roll call has a direction of its own, mostly along
// the first dimension. The same seed gives the same votes but for those of the states that turn.
inline Record simulate_turns(const TurnSimulation& s) {
  std::mt19937_64 random(s.seed);
  std::normal_distribution<double> normal;
  Record record;
  std::vector<std::array<double, 4>> places(s.states);
  for (std::size_t i = 0; i < s.states; ++i) {
    record.states.push_back({"S" + std::string(i < 10 ? "0" : "") + std::to_string(i), ""});
    for (std::size_t d = 0; d < 4; ++d) places[i][d] = (d == 0 ? 1.2 : 0.6) * normal(random);
  }
  const std::size_t all = static_cast<std::size_t>(s.sessions) * s.per_session;
  record.votes = VoteMatrix(s.states, all);
  // Those that turn go through the middle, where it shows.
  for (const SimulatedTurn& turn : s.turns) {
    for (std::size_t d = 0; d < 4; ++d) places[turn.state][d] = -turn.move[d] / 2;
  }
  for (RollCallIndex r = 0; r < all; ++r) {
    const int session = 30 + static_cast<int>(r / s.per_session);
    RollCall roll_call;
    roll_call.id = "r" + std::to_string(100000 + r);
    roll_call.date = *parse_date(std::to_string(1945 + session) + "-10-01") +
                     std::chrono::days(r % s.per_session / s.a_day * 3);
    roll_call.session = std::to_string(session);
    roll_call.title = "A text of its own " + std::to_string(r);
    record.roll_calls.push_back(roll_call);
    std::array<double, 4> direction;
    for (std::size_t d = 0; d < 4; ++d) direction[d] = (d == 0 ? 1.3 : 0.5) * normal(random);
    const double middle = 0.7 * normal(random);
    for (const SimulatedTurn& turn : s.turns) {
      for (std::size_t d = 0; turn.from == r && d < 4; ++d) places[turn.state][d] += turn.move[d];
    }
    for (StateIndex i = 0; i < s.states; ++i) {
      double z = normal(random);
      for (std::size_t d = 0; d < 4; ++d) z += direction[d] * places[i][d];
      record.votes.set(i, r,
                       z < middle - 0.3   ? Choice::yes
                       : z < middle + 0.3 ? Choice::abstain
                                          : Choice::no);
    }
  }
  finish_record(record);
  return record;
}

}  // namespace volteface
