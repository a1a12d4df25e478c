#include "ideal/posterior_reference.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace volteface::reference {
namespace {

// log Phi(x): by the asymptotic series (Abramowitz and Stegun 1964, 26.2.12) where erfc underflows
// to little.
long double log_below(long double x) {
  if (x > -25) return std::log(std::erfc(-x / std::numbers::sqrt2_v<long double>) / 2);
  const long double s = 1 / (x * x);
  const long double series = 1 - s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s * (1 - 9 * s))));
  return -x * x / 2 - std::log(-x * std::sqrt(2 * std::numbers::pi_v<long double>)) +
         std::log(series);
}

}  // namespace

long double log_vote(Choice choice, const Eigen::Vector3d& item, double theta) {
  const long double yes = static_cast<long double>(item[1]) -
                          static_cast<long double>(item[0]) * static_cast<long double>(theta);
  const long double gap = std::exp(static_cast<long double>(item[2]));
  if (choice == Choice::yes) return log_below(yes);
  if (choice == Choice::no) return log_below(-(yes + gap));
  // Turned around so that most of the interval lies below 0.
  long double low = yes, high = yes + gap;
  if (low + high > 0) low = std::exchange(high, -low), low = -low;
  const long double outer = log_below(low), inner = log_below(high);
  return inner + std::log1p(-std::exp(outer - inner));
}

long double log_votes_of_item(const Observations& observations, std::uint32_t item,
                              const Eigen::Vector3d& at, std::span<const double> theta) {
  long double sum = 0;
  for (std::size_t c = observations.item_begin[item]; c < observations.item_begin[item + 1]; ++c)
    sum += log_vote(observations.cell_choice[c], at, theta[observations.cell_point[c]]);
  return sum;
}

long double log_votes_of_point(const Observations& observations, std::uint32_t point, double theta,
                               std::span<const Eigen::Vector3d> items) {
  long double sum = 0;
  for (std::size_t c = observations.point_begin[point]; c < observations.point_begin[point + 1];
       ++c) {
    sum += log_vote(observations.point_choice[c], items[observations.point_item[c]], theta);
  }
  return sum;
}

}  // namespace volteface::reference
