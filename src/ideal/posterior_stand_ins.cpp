#include "ideal/posterior_stand_ins.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>

namespace volteface {

using Eigen::Matrix3d;
using Eigen::Vector3d;

namespace {

// Regression of where points are on where they are at the centre.
class PlaceSums {
 public:
  void add(double x, double y) { n_ += 1, x_ += x, y_ += y, xx_ += x * x, xy_ += x * y; }
  PeriodPlace place() const {
    // One pseudo-observation that a period lies where it lay.
    const double xx = xx_ - x_ * x_ / n_ + 0.1, xy = xy_ - x_ * y_ / n_ + 0.1;
    const double stretch = std::clamp(xy / xx, 0.5, 2.0);
    return {y_ / n_ - stretch * x_ / n_, stretch};
  }

 private:
  double n_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
};

}  // namespace

PeriodPlace place_by_points(std::span<const std::uint32_t> points, const Centre& centre,
                            std::span<const double> theta) {
  PlaceSums sums;
  for (const std::uint32_t p : points) sums.add(centre.theta[p], theta[p]);
  return sums.place();
}

std::vector<PeriodPlace> places_by_points(const PosteriorProblem& problem, const Centre& centre,
                                          std::span<const double> theta) {
  std::vector<PlaceSums> sums(problem.periods.periods);
  for (std::size_t p = 0; p < theta.size(); ++p)
    sums[problem.periods.point[p]].add(centre.theta[p], theta[p]);
  std::vector<PeriodPlace> out;
  for (const PlaceSums& s : sums) out.push_back(s.place());
  return out;
}

ItemStandIn see_votes(const CellLayout& by_item, std::uint32_t item, const Vector3d& at,
                      const float* theta) {
  ItemPosterior about;
  about.mean = at;
  const ItemSums sums = item_slopes(by_item, item, values_of(at), theta);
  const ItemEvidence seen = evidence_of(sums, about);
  return {at, seen.shift - seen.precision * at, seen.precision};
}

ItemsFollow::ItemsFollow(const PosteriorProblem& problem, const Neighbourhood& neighbourhood,
                         const Centre& centre, const PosteriorDraw& draw)
    : problem_(problem),
      neighbourhood_(neighbourhood),
      centre_(centre),
      draw_(draw),
      prior_(draw.hyper.item_covariance.inverse()),
      tie_(draw.hyper.drift.inverse()) {}

// Its neighbours in the text are where they are if they stay there, and otherwise at the centre, so
// that nothing depends on which moves first.
ItemsFollow::Conditional ItemsFollow::given_points(std::uint32_t item, const PeriodPlace& place,
                                                   const float* theta) const {
  const ItemStandIn seen =
      see_votes(problem_.by_item, item, place.moved(centre_.items[item]), theta);
  Matrix3d precision = seen.precision;
  Vector3d shift = seen.shift();
  const auto tie = [&](std::uint32_t other) {
    const bool moves = touched_[problem_.periods.item[other]] != 0;
    precision += tie_;
    shift += tie_ * (moves ? centre_.items[other] : draw_.items[other]);
  };
  const std::uint32_t before = neighbourhood_.item_before[item];
  const std::uint32_t behind = neighbourhood_.item_behind[item];
  if (before == Neighbourhood::none) {
    precision += prior_;
    shift += prior_ * draw_.hyper.item_mean;
  } else {
    tie(before);
  }
  if (behind != Neighbourhood::none) tie(behind);
  const Eigen::LLT<Matrix3d> factor(precision);
  return {factor.solve(shift), factor};
}

double ItemsFollow::operator()(Change& change) {
  touched_.assign(problem_.periods.periods, 0);
  std::vector<double> theta_to = draw_.theta;
  for (std::size_t k = 0; k < change.points.size(); ++k) {
    touched_[problem_.periods.point[change.points[k]]] = 1;
    theta_to[change.points[k]] = change.theta[k];
  }
  const AlignedVector<float> from = floats_of(draw_.theta), to = floats_of(theta_to);
  std::vector<std::array<PeriodPlace, 2>> places;  // of each item, before and after
  for (std::size_t t = 0; t < touched_.size(); ++t) {
    if (!touched_[t]) continue;
    const auto& points = neighbourhood_.points_of_period[t];
    const auto& items = neighbourhood_.items_of_period[t];
    change.items.insert(change.items.end(), items.begin(), items.end());
    places.resize(change.items.size(), {place_by_points(points, centre_, draw_.theta),
                                        place_by_points(points, centre_, theta_to)});
  }
  change.values.resize(change.items.size());
  std::vector<double> volume(change.items.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, volume.size(), 32), [&](const auto& piece) {
    for (std::size_t k = piece.begin(); k != piece.end(); ++k) {
      const std::uint32_t v = change.items[k];
      const Conditional before = given_points(v, places[k][0], from.data());
      const Conditional after = given_points(v, places[k][1], to.data());
      const Vector3d noise = before.factor.matrixU() * (draw_.items[v] - before.mean);
      change.values[k] = after.mean + after.factor.matrixU().solve(noise);
      volume[k] = std::log(before.factor.matrixLLT().diagonal().prod() /
                           after.factor.matrixLLT().diagonal().prod());
    }
  });
  double sum = 0;
  for (double x : volume) sum += x;
  return sum;
}

}  // namespace volteface
