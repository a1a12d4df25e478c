// The six measures of a table, and their intervals. Formulas and sources: volteface/agreement.h.
#include <algorithm>
#include <cmath>
#include <limits>

#include "agreement/share_interval.h"
#include "volteface/agreement.h"

namespace volteface {
namespace {

constexpr double quantile = 1.959963984540054;  // of the standard normal, at 0.975
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Measure undefined_measure{undefined, undefined, undefined};

// A value and an interval around another centre: cut to the range, and widened to contain the
// value.
Measure within(double value, double centre, double half_width, double least) {
  const double lo = std::max(centre - half_width, least);
  const double hi = std::min(centre + half_width, 1.0);
  return {value, std::min(lo, value), std::max(hi, value)};
}

// Agresti and Min (2005), "Wald + 2", for the share of `same` less the share of `opposite`.
Measure s_measure(double n, double same, double opposite, double z) {
  const double difference = same - opposite;
  const double m = n + 2;
  const double variance = (same + opposite + 1 - difference * difference / m) / (m * m);
  return within(difference / n, difference / m, z * std::sqrt(variance), -1);
}

Measure agreement_of(const Measure& s) {
  return {(1 + s.value) / 2, (1 + s.lo) / 2, (1 + s.hi) / 2};
}

// How much a choice of i against one of j is a disagreement. The unweighted and the linear one.
constexpr double any_difference[3][3] = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
constexpr double distance[3][3] = {{0, 1, 2}, {1, 0, 1}, {2, 1, 0}};

struct Margins {
  double a[3];
  double b[3];
};

struct CentreAndError {
  double centre;
  double error;
};

// The chance-corrected measure 1 - observed / expected of a table of positive cells, and its
// standard error by the delta method: with D = sum v_ij p_ij and E = sum v_ij a_i b_j, the
// derivative of D / E by p_ij is (v_ij - (D / E) (x_i + y_j)) / E, where x_i = sum_j v_ij b_j and
// y_j = sum_i v_ij a_i. This is the formula of Fleiss, Cohen and Everitt (1969); with a = b = the
// pooled margins it is that for Scott's pi. The mean of the derivative is -D / E, since D and E are
// of degree 1 and 2.
CentreAndError delta_method(const double (&cells)[9], double n, const double (&v)[3][3],
                            const Margins& margins) {
  double x[3], y[3];
  for (int i = 0; i < 3; ++i) {
    x[i] = v[i][0] * margins.b[0] + v[i][1] * margins.b[1] + v[i][2] * margins.b[2];
    y[i] = v[i][0] * margins.a[0] + v[i][1] * margins.a[1] + v[i][2] * margins.a[2];
  }
  double observed = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) observed += v[i][j] * cells[3 * i + j];
  }
  observed /= n;
  const double expected =
      (margins.a[0] * x[0] + margins.a[1] * x[1] + margins.a[2] * x[2]) / (n * n);
  const double ratio = observed / expected;
  const double by_margin = ratio / n;
  double squares = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      const double derivative = v[i][j] - by_margin * (x[i] + y[j]);
      squares += cells[3 * i + j] * derivative * derivative;
    }
  }
  const double variance = (squares / (n * expected * expected) - ratio * ratio) / n;
  return {1 - ratio, std::sqrt(std::max(variance, 0.0))};
}

// A chance-corrected measure as 1 - observed / expected from whole numbers, so that it is exactly 0
// or 1 or undefined where it should be.
Measure corrected(std::int64_t observed, std::int64_t expected, const CentreAndError& smoothed) {
  if (expected == 0) return undefined_measure;
  const double value = 1 - static_cast<double>(observed) / static_cast<double>(expected);
  return within(value, smoothed.centre, quantile * smoothed.error, -1);
}

// Kappa, weighted kappa and pi. Each is (sum v n_ij) n / (sum v a_i b_j), with whole numbers
// throughout.
void chance_corrected(const ChoiceTable& table, Agreement& result) {
  constexpr double added = 2.0 / 9;
  std::int64_t a[3], b[3];
  double cells[9];
  Margins margins{}, pooled{};
  for (int i = 0; i < 3; ++i) {
    a[i] = std::int64_t{table.cells[3 * i]} + table.cells[3 * i + 1] + table.cells[3 * i + 2];
    b[i] = std::int64_t{table.cells[i]} + table.cells[i + 3] + table.cells[i + 6];
    margins.a[i] = static_cast<double>(a[i]) + 3 * added;
    margins.b[i] = static_cast<double>(b[i]) + 3 * added;
    pooled.a[i] = pooled.b[i] = (margins.a[i] + margins.b[i]) / 2;
  }
  for (int k = 0; k < 9; ++k) cells[k] = table.cells[k] + added;

  const std::int64_t n = a[0] + a[1] + a[2];
  const std::int64_t opposite = std::int64_t{table.cells[2]} + table.cells[6];
  const std::int64_t different =
      n - (std::int64_t{table.cells[0]} + table.cells[4] + table.cells[8]);
  const std::int64_t by_chance = n * n - (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  const std::int64_t by_pooled_chance =
      4 * n * n - ((a[0] + b[0]) * (a[0] + b[0]) + (a[1] + b[1]) * (a[1] + b[1]) +
                   (a[2] + b[2]) * (a[2] + b[2]));

  const double m = static_cast<double>(n) + 9 * added;
  result.kappa =
      corrected(different * n, by_chance, delta_method(cells, m, any_difference, margins));
  // Yes against no is twice the distance, so it counts once more, observed and expected alike.
  result.weighted_kappa =
      corrected((different + opposite) * n, by_chance + a[0] * b[2] + a[2] * b[0],
                delta_method(cells, m, distance, margins));
  result.pi = corrected(4 * different * n, by_pooled_chance,
                        delta_method(cells, m, any_difference, pooled));
}

}  // namespace

std::uint32_t ChoiceTable::n() const {
  std::uint32_t sum = 0;
  for (const std::uint32_t count : cells) sum += count;
  return sum;
}

ChoiceTable& ChoiceTable::operator+=(const ChoiceTable& other) {
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] += other.cells[i];
  return *this;
}

// Wilson's own formula for the limits.
Measure share_interval(double same, double n) {
  if (n == 0) return undefined_measure;
  const double z2 = quantile * quantile;
  const double half = quantile * std::sqrt(same * (n - same) / n + z2 / 4);
  return within(same / n, (same + z2 / 2) / (n + z2), half / (n + z2), 0);
}

Agreement measure_agreement(const ChoiceTable& table) {
  Agreement result;
  const std::uint32_t n = table.n();
  if (n == 0) {
    result.agreement = result.coincidence = result.s = undefined_measure;
    result.kappa = result.weighted_kappa = result.pi = undefined_measure;
    return result;
  }
  const std::uint32_t both_yes_or_no = table.cells[0] + table.cells[8];
  const std::uint32_t opposite = table.cells[2] + table.cells[6];
  result.coincidence_n = both_yes_or_no + opposite;
  result.s = s_measure(n, both_yes_or_no + table.cells[4], opposite, quantile);
  result.agreement = agreement_of(result.s);
  result.coincidence = share_interval(both_yes_or_no, result.coincidence_n);
  chance_corrected(table, result);
  return result;
}

Measure agreement_at_level(const ChoiceTable& table, double z) {
  const std::uint32_t n = table.n();
  if (n == 0) return undefined_measure;
  const std::uint32_t same = table.cells[0] + table.cells[4] + table.cells[8];
  return agreement_of(s_measure(n, same, table.cells[2] + table.cells[6], z));
}

}  // namespace volteface
