#include "agreement/reference.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace volteface::reference {

const Cells same_choice = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
const Cells half_abstain = {{{1, 0.5, 0}, {0.5, 1, 0.5}, {0, 0.5, 1}}};

namespace {

constexpr double quantile = 1.959963984540054;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double total(const Cells& counts) {
  double n = 0;
  for (const auto& row : counts) {
    for (const double count : row) n += count;
  }
  return n;
}

Cells shares(const Cells& counts) {
  const double n = total(counts);
  Cells p = counts;
  for (auto& row : p) {
    for (double& share : row) share /= n;
  }
  return p;
}

std::array<double, 3> row_shares(const Cells& p) {
  std::array<double, 3> sums{};
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) sums[i] += p[i][j];
  }
  return sums;
}

std::array<double, 3> column_shares(const Cells& p) {
  std::array<double, 3> sums{};
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) sums[j] += p[i][j];
  }
  return sums;
}

Cells with_added(const ChoiceTable& table, double added) {
  Cells cells;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) cells[i][j] = table.cells[3 * i + j] + added;
  }
  return cells;
}

Measure interval(double value, double lo, double hi, double least) {
  return {value, std::min(value, std::max(lo, least)), std::max(value, std::min(hi, 1.0))};
}

Measure chance_corrected(const ChoiceTable& table, const Cells& weights, bool pooled) {
  const double value = kappa(with_added(table, 0), weights, pooled);
  if (std::isnan(value)) return {nan, nan, nan};
  const Cells smoothed = with_added(table, 2.0 / 9);
  const double centre = kappa(smoothed, weights, pooled);
  const double error = pooled ? numerical_standard_error(smoothed, weights, true)
                              : kappa_standard_error(smoothed, weights);
  return interval(value, centre - quantile * error, centre + quantile * error, -1);
}

// Same less opposite, as the mean of scores 1, 0 and -1 of n + 2 observations.
Measure s_measure(double n, double same, double opposite) {
  const double more = n + 2;
  const double plus = (same + 0.5) / more;
  const double minus = (opposite + 0.5) / more;
  const double mean = plus - minus;
  const double variance = plus * (1 - mean) * (1 - mean) + minus * (-1 - mean) * (-1 - mean) +
                          (1 - plus - minus) * mean * mean;
  const double half = quantile * std::sqrt(variance / more);
  return interval((same - opposite) / n, mean - half, mean + half, -1);
}

// Wilson's limits are the shares whose own standard error puts them `quantile` away; found by
// halving.
double wilson_limit(double n, double share, double from, double to) {
  for (int step = 0; step < 200; ++step) {
    const double middle = (from + to) / 2;
    const bool far = std::abs(share - middle) > quantile * std::sqrt(middle * (1 - middle) / n);
    (far ? to : from) = middle;
  }
  return from;
}

Measure coincidence(double n, double same) {
  if (n == 0) return {nan, nan, nan};
  const double share = same / n;
  return interval(share, wilson_limit(n, share, share, 0), wilson_limit(n, share, share, 1), 0);
}

}  // namespace

ChoiceTable table(const Record& record, StateIndex a, StateIndex b,
                  std::span<const RollCallIndex> roll_calls) {
  ChoiceTable result;
  for (const RollCallIndex r : roll_calls) {
    const Choice choice_a = record.votes.at(a, r);
    const Choice choice_b = record.votes.at(b, r);
    if (is_cast(choice_a) && is_cast(choice_b)) ++result.at(choice_a, choice_b);
  }
  return result;
}

double kappa(const Cells& counts, const Cells& weights, bool pooled) {
  const Cells p = shares(counts);
  std::array<double, 3> a = row_shares(p);
  std::array<double, 3> b = column_shares(p);
  if (pooled) {
    for (int i = 0; i < 3; ++i) a[i] = b[i] = (a[i] + b[i]) / 2;
  }
  double observed = 0;
  double expected = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      observed += weights[i][j] * p[i][j];
      expected += weights[i][j] * a[i] * b[j];
    }
  }
  return 1 - expected < 1e-12 ? nan : (observed - expected) / (1 - expected);
}

double kappa_standard_error(const Cells& counts, const Cells& weights) {
  const Cells p = shares(counts);
  const std::array<double, 3> a = row_shares(p);
  const std::array<double, 3> b = column_shares(p);
  double observed = 0;
  double expected = 0;
  std::array<double, 3> row_mean{};
  std::array<double, 3> column_mean{};
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      observed += weights[i][j] * p[i][j];
      expected += weights[i][j] * a[i] * b[j];
      row_mean[i] += weights[i][j] * b[j];
      column_mean[j] += weights[i][j] * a[i];
    }
  }
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      const double term =
          weights[i][j] * (1 - expected) - (row_mean[i] + column_mean[j]) * (1 - observed);
      sum += p[i][j] * term * term;
    }
  }
  const double last = observed * expected - 2 * expected + observed;
  const double chance_left = (1 - expected) * (1 - expected);
  return std::sqrt(std::max(0.0, sum - last * last) / total(counts)) / chance_left;
}

double numerical_standard_error(const Cells& counts, const Cells& weights, bool pooled) {
  constexpr double step = 1e-6;
  const Cells p = shares(counts);
  const auto kappa_with = [&](int i, int j, double change) {
    Cells changed = p;
    changed[i][j] += change;
    return kappa(changed, weights, pooled);
  };
  Cells slope;
  double mean = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      const double near = kappa_with(i, j, step) - kappa_with(i, j, -step);
      const double far = kappa_with(i, j, 2 * step) - kappa_with(i, j, -2 * step);
      slope[i][j] = (8 * near - far) / (12 * step);
      mean += p[i][j] * slope[i][j];
    }
  }
  double variance = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) variance += p[i][j] * (slope[i][j] - mean) * (slope[i][j] - mean);
  }
  return std::sqrt(variance / total(counts));
}

Agreement measures(const ChoiceTable& table) {
  const double n = table.n();
  const Measure undefined{nan, nan, nan};
  if (n == 0) return {undefined, undefined, undefined, undefined, undefined, undefined, 0};
  const auto count = [&](Choice a, Choice b) { return static_cast<double>(table.at(a, b)); };
  const double decided = count(Choice::yes, Choice::yes) + count(Choice::no, Choice::no);
  const double same = decided + count(Choice::abstain, Choice::abstain);
  const double opposite = count(Choice::yes, Choice::no) + count(Choice::no, Choice::yes);

  Agreement result;
  result.s = s_measure(n, same, opposite);
  // Half of what is neither same nor opposite counts.
  result.agreement = {(same + (n - same - opposite) / 2) / n, (1 + result.s.lo) / 2,
                      (1 + result.s.hi) / 2};
  result.coincidence = coincidence(decided + opposite, decided);
  result.kappa = chance_corrected(table, same_choice, false);
  result.weighted_kappa = chance_corrected(table, half_abstain, false);
  result.pi = chance_corrected(table, same_choice, true);
  result.coincidence_n = static_cast<std::uint32_t>(decided + opposite);
  return result;
}

}  // namespace volteface::reference
