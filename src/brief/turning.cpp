#include "brief/turning.h"

#include <algorithm>
#include <cmath>

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

}  // namespace

Turning turning_of(const Record& record, const BriefBasis& basis, StateIndex state,
                   const std::vector<Seat>& powers, const Window& window) {
  Turning out;
  std::vector<Turn> own = basis.turns.turns_of(record, basis.fit, state);
  std::erase_if(own, [&](const Turn& turn) { return !is_in(turn, window); });
  for (const Turn& turn : own) out.turns.push_back(told(record, turn));
  const auto largest = std::max_element(
      own.begin(), own.end(), [](const Turn& a, const Turn& b) { return a.bits < b.bits; });
  if (largest != own.end()) out.largest = static_cast<std::size_t>(largest - own.begin());

  std::vector<StateIndex> others;
  for (const Seat& seat : powers) others.insert(others.end(), seat.names.begin(), seat.names.end());
  for (const Turn& turn : own) {
    for (const Realignment& r : turn.toward) others.push_back(r.other);
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase(others, state);
  std::vector<std::pair<Date, OtherTurn>> dated;
  for (const StateIndex other : others) {
    for (const Turn& turn : basis.turns.turns_of(record, basis.fit, other)) {
      if (!is_in(turn, window) || (largest != own.end() && !is_near(turn, *largest))) continue;
      const double after = largest == own.end() ? not_a_number : probability_after(turn, *largest);
      dated.push_back({turn.date,
                       {record.states[other], turn.date, turn.from, turn.to, turn.probability,
                        turn.size, after}});
    }
  }
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [date, turn] : dated) out.others.push_back(std::move(turn));
  return out;
}

}  // namespace volteface
