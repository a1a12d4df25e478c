#include "ideal/own_vote.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "ideal/normal.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr int steps = 20;
constexpr double damping = 0.5;
constexpr double least_rest = 0.25;  // as in the sweeps (site-inl.h)

double density(double x) { return std::exp(-0.5 * x * x) / std::sqrt(2 * M_PI); }

// Gradient and curvature of the log probability of a vote in eta, which moves both cuts.
struct Slopes {
  double gradient = 0;
  double curvature = 0;
};

Slopes slopes_of(Choice choice, double eta, double gap, double variance) {
  const double scale = 1 / std::sqrt(1 + variance);
  if (choice != Choice::abstain) {
    const double sign = choice == Choice::yes ? 1 : -1;
    const double t = sign * eta * scale;
    // phi / Phi, which nears -t in the far tail.
    const double ratio = t < -30 ? -t : density(t) / normal_probability(t);
    return {sign * ratio * scale, ratio * (ratio + t) * scale * scale};
  }
  const double low = eta * scale, high = (eta + gap) * scale;
  const double inside = std::max(normal_probability(high) - normal_probability(low), 1e-12);
  const double at_low = density(low) / inside, at_high = density(high) / inside;
  const double gradient = at_high - at_low;
  return {gradient * scale, (gradient * gradient + at_high * high - at_low * low) * scale * scale};
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
  // What is known for certain, no vote has said.
  if (!(uncertainty.discrimination + uncertainty.cut_yes + uncertainty.cut_no > 0))
    return {item, uncertainty};
  const Vector3d mean{item.discrimination, item.cut_yes, item.cut_no};
  const Matrix3d covariance = covariance_of(uncertainty);
  // An abstention holds both cuts.
  const Vector3d direction{-theta, choice == Choice::no ? 0.0 : 1.0,
                           choice == Choice::yes ? 0.0 : 1.0};
  const Vector3d reach = covariance * direction;
  const double known = direction.dot(reach);  // variance of eta that comes of the item
  const double cut = choice == Choice::no ? item.cut_no : item.cut_yes;
  const double eta = cut - item.discrimination * theta;
  const double of_point =
      variance * (item.discrimination * item.discrimination + uncertainty.discrimination);
  double rest_eta = eta, rest = known;
  for (int k = 0; k < steps; ++k) {
    const Slopes s = slopes_of(choice, rest_eta, item.cut_no - item.cut_yes, of_point + rest);
    // With the vote, eta has the mean rest_eta + rest * gradient, and the variance
    // rest * (1 - rest * curvature): what is known of it.
    const double share = std::max(1 - rest * s.curvature, least_rest);
    rest += damping * (known / share - rest);
    rest_eta += damping * (eta - rest * s.gradient - rest_eta);
  }
  if (!std::isfinite(rest_eta) || !std::isfinite(rest)) return {item, uncertainty};
  const Vector3d moved = mean + reach * (rest_eta - eta) / known;
  const Matrix3d wider = covariance + reach * reach.transpose() * (rest - known) / (known * known);
  return {{moved[0], moved[1], std::max(moved[1], moved[2])}, uncertainty_of(wider)};
}

}  // namespace volteface
