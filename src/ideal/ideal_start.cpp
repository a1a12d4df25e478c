#include "ideal/ideal_start.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ideal/leaning.h"
#include "ideal/normal.h"

namespace volteface {
namespace {

constexpr int sweeps = 15;
constexpr double prior_votes = 5;  // draws positions of states with few votes to the centre

double code(Choice choice) { return static_cast<double>(choice) - 1; }

// One position a state and one slope an item, in turn.
class Positions {
 public:
  Positions(const Observations& o, std::size_t states)
      : o_(o), mean_(o.items, 0), slope_(o.items, 0), position_(states, 0) {
    for (std::uint32_t v = 0; v < o.items; ++v) {
      for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c)
        mean_[v] += code(o.cell_choice[c]);
      mean_[v] /= std::max<double>(1, o.item_begin[v + 1] - o.item_begin[v]);
    }
  }

  void start_from(const std::vector<int>& lean) {
    for (std::uint32_t v = 0; v < o_.items; ++v) slope_[v] = (lean[v] > 0) - (lean[v] < 0);
    place_states();
  }

  void sweep() {
    place_items();
    place_states();
  }

  double of(StateIndex state) const { return position_[state]; }

 private:
  void place_items() {
    for (std::uint32_t v = 0; v < o_.items; ++v) {
      double middle = 0, product = 0, square = 1;
      const std::size_t begin = o_.item_begin[v], end = o_.item_begin[v + 1];
      for (std::size_t c = begin; c < end; ++c) middle += position_[state_of(c)];
      middle /= std::max<double>(1, static_cast<double>(end - begin));
      for (std::size_t c = begin; c < end; ++c) {
        const double off = position_[state_of(c)] - middle;
        product += off * (code(o_.cell_choice[c]) - mean_[v]);
        square += off * off;
      }
      slope_[v] = product / square;
    }
  }

  void place_states() {
    double mean_square = 1e-9;
    for (double slope : slope_) mean_square += slope * slope / static_cast<double>(slope_.size());
    std::vector<double> product(position_.size(), 0), square(position_.size(), prior_votes);
    for (std::size_t p = 0; p < o_.points.size(); ++p) {
      for (std::size_t c = o_.point_begin[p]; c < o_.point_begin[p + 1]; ++c) {
        const double slope = slope_[o_.point_item[c]];
        product[o_.points[p].state] += slope * (code(o_.point_choice[c]) - mean_[o_.point_item[c]]);
        square[o_.points[p].state] += slope * slope / mean_square;
      }
    }
    for (std::size_t s = 0; s < position_.size(); ++s) position_[s] = product[s] / square[s];
    standardise_positions();
  }

  void standardise_positions() {
    const auto n = static_cast<double>(o_.points.size());
    double mean = 0, square = 1e-12;
    for (const auto& p : o_.points) mean += position_[p.state] / n;
    for (const auto& p : o_.points)
      square += (position_[p.state] - mean) * (position_[p.state] - mean) / n;
    for (double& x : position_) x = (x - mean) / std::sqrt(square);
  }

  StateIndex state_of(std::size_t cell) const { return o_.points[o_.cell_point[cell]].state; }

  const Observations& o_;
  std::vector<double> mean_;  // of the choices on an item
  std::vector<double> slope_;
  std::vector<double> position_;
};

ItemPosterior start_item(const Observations& o, std::uint32_t v) {
  constexpr double discrimination = 0.3, least_gap = 0.05;
  std::array<double, 3> votes = {0.5, 0.3, 0.3};  // so that no share is 0
  for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c)
    votes[static_cast<std::size_t>(o.cell_choice[c])] += 1;
  const double all = votes[0] + votes[1] + votes[2];
  const double yes = normal_quantile(votes[0] / all);
  const double no = normal_quantile((votes[0] + votes[1]) / all);
  ItemPosterior item;
  item.mean = {discrimination, yes, std::log(std::max(least_gap, no - yes))};
  item.covariance = Eigen::Vector3d{0.3, 0.1, 0.1}.asDiagonal();
  return item;
}

}  // namespace

IdealState start_state(const Record& record, const Observations& observations, const Poles& poles) {
  constexpr double variance = 0.1;
  constexpr double step_precision = 10;
  Positions positions(observations, record.states.size());
  positions.start_from(leaning_of_items(observations, poles));
  for (int k = 0; k < sweeps; ++k) positions.sweep();
  IdealState state;
  for (const auto& p : observations.points) state.theta.push_back(positions.of(p.state));
  state.variance.assign(observations.points.size(), variance);
  state.steps.assign(observations.points.size(), StepSite{0, step_precision});
  for (std::uint32_t v = 0; v < observations.items; ++v)
    state.items.push_back(start_item(observations, v));
  return state;
}

}  // namespace volteface
