#include "ideal/chain_summary.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace volteface {
namespace {

double mean_of(std::span<const float> x) {
  double sum = 0;
  for (float value : x) sum += static_cast<double>(value);
  return sum / static_cast<double>(x.size());
}

// Divided by n, as the estimate of autocorrelation wants it.
double autocovariance(std::span<const float> x, double mean, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = 0; i + lag < x.size(); ++i) {
    sum += (static_cast<double>(x[i]) - mean) * (static_cast<double>(x[i + lag]) - mean);
  }
  return sum / static_cast<double>(x.size());
}

// Between order statistics, as R's default (type 7).
double quantile(std::vector<float>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double low = static_cast<double>(sorted[below]), high = static_cast<double>(sorted[above]);
  return low + (at - static_cast<double>(below)) * (high - low);
}

// Halves of chains, of equal length; the middle draw of an odd number is left out.
std::vector<std::span<const float>> halves(std::span<const float> draws, std::size_t chains) {
  std::vector<std::span<const float>> out;
  const std::size_t length = draws.size() / chains, half = length / 2;
  for (std::size_t c = 0; c < chains; ++c) {
    out.push_back(draws.subspan(c * length, half));
    out.push_back(draws.subspan((c + 1) * length - half, half));
  }
  return out;
}

struct Sequences {
  std::vector<std::span<const float>> draws;
  std::vector<double> mean;
  double within = 0;   // mean variance of a sequence
  double overall = 0;  // variance, by both: equation 3
};

Sequences describe(std::span<const float> draws, std::size_t chains) {
  Sequences s{halves(draws, chains), {}, 0, 0};
  const auto m = static_cast<double>(s.draws.size()), n = static_cast<double>(s.draws[0].size());
  double grand = 0, between = 0;
  for (const auto& x : s.draws) {
    s.mean.push_back(mean_of(x));
    s.within += autocovariance(x, s.mean.back(), 0) * n / (n - 1) / m;
    grand += s.mean.back() / m;
  }
  for (double mean : s.mean) between += (mean - grand) * (mean - grand) / (m - 1);
  s.overall = s.within * (n - 1) / n + between;
  return s;
}

// Geyer's initial monotone sequence: sums of pairs of autocorrelations, as long as they are
// positive, and not let rise.
double effective_draws(const Sequences& s) {
  const std::size_t n = s.draws[0].size();
  const auto all = static_cast<double>(n * s.draws.size());
  const auto correlation = [&](std::size_t lag) {
    double mean = 0;
    for (std::size_t i = 0; i < s.draws.size(); ++i)
      mean += autocovariance(s.draws[i], s.mean[i], lag);
    mean /= static_cast<double>(s.draws.size());
    const double unbiased = mean * static_cast<double>(n) / static_cast<double>(n - 1);
    return 1 - (s.within - unbiased) / s.overall;
  };
  double sum = 1 + correlation(1), last = sum;
  for (std::size_t lag = 2; lag + 1 < n; lag += 2) {
    const double pair = correlation(lag) + correlation(lag + 1);
    if (pair <= 0) break;
    last = std::min(last, pair);
    sum += last;
  }
  // Antithetic draws can seem worth more than they are: equation 11's bound.
  const double time = std::max(2 * sum - 1, 1 / std::log10(all));
  return all / time;
}

}  // namespace

DrawSummary summarise_draws(std::span<const float> draws, std::size_t chains) {
  DrawSummary out;
  out.mean = mean_of(draws);
  const auto n = static_cast<double>(draws.size());
  out.sd = std::sqrt(autocovariance(draws, out.mean, 0) * n / (n - 1));
  std::vector<float> sorted(draws.begin(), draws.end());
  std::sort(sorted.begin(), sorted.end());
  out.q05 = quantile(sorted, 0.05);
  out.q95 = quantile(sorted, 0.95);
  const Sequences s = describe(draws, chains);
  out.effective = n;
  if (s.within > 0) {
    out.rhat = std::sqrt(s.overall / s.within);
    out.effective = effective_draws(s);
  }
  return out;
}

Convergence convergence_of(const std::vector<DrawSummary>& points, int draws) {
  std::vector<double> rhat, effective;
  for (const DrawSummary& p : points) {
    rhat.push_back(p.rhat);
    effective.push_back(p.effective);
  }
  std::sort(rhat.begin(), rhat.end());
  std::sort(effective.begin(), effective.end());
  const auto last = static_cast<double>(points.size() - 1);
  const auto at = [last](const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * last)];
  };
  return {draws,
          at(rhat, 0.5),
          at(rhat, 0.95),
          rhat.back(),
          at(effective, 0.5),
          at(effective, 0.05),
          effective.front()};
}

}  // namespace volteface
