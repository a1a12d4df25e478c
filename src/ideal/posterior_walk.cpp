#include "ideal/posterior_walk.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace volteface {
namespace {

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
    const double variance = before + variance_of(gap_[j], scale_[j]);
    behind_[j] += 1 / variance;
    behind_shift_[j] += mean / variance;
  }
}

void WalkDraw::draw_points(CountedRandom& random) {
  const std::size_t n = precision_.size();
  theta_.resize(n);
  for (std::size_t j = n; j-- > 0;) {
    double precision = behind_[j], shift = behind_shift_[j];
    if (j + 1 < n) {
      const double variance = variance_of(gap_[j + 1], scale_[j + 1]);
      precision += 1 / variance;
      shift += theta_[j + 1] / variance;
    }
    theta_[j] = shift / precision + random.normal() / std::sqrt(precision);
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
  theta_.assign(last - first, 0);
  if (backward) turn();
  look_ahead();
  draw_scales(hyper, random);
  draw_points(random);
  if (backward) turn();
  std::copy(theta_.begin(), theta_.end(), theta.begin() + static_cast<std::ptrdiff_t>(first));
  std::copy(scale_.begin() + 1, scale_.end(),
            scale.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

}  // namespace volteface
