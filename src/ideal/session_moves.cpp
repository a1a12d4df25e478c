#include "ideal/session_moves.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr double longest_move = 0.2;  // of any shift or log stretch at a time

// Holds the mean and the spread of all points while periods move against each other.
constexpr double hold_all = 1e6;

// Of period t: parameter 2 t is its shift a, 2 t + 1 its log stretch u. Linear in both, a point
// moves by a + u theta, and an item by (-u b, a b, 0).
class Moves {
 public:
  Moves(const PeriodsOf& periods, const IdealState& state)
      : periods_(periods),
        state_(state),
        curvature_(MatrixXd::Zero(2 * periods.periods, 2 * periods.periods)),
        gradient_(VectorXd::Zero(2 * periods.periods)) {}

  // A penalty precision / 2 (residual + change)^2, where the change is that of a point, less that
  // of another if there is one.
  void add_point(double precision, double residual, std::size_t point) {
    const int t = 2 * period_of_point(point);
    const double theta = state_.theta[point];
    const Two change{1, theta};
    for (int i = 0; i < 2; ++i) {
      gradient_[t + i] -= precision * residual * change[i];
      for (int j = 0; j < 2; ++j) curvature_(t + i, t + j) += precision * change[i] * change[j];
    }
  }

  void add_step(double precision, double residual, std::size_t before, std::size_t here) {
    const std::array<int, 4> at = {2 * period_of_point(here), 2 * period_of_point(here) + 1,
                                   2 * period_of_point(before), 2 * period_of_point(before) + 1};
    const std::array<double, 4> change = {1, state_.theta[here], -1, -state_.theta[before]};
    for (int i = 0; i < 4; ++i) {
      gradient_[at[i]] -= precision * residual * change[i];
      for (int j = 0; j < 4; ++j) curvature_(at[i], at[j]) += precision * change[i] * change[j];
    }
  }

  // The same for an item, less another if there is one (`before` >= 0).
  void add_item(const Matrix3d& precision, const Vector3d& residual, std::int64_t before,
                std::size_t here) {
    std::array<int, 4> at{};
    std::array<Vector3d, 4> change;
    int n = 0;
    const auto append = [&](std::size_t item, double sign) {
      const double b = sign * state_.items[item].mean[0];
      at[n] = 2 * static_cast<int>(periods_.item[item]);
      change[n++] = {0, b, 0};
      at[n] = at[n - 1] + 1;
      change[n++] = {-b, 0, 0};
    };
    append(here, 1);
    if (before >= 0) append(static_cast<std::size_t>(before), -1);
    for (int i = 0; i < n; ++i) {
      const Vector3d weighted = precision * change[i];
      gradient_[at[i]] -= weighted.dot(residual);
      for (int j = 0; j < n; ++j) curvature_(at[i], at[j]) += weighted.dot(change[j]);
    }
  }

  // A stretch changes the volume of what the votes determine.
  void add_volume(std::uint32_t period, double dimensions) {
    gradient_[2 * period + 1] += dimensions;
  }

  void hold_mean_and_spread() {
    VectorXd mean = VectorXd::Zero(gradient_.size()), spread = mean;
    const double share = 1 / static_cast<double>(state_.theta.size());
    for (std::size_t p = 0; p < state_.theta.size(); ++p) {
      const int t = 2 * period_of_point(p);
      const double theta = state_.theta[p];
      mean[t] += share;
      mean[t + 1] += share * theta;
      spread[t] += share * theta;
      spread[t + 1] += share * theta * theta;
    }
    curvature_ += hold_all * (mean * mean.transpose() + spread * spread.transpose());
    curvature_.diagonal().array() += 1e-3;
  }

  // The move, two numbers a period; and the inverse of the curvature.
  VectorXd solve(MatrixXd& inverse) const {
    const Eigen::LLT<MatrixXd> factor(curvature_);
    inverse = factor.solve(MatrixXd::Identity(curvature_.rows(), curvature_.cols()));
    VectorXd move = factor.solve(gradient_);
    const double largest = move.cwiseAbs().maxCoeff();
    if (!std::isfinite(largest)) return VectorXd::Zero(move.size());
    return move * std::min(1.0, longest_move / std::max(largest, longest_move));
  }

 private:
  using Two = std::array<double, 2>;

  int period_of_point(std::size_t p) const { return static_cast<int>(periods_.point[p]); }

  const PeriodsOf& periods_;
  const IdealState& state_;
  MatrixXd curvature_;
  VectorXd gradient_;
};

void add_points(Moves& moves, const PeriodsOf& periods, const Walks& walks,
                const PointEvidence& evidence, const IdealState& state) {
  const Hyperparameters& hyper = state.hyper;
  for (std::size_t p = 0; p < state.theta.size(); ++p) {
    const StepSite& step = state.steps[p];
    if (walks.gap[p] == 0) {
      moves.add_point(1 / hyper.first_variance, state.theta[p] - hyper.first_mean, p);
    } else {
      const double change = state.theta[p] - state.theta[p - 1];
      moves.add_step(step.precision, change - step.shift / step.precision, p - 1, p);
    }
    moves.add_point(Hyperparameters::pull_to_centre, state.theta[p], p);
    moves.add_volume(periods.point[p], evidence.precision[p] * state.variance[p]);
  }
}

void add_items(Moves& moves, const PeriodsOf& periods, const ItemChains& chains,
               std::span<const ItemEvidence> evidence, const IdealState& state) {
  const Matrix3d prior = state.hyper.item.covariance.inverse();
  const Matrix3d tie = state.hyper.drift.inverse();
  for (std::size_t k = 0; k < chains.size(); ++k) {
    const auto chain = chains.chain(k);
    for (std::size_t j = 0; j < chain.size(); ++j) {
      const ItemPosterior& here = state.items[chain[j]];
      if (j == 0) {
        moves.add_item(prior, here.mean - state.hyper.item.mean, -1, chain[j]);
      } else {
        moves.add_item(tie, here.mean - state.items[chain[j - 1]].mean, chain[j - 1], chain[j]);
      }
      const double share = evidence[chain[j]].precision.row(0).dot(here.covariance.col(0));
      moves.add_volume(periods.item[chain[j]], -std::clamp(share, 0.0, 1.0));
    }
  }
}

// theta to shift + stretch * theta.
void move_item(ItemPosterior& item, double shift, double stretch) {
  Matrix3d change = Matrix3d::Identity();
  change(0, 0) = 1 / stretch;
  change(1, 0) = shift / stretch;
  item.mean = change * item.mean;
  item.covariance = change * item.covariance * change.transpose();
}

}  // namespace

std::vector<PeriodUncertainty> move_periods(const PeriodsOf& periods, const Walks& walks,
                                            const ItemChains& chains,
                                            const PointEvidence& point_evidence,
                                            std::span<const ItemEvidence> item_evidence,
                                            IdealState& state) {
  Moves moves(periods, state);
  add_points(moves, periods, walks, point_evidence, state);
  add_items(moves, periods, chains, item_evidence, state);
  moves.hold_mean_and_spread();
  MatrixXd inverse;
  const VectorXd move = moves.solve(inverse);
  if (!inverse.allFinite()) inverse.setZero();
  const auto shift = [&](std::uint32_t t) { return move[2 * t]; };
  const auto stretch = [&](std::uint32_t t) { return std::exp(move[2 * t + 1]); };
  for (std::size_t p = 0; p < state.theta.size(); ++p) {
    const std::uint32_t t = periods.point[p];
    state.theta[p] = shift(t) + stretch(t) * state.theta[p];
    state.variance[p] *= stretch(t) * stretch(t);
  }
  for (std::size_t v = 0; v < state.items.size(); ++v) {
    move_item(state.items[v], shift(periods.item[v]), stretch(periods.item[v]));
  }
  std::vector<PeriodUncertainty> out;
  for (std::uint32_t t = 0; t < periods.periods; ++t) {
    out.push_back(
        {inverse(2 * t, 2 * t), inverse(2 * t, 2 * t + 1), inverse(2 * t + 1, 2 * t + 1)});
  }
  return out;
}

Standardised standardise(IdealState& state) {
  const auto n = static_cast<double>(state.theta.size());
  double mean = 0, square = 0;
  for (double theta : state.theta) mean += theta / n;
  for (double theta : state.theta) square += (theta - mean) * (theta - mean) / n;
  // A single point has no spread.
  const double sd = square > 0 ? std::sqrt(square) : 1;
  for (double& theta : state.theta) theta = (theta - mean) / sd;
  for (double& variance : state.variance) variance /= sd * sd;
  for (StepSite& step : state.steps) {
    step.precision *= sd * sd;
    step.shift *= sd;
  }
  for (ItemPosterior& item : state.items) move_item(item, -mean / sd, 1 / sd);
  state.hyper.first_mean = (state.hyper.first_mean - mean) / sd;
  state.hyper.first_variance /= sd * sd;
  return {mean, sd};
}

void mirror(IdealState& state) {
  for (double& theta : state.theta) theta = -theta;
  for (StepSite& step : state.steps) step.shift = -step.shift;
  for (ItemPosterior& item : state.items) move_item(item, 0, -1);
  move_item(state.hyper.item, 0, -1);
  state.hyper.first_mean = -state.hyper.first_mean;
}

}  // namespace volteface
