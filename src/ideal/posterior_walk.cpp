#include "ideal/posterior_walk.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace volteface {
namespace {

constexpr double share_of_swaps = 0.25;

double variance_of(int gap, std::uint8_t scale) {
  const double sd = Hyperparameters::step_sd[scale];
  return gap * sd * sd;
}

}  // namespace

void WalkDraw::load(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                    const PointEvidence& evidence, std::size_t first, std::size_t last,
                    std::span<const double> theta, std::span<const std::uint8_t> scale) {
  const auto& gap = problem.walks.gap;
  precision_.assign(evidence.precision.begin() + static_cast<std::ptrdiff_t>(first),
                    evidence.precision.begin() + static_cast<std::ptrdiff_t>(last));
  shift_.assign(evidence.shift.begin() + static_cast<std::ptrdiff_t>(first),
                evidence.shift.begin() + static_cast<std::ptrdiff_t>(last));
  gap_.assign(gap.begin() + static_cast<std::ptrdiff_t>(first),
              gap.begin() + static_cast<std::ptrdiff_t>(last));
  scale_.assign(scale.begin() + static_cast<std::ptrdiff_t>(first),
                scale.begin() + static_cast<std::ptrdiff_t>(last));
  const auto tie = [&](std::size_t j, double variance, double to) {
    precision_[j] += 1 / variance;
    shift_[j] += to / variance;
  };
  if (gap[first] == 0) {
    tie(0, hyper.first_variance, hyper.first_mean);
  } else {
    tie(0, variance_of(gap[first], scale[first]), theta[first - 1]);
  }
  if (last < gap.size() && gap[last] > 0)
    tie(last - first - 1, variance_of(gap[last], scale[last]), theta[last]);
}

void WalkDraw::look_ahead() {
  const std::size_t n = precision_.size();
  ahead_ = precision_;
  ahead_shift_ = shift_;
  for (std::size_t j = n - 1; j-- > 0;) {
    const double share = 1 / (1 + variance_of(gap_[j + 1], scale_[j + 1]) * ahead_[j + 1]);
    ahead_[j] += ahead_[j + 1] * share;
    ahead_shift_[j] += ahead_shift_[j + 1] * share;
  }
}

// The step to j has variance V; what lies behind it says N(m, 1 / behind), what lies ahead
// exp(-B x^2 / 2 + r x). With x integrated out, scale k has weight w / sqrt(1 + B V) exp(-B d^2 /
// (2 (1 + B V))), where d = m - r / B and V includes 1 / behind.
void WalkDraw::draw_scales(const SampledHyperparameters& hyper, CountedRandom& random) {
  const std::size_t n = precision_.size();
  behind_ = precision_;
  behind_shift_ = shift_;
  for (std::size_t j = 1; j < n; ++j) {
    const double mean = behind_shift_[j - 1] / behind_[j - 1], before = 1 / behind_[j - 1];
    const double off = mean - ahead_shift_[j] / ahead_[j];
    const double square = 0.5 * ahead_[j] * off * off;
    std::array<double, step_scales> share;
    std::array<double, step_scales> spread;
    for (std::size_t k = 0; k < step_scales; ++k) {
      spread[k] = 1 + ahead_[j] * (before + variance_of(gap_[j], static_cast<std::uint8_t>(k)));
    }
    double all = 0;
    for (std::size_t k = 0; k < step_scales; ++k) {
      // Relative to the widest, which is the largest exponent.
      const double exponent = square / spread.back() - square / spread[k];
      share[k] = hyper.step_weight[k] / std::sqrt(spread[k]) * std::exp(exponent);
      all += share[k];
    }
    double left = random.uniform() * all;
    std::size_t k = 0;
    while (k + 1 < step_scales && left >= share[k]) left -= share[k++];
    scale_[j] = static_cast<std::uint8_t>(k);
    see_step(j);
  }
}

// What lies behind point j, from what lies behind the one before it and the step between them.
void WalkDraw::see_step(std::size_t j) {
  const double variance = 1 / behind_[j - 1] + variance_of(gap_[j], scale_[j]);
  behind_[j] = precision_[j] + 1 / variance;
  behind_shift_[j] = shift_[j] + behind_shift_[j - 1] / behind_[j - 1] / variance;
}

// Neighbouring steps change their scales with each other, points integrated out (Metropolis and
// Hastings; the weights cancel): so a jump moves to the next period at once, while scale by scale
// it would have to be two jumps on the way.
void WalkDraw::swap_scales(CountedRandom& random) {
  const std::size_t n = precision_.size();
  behind_ = precision_;
  behind_shift_ = shift_;
  for (std::size_t j = 1; j < n; ++j) {
    if (j + 1 < n && scale_[j] != scale_[j + 1]) {
      const double mean = behind_shift_[j - 1] / behind_[j - 1], before = 1 / behind_[j - 1];
      const double beyond = ahead_shift_[j + 1] / ahead_[j + 1];
      // log density of what is seen at j and beyond.
      const auto log_evidence = [&](std::uint8_t to, std::uint8_t from) {
        const double v = before + variance_of(gap_[j], to);
        const double spread = 1 + v * precision_[j];
        const double off = mean - shift_[j] / precision_[j];
        const double precision = precision_[j] + 1 / v, shift = shift_[j] + mean / v;
        const double w = 1 / precision + variance_of(gap_[j + 1], from);
        const double spread_beyond = 1 + w * ahead_[j + 1];
        const double off_beyond = shift / precision - beyond;
        return -0.5 * (std::log(spread * spread_beyond) + precision_[j] * off * off / spread +
                       ahead_[j + 1] * off_beyond * off_beyond / spread_beyond);
      };
      const double log_ratio =
          log_evidence(scale_[j + 1], scale_[j]) - log_evidence(scale_[j], scale_[j + 1]);
      if (std::log(random.uniform()) < log_ratio) std::swap(scale_[j], scale_[j + 1]);
    }
    see_step(j);
  }
}

// By how many standard deviations each of the present points lies off what those behind it in the
// pass and the one ahead say of it, under the present scales.
void WalkDraw::see_noise() {
  const std::size_t n = precision_.size();
  behind_ = precision_;
  behind_shift_ = shift_;
  for (std::size_t j = 1; j < n; ++j) see_step(j);
  noise_.resize(n);
  for (std::size_t j = 0; j < n; ++j) {
    double precision = behind_[j], shift = behind_shift_[j];
    if (j + 1 < n) {
      const double variance = variance_of(gap_[j + 1], scale_[j + 1]);
      precision += 1 / variance;
      shift += theta_[j + 1] / variance;
    }
    noise_[j] = (theta_[j] - shift / precision) * std::sqrt(precision);
  }
}

void WalkDraw::draw_points(CountedRandom& random) {
  const std::size_t n = precision_.size();
  for (std::size_t j = n; j-- > 0;) {
    double precision = behind_[j], shift = behind_shift_[j];
    if (j + 1 < n) {
      const double variance = variance_of(gap_[j + 1], scale_[j + 1]);
      precision += 1 / variance;
      shift += theta_[j + 1] / variance;
    }
    const double noise = overshoot(noise_[j], random);
    theta_[j] = shift / precision + noise / std::sqrt(precision);
  }
}

void WalkDraw::draw(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                    const PointEvidence& evidence, std::size_t first, std::size_t last,
                    CountedRandom& random, std::span<double> theta, std::span<std::uint8_t> scale) {
  load(problem, hyper, evidence, first, last, theta, scale);
  const bool backward = random.uniform() < 0.5;
  const auto turn = [&] {
    for (auto* values : {&precision_, &shift_, &theta_})
      std::reverse(values->begin(), values->end());
    // Step j leads to j: turned around, the first is still none.
    std::reverse(gap_.begin() + 1, gap_.end());
    std::reverse(scale_.begin() + 1, scale_.end());
  };
  theta_.assign(theta.begin() + static_cast<std::ptrdiff_t>(first),
                theta.begin() + static_cast<std::ptrdiff_t>(last));
  if (backward) turn();
  see_noise();
  look_ahead();
  if (random.uniform() < share_of_swaps) {
    swap_scales(random);
  } else {
    draw_scales(hyper, random);
  }
  draw_points(random);
  if (backward) turn();
  std::copy(theta_.begin(), theta_.end(), theta.begin() + static_cast<std::ptrdiff_t>(first));
  std::copy(scale_.begin() + 1, scale_.end(),
            scale.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

}  // namespace volteface
