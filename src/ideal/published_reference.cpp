#include "ideal/published_reference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace volteface::reference {
namespace {

double density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); }

// Where z lies, given the choice.
std::pair<double, double> interval(Choice choice, Cuts cuts) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (choice == Choice::yes) return {-infinity, cuts.yes};
  if (choice == Choice::no) return {cuts.no, infinity};
  return {cuts.yes, cuts.no};
}

// Phi(b) - Phi(a), from the tail in which both are.
double between(double a, double b) {
  if (a > 0) return normal_probability(-a) - normal_probability(-b);
  return normal_probability(b) - normal_probability(a);
}

double times_density(double x) { return std::isinf(x) ? 0 : x * density(x); }

}  // namespace

double normal_probability(double x) { return std::erfc(-x / std::numbers::sqrt2) / 2; }

double log_normal_probability(double x) {
  if (x > -35) return std::log(normal_probability(x));
  const double s = 1 / (x * x);
  return -x * x / 2 - std::log(-x * std::sqrt(2 * std::numbers::pi)) +
         std::log1p(-s * (1 - 3 * s * (1 - 5 * s)));
}

double choice_probability(Choice choice, double mean, Cuts cuts) {
  const auto [low, high] = interval(choice, cuts);
  return between(low - mean, high - mean);
}

Moments latent_moments(Choice choice, double mean, Cuts cuts) {
  const auto [low, high] = interval(choice, cuts);
  const double a = low - mean, b = high - mean, p = between(a, b);
  const double shift = (density(a) - density(b)) / p;
  return {mean + shift, 1 + (times_density(a) - times_density(b)) / p - shift * shift};
}

double log_likelihood_ratio(std::span<const Vote> votes, double discrimination, Cuts present,
                            Cuts proposed) {
  double sum = 0;
  for (const Vote& v : votes) {
    const double mean = discrimination * v.theta;
    sum += std::log(choice_probability(v.choice, mean, proposed)) -
           std::log(choice_probability(v.choice, mean, present));
  }
  return sum;
}

double log_proposal_factor(Cuts present, Cuts proposed) {
  const double sd = static_cast<double>(PublishedConstants::proposal_sd);
  return log_normal_probability((present.no - proposed.yes) / sd) -
         log_normal_probability((proposed.no - present.yes) / sd);
}

Conditional theta_conditional(std::span<const double> discrimination, std::span<const double> z,
                              double prior_mean, double prior_variance) {
  double precision = 1 / prior_variance, sum = prior_mean / prior_variance;
  for (std::size_t i = 0; i < z.size(); ++i) {
    precision += discrimination[i] * discrimination[i];
    sum += discrimination[i] * z[i];
  }
  return {sum / precision, 1 / precision};
}

Conditional discrimination_conditional(std::span<const double> theta, std::span<const double> z) {
  return theta_conditional(theta, z, 0, 1);
}

Chain::Chain(const Observations& observations, const PublishedStart& start, std::uint64_t seed)
    : observations_(observations),
      start_(start),
      random_(seed),
      theta_(observations.points.size(), 0),
      mean_(start.mean.begin(), start.mean.end()),
      discrimination_(start.discrimination.begin(), start.discrimination.end()),
      z_(observations.cells()),
      cells_of_point_(observations.points.size()),
      item_of_cell_(observations.cells()) {
  for (std::uint32_t v = 0; v < observations.items; ++v) {
    cuts_.push_back({static_cast<double>(start.cut_yes[v]), static_cast<double>(start.cut_no[v])});
    for (std::uint32_t c = observations.item_begin[v]; c < observations.item_begin[v + 1]; ++c) {
      item_of_cell_[c] = v;
      cells_of_point_[observations.cell_point[c]].push_back(c);
    }
    draw_z(v);
  }
}

void Chain::iterate() {
  draw_theta();
  for (std::uint32_t v = 0; v < observations_.items; ++v) {
    draw_cuts(v);
    draw_z(v);
    draw_discrimination(v);
  }
}

void Chain::draw_theta() {
  std::normal_distribution<double> normal;
  std::vector<double> mean;
  for (std::size_t p = 0; p < theta_.size(); ++p) {
    std::vector<double> slopes, z;
    for (std::uint32_t c : cells_of_point_[p]) {
      slopes.push_back(discrimination_[item_of_cell_[c]]);
      z.push_back(z_[c]);
    }
    const std::int32_t before = start_.before[p];
    const double prior_mean =
        before == PublishedStart::no_point ? 0 : mean_[static_cast<std::size_t>(before)];
    const auto [m, variance] =
        theta_conditional(slopes, z, prior_mean, static_cast<double>(start_.prior_variance[p]));
    mean.push_back(m);
    theta_[p] = std::clamp(m + std::sqrt(variance) * normal(random_), -5.0, 5.0);
  }
  mean_ = mean;
  const auto n = static_cast<double>(theta_.size());
  double centre = 0, squares = 0;
  for (double t : theta_) centre += t / n;
  for (double t : theta_) squares += (t - centre) * (t - centre);
  for (double& t : theta_) t = (t - centre) / std::sqrt(squares / (n - 1));
}

// By trying until it fits: the bounds never leave less than a few per cent.
double Chain::draw_between(double mean, double sd, double low, double high) {
  std::normal_distribution<double> normal(mean, sd);
  for (;;) {
    const double x = normal(random_);
    if (x >= low && x <= high) return x;
  }
}

void Chain::draw_cuts(std::uint32_t item) {
  const double sd = static_cast<double>(PublishedConstants::proposal_sd);
  const Cuts present = cuts_[item];
  Cuts proposed;
  proposed.yes = draw_between(present.yes, sd, -7, present.no);
  proposed.no = draw_between(present.no, sd, proposed.yes, 7);
  std::vector<Vote> votes;
  for (std::uint32_t c = observations_.item_begin[item]; c < observations_.item_begin[item + 1];
       ++c) {
    votes.push_back({theta_[observations_.cell_point[c]], observations_.cell_choice[c]});
  }
  const double log_ratio = log_likelihood_ratio(votes, discrimination_[item], present, proposed) +
                           log_proposal_factor(present, proposed);
  if (std::log(std::uniform_real_distribution<double>()(random_)) < log_ratio)
    cuts_[item] = proposed;
}

// By bisection of the distribution function.
void Chain::draw_z(std::uint32_t item) {
  for (std::uint32_t c = observations_.item_begin[item]; c < observations_.item_begin[item + 1];
       ++c) {
    const double mean = discrimination_[item] * theta_[observations_.cell_point[c]];
    auto [low, high] = interval(observations_.cell_choice[c], cuts_[item]);
    const double from = low, all = between(low - mean, high - mean);
    const double part = all * std::uniform_real_distribution<double>()(random_);
    low = std::max(low, -50.0);
    high = std::min(high, 50.0);
    for (int step = 0; step < 60; ++step) {
      const double middle = (low + high) / 2;
      (between(from - mean, middle - mean) < part ? low : high) = middle;
    }
    z_[c] = std::clamp(low, -9.0, 9.0);
  }
}

void Chain::draw_discrimination(std::uint32_t item) {
  std::vector<double> theta, z;
  for (std::uint32_t c = observations_.item_begin[item]; c < observations_.item_begin[item + 1];
       ++c) {
    theta.push_back(theta_[observations_.cell_point[c]]);
    z.push_back(z_[c]);
  }
  const auto [mean, variance] = discrimination_conditional(theta, z);
  discrimination_[item] = mean + std::sqrt(variance) * std::normal_distribution<double>()(random_);
}

}  // namespace volteface::reference
