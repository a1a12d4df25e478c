// The directions in which the likelihood does not change at all: each period shifts and stretches
// as a whole (session_moves.h).
//
// The points of period t are mu[t] + sigma[t] z, where mu is their mean, and sigma is one over the
// root mean square of the period's discriminations. With z, and with what is left of the items when
// (mu, sigma) is taken out, held fixed, all (mu, log sigma) move together by Hamiltonian Monte
// Carlo under what depends on them: walks, texts, pull, hold, and the volume, sigma to the power
// (points - items - 1) for (mu, log sigma) (a group move: Liu and Sabatti 2000, Biometrika 87:2).
// Walks are quadratic in (mu, sigma) and texts in (1 / sigma, mu / sigma), so that a few sums for
// each pair of periods suffice, and no vote is looked at. Without this, a chain crawls along
// these directions (docs/ideal.md).
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <vector>

#include "ideal/posterior_states.h"

namespace volteface {

// The density of (mu, log sigma) about one draw.
class PeriodDensity {
 public:
  PeriodDensity(const PosteriorProblem& problem, const PosteriorDraw& draw);

  // Where the draw is: mu of all periods, then log sigma.
  const Eigen::VectorXd& present() const { return present_; }

  // Log density but for a constant, and its gradient.
  double operator()(const Eigen::VectorXd& at, Eigen::VectorXd& gradient) const;

  // Minus the second derivatives at the present place, by differences of the gradient.
  Eigen::MatrixXd curvature() const;

  // Moves points and items.
  void move(const Eigen::VectorXd& to, PosteriorDraw& draw) const;

 private:
  // A quadratic form in (x[t], y[t], x[u], y[u], 1), its upper triangle.
  struct Form {
    std::uint32_t t = 0, u = 0;
    Eigen::Matrix<double, 5, 5> weights = Eigen::Matrix<double, 5, 5>::Zero();
  };
  using Forms = std::vector<Form>;

  Form& form_of(Forms& forms, std::vector<std::uint32_t>& index, std::uint32_t t, std::uint32_t u);
  void sum_points(const PosteriorDraw& draw);
  void sum_items(const PosteriorDraw& draw);
  double hold(const Eigen::VectorXd& at, Eigen::VectorXd& gradient) const;

  const PosteriorProblem& problem_;
  std::uint32_t periods_;
  Eigen::VectorXd present_;
  Forms walks_, texts_;
  std::vector<std::uint32_t> walk_form_, text_form_;
  Eigen::VectorXd points_, squares_;  // of a period: how many, and sum of (theta - mu)^2
  Eigen::VectorXd volume_;            // power of sigma
};

// How the moves are made; learned while a chain warms up, fixed after.
class PeriodMoves {
 public:
  // Adds what the density about a draw looks like.
  void learn(const PosteriorProblem& problem, const PosteriorDraw& draw);

  // Makes the step longer or shorter, to where about four in five moves are taken.
  void adapt(double accepted);

  // One move; returns the probability with which it was taken.
  double move(const PosteriorProblem& problem, const ChainPlace& place, std::uint32_t number,
              PosteriorDraw& draw) const;

 private:
  Eigen::MatrixXd curvature_;  // sum over what was learned
  double learned_ = 0;
  Eigen::MatrixXd root_;  // lower triangular; curvature = root root'
  double step_ = 0.3;
};

}  // namespace volteface
