#include "turn/change_size.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ideal/normal.h"
#include "turn/vote_filter.h"

namespace volteface {
namespace {

constexpr double prior_changes = 1;
constexpr int learning_steps = 300;
constexpr double least_noise = 1e-9;

static_assert(dimensions == 4, "the distribution of sizes is that of four dimensions");

// P(X > x) for X chi-squared with 2 k degrees of freedom.
double chi_squared_above(int k, double x) {
  double term = 1, sum = 1;
  for (int i = 1; i < k; ++i) sum += term *= x / 2 / i;
  return std::exp(-x / 2) * sum;
}

}  // namespace

double noncentral_chi_squared_above(double x, double noncentrality) {
  if (x <= 0) return 1;
  if (noncentrality > 200 || x > 600) {
    // Sankaran (1963, Biometrika 50: 199-204), first approximation.
    const double k = dimensions, l = noncentrality;
    const double h = 1 - 2 * (k + l) * (k + 3 * l) / (3 * (k + 2 * l) * (k + 2 * l));
    const double p = (k + 2 * l) / ((k + l) * (k + l));
    const double m = (h - 1) * (1 - 3 * h);
    const double at = std::pow(x / (k + l), h);
    const double centre = 1 + h * p * (h - 1 - 0.5 * (2 - h) * m * p);
    const double sd = h * std::sqrt(2 * p) * (1 + 0.5 * m * p);
    return normal_probability((centre - at) / sd);
  }
  double weight = std::exp(-noncentrality / 2), sum = 0;
  for (int j = 0; j < 1000; ++j) {
    sum += weight * chi_squared_above(2 + j, x);
    weight *= noncentrality / 2 / (j + 1);
    if (weight < 1e-14 && j > noncentrality / 2) break;
  }
  return std::min(sum, 1.0);
}

double noncentral_square_above(double x, double noncentrality) {
  if (x <= 0) return 1;
  const double root = std::sqrt(x), shift = std::sqrt(noncentrality);
  return std::min(1.0, normal_probability(shift - root) + normal_probability(-shift - root));
}

// As tools/learn_change_scales prints them, with neighbours that it cannot tell apart sharing a
// little. The least weights are what a scale that was hardly ever seen may well have.
ChangeScales::ChangeScales()
    : ChangeScales(4, {0.694, 0.008, 0.005, 0.236, 0.051, 0.006, 0.0003, 0.0002, 0.0002}) {}

ChangeScales ChangeScales::on_main_dimension() {
  return ChangeScales(1, {0.360, 0.205, 0.090, 0.145, 0.165, 0.016, 0.015, 0.004, 0.0002});
}

ChangeScales::ChangeScales(int in_dimensions, const std::array<double, size>& weights)
    : in_dimensions_(in_dimensions) {
  for (std::size_t k = 0; k < size; ++k) {
    const double sd = 0.02 * std::pow(2.0, static_cast<double>(k));  // 0.02 to 5.1
    scales_[k] = {sd * sd, weights[k]};
  }
}

std::array<double, ChangeScales::size> ChangeScales::shares(const SeenChange& seen) const {
  std::array<double, size> share;
  double largest = -1e300;
  for (std::size_t k = 0; k < size; ++k) {
    const double all = scales_[k].variance + std::max(seen.noise, least_noise);
    share[k] =
        std::log(scales_[k].weight) - 0.5 * (in_dimensions_ * std::log(all) + seen.square / all);
    largest = std::max(largest, share[k]);
  }
  double sum = 0;
  for (double& s : share) sum += s = std::exp(s - largest);
  for (double& s : share) s /= sum;
  return share;
}

ChangeScales ChangeScales::learned_from(std::span<const SeenChange> changes, int in_dimensions) {
  ChangeScales learned = in_dimensions == 1 ? on_main_dimension() : ChangeScales();
  for (int step = 0; step < learning_steps; ++step) {
    std::array<double, size> sum{};
    for (const SeenChange& seen : changes) {
      const auto share = learned.shares(seen);
      for (std::size_t k = 0; k < size; ++k) sum[k] += share[k];
    }
    const double all = static_cast<double>(changes.size()) + prior_changes;
    for (std::size_t k = 0; k < size; ++k)
      learned.scales_[k].weight = (sum[k] + prior_changes / size) / all;
  }
  return learned;
}

double ChangeScales::probability_of(double bits, const SeenChange& seen) const {
  const double least = bits * 2 * std::numbers::ln2;
  const double noise = std::max(seen.noise, least_noise);
  const auto share = shares(seen);
  double p = 0;
  for (std::size_t k = 0; k < size; ++k) {
    const double kept = scales_[k].variance / (scales_[k].variance + noise);
    const double spread = kept * noise;  // of delta given the scale, in units of H^-1
    const double shift = kept * kept * seen.square / spread;
    p += share[k] * (in_dimensions_ == 1 ? noncentral_square_above(least / spread, shift)
                                         : noncentral_chi_squared_above(least / spread, shift));
  }
  return std::min(p, 1.0);
}

double ChangeScales::expected_bits(const SeenChange& seen) const {
  const double noise = std::max(seen.noise, least_noise);
  const auto share = shares(seen);
  double mean = 0;
  for (std::size_t k = 0; k < size; ++k) {
    const double kept = scales_[k].variance / (scales_[k].variance + noise);
    mean += share[k] * (kept * kept * seen.square + in_dimensions_ * kept * noise);
  }
  return mean / (2 * std::numbers::ln2);
}

}  // namespace volteface
