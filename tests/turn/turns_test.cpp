// Turns in simulated records, where it is known who turned and when.
#include "volteface/turns.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <random>

#include "brief/small_record.h"
#include "turn/turn_records.h"

namespace volteface {
namespace {

constexpr StateIndex turning[] = {3, 11, 27};

TurnSimulation with_three_turns() {
  TurnSimulation simulation;
  simulation.turns = {
      {3, 300, {1.5, 0.5, 0, 0}}, {11, 255, {-1.5, 0, 0.5, 0}}, {27, 360, {1.4, 0, 0, 0}}};
  return simulation;
}

std::vector<RollCallIndex> all_roll_calls(const Record& record) {
  return select_roll_calls(record, {});
}

std::vector<Turn> turns_in(const Record& record, const TurnOptions& options = {}) {
  const auto roll_calls = all_roll_calls(record);
  return find_turns(record, roll_calls, fit_ideal_points(record, roll_calls), options);
}

void expect_all_sound(const Record& record, const std::vector<Turn>& turns) {
  for (const Turn& turn : turns) {
    EXPECT_GE(turn.probability, 0);
    EXPECT_LE(turn.probability, 1);
    EXPECT_TRUE(std::isfinite(turn.bits));
    EXPECT_TRUE(std::isfinite(turn.size));
    EXPECT_GT(turn.size_sd, 0);
    EXPECT_LE(turn.from, turn.date);
    EXPECT_LE(turn.date, turn.to);
    EXPECT_GE(turn.from, record.roll_calls.front().date);
    EXPECT_LE(turn.to, record.last_date());
    EXPECT_GE(turn.votes_before, 8u);
    EXPECT_GE(turn.votes_after, 8u);
    double mass = 0;
    for (const DateMass& stretch : turn.when) {
      EXPECT_LE(stretch.first, stretch.last);
      mass += stretch.probability;
    }
    EXPECT_GT(mass, 0.8);
    EXPECT_LT(mass, 1 + 1e-9);
    for (const Realignment& r : turn.toward) EXPECT_GT(r.lo, 0);
    for (const SubjectShare& s : turn.subjects) EXPECT_TRUE(s.share > 0 && s.share <= 1) << s.share;
    for (const TellingVote& vote : turn.first_votes)
      EXPECT_GE(vote.expected_after, 2 * vote.expected_before * (1 - 1e-9));
  }
}

TEST(FindTurns, FindsWhoTurnedAndWhenAndNoOneElse) {
  const TurnSimulation simulation = with_three_turns();
  const Record record = simulate_turns(simulation);
  const auto roll_calls = all_roll_calls(record);
  const IdealFit fit = fit_ideal_points(record, roll_calls);
  const auto turns = find_turns(record, roll_calls, fit);
  expect_all_sound(record, turns);
  for (const SimulatedTurn& simulated : simulation.turns) {
    const auto at = std::find_if(turns.begin(), turns.end(), [&](const Turn& turn) {
      return turn.state == simulated.state &&
             std::abs((turn.date - record.roll_calls[simulated.from].date).count()) <= 30;
    });
    ASSERT_NE(at, turns.end()) << simulated.state;
    EXPECT_GT(at->probability, 0.95);
    // The end that is high in the fit is either; all turns go by the same one.
    const double sign = turns[0].size * simulation.turns[0].move[0] > 0 ? 1 : -1;
    EXPECT_GT(at->size * simulated.move[0] * sign, 0);
  }
  const auto false_alarms = std::count_if(turns.begin(), turns.end(), [](const Turn& turn) {
    return std::find(std::begin(turning), std::end(turning), turn.state) == std::end(turning);
  });
  EXPECT_LE(false_alarms, 1);  // in 57 states and 10 sessions
}

// Six of 60 states turn, on days drawn evenly, by steps of 0.6 to 1.8.
TEST(FindTurns, NineInTenIntervalsHoldTheDay) {
  std::mt19937_64 random(77);
  int told = 0, inside = 0;
  for (std::uint64_t seed = 1; seed <= 14; ++seed) {
    TurnSimulation simulation;
    simulation.seed = seed;
    const Record still = simulate_turns(simulation);
    std::map<StateIndex, Date> days;
    for (StateIndex state = 0; state < 54; state += 9) {
      const Date day = *parse_date("1978-10-01") + std::chrono::days(random() % (4 * 365));
      RollCallIndex from = 0;
      while (still.roll_calls[from].date < day) ++from;
      const double length = (random() % 2 ? 1 : -1) * (0.6 + 0.6 * (state / 9 % 3));
      simulation.turns.push_back({state, from, {length, 0.4 * length, 0, 0}});
      days[state] = day;
    }
    for (const Turn& turn : turns_in(simulate_turns(simulation))) {
      const auto day = days.find(turn.state);
      if (day == days.end() || std::abs((turn.date - day->second).count()) > 900) continue;
      ++told;
      inside += turn.from <= day->second && day->second <= turn.to;
    }
  }
  EXPECT_GE(told, 60);
  EXPECT_GE(inside, told * 85 / 100);
}

TEST(FindTurns, IsTheSameOnAnyNumberOfThreads) {
  const Record record = simulate_turns(with_three_turns());
  TurnOptions options;
  options.least_probability = 0.2;
  const auto several = turns_in(record, options);
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  const auto single = turns_in(record, options);
  ASSERT_EQ(several.size(), single.size());
  for (std::size_t k = 0; k < single.size(); ++k) {
    EXPECT_EQ(several[k].state, single[k].state);
    EXPECT_EQ(several[k].date, single[k].date);
    EXPECT_EQ(several[k].probability, single[k].probability);
    EXPECT_EQ(several[k].size, single[k].size);
  }
}

TEST(FindTurns, OneStateAloneIsTheSameAsAmongAll) {
  const Record record = simulate_turns(with_three_turns());
  TurnOptions options;
  options.state = 11;
  const auto alone = turns_in(record, options);
  auto all = turns_in(record);
  std::erase_if(all, [](const Turn& turn) { return turn.state != 11; });
  ASSERT_EQ(alone.size(), all.size());
  ASSERT_FALSE(alone.empty());
  EXPECT_EQ(alone[0].date, all[0].date);
  EXPECT_EQ(alone[0].probability, all[0].probability);
}

TEST(FindTurnsOnline, FindsThemLaterOnTheDayTheyAreKnown) {
  const TurnSimulation simulation = with_three_turns();
  const Record record = simulate_turns(simulation);
  const auto turns = find_turns_online(record, all_roll_calls(record));
  expect_all_sound(record, turns);
  for (const SimulatedTurn& simulated : simulation.turns) {
    const Date day = record.roll_calls[simulated.from].date;
    EXPECT_TRUE(std::any_of(turns.begin(), turns.end(), [&](const Turn& turn) {
      return turn.state == simulated.state && *turn.known >= day &&
             *turn.known < day + std::chrono::days(600);
    })) << simulated.state;
  }
  for (const Turn& turn : turns) EXPECT_GE(*turn.known, turn.date);
}

// With every vote behind a day another, or not cast, all that was known by it is the same.
TEST(FindTurnsOnline, KnowsNothingOfTheFuture) {
  const Record record = simulate_turns(with_three_turns());
  const RollCallIndex split = 390;
  const Date day = record.roll_calls[split].date - std::chrono::days(1);
  Record other = record;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    for (RollCallIndex r = split; r < record.roll_calls.size(); ++r)
      other.votes.set(s, r, static_cast<Choice>((s + r * 7) % 4));
  }
  TurnOptions options;
  options.least_probability = 0.5;
  auto seen = find_turns_online(record, all_roll_calls(record), options);
  auto known = find_turns_online(other, all_roll_calls(other), options);
  for (auto* turns : {&seen, &known})
    std::erase_if(*turns, [&](const Turn& turn) { return *turn.known > day; });
  ASSERT_FALSE(seen.empty());
  ASSERT_EQ(seen.size(), known.size());
  for (std::size_t k = 0; k < seen.size(); ++k) {
    EXPECT_EQ(seen[k].state, known[k].state);
    EXPECT_EQ(seen[k].known, known[k].known);
    EXPECT_EQ(seen[k].date, known[k].date);
    EXPECT_EQ(seen[k].from, known[k].from);
    EXPECT_EQ(seen[k].to, known[k].to);
    EXPECT_EQ(seen[k].probability, known[k].probability);
    EXPECT_EQ(seen[k].bits, known[k].bits);
    EXPECT_EQ(seen[k].size, known[k].size);
    EXPECT_EQ(seen[k].toward.size(), known[k].toward.size());
  }
}

TEST(FindTurns, RefusesAProbabilityThatIsNone) {
  const Record record =
      simulate_turns({.states = 20, .sessions = 2, .per_session = 20, .turns = {}});
  const auto roll_calls = all_roll_calls(record);
  const IdealFit fit = fit_ideal_points(record, roll_calls);
  for (double p : {0.0, -0.1, 1.01, std::nan("")}) {
    TurnOptions options;
    options.least_probability = p;
    EXPECT_THROW(find_turns(record, roll_calls, fit, options), Error) << p;
    EXPECT_THROW(find_turns_online(record, roll_calls, options), Error) << p;
  }
}

// States that vote seldom, leave for years, are absent for a session, never vote otherwise, or come
// late: whatever is told of them is sound.
TEST(FindTurns, OddStatesAreSound) {
  Record record = simulate_turns(with_three_turns());
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    if (r % 97 != 0) record.votes.set(1, r, Choice::absent);
    if (r > 150 && r < 450) record.votes.set(2, r, Choice::absent);
    if (r / 60 == 4) record.votes.set(4, r, Choice::absent);
    record.votes.set(5, r, Choice::yes);
    record.votes.set(6, r, Choice::no);
    if (r < 590) record.votes.set(7, r, Choice::not_listed);
    record.votes.set(8, r, Choice::absent);
    record.votes.set(9, r, r < 300 ? record.votes.at(9, r) : Choice::not_listed);  // a seat that
    record.votes.set(10, r,
                     r < 300 ? Choice::not_listed : record.votes.at(10, r));  // is taken over
  }
  TurnOptions options;
  options.least_probability = 0.001;
  expect_all_sound(record, turns_in(record, options));
  options.least_probability = 0.5;
  const auto online = find_turns_online(record, all_roll_calls(record), options);
  expect_all_sound(record, online);
  for (const Turn& turn : online) {
    EXPECT_NE(turn.state, 7u);
    EXPECT_NE(turn.state, 8u);
  }
}

TEST(FindTurns, OneSessionHasNone) {
  EXPECT_TRUE(
      turns_in(simulate_turns({.states = 20, .sessions = 1, .per_session = 60, .turns = {}}))
          .empty());
}

TEST(FindTurns, WhereNothingIsContestedThereIsNone) {
  std::vector<Ballot> ballots;
  for (int session = 0; session < 5; ++session) {
    for (int k = 0; k < 20; ++k)
      ballots.push_back({std::to_string(1990 + session) + "-10-" + std::to_string(10 + k), "YYYY"});
  }
  ballots.push_back({"1995-10-10", "YYNA"});  // for the fit
  const Record record = with_votes(record_of({"AAA", "BBB", "CCC", "DDD"}), ballots);
  TurnOptions options;
  EXPECT_TRUE(turns_in(record, options).empty());
  options.least_probability = 1e-6;
  for (const Turn& turn : turns_in(record, options)) EXPECT_LT(turn.probability, 0.5);
}

// As docs/turns.md has them, and halfway between 0.05 and 0.1.
TEST(FalseAlarms, AreThoseThatWereCounted) {
  EXPECT_EQ(false_alarms_in_100_years(0.05), 6.94);
  EXPECT_NEAR(false_alarms_in_100_years(0.075), (6.94 + 5.69) / 2, 1e-12);
  EXPECT_EQ(false_alarms_in_100_years(0.85), 0.82);
  EXPECT_EQ(false_alarms_in_100_years(1), false_alarms_in_100_years(0.999));
  EXPECT_TRUE(std::isnan(false_alarms_in_100_years(0.04)));
  EXPECT_TRUE(std::isnan(false_alarms_in_100_years(std::nan(""))));
}

TEST(HasVotesForTurns, NeedsEightOnEitherSideOfADayOfTheSpan) {
  std::vector<Ballot> ballots;
  for (int month = 1; month <= 12; ++month)
    ballots.push_back({fmt::format("2001-{:02}-01", month), "YY"});
  for (int month = 1; month <= 4; ++month)
    ballots.push_back({fmt::format("2002-{:02}-01", month), "YX"});
  const Record record = with_votes(record_of({"AAA", "BBB"}), ballots);
  const auto roll_calls = all_roll_calls(record);
  const auto has = [&](StateIndex state, const char* since, const char* until) {
    return has_votes_for_turns(record, roll_calls, state, *parse_date(since), *parse_date(until));
  };
  EXPECT_TRUE(has(0, "2001-01-01", "2002-12-31"));  // 16 votes: from the ninth on, 2001-09-01
  EXPECT_TRUE(has(0, "2001-09-01", "2001-09-01"));
  EXPECT_FALSE(has(0, "2001-10-01", "2002-12-31"));
  EXPECT_FALSE(has(0, "2001-01-01", "2001-08-31"));
  EXPECT_FALSE(has(1, "2001-01-01", "2002-12-31"));  // 12 votes
}

}  // namespace
}  // namespace volteface
