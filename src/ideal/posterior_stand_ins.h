// Normal stand-ins for what the votes on an item say of it, given the points.
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <span>
#include <vector>

#include "ideal/posterior_change.h"

namespace volteface {

// Where a period lies if its points are where they are: theta is about shift + stretch * theta of
// the centre. A probability does not change if its item goes along.
struct PeriodPlace {
  double shift = 0;
  double stretch = 1;

  Eigen::Vector3d moved(const Eigen::Vector3d& item) const {
    const double b = item[0] / stretch;
    return {b, item[1] + b * shift, item[2]};
  }
};

// Of one period, by least squares over its points, and of all.
PeriodPlace place_by_points(std::span<const std::uint32_t> points, const Centre& centre,
                            std::span<const double> theta);
std::vector<PeriodPlace> places_by_points(const PosteriorProblem& problem, const Centre& centre,
                                          std::span<const double> theta);

struct ItemStandIn {
  Eigen::Vector3d at;  // where it was taken
  Eigen::Vector3d gradient;
  Eigen::Matrix3d precision;

  // log of the stand-in, but for its constant.
  double operator()(const Eigen::Vector3d& item) const {
    const Eigen::Vector3d off = item - at;
    return off.dot(gradient - 0.5 * precision * off);
  }
  Eigen::Vector3d shift() const { return gradient + precision * at; }
};

// `theta` has one element more than there are points, 0.
ItemStandIn see_votes(const CellLayout& by_item, std::uint32_t item, const Eigen::Vector3d& at,
                      const float* theta);

// Items that follow the points of their periods. Given the points, an item is about normal; by how
// many standard deviations it is off its mean stays as it is while points, mean and deviations
// change. So a change of points is taken about as if the items were integrated out (a
// non-centred parametrisation: Papaspiliopoulos, Roberts and Sköld 2007, Statistical Science 22:1).
class ItemsFollow {
 public:
  // Keeps references; what is learned must stay as it is.
  ItemsFollow(const PosteriorProblem& problem, const Neighbourhood& neighbourhood,
              const Centre& centre, const PosteriorDraw& draw);

  // Adds to a change of points what becomes of all items of the periods in which it is; returns the
  // logarithm of the change of volume.
  double operator()(Change& change);

 private:
  struct Conditional {
    Eigen::Vector3d mean;
    Eigen::LLT<Eigen::Matrix3d> factor;  // of the precision
  };
  Conditional given_points(std::uint32_t item, const PeriodPlace& place, const float* theta) const;

  const PosteriorProblem& problem_;
  const Neighbourhood& neighbourhood_;
  const Centre& centre_;
  const PosteriorDraw& draw_;
  const Eigen::Matrix3d prior_, tie_;
  std::vector<std::uint8_t> touched_;  // periods
};

}  // namespace volteface
