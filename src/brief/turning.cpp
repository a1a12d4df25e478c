#include "brief/turning.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "brief/estimates.h"
#include "brief/unusual.h"

namespace volteface {
namespace {

TowardState told(const Record& record, const Realignment& r) {
  const std::uint32_t n = std::min(r.n_before, r.n_after);
  return {record.states[r.other],
          {r.before, not_a_number, not_a_number, r.n_before},
          {r.after, not_a_number, not_a_number, r.n_after},
          {r.change, r.lo, r.hi, n},
          {r.beyond, r.beyond_lo, r.beyond_hi, n}};
}

BriefTurn told(const Record& record, const Turn& turn) {
  BriefTurn out{turn.date,
                turn.from,
                turn.to,
                turn.probability,
                turn.bits,
                turn.size,
                turn.size_sd,
                turn.votes_before,
                turn.votes_after,
                {},
                {},
                {},
                {}};
  for (const Realignment& r : turn.toward) out.toward.push_back(told(record, r));
  for (const SubjectShare& s : turn.subjects) out.subjects.push_back({s.subject, s.share, s.n});
  for (const TellingVote& vote : turn.first_votes) {
    out.first.push_back({brief_vote(record, turn.state, vote.roll_call), vote.expected_before,
                         vote.expected_after});
  }
  for (const TellingVote& vote : turn.votes) {
    out.votes.push_back(
        {record.roll_calls[vote.roll_call].id, vote.expected_before, vote.expected_after});
  }
  return out;
}

// The probability that one turn came after another: each came on any day of its stretches alike.
double probability_after(const Turn& later, const Turn& earlier) {
  double sum = 0, all = 0;
  for (const DateMass& a : later.when) {
    for (const DateMass& b : earlier.when) {
      const auto day = [](Date date) {
        return static_cast<double>(date.time_since_epoch().count());
      };
      const double middle_a = (day(a.first) + day(a.last)) / 2;
      const double middle_b = (day(b.first) + day(b.last)) / 2;
      const bool apart = a.first > b.last || b.first > a.last;
      // Stretches that overlap are half and half, but for how their middles lie.
      const double spread = (day(a.last) - day(a.first) + day(b.last) - day(b.first)) / 2 + 1;
      const double share = apart ? (a.first > b.last ? 1 : 0)
                                 : std::clamp(0.5 + (middle_a - middle_b) / (2 * spread), 0.0, 1.0);
      sum += a.probability * b.probability * share;
      all += a.probability * b.probability;
    }
  }
  return all > 0 ? sum / all : not_a_number;
}

// What another state did long before or after a turn cannot be taken for its cause or its follower.
constexpr std::chrono::days near_in_time{3 * 365};

bool is_near(const Turn& turn, const Turn& of) {
  return std::chrono::abs(turn.date - of.date) <= near_in_time;
}

bool is_in(const Turn& turn, const Window& window) {
  return turn.to >= window.since && turn.from <= window.until && turn.date <= window.until &&
         turn.date >= window.since;
}

std::vector<Turn> own_turns(const Record& record, const BriefBasis& basis, StateIndex state,
                            const Window& window) {
  std::vector<Turn> own = basis.turns.of(record, basis.fit, state);
  std::erase_if(own, [&](const Turn& turn) { return !is_in(turn, window); });
  return own;
}

// The powers, and those towards which the state turned.
std::vector<StateIndex> others_looked_at(StateIndex state, const std::vector<Seat>& powers,
                                         const std::vector<Turn>& own) {
  std::vector<StateIndex> others;
  for (const Seat& seat : powers) others.insert(others.end(), seat.names.begin(), seat.names.end());
  for (const Turn& turn : own) {
    for (const Realignment& r : turn.toward) others.push_back(r.other);
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase(others, state);
  return others;
}

// Turns of others near in time to that of the state which everything is seen from, if any.
std::vector<OtherTurn> turns_of_others(const Record& record, const BriefBasis& basis,
                                       const std::vector<StateIndex>& others, const Turn* from,
                                       const Window& window) {
  std::vector<OtherTurn> out;
  for (const StateIndex other : others) {
    for (const Turn& turn : basis.turns.of(record, basis.fit, other)) {
      if (!is_in(turn, window) || (from != nullptr && !is_near(turn, *from))) continue;
      const double after = from == nullptr ? not_a_number : probability_after(turn, *from);
      out.push_back({record.states[other], turn.date, turn.from, turn.to, turn.probability,
                     turn.size, after});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const OtherTurn& a, const OtherTurn& b) { return a.date < b.date; });
  return out;
}

Turning turning_from(const Record& record, const BriefBasis& basis, StateIndex state,
                     const std::vector<Seat>& powers, const Window& window,
                     const std::vector<Turn>& own, std::optional<std::size_t> from) {
  Turning out;
  out.has_votes =
      has_votes_for_turns(record, select_roll_calls(record, {}), state, window.since, window.until);
  for (const Turn& turn : own) out.turns.push_back(told(record, turn));
  out.largest = from;
  out.others = turns_of_others(record, basis, others_looked_at(state, powers, own),
                               from ? &own[*from] : nullptr, window);
  return out;
}

}  // namespace

Turning turning_of(const Record& record, const BriefBasis& basis, StateIndex state,
                   const std::vector<Seat>& powers, const Window& window) {
  const std::vector<Turn> own = own_turns(record, basis, state, window);
  const auto largest = std::max_element(
      own.begin(), own.end(), [](const Turn& a, const Turn& b) { return a.bits < b.bits; });
  std::optional<std::size_t> from;
  if (largest != own.end()) from = static_cast<std::size_t>(largest - own.begin());
  return turning_from(record, basis, state, powers, window, own, from);
}

Turning turning_about(const Record& record, const BriefBasis& basis, StateIndex state,
                      const std::vector<Seat>& powers, const Window& window, Date date) {
  const std::vector<Turn> own = own_turns(record, basis, state, window);
  const auto turn =
      std::find_if(own.begin(), own.end(), [&](const Turn& t) { return t.date == date; });
  if (turn == own.end()) throw std::logic_error("no turn on the day asked for");
  return turning_from(record, basis, state, powers, window, own,
                      static_cast<std::size_t>(turn - own.begin()));
}

}  // namespace volteface
