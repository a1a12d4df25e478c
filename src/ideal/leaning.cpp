#include "ideal/leaning.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace volteface {
namespace {

// How a pole votes: for each item the sum over its votes (yes -1, abstain 0, no 1), and whether
// there are any.
struct Leaning {
  std::vector<int> sum;
  std::vector<std::uint8_t> present;
};

Leaning leaning_of(const Observations& o, const std::vector<StateIndex>& pole) {
  Leaning out{std::vector<int>(o.items, 0), std::vector<std::uint8_t>(o.items, 0)};
  for (std::size_t p = 0; p < o.points.size(); ++p) {
    if (std::find(pole.begin(), pole.end(), o.points[p].state) == pole.end()) continue;
    for (std::size_t c = o.point_begin[p]; c < o.point_begin[p + 1]; ++c) {
      out.sum[o.point_item[c]] += static_cast<int>(o.point_choice[c]) - 1;
      out.present[o.point_item[c]] = 1;
    }
  }
  return out;
}

std::vector<int> differences(const Leaning& high, const Leaning& low) {
  std::vector<int> out;
  for (std::size_t v = 0; v < high.sum.size(); ++v) {
    const bool both = high.present[v] != 0 && low.present[v] != 0;
    out.push_back(both ? high.sum[v] - low.sum[v] : 0);
  }
  return out;
}

int distance(const Leaning& a, const Leaning& b) {
  int sum = 0;
  for (int difference : differences(a, b)) sum += std::abs(difference);
  return sum;
}

std::vector<StateIndex> states_of(const Record& record,
                                  std::initializer_list<std::string_view> codes) {
  std::vector<StateIndex> out;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (std::find(codes.begin(), codes.end(), record.states[s].code) != codes.end())
      out.push_back(s);
  }
  return out;
}

std::vector<std::uint32_t> votes_of_states(const Record& record, const Observations& o) {
  std::vector<std::uint32_t> votes(record.states.size(), 0);
  for (const Observations::Point& p : o.points) votes[p.state] += p.n;
  return votes;
}

StateIndex furthest_from(const Record& record, const Observations& o,
                         const std::vector<StateIndex>& pole) {
  const Leaning here = leaning_of(o, pole);
  const auto votes = votes_of_states(record, o);
  StateIndex furthest = pole.front();
  int most = 0;
  for (StateIndex s = 0; s < votes.size(); ++s) {
    if (votes[s] == 0) continue;
    const int apart = distance(here, leaning_of(o, {s}));
    if (apart > most) most = apart, furthest = s;
  }
  return furthest;
}

}  // namespace

Poles poles_of(const Record& record, const Observations& o) {
  const std::vector<StateIndex> usa = states_of(record, {"USA"});
  const std::vector<StateIndex> russia = states_of(record, {"RUS", "SUN"});
  if (distance(leaning_of(o, usa), leaning_of(o, russia)) > 0) return {usa, russia};
  const auto votes = votes_of_states(record, o);
  if (!usa.empty() && votes[usa.front()] > 0) return {usa, {furthest_from(record, o, usa)}};
  const auto busiest =
      static_cast<StateIndex>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  return {{furthest_from(record, o, {busiest})}, {busiest}};
}

std::vector<int> leaning_of_items(const Observations& observations, const Poles& poles) {
  return differences(leaning_of(observations, poles.high), leaning_of(observations, poles.low));
}

}  // namespace volteface
