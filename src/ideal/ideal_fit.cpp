// The default fit: sweeps over items, texts, points, walks and whole periods until nothing moves.
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "ideal/ideal_start.h"
#include "ideal/ideal_state.h"
#include "ideal/item_chains.h"
#include "ideal/leaning.h"
#include "ideal/observations.h"
#include "ideal/periods.h"
#include "ideal/session_moves.h"
#include "ideal/sites.h"
#include "ideal/walks.h"
#include "volteface/bridging.h"
#include "volteface/ideal.h"

namespace volteface {
namespace {

constexpr int most_sweeps = 150;
constexpr int least_sweeps = 20;
constexpr int sweeps_before_learning = 2;  // hyperparameters rest until there is something to learn
constexpr int sweeps_before_moves = 3;

// Of records with few roll calls, sweeps may swing between two states for ever. New evidence is
// then taken in by halves.
constexpr int sweeps_before_damping = 30;
constexpr double damped_step = 0.5;

constexpr double settled = 0.005;  // mean change of a point in a sweep, in its standard deviations

class Fit {
 public:
  Fit(const Record& record, const Observations& observations,
      std::span<const std::uint32_t> text_of_item, PeriodBy by)
      : layout_(lay_out(observations)),
        walks_(walks_of(observations.points)),
        chains_(chain_items(text_of_item)),
        periods_(periods_of(record, observations, by)),
        poles_(poles_of(record, observations)),
        state_(start_state(record, observations, poles_)),
        item_evidence_(observations.items),
        theta_(observations.points.size() + 1, 0.0F),
        variance_(theta_),
        pull_(layout_.cell_point.size(), 0.0F),
        gradient_(pull_),
        precision_(pull_) {
    point_evidence_.shift.resize(observations.points.size());
    point_evidence_.precision.resize(observations.points.size());
  }

  // Returns the mean change of a point, in its standard deviations.
  double sweep(int number) {
    if (number == sweeps_before_damping) step_ = damped_step;
    const std::vector<double> before = state_.theta;
    update_items(number >= sweeps_before_learning);
    update_points(number >= sweeps_before_learning);
    if (number >= sweeps_before_moves) {
      uncertainty_ =
          move_periods(periods_, walks_, chains_, point_evidence_, item_evidence_, state_);
    }
    standardise(state_);
    double change = 0;
    for (std::size_t p = 0; p < before.size(); ++p)
      change += std::abs(state_.theta[p] - before[p]) / std::sqrt(state_.variance[p]);
    return change / static_cast<double>(before.size());
  }

  // The start is the right way up, but sweeps may turn it where the poles are hardly apart.
  void turn_high_side_up(std::span<const Observations::Point> points) {
    if (mean_of(poles_.high, points) >= mean_of(poles_.low, points)) return;
    mirror(state_);
    // finish() takes new evidence into the old, which must face the same way.
    for (double& shift : point_evidence_.shift) shift = -shift;
  }

  // Points once more with everything else at rest.
  void finish() {
    update_points(false);
    standardise(state_);
  }

  const IdealState& state() const { return state_; }
  double variance_of_point(std::size_t p) const {
    const double of_period =
        uncertainty_.empty() ? 0 : uncertainty_[periods_.point[p]].at(state_.theta[p]);
    return state_.variance[p] + std::max(of_period, 0.0);
  }

 private:
  double mean_of(const std::vector<StateIndex>& pole,
                 std::span<const Observations::Point> points) const {
    double sum = 0, n = 0;
    for (std::size_t p = 0; p < points.size(); ++p) {
      if (std::find(pole.begin(), pole.end(), points[p].state) == pole.end()) continue;
      sum += state_.theta[p] * points[p].n;
      n += points[p].n;
    }
    return n > 0 ? sum / n : 0;
  }

  SiteArrays load_points() {
    for (std::size_t p = 0; p < state_.theta.size(); ++p) {
      theta_[p] = static_cast<float>(state_.theta[p]);
      variance_[p] = static_cast<float>(state_.variance[p]);
    }
    return {theta_.data(), variance_.data(), pull_.data()};
  }

  std::vector<ItemNumbers> item_numbers() const {
    std::vector<ItemNumbers> out;
    for (const ItemPosterior& item : state_.items) out.push_back(numbers_of(item));
    return out;
  }

  template <class Body>
  static void for_items(std::size_t n, const Body& body) {
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(n), 64),
                      [&](const auto& piece) { body(piece.begin(), piece.end()); });
  }

  void update_items(bool learn) {
    const SiteArrays arrays = load_points();
    const std::vector<ItemNumbers> numbers = item_numbers();
    std::vector<ItemSums> sums(numbers.size());
    for_items(numbers.size(), [&](std::uint32_t first, std::uint32_t last) {
      sum_item_sites(layout_, first, last, numbers, arrays, sums);
      for (std::uint32_t v = first; v < last; ++v) {
        const ItemEvidence seen = evidence_of(sums[v], state_.items[v]);
        item_evidence_[v].shift += step_ * (seen.shift - item_evidence_[v].shift);
        item_evidence_[v].precision += step_ * (seen.precision - item_evidence_[v].precision);
      }
    });
    const ItemHyperparameters learned =
        smooth_items(chains_, item_evidence_, state_.hyper, state_.items);
    if (!learn) return;
    state_.hyper.item = learned.item;
    state_.hyper.drift = learned.drift;
  }

  void update_points(bool learn) {
    const SiteArrays arrays = load_points();
    const std::vector<ItemNumbers> numbers = item_numbers();
    for_items(numbers.size(), [&](std::uint32_t first, std::uint32_t last) {
      write_point_sites(layout_, first, last, numbers, arrays, gradient_.data(), precision_.data());
    });
    for_items(state_.theta.size(), [&](std::uint32_t first, std::uint32_t last) {
      for (std::uint32_t p = first; p < last; ++p) {
        const PointSiteSums sums = sum_point_sites(layout_, p, gradient_.data(), precision_.data());
        const auto precision = static_cast<double>(sums.precision);
        const double shift = precision * state_.theta[p] + static_cast<double>(sums.gradient);
        point_evidence_.precision[p] += step_ * (precision - point_evidence_.precision[p]);
        point_evidence_.shift[p] += step_ * (shift - point_evidence_.shift[p]);
      }
    });
    const WalkHyperparameters learned = smooth_walks(walks_, point_evidence_, state_);
    if (!learn) return;
    state_.hyper.step_weight = learned.step_weight;
    state_.hyper.first_mean = learned.first_mean;
    state_.hyper.first_variance = learned.first_variance;
  }

  CellLayout layout_;
  Walks walks_;
  ItemChains chains_;
  PeriodsOf periods_;
  Poles poles_;
  IdealState state_;
  std::vector<ItemEvidence> item_evidence_;
  PointEvidence point_evidence_;
  double step_ = 1;  // how much of new evidence replaces the old
  std::vector<PeriodUncertainty> uncertainty_;
  AlignedVector<float> theta_, variance_;             // of the points, and one of padding
  AlignedVector<float> pull_, gradient_, precision_;  // of the cells
};

Item item_of(const ItemPosterior& posterior) {
  const double gap = std::exp(posterior.mean[2]);
  return {posterior.mean[0], posterior.mean[1], posterior.mean[1] + gap};
}

// cut_no = cut_yes + exp(log_gap), linear about the mean.
ItemUncertainty uncertainty_of(const ItemPosterior& posterior) {
  const auto& s = posterior.covariance;
  const double gap = std::exp(posterior.mean[2]);
  return {s(0, 0),
          s(1, 1),
          s(1, 1) + gap * (2 * s(1, 2) + gap * s(2, 2)),
          s(0, 1),
          s(0, 1) + gap * s(0, 2),
          s(1, 1) + gap * s(1, 2)};
}

IdealFit fit_of(const Fit& fit, const Observations& observations) {
  constexpr double quantile95 = 1.6448536269514722;
  IdealFit out;
  for (std::size_t p = 0; p < observations.points.size(); ++p) {
    const auto& at = observations.points[p];
    const double mean = fit.state().theta[p], sd = std::sqrt(fit.variance_of_point(p));
    out.points.push_back(
        {at.state, at.period, mean, sd, mean - quantile95 * sd, mean + quantile95 * sd, at.n});
  }
  for (const ItemPosterior& item : fit.state().items) {
    out.items.push_back(item_of(item));
    out.uncertainty.push_back(uncertainty_of(item));
  }
  for (std::size_t k = 0; k < Hyperparameters::step_sd.size(); ++k)
    out.steps.push_back({Hyperparameters::step_sd[k], fit.state().hyper.step_weight[k]});
  out.item_of_roll_call = observations.item_of_roll_call;
  out.cells = observations.cells();
  return out;
}

bool any_contested(const Observations& o) {
  for (std::uint32_t v = 0; v < o.items; ++v) {
    for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c) {
      if (o.cell_choice[c] != o.cell_choice[o.item_begin[v]]) return true;
    }
  }
  return false;
}

}  // namespace

IdealFit fit_ideal_points(const Record& record, std::span<const RollCallIndex> roll_calls,
                          const IdealOptions& options, std::span<const std::uint64_t> held_out) {
  ObservationOptions observation_options;
  observation_options.by = options.by;
  const Observations observations = observe(record, roll_calls, {}, observation_options, held_out);
  if (!any_contested(observations)) {
    throw Error("no contested roll call to fit ideal points to, expected at least one");
  }
  const std::vector<TextPair> pairs = options.pairs ? *options.pairs : bridging_pairs(record);
  const std::vector<std::uint32_t> text_of_roll_call = text_groups(record, pairs);
  std::vector<std::uint32_t> text_of_item;
  for (RollCallIndex r : roll_call_of_items(observations))
    text_of_item.push_back(text_of_roll_call[r]);

  Fit fit(record, observations, text_of_item, options.by);
  int sweeps = 0;
  bool has_settled = false;
  while (sweeps < most_sweeps && !has_settled) {
    const double change = fit.sweep(sweeps++);
    has_settled = sweeps >= least_sweeps && change < settled;
    if (options.progress) options.progress(sweeps, most_sweeps);
  }
  fit.turn_high_side_up(observations.points);
  fit.finish();
  if (options.progress) options.progress(most_sweeps, most_sweeps);
  IdealFit out = fit_of(fit, observations);
  out.by = options.by;
  out.text_of_roll_call = text_of_roll_call;
  out.sweeps = sweeps;
  out.settled = has_settled;
  return out;
}

}  // namespace volteface
