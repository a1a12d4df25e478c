#include "ideal/walks.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

constexpr std::size_t scales = Hyperparameters::step_sd.size();
using Weights = std::array<double, scales>;

// How far a step's approximation moves at a time: matched all at once, neighbours take turns
// explaining the same jump.
constexpr double damping = 0.7;
constexpr double least_precision = 1e-2;
constexpr double most_precision = 5000;

// Before any data, for records too small to learn from.
constexpr double prior_steps = 20;
constexpr double prior_states = 3;

// A mixture of steps seen through noise: mean, variance and the shares of the scales.
struct StepMoments {
  double mean = 0;
  double variance = 0;
  Weights share{};
};

// The step is drawn from the mixture, and `seen` is the step plus noise.
StepMoments step_given(double seen, double noise, int gap, const Weights& weight) {
  StepMoments out;
  Weights variance;
  double largest = -1e300;
  for (std::size_t k = 0; k < scales; ++k) {
    variance[k] = gap * Hyperparameters::step_sd[k] * Hyperparameters::step_sd[k];
    const double all = noise + variance[k];
    out.share[k] = std::log(weight[k]) - 0.5 * (std::log(all) + seen * seen / all);
    largest = std::max(largest, out.share[k]);
  }
  double sum = 0;
  for (double& share : out.share) sum += share = std::exp(share - largest);
  double square = 0;
  for (std::size_t k = 0; k < scales; ++k) {
    out.share[k] /= sum;
    const double part = variance[k] / (noise + variance[k]);
    out.mean += out.share[k] * part * seen;
    square += out.share[k] * (part * part * seen * seen + part * noise);
  }
  out.variance = square - out.mean * out.mean;
  return out;
}

// One state's points: a tridiagonal system.
class Walk {
 public:
  Walk(const PointEvidence& evidence, std::size_t first, std::size_t last, IdealState& state,
       const Hyperparameters& hyper)
      : evidence_(evidence), first_(first), n_(last - first), state_(state), hyper_(hyper) {
    for (auto* v : {&precision_, &shift_, &forward_, &forward_shift_, &backward_, &backward_shift_})
      v->resize(n_);
  }

  void smooth() {
    for (std::size_t k = 0; k < n_; ++k) {
      precision_[k] = evidence_.precision[first_ + k] + Hyperparameters::pull_to_centre;
      shift_[k] = evidence_.shift[first_ + k];
    }
    precision_[0] += 1 / hyper_.first_variance;
    shift_[0] += hyper_.first_mean / hyper_.first_variance;
    for (std::size_t k = 1; k < n_; ++k) {
      const StepSite& step = state_.steps[first_ + k];
      precision_[k] += step.precision;
      precision_[k - 1] += step.precision;
      shift_[k] += step.shift;
      shift_[k - 1] -= step.shift;
    }
    eliminate();
    for (std::size_t k = 0; k < n_; ++k) {
      const double all = forward_[k] + backward_[k] - precision_[k];
      state_.variance[first_ + k] = 1 / all;
      state_.theta[first_ + k] = (forward_shift_[k] + backward_shift_[k] - shift_[k]) / all;
    }
  }

  // Matches the approximation of each step to its mixture; adds the shares of the scales.
  void match_steps(std::span<const int> gap, Weights& shares) {
    for (std::size_t k = 1; k < n_; ++k) {
      StepSite& site = state_.steps[first_ + k];
      const double before = state_.variance[first_ + k - 1], here = state_.variance[first_ + k];
      const double joint = site.precision / backward_[k] * before;
      const double variance = before + here - 2 * joint;
      const double mean = state_.theta[first_ + k] - state_.theta[first_ + k - 1];
      // All that is known of the step but for its own site.
      const double noise = 1 / std::max(1 / variance - site.precision, 1e-6);
      const double seen = (mean / variance - site.shift) * noise;
      const StepMoments step = step_given(seen, noise, gap[first_ + k], hyper_.step_weight);
      for (std::size_t s = 0; s < scales; ++s) shares[s] += step.share[s];
      const double precision =
          std::clamp(1 / step.variance - 1 / noise, least_precision, most_precision);
      const double shift = step.mean * (precision + 1 / noise) - seen / noise;
      site.precision += damping * (precision - site.precision);
      site.shift += damping * (shift - site.shift);
    }
  }

 private:
  void eliminate() {
    const auto tie = [&](std::size_t k) { return state_.steps[first_ + k].precision; };
    for (std::size_t k = 0; k < n_; ++k) {
      forward_[k] = precision_[k];
      forward_shift_[k] = shift_[k];
      if (k == 0) continue;
      const double flow = tie(k) / forward_[k - 1];
      forward_[k] -= flow * tie(k);
      forward_shift_[k] += flow * forward_shift_[k - 1];
    }
    for (std::size_t k = n_; k-- > 0;) {
      backward_[k] = precision_[k];
      backward_shift_[k] = shift_[k];
      if (k + 1 == n_) continue;
      const double flow = tie(k + 1) / backward_[k + 1];
      backward_[k] -= flow * tie(k + 1);
      backward_shift_[k] += flow * backward_shift_[k + 1];
    }
  }

  const PointEvidence& evidence_;
  std::size_t first_, n_;
  IdealState& state_;
  const Hyperparameters& hyper_;
  std::vector<double> precision_, shift_, forward_, forward_shift_, backward_, backward_shift_;
};

WalkHyperparameters learn(const Walks& walks, const IdealState& state, const Weights& shares) {
  WalkHyperparameters out;
  const Weights prior = Hyperparameters{}.step_weight;
  double steps = prior_steps;
  for (double share : shares) steps += share;
  for (std::size_t k = 0; k < scales; ++k)
    out.step_weight[k] = (shares[k] + prior_steps * prior[k]) / steps;

  const auto states = static_cast<double>(walks.begin.size() - 1);
  for (std::size_t i = 0; i + 1 < walks.begin.size(); ++i)
    out.first_mean += state.theta[walks.begin[i]] / (states + prior_states);
  double square = prior_states;  // of variance 1
  for (std::size_t i = 0; i + 1 < walks.begin.size(); ++i) {
    const double off = state.theta[walks.begin[i]] - out.first_mean;
    square += off * off + state.variance[walks.begin[i]];
  }
  out.first_variance = square / (states + prior_states);
  return out;
}

}  // namespace

Walks walks_of(std::span<const Observations::Point> points) {
  Walks out;
  for (std::uint32_t p = 0; p < points.size(); ++p) {
    const bool goes_on = p > 0 && points[p].state == points[p - 1].state;
    if (!goes_on) out.begin.push_back(p);
    out.gap.push_back(goes_on ? points[p].period - points[p - 1].period : 0);
  }
  out.begin.push_back(static_cast<std::uint32_t>(points.size()));
  return out;
}

WalkHyperparameters smooth_walks(const Walks& walks, const PointEvidence& evidence,
                                 IdealState& state) {
  const std::size_t states = walks.begin.size() - 1;
  std::vector<Weights> shares(states, Weights{});
  const Hyperparameters& hyper = state.hyper;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, states, 8), [&](const auto& piece) {
    for (std::size_t i = piece.begin(); i != piece.end(); ++i) {
      Walk walk(evidence, walks.begin[i], walks.begin[i + 1], state, hyper);
      walk.smooth();
      walk.match_steps(walks.gap, shares[i]);
      walk.smooth();
    }
  });
  Weights all{};
  for (const Weights& of_state : shares) {
    for (std::size_t k = 0; k < scales; ++k) all[k] += of_state[k];
  }
  return learn(walks, state, all);
}

}  // namespace volteface
