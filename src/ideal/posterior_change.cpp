#include "ideal/posterior_change.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

// Shares of the scales in the density of a step, but for the factor exp(most) / sqrt(gap).
struct StepShares {
  std::array<double, step_scales> share;
  double most, all;
};

StepShares shares_of(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                     std::size_t point, double step) {
  StepShares out;
  const double square = step * step / problem.walks.gap[point];
  std::array<double, step_scales> exponent;
  for (std::size_t k = 0; k < step_scales; ++k) {
    const double sd = Hyperparameters::step_sd[k];
    exponent[k] = -0.5 * square / (sd * sd);
  }
  out.most = exponent.back();  // of the widest
  out.all = 0;
  for (std::size_t k = 0; k < step_scales; ++k) {
    out.share[k] =
        hyper.step_weight[k] / Hyperparameters::step_sd[k] * std::exp(exponent[k] - out.most);
    out.all += out.share[k];
  }
  return out;
}

}  // namespace

double log_step_density(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                        std::size_t point, double step) {
  const StepShares s = shares_of(problem, hyper, point, step);
  return s.most + std::log(s.all);
}

std::uint8_t draw_scale(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                        std::size_t point, double step, CountedRandom& random) {
  const StepShares s = shares_of(problem, hyper, point, step);
  double left = random.uniform() * s.all;
  std::uint8_t k = 0;
  while (k + 1U < step_scales && left >= s.share[k]) left -= s.share[k++];
  return k;
}

void Change::clear() {
  points.clear(), theta.clear();
  items.clear(), values.clear();
}

void Change::move_point(std::size_t p, double to) {
  points.push_back(static_cast<std::uint32_t>(p));
  theta.push_back(to);
}

void Change::move_item(std::size_t v, const Vector3d& to) {
  items.push_back(static_cast<std::uint32_t>(v));
  values.push_back(to);
}

Neighbourhood::Neighbourhood(const PosteriorProblem& problem)
    : points_of_period(problem.periods.periods),
      items_of_period(problem.periods.periods),
      item_before(problem.periods.item.size(), none),
      item_behind(item_before) {
  for (std::uint32_t p = 0; p < problem.points(); ++p)
    points_of_period[problem.periods.point[p]].push_back(p);
  for (std::uint32_t v = 0; v < problem.periods.item.size(); ++v)
    items_of_period[problem.periods.item[v]].push_back(v);
  for (std::size_t k = 0; k < problem.chains.size(); ++k) {
    const auto chain = problem.chains.chain(k);
    for (std::size_t j = 1; j < chain.size(); ++j) {
      item_before[chain[j]] = chain[j - 1];
      item_behind[chain[j - 1]] = chain[j];
    }
  }
}

ChangeRatio::ChangeRatio(const PosteriorProblem& problem, const Neighbourhood& neighbourhood,
                         PosteriorDraw& draw)
    : problem_(problem),
      neighbourhood_(neighbourhood),
      draw_(draw),
      prior_(draw.hyper.item_covariance.inverse()),
      tie_(draw.hyper.drift.inverse()),
      theta_to_(draw.theta),
      items_to_(draw.items),
      from_(floats_of(draw.theta)),
      to_(from_),
      held_(log_hold(problem, draw.theta)) {}

// Each step is counted with the point to which it leads, or with the one from which it comes if
// only that moves.
double ChangeRatio::walks(const Change& change) const {
  const SampledHyperparameters& hyper = draw_.hyper;
  const auto step_ratio = [&](std::size_t p) {
    return log_step_density(problem_, hyper, p, theta_to_[p] - theta_to_[p - 1]) -
           log_step_density(problem_, hyper, p, draw_.theta[p] - draw_.theta[p - 1]);
  };
  double out = 0;
  for (const std::uint32_t p : change.points) {
    const double from = draw_.theta[p], to = theta_to_[p], by = to - from;
    out -= Hyperparameters::pull_to_centre * by * (0.5 * (from + to) - problem_.pulled_to[p]);
    if (problem_.walks.gap[p] == 0) {
      out -= by * (0.5 * (from + to) - hyper.first_mean) / hyper.first_variance;
    } else {
      out += step_ratio(p);
    }
    const std::size_t next = p + 1U;
    if (next < problem_.points() && problem_.walks.gap[next] > 0 &&
        theta_to_[next] == draw_.theta[next]) {
      out += step_ratio(next);
    }
  }
  return out;
}

double ChangeRatio::texts(const Change& change) const {
  const auto& before = neighbourhood_.item_before;
  const auto& behind = neighbourhood_.item_behind;
  const auto square = [&](std::uint32_t v, const std::vector<Vector3d>& items) {
    if (before[v] == Neighbourhood::none) {
      const Vector3d off = items[v] - draw_.hyper.item_mean;
      return off.dot(prior_ * off);
    }
    const Vector3d off = items[v] - items[before[v]];
    return off.dot(tie_ * off);
  };
  double out = 0;
  for (const std::uint32_t v : change.items) {
    out += square(v, draw_.items) - square(v, items_to_);
    const std::uint32_t next = behind[v];
    if (next != Neighbourhood::none && items_to_[next] == draw_.items[next])
      out += square(next, draw_.items) - square(next, items_to_);
  }
  return 0.5 * out;
}

double ChangeRatio::votes(const Change& change) {
  std::vector<std::uint8_t> touched(problem_.periods.periods, 0);
  for (const std::uint32_t p : change.points) touched[problem_.periods.point[p]] = 1;
  for (const std::uint32_t v : change.items) touched[problem_.periods.item[v]] = 1;
  std::vector<std::uint32_t> items;
  for (std::size_t t = 0; t < touched.size(); ++t) {
    if (!touched[t]) continue;
    const auto& of_period = neighbourhood_.items_of_period[t];
    items.insert(items.end(), of_period.begin(), of_period.end());
  }
  std::vector<double> ratio(items.size(), 0);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, ratio.size(), 64), [&](const auto& piece) {
    for (std::size_t k = piece.begin(); k != piece.end(); ++k) {
      const std::uint32_t v = items[k];
      ratio[k] = item_log_ratio(problem_.by_item, v, values_of(draw_.items[v]),
                                values_of(items_to_[v]), from_.data(), to_.data());
    }
  });
  double sum = 0;
  for (double r : ratio) sum += r;
  return sum;
}

double ChangeRatio::operator()(const Change& change) {
  for (std::size_t k = 0; k < change.points.size(); ++k) {
    theta_to_[change.points[k]] = change.theta[k];
    to_[change.points[k]] = static_cast<float>(change.theta[k]);
  }
  for (std::size_t k = 0; k < change.items.size(); ++k)
    items_to_[change.items[k]] = change.values[k];
  const double out =
      walks(change) + texts(change) + log_hold(problem_, theta_to_) - held_ + votes(change);
  for (const std::uint32_t p : change.points) {
    theta_to_[p] = draw_.theta[p];
    to_[p] = from_[p];
  }
  for (const std::uint32_t v : change.items) items_to_[v] = draw_.items[v];
  return out;
}

void ChangeRatio::take(const Change& change, CountedRandom& random) {
  for (std::size_t k = 0; k < change.points.size(); ++k) {
    const std::uint32_t p = change.points[k];
    draw_.theta[p] = theta_to_[p] = change.theta[k];
    from_[p] = to_[p] = static_cast<float>(change.theta[k]);
  }
  for (std::size_t k = 0; k < change.items.size(); ++k)
    draw_.items[change.items[k]] = items_to_[change.items[k]] = change.values[k];
  held_ = log_hold(problem_, draw_.theta);
  const auto redraw = [&](std::size_t p) {
    if (p < problem_.points() && problem_.walks.gap[p] > 0) {
      draw_.scale[p] =
          draw_scale(problem_, draw_.hyper, p, draw_.theta[p] - draw_.theta[p - 1], random);
    }
  };
  for (const std::uint32_t p : change.points) redraw(p), redraw(p + 1U);
}

}  // namespace volteface
