#include "brief/seats.h"

#include <algorithm>

namespace volteface {
namespace {

struct Succession {
  std::string_view before;
  std::string_view after;
  bool same_seat;  // no new admission: who sat there went on sitting
};

constexpr Succession successions[] = {
    {"SUN", "RUS", true},  {"TWN", "CHN", true},  {"YUG", "SCG", false}, {"SCG", "SRB", true},
    {"SCG", "MNE", false}, {"YUG", "HRV", false}, {"YUG", "SVN", false}, {"YUG", "BIH", false},
    {"YUG", "MKD", false}, {"CSK", "CZE", false}, {"CSK", "SVK", false}, {"GFR", "DEU", false},
    {"DDR", "DEU", false}, {"YAR", "YEM", false}, {"YMD", "YEM", false}, {"EAT", "TZA", false},
    {"EAZ", "TZA", false},
};

constexpr std::string_view permanent_members[] = {"USA", "RUS", "CHN", "GBR", "FRA"};

}  // namespace

bool Seat::holds(StateIndex other) const {
  return std::find(names.begin(), names.end(), other) != names.end();
}

Choice Seat::choice(const Record& record, RollCallIndex roll_call) const {
  for (const StateIndex name : names) {
    const Choice choice = record.votes.at(name, roll_call);
    if (choice != Choice::not_listed) return choice;
  }
  return Choice::not_listed;
}

Seat seat_of(const Record& record, StateIndex state) {
  Seat seat{record.states[state], {state}};
  for (const Succession& s : successions) {
    if (!s.same_seat || s.after != seat.state.code) continue;
    if (const auto before = record.find_state(s.before)) seat.names.push_back(*before);
  }
  return seat;
}

std::vector<Seat> powers(const Record& record) {
  std::vector<Seat> seats;
  for (const std::string_view code : permanent_members) {
    if (const auto state = record.find_state(code)) seats.push_back(seat_of(record, *state));
  }
  return seats;
}

std::vector<StateIndex> states_before(const Record& record, StateIndex state) {
  std::vector<StateIndex> before;
  for (const Succession& s : successions) {
    if (s.after != record.states[state].code) continue;
    if (const auto found = record.find_state(s.before)) before.push_back(*found);
  }
  return before;
}

std::vector<StateIndex> states_after(const Record& record, StateIndex state) {
  std::vector<StateIndex> after;
  for (const Succession& s : successions) {
    if (s.before != record.states[state].code) continue;
    if (const auto found = record.find_state(s.after)) after.push_back(*found);
  }
  return after;
}

}  // namespace volteface
