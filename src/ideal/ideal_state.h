// What the default fit knows at any time: approximate posteriors of points and items, and the
// hyperparameters that were learned so far.
//
// An item has three parameters, always in this order: discrimination, cut_yes, and log_gap, the
// logarithm of cut_no - cut_yes. Each roll call is an item of its own here; roll calls on one text
// are tied by a walk of the three (item_chains.h), so that a text may change its meaning a little.
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <vector>

#include "ideal/cell_layout.h"

namespace volteface {

// A normal distribution of an item's parameters.
struct ItemPosterior {
  Eigen::Vector3d mean = Eigen::Vector3d::Zero();
  Eigen::Matrix3d covariance = Eigen::Matrix3d::Identity();
};

// What the votes on an item say of it, as a normal density without its constant:
// exp(shift' x - x' precision x / 2).
struct ItemEvidence {
  Eigen::Vector3d shift = Eigen::Vector3d::Zero();
  Eigen::Matrix3d precision = Eigen::Matrix3d::Zero();
};

// The same for points, an array each.
struct PointEvidence {
  std::vector<double> shift;
  std::vector<double> precision;
};

// The approximation of one step of a state's walk, from the point before to this one:
// exp(shift * step - precision * step^2 / 2). Unused for a state's first point.
struct StepSite {
  double shift = 0;
  double precision = 0;
};

struct Hyperparameters {
  // Standard deviations of a step of one period. Fixed, since only their weights need learning to
  // come near any mixture of scales (Stephens 2017, Biostatistics 18:2, section 2.2).
  static constexpr std::array<double, 7> step_sd = {0.03, 0.06, 0.12, 0.25, 0.5, 1.0, 2.0};
  std::array<double, 7> step_weight = {0.3, 0.25, 0.2, 0.12, 0.08, 0.03, 0.02};

  // Of a state's first point.
  double first_mean = 0;
  double first_variance = 1;

  // Each point is also drawn to 0 with this precision. Without it blocs that vote as one drift to
  // the ends, since a probit never has enough of them; see docs/ideal.md for what it changes.
  static constexpr double pull_to_centre = 0.2;

  // Of an item, and of its change to the next roll call on the same text.
  ItemPosterior item{{0.5, 1.0, 0.0}, Eigen::Matrix3d::Identity()};
  Eigen::Matrix3d drift = 0.1 * Eigen::Matrix3d::Identity();
};

struct IdealState {
  std::vector<double> theta;     // posterior means of the points
  std::vector<double> variance;  // and variances
  std::vector<StepSite> steps;   // one a point
  std::vector<ItemPosterior> items;
  Hyperparameters hyper;
};

}  // namespace volteface
