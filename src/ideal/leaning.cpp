#include "ideal/leaning.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace volteface {
namespace {

// Sum over the shared items of a pair of states: how much further to no the first is than the
// second, and how far apart they are.
struct Opposition {
  std::vector<int> lean;  // items
  std::uint32_t apart = 0;
};

std::vector<int> leaning(const Observations& o, StateIndex state) {
  std::vector<int> sum(o.items, 0);
  for (std::size_t p = 0; p < o.points.size(); ++p) {
    if (o.points[p].state != state) continue;
    // yes -1, abstain 0, no 1
    for (std::size_t c = o.point_begin[p]; c < o.point_begin[p + 1]; ++c) {
      sum[o.point_item[c]] += static_cast<int>(o.point_choice[c]) - 1;
    }
  }
  return sum;
}

std::vector<std::uint8_t> presence(const Observations& o, StateIndex state) {
  std::vector<std::uint8_t> present(o.items, 0);
  for (std::size_t p = 0; p < o.points.size(); ++p) {
    if (o.points[p].state != state) continue;
    for (std::size_t c = o.point_begin[p]; c < o.point_begin[p + 1]; ++c)
      present[o.point_item[c]] = 1;
  }
  return present;
}

Opposition oppose(const Observations& o, StateIndex high, StateIndex low) {
  Opposition out;
  const auto a = leaning(o, high), b = leaning(o, low);
  const auto here = presence(o, high), there = presence(o, low);
  for (std::uint32_t v = 0; v < o.items; ++v) {
    const int difference = here[v] && there[v] ? a[v] - b[v] : 0;
    out.lean.push_back(difference);
    out.apart += static_cast<std::uint32_t>(std::abs(difference));
  }
  return out;
}

std::optional<StateIndex> state_of(const Record& record, const char* code) {
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (record.states[s].code == code) return s;
  }
  return std::nullopt;
}

// The state with the most votes against the one that is furthest from it.
Opposition stand_in_opposition(const Record& record, const Observations& o) {
  std::vector<std::uint32_t> votes(record.states.size(), 0);
  for (const Observations::Point& p : o.points) votes[p.state] += p.n;
  const auto busiest =
      static_cast<StateIndex>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  Opposition furthest = oppose(o, busiest, busiest);
  for (StateIndex s = 0; s < votes.size(); ++s) {
    if (votes[s] == 0) continue;
    Opposition against = oppose(o, s, busiest);
    if (against.apart > furthest.apart) furthest = std::move(against);
  }
  return furthest;
}

Opposition opposition(const Record& record, const Observations& o) {
  const auto usa = state_of(record, "USA"), russia = state_of(record, "RUS");
  if (usa && russia) {
    Opposition powers = oppose(o, *usa, *russia);
    if (powers.apart > 0) return powers;
  }
  return stand_in_opposition(record, o);
}

}  // namespace

std::vector<int> leaning_of_items(const Record& record, const Observations& observations) {
  return opposition(record, observations).lean;
}

}  // namespace volteface
