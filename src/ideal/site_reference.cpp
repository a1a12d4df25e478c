#include "ideal/site_reference.h"

#include <cmath>

#include "ideal/published_reference.h"

namespace volteface::reference {
namespace {

// log P(choice) where the cuts, less discrimination * theta, are normal about `yes` and `no` with
// this variance.
double log_probability(Choice choice, double yes, double no, double variance) {
  const double scale = 1 / std::sqrt(1 + variance);
  if (choice == Choice::yes) return log_normal_probability(yes * scale);
  if (choice == Choice::no) return log_normal_probability(-no * scale);
  return std::log(choice_probability(Choice::abstain, 0, {yes * scale, no * scale}));
}

}  // namespace

Site site_of(const ItemPosterior& item, const SiteCell& cell) {
  const double b = item.mean[0], gap = std::exp(item.mean[2]);
  Site out;
  out.of_point = cell.variance * (b * b + item.covariance(0, 0));
  // eta in the item's parameters: (-theta, 1, 0), and for cut_no (-theta, 1, gap).
  const double in_gap = cell.choice == Choice::no ? gap : 0;
  const Eigen::Vector3d direction{-cell.theta, 1, in_gap};
  out.of_item = direction.dot(item.covariance * direction);
  const double variance = out.of_point + out.of_item;
  const double yes = item.mean[1] - b * cell.theta - variance * cell.pull;
  const double no = yes + gap;

  constexpr double h = 1e-4;
  const auto f = [&](double dy, double dn) {
    return log_probability(cell.choice, yes + dy, no + dn, variance);
  };
  SiteSlopes& s = out.slopes;
  s.yes = (f(h, 0) - f(-h, 0)) / (2 * h);
  s.no = (f(0, h) - f(0, -h)) / (2 * h);
  s.yes_yes = -(f(h, 0) - 2 * f(0, 0) + f(-h, 0)) / (h * h);
  s.no_no = -(f(0, h) - 2 * f(0, 0) + f(0, -h)) / (h * h);
  s.cross = -(f(h, h) - f(h, -h) - f(-h, h) + f(-h, -h)) / (4 * h * h);
  return out;
}

}  // namespace volteface::reference
