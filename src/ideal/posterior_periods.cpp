#include "ideal/posterior_periods.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;
using Five = Eigen::Matrix<double, 5, 1>;

constexpr int steps_of_a_move = 8;
constexpr double longest_way = 50;  // of a parameter; behind it a move has gone astray
constexpr std::uint32_t no_form = 0xFFFFFFFF;

}  // namespace

PeriodDensity::Form& PeriodDensity::form_of(Forms& forms, std::vector<std::uint32_t>& index,
                                            std::uint32_t t, std::uint32_t u) {
  std::uint32_t& at = index[std::size_t{t} * periods_ + u];
  if (at == no_form) {
    at = static_cast<std::uint32_t>(forms.size());
    forms.push_back({t, u, Eigen::Matrix<double, 5, 5>::Zero()});
  }
  return forms[at];
}

PeriodDensity::PeriodDensity(const PosteriorProblem& problem, const PosteriorDraw& draw)
    : problem_(problem),
      periods_(problem.periods.periods),
      present_(VectorXd::Zero(2 * periods_)),
      walk_form_(std::size_t{periods_} * periods_, no_form),
      text_form_(walk_form_),
      points_(VectorXd::Zero(periods_)),
      squares_(points_),
      volume_(VectorXd::Constant(periods_, -1)) {
  VectorXd square = VectorXd::Zero(periods_), items = square;
  for (std::size_t p = 0; p < problem.points(); ++p) {
    points_[problem.periods.point[p]] += 1;
    present_[problem.periods.point[p]] += draw.theta[p];
  }
  for (std::size_t v = 0; v < draw.items.size(); ++v) {
    square[problem.periods.item[v]] += draw.items[v][0] * draw.items[v][0];
    items[problem.periods.item[v]] += 1;
  }
  for (std::uint32_t t = 0; t < periods_; ++t) {
    present_[t] /= points_[t];
    present_[periods_ + t] = -0.5 * std::log(square[t] / items[t]);
    volume_[t] += points_[t] - items[t];
  }
  sum_points(draw);
  sum_items(draw);
}

// In (mu, stretch) of two periods, where stretch is sigma relative to the present one.
void PeriodDensity::sum_points(const PosteriorDraw& draw) {
  constexpr double pull = Hyperparameters::pull_to_centre;
  const auto add = [&](std::uint32_t t, std::uint32_t u, double precision, const Five& residual) {
    form_of(walks_, walk_form_, t, u).weights += precision * residual * residual.transpose();
  };
  for (std::size_t p = 0; p < problem_.points(); ++p) {
    const std::uint32_t t = problem_.periods.point[p];
    const double off = draw.theta[p] - present_[t];
    squares_[t] += off * off;
    add(t, t, pull, (Five() << 1, off, 0, 0, -problem_.pulled_to[p]).finished());
    if (problem_.walks.gap[p] == 0) {
      add(t, t, 1 / draw.hyper.first_variance,
          (Five() << 1, off, 0, 0, -draw.hyper.first_mean).finished());
    } else {
      const std::uint32_t before = problem_.periods.point[p - 1];
      const double off_before = draw.theta[p - 1] - present_[before];
      add(t, before, 1 / step_variance(problem_, p, draw.scale[p]),
          (Five() << 1, off, -1, -off_before, 0).finished());
    }
  }
}

// In (1 / stretch, mu / stretch) of two periods: an item has discrimination b x and cut_yes c + b
// y, where b is the present one and c the cut less b mu.
void PeriodDensity::sum_items(const PosteriorDraw& draw) {
  using Change = Eigen::Matrix<double, 3, 5>;
  const Matrix3d prior = draw.hyper.item_covariance.inverse();
  const Matrix3d tie = draw.hyper.drift.inverse();
  const auto base = [&](std::uint32_t v) -> Vector3d {
    const Vector3d& item = draw.items[v];
    return {0, item[1] - item[0] * present_[problem_.periods.item[v]], item[2]};
  };
  for (std::size_t k = 0; k < problem_.chains.size(); ++k) {
    const auto chain = problem_.chains.chain(k);
    for (std::size_t j = 0; j < chain.size(); ++j) {
      const std::uint32_t v = chain[j], t = problem_.periods.item[v];
      Change change = Change::Zero();
      change(0, 0) = change(1, 1) = draw.items[v][0];
      change.col(4) = base(v);
      std::uint32_t u = t;
      if (j == 0) {
        change.col(4) -= draw.hyper.item_mean;
      } else {
        const std::uint32_t before = chain[j - 1];
        u = problem_.periods.item[before];
        const int at = u == t ? 0 : 2;
        change(0, at) -= draw.items[before][0];
        change(1, at + 1) -= draw.items[before][0];
        change.col(4) -= base(before);
      }
      form_of(texts_, text_form_, t, u).weights +=
          change.transpose() * (j == 0 ? prior : tie) * change;
    }
  }
}

double PeriodDensity::hold(const VectorXd& at, VectorXd& gradient) const {
  const auto n = static_cast<double>(problem_.points());
  const auto mu = at.head(periods_);
  const Eigen::ArrayXd stretch = (at.tail(periods_) - present_.tail(periods_)).array().exp();
  const Eigen::ArrayXd spread = squares_.array() * stretch.square();
  const double mean = points_.dot(mu) / n;
  const double variance = (points_.array() * mu.array().square() + spread).sum() / n - mean * mean;
  const double precision = 1 / (hold_sd * hold_sd);
  const double off = mean - problem_.held_mean;
  gradient.head(periods_) -= precision * off / n * points_;
  if (problem_.points() < 2) return -0.5 * precision * off * off;
  const double stretched = 0.5 * std::log(std::max(variance, 1e-12)) - problem_.held_log_sd;
  const double slope = precision * stretched / (variance * n);
  gradient.head(periods_).array() -= slope * points_.array() * (mu.array() - mean);
  gradient.tail(periods_).array() -= slope * spread;
  return -0.5 * precision * (off * off + stretched * stretched);
}

double PeriodDensity::operator()(const VectorXd& at, VectorXd& gradient) const {
  gradient.setZero(2 * periods_);
  const VectorXd stretch = (at.tail(periods_) - present_.tail(periods_)).array().exp();
  double out = volume_.dot(at.tail(periods_));
  gradient.tail(periods_) += volume_;
  for (const Form& f : walks_) {
    const Five x = (Five() << at[f.t], stretch[f.t], at[f.u], stretch[f.u], 1).finished();
    const Five slope = f.weights * x;
    out -= 0.5 * x.dot(slope);
    gradient[f.t] -= slope[0];
    gradient[periods_ + f.t] -= slope[1] * stretch[f.t];
    gradient[f.u] -= slope[2];
    gradient[periods_ + f.u] -= slope[3] * stretch[f.u];
  }
  for (const Form& f : texts_) {
    const double t = 1 / stretch[f.t], u = 1 / stretch[f.u];
    const Five x = (Five() << t, at[f.t] * t, u, at[f.u] * u, 1).finished();
    const Five slope = f.weights * x;
    out -= 0.5 * x.dot(slope);
    gradient[f.t] -= slope[1] * t;
    gradient[periods_ + f.t] += slope[0] * x[0] + slope[1] * x[1];
    gradient[f.u] -= slope[3] * u;
    gradient[periods_ + f.u] += slope[2] * x[2] + slope[3] * x[3];
  }
  return out + hold(at, gradient);
}

MatrixXd PeriodDensity::curvature() const {
  constexpr double h = 1e-4;
  const Eigen::Index n = present_.size();
  MatrixXd out(n, n);
  VectorXd at = present_, above(n), below(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    at[i] = present_[i] + h;
    (*this)(at, above);
    at[i] = present_[i] - h;
    (*this)(at, below);
    at[i] = present_[i];
    out.col(i) = (below - above) / (2 * h);
  }
  return 0.5 * (out + out.transpose());
}

void PeriodDensity::move(const VectorXd& to, PosteriorDraw& draw) const {
  const VectorXd stretch = (to.tail(periods_) - present_.tail(periods_)).array().exp();
  for (std::size_t p = 0; p < problem_.points(); ++p) {
    const std::uint32_t t = problem_.periods.point[p];
    draw.theta[p] = to[t] + stretch[t] * (draw.theta[p] - present_[t]);
  }
  for (std::size_t v = 0; v < draw.items.size(); ++v) {
    const std::uint32_t t = problem_.periods.item[v];
    Vector3d& item = draw.items[v];
    const double b = item[0] / stretch[t];
    item = {b, item[1] - item[0] * present_[t] + b * to[t], item[2]};
  }
}

void PeriodMoves::learn(const PosteriorProblem& problem, const PosteriorDraw& draw) {
  const MatrixXd seen = PeriodDensity(problem, draw).curvature();
  if (learned_ == 0) curvature_ = MatrixXd::Zero(seen.rows(), seen.cols());
  curvature_ += seen;
  learned_ += 1;
  MatrixXd mean = curvature_ / learned_;
  const double ridge = 1e-3 * mean.diagonal().cwiseAbs().mean() + 1e-9;
  for (double more = 1e-6 * ridge;; more = 10 * more + ridge) {
    const Eigen::LLT<MatrixXd> factor(mean + more * MatrixXd::Identity(mean.rows(), mean.cols()));
    if (factor.info() != Eigen::Success) continue;
    root_ = factor.matrixL();
    return;
  }
}

void PeriodMoves::adapt(double accepted) {
  step_ = std::clamp(step_ * std::exp(0.1 * (accepted - 0.8)), 0.01, 0.6);
}

double PeriodMoves::move(const PosteriorProblem& problem, const ChainPlace& place,
                         std::uint32_t number, PosteriorDraw& draw) const {
  CountedRandom random(place.key, place.iteration, for_periods, number);
  const PeriodDensity density(problem, draw);
  const auto lower = root_.triangularView<Eigen::Lower>();
  const auto upper = root_.transpose().triangularView<Eigen::Upper>();
  VectorXd at = density.present(), gradient(at.size());
  double log_density = density(at, gradient);
  const double before = log_density;
  VectorXd momentum =
      VectorXd::NullaryExpr(at.size(), [&](Eigen::Index) { return random.normal(); });
  const double energy = 0.5 * momentum.squaredNorm();
  const double step = step_ * (0.8 + 0.4 * random.uniform());
  momentum += 0.5 * step * lower.solve(gradient);
  for (int k = 0; k < steps_of_a_move; ++k) {
    at += step * upper.solve(momentum);
    if (!((at - density.present()).cwiseAbs().maxCoeff() < longest_way)) return 0;
    log_density = density(at, gradient);
    momentum += (k + 1 < steps_of_a_move ? 1.0 : 0.5) * step * lower.solve(gradient);
  }
  const double log_ratio = log_density - before + energy - 0.5 * momentum.squaredNorm();
  if (!std::isfinite(log_ratio)) return 0;
  if (std::log(random.uniform()) < log_ratio) density.move(at, draw);
  return std::min(1.0, std::exp(log_ratio));
}

}  // namespace volteface
