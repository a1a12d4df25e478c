// Where the chains of the published sampler begin, and what each point is drawn to.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "ideal/published_chain.h"

namespace volteface {
namespace {

struct Anchor {
  const char* code;
  float mean;
};
constexpr std::array anchors = {Anchor{"USA", 3}, Anchor{"CAN", 3},  Anchor{"GBR", 3},
                                Anchor{"ISR", 3}, Anchor{"RUS", -2}, Anchor{"DDR", -2}};

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

void start_items(PublishedStart& start, const Record& record, const Observations& o) {
  const Opposition powers = opposition(record, o);
  for (std::uint32_t v = 0; v < o.items; ++v) {
    std::array<float, 3> votes{};
    for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c) {
      votes[static_cast<std::size_t>(o.cell_choice[c])] += 1;
    }
    const float all = votes[0] + votes[1] + votes[2];
    start.cut_yes.push_back(-1 + 2 * votes[0] / all);
    start.cut_no.push_back(-1 + 2 * (votes[0] + votes[1]) / all);
    start.discrimination.push_back(static_cast<float>((powers.lean[v] > 0) - (powers.lean[v] < 0)));
  }
}

// Each point is drawn to the state's point before, however long ago; the first to the second. The
// variance falls with the votes of that other point. A state's only point has the scale of all
// points for a prior: the published code leaves such states out.
void start_points(PublishedStart& start, const Record& record, const Observations& o) {
  const auto n = static_cast<std::int32_t>(o.points.size());
  const auto same_state = [&](std::int32_t p, std::int32_t other) {
    return other >= 0 && other < n &&
           o.points[static_cast<std::size_t>(p)].state ==
               o.points[static_cast<std::size_t>(other)].state;
  };
  start.mean.assign(o.points.size(), 0.0F);
  for (std::int32_t p = 0; p < n; ++p) {
    const Observations::Point& point = o.points[static_cast<std::size_t>(p)];
    for (const Anchor& anchor : anchors) {
      if (record.states[point.state].code == anchor.code)
        start.mean[static_cast<std::size_t>(p)] = anchor.mean;
    }
    const std::int32_t before = same_state(p, p - 1)   ? p - 1
                                : same_state(p, p + 1) ? p + 1
                                                       : PublishedStart::no_point;
    float variance = 1;
    if (before != PublishedStart::no_point) {
      const auto votes = static_cast<float>(point.n);
      const auto votes_before = static_cast<float>(o.points[static_cast<std::size_t>(before)].n);
      variance = PublishedConstants::smoothing * votes / (votes + votes_before);
    }
    start.before.push_back(before);
    start.prior_variance.push_back(variance);
  }
}

}  // namespace

PublishedStart published_start(const Record& record, const Observations& observations) {
  PublishedStart start;
  start_items(start, record, observations);
  start_points(start, record, observations);
  start.sweep.resize(observations.points.size());
  std::iota(start.sweep.begin(), start.sweep.end(), 0U);
  std::stable_sort(start.sweep.begin(), start.sweep.end(), [&](std::uint32_t a, std::uint32_t b) {
    return observations.points[a].period < observations.points[b].period;
  });
  return start;
}

}  // namespace volteface
