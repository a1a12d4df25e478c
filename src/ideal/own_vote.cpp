#include "ideal/own_vote.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "ideal/normal.h"

namespace volteface {
namespace {

using Eigen::Matrix2d;
using Eigen::Matrix3d;
using Eigen::Vector2d;
using Eigen::Vector3d;

constexpr int steps = 20;
constexpr double damping = 0.5;
constexpr double least_rest = 0.25;  // as in the sweeps (site-inl.h)

double density(double x) { return std::exp(-0.5 * x * x) / std::sqrt(2 * M_PI); }

// Gradient and curvature of the log probability in the two cuts.
struct Slopes {
  Vector2d gradient = Vector2d::Zero();
  Matrix2d curvature = Matrix2d::Zero();
};

Slopes slopes_of(Choice choice, double yes, double no, double variance) {
  const double scale = 1 / std::sqrt(1 + variance);
  const double low = yes * scale, high = no * scale;
  Slopes out;
  if (choice != Choice::abstain) {
    const bool is_yes = choice == Choice::yes;
    const double t = is_yes ? low : -high;
    // phi / Phi, which nears -t in the far tail.
    const double ratio = t < -30 ? -t : density(t) / normal_probability(t);
    out.gradient[is_yes ? 0 : 1] = (is_yes ? 1 : -1) * ratio * scale;
    out.curvature(is_yes ? 0 : 1, is_yes ? 0 : 1) = ratio * (ratio + t) * scale * scale;
    return out;
  }
  const double inside = std::max(normal_probability(high) - normal_probability(low), 1e-12);
  const double at_low = density(low) / inside, at_high = density(high) / inside;
  out.gradient = Vector2d{-at_low, at_high} * scale;
  out.curvature << at_low * (at_low - low), -at_low * at_high, -at_low * at_high,
      at_high * (at_high + high);
  out.curvature *= scale * scale;
  return out;
}

Matrix3d covariance_of(const ItemUncertainty& u) {
  Matrix3d out;
  out << u.discrimination, u.discrimination_cut_yes, u.discrimination_cut_no,  //
      u.discrimination_cut_yes, u.cut_yes, u.cut_yes_cut_no,                   //
      u.discrimination_cut_no, u.cut_yes_cut_no, u.cut_no;
  // Cuts that move as one make it singular.
  out.diagonal().array() += 1e-6;
  return out;
}

ItemUncertainty uncertainty_of(const Matrix3d& c) {
  return {c(0, 0), c(1, 1), c(2, 2), c(0, 1), c(0, 2), c(1, 2)};
}

}  // namespace

KnownItem without_vote(const Item& item, const ItemUncertainty& uncertainty, Choice choice,
                       double theta, double variance) {
  const Vector3d mean{item.discrimination, item.cut_yes, item.cut_no};
  const Matrix3d covariance = covariance_of(uncertainty), precision = covariance.inverse();
  Eigen::Matrix<double, 3, 2> direction;
  direction << -theta, -theta, 1, 0, 0, 1;
  Vector3d rest = mean;
  Matrix3d rest_covariance = covariance;
  for (int k = 0; k < steps; ++k) {
    const int cut = choice == Choice::no ? 1 : 0;
    const double of_item = direction.col(cut).dot(rest_covariance * direction.col(cut));
    const double of_point = variance * (rest[0] * rest[0] + rest_covariance(0, 0));
    const Vector2d eta = direction.transpose() * rest;
    const Slopes slopes = slopes_of(choice, eta[0], eta[1], of_item + of_point);
    const double curvature = slopes.curvature.sum();
    const double inflation = 1 / std::max(1 - of_item * curvature, least_rest);
    const Matrix3d without =
        precision - inflation * direction * slopes.curvature * direction.transpose();
    const Eigen::LLT<Matrix3d> factor(without);
    // A vote never says more of an item than is known of it in all.
    if (factor.info() == Eigen::Success) {
      const Matrix3d wider = factor.solve(Matrix3d::Identity());
      rest_covariance += damping * (wider - rest_covariance);
    }
    rest += damping * (mean - rest_covariance * direction * slopes.gradient - rest);
    if (!rest.allFinite()) return {item, uncertainty};
  }
  return {{rest[0], rest[1], std::max(rest[1], rest[2])}, uncertainty_of(rest_covariance)};
}

}  // namespace volteface
