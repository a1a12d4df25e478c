// Where the chains of the published sampler begin, and what each point is drawn to.
#include <algorithm>
#include <array>
#include <numeric>

#include "ideal/leaning.h"
#include "ideal/published_chain.h"

namespace volteface {
namespace {

struct Anchor {
  const char* code;
  float mean;
};
constexpr std::array anchors = {Anchor{"USA", 3}, Anchor{"CAN", 3},  Anchor{"GBR", 3},
                                Anchor{"ISR", 3}, Anchor{"RUS", -2}, Anchor{"DDR", -2}};

void start_items(PublishedStart& start, const Record& record, const Observations& o) {
  const std::vector<int> lean = leaning_of_items(o, poles_of(record, o));
  for (std::uint32_t v = 0; v < o.items; ++v) {
    std::array<float, 3> votes{};
    for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c) {
      votes[static_cast<std::size_t>(o.cell_choice[c])] += 1;
    }
    const float all = votes[0] + votes[1] + votes[2];
    start.cut_yes.push_back(-1 + 2 * votes[0] / all);
    start.cut_no.push_back(-1 + 2 * (votes[0] + votes[1]) / all);
    start.discrimination.push_back(static_cast<float>((lean[v] > 0) - (lean[v] < 0)));
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
