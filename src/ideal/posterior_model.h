// What the sampler works on, and what it draws.
//
// The model is that of the default fit (ideal_state.h, docs/ideal.md), with proper priors on all
// that is learned, and with the two things that hold the scale written as observations:
//
//   pull      0 was observed of each point, with precision Hyperparameters::pull_to_centre;
//   the hold  0 was observed of the mean of all points, and of the logarithm of their standard
//             deviation, each with standard deviation `hold_sd`.
//
// Observations rather than priors, since a prior would need its normalising constant, which depends
// on the learned weights. What was observed is kept in the problem, so that simulation-based
// calibration can draw it.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstdint>
#include <vector>

#include "ideal/cell_layout.h"
#include "ideal/counted_random.h"
#include "ideal/ideal_state.h"
#include "ideal/item_chains.h"
#include "ideal/posterior_kernels.h"
#include "ideal/session_moves.h"
#include "ideal/walks.h"

namespace volteface {

constexpr std::size_t step_scales = Hyperparameters::step_sd.size();

// Priors of what is learned. Weak: each is worth a few states, steps, texts or changes of a text.
struct PosteriorPriors {
  // Weights of steps: Dirichlet with Hyperparameters{}.step_weight times this.
  static constexpr double steps = 20;
  // First points: variance ~ inverse gamma (states / 2, states / 2), mean ~ N(0, variance /
  // states).
  static constexpr double states = 3;
  // Items: covariance ~ inverse Wishart (items + 4, items * diag(4, 4, 1)), whose mean is that
  // diagonal; mean ~ N((0, 1, 0), covariance).
  static constexpr double items = 5;
  static Eigen::Vector3d item_variance() { return {4, 4, 1}; }
  static Eigen::Vector3d item_mean() { return {0, 1, 0}; }
  // Changes of a text: covariance ~ inverse Wishart (pairs + 4, pairs * 0.1 * identity).
  static constexpr double pairs = 10;
  static Eigen::Vector3d drift_variance() { return {0.1, 0.1, 0.1}; }
};

constexpr double hold_sd = 0.15;

struct PosteriorProblem {
  CellLayout by_item;
  CellLayout by_point;  // points in the place of items
  Walks walks;
  ItemChains chains;
  PeriodsOf periods;

  // What the pull and the hold observed.
  std::vector<double> pulled_to;  // one a point
  double held_mean = 0;
  double held_log_sd = 0;

  std::size_t points() const { return walks.gap.size(); }
  std::size_t states() const { return walks.begin.size() - 1; }
};

// About where the posterior lies: blocks are proposed from normal stand-ins made there.
struct Centre {
  std::vector<double> theta;
  std::vector<double> theta_sd;  // how far the points lie apart about there
  std::vector<Eigen::Vector3d> items;
  std::vector<double> item_precision;  // of the discrimination: how much an item says of its period

  // How many short steps follow a draw.
  std::vector<std::uint8_t> item_steps;
  std::vector<std::uint8_t> state_steps;
};

PosteriorProblem pose_problem(const Observations& observations,
                              std::span<const std::uint32_t> text_of_item, PeriodsOf periods);

// What is learned.
struct SampledHyperparameters {
  std::array<double, step_scales> step_weight = Hyperparameters{}.step_weight;
  double first_mean = 0;
  double first_variance = 1;
  Eigen::Vector3d item_mean{0, 1, 0};
  Eigen::Matrix3d item_covariance = Eigen::Matrix3d::Identity();
  Eigen::Matrix3d drift = 0.1 * Eigen::Matrix3d::Identity();
};

// One draw of everything.
struct PosteriorDraw {
  std::vector<double> theta;
  std::vector<std::uint8_t> scale;     // of the step to each point, index into step_sd
  std::vector<Eigen::Vector3d> items;  // discrimination, cut_yes, log gap
  SampledHyperparameters hyper;
};

inline double step_variance(const PosteriorProblem& problem, std::size_t point,
                            std::uint8_t scale) {
  const double sd = Hyperparameters::step_sd[scale];
  return problem.walks.gap[point] * sd * sd;
}

// A standard normal deviate in place of another, to the other side of the mean more often than not.
// Items and states hold each other, and draws that overshoot get along the directions in which they
// do like successive overrelaxation in place of Gauss and Seidel's steps (Adler 1981, Physical
// Review D 23:12).
inline double overshoot(double present, CountedRandom& random) {
  constexpr double share = 0.6;
  return std::sqrt(1 - share * share) * random.normal() - share * present;
}

// Single precision copies, as the kernels read them.
ItemValues values_of(const Eigen::Vector3d& item);
ItemColumns columns_of(std::span<const Eigen::Vector3d> items);
AlignedVector<float> floats_of(std::span<const double> theta);  // and a 0 behind

}  // namespace volteface
