#include "ideal/posterior_hyper.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;
using Priors = PosteriorPriors;

std::array<double, step_scales> draw_weights(const PosteriorProblem& problem,
                                             const PosteriorDraw& draw, CountedRandom& random) {
  std::array<double, step_scales> shape = Hyperparameters{}.step_weight;
  for (double& s : shape) s *= Priors::steps;
  for (std::size_t p = 0; p < problem.points(); ++p) {
    if (problem.walks.gap[p] > 0) shape[draw.scale[p]] += 1;
  }
  double all = 0;
  for (double& s : shape) all += s = std::max(random.gamma(s), 1e-300);
  for (double& s : shape) s /= all;
  return shape;
}

void draw_first_points(const PosteriorProblem& problem, const PosteriorDraw& draw,
                       CountedRandom& random, SampledHyperparameters& out) {
  const auto n = static_cast<double>(problem.states());
  double sum = 0, square = 0;
  for (std::size_t i = 0; i < problem.states(); ++i) {
    const double theta = draw.theta[problem.walks.begin[i]];
    sum += theta, square += theta * theta;
  }
  const double all = n + Priors::states, mean = sum / all;
  const double shape = 0.5 * (Priors::states + n);
  const double rate = 0.5 * (Priors::states + square - all * mean * mean);
  out.first_variance = rate / random.gamma(shape);
  out.first_mean = mean + std::sqrt(out.first_variance / all) * random.normal();
}

void draw_texts(const PosteriorProblem& problem, const PosteriorDraw& draw, CountedRandom& random,
                SampledHyperparameters& out) {
  Vector3d sum = Vector3d::Zero();
  Matrix3d square = Matrix3d::Zero(), change_square = Matrix3d::Zero();
  double changes = 0;
  for (std::size_t k = 0; k < problem.chains.size(); ++k) {
    const auto chain = problem.chains.chain(k);
    const Vector3d& first = draw.items[chain[0]];
    sum += first;
    square += first * first.transpose();
    for (std::size_t j = 1; j < chain.size(); ++j) {
      const Vector3d change = draw.items[chain[j]] - draw.items[chain[j - 1]];
      change_square += change * change.transpose();
      changes += 1;
    }
  }
  // The prior of the mean is worth one item.
  const auto n = static_cast<double>(problem.chains.size());
  const Vector3d at = Priors::item_mean();
  const Vector3d mean = (sum + at) / (n + 1);
  Matrix3d scale = square + at * at.transpose() - (n + 1) * mean * mean.transpose();
  scale += Priors::items * Matrix3d(Priors::item_variance().asDiagonal());
  out.item_covariance = draw_inverse_wishart(Priors::items + 4 + n, scale, random);
  const Vector3d noise{random.normal(), random.normal(), random.normal()};
  const Matrix3d root = Eigen::LLT<Matrix3d>(out.item_covariance).matrixL();
  out.item_mean = mean + root * noise / std::sqrt(n + 1);

  const Matrix3d drift_scale =
      change_square + Priors::pairs * Matrix3d(Priors::drift_variance().asDiagonal());
  out.drift = draw_inverse_wishart(Priors::pairs + 4 + changes, drift_scale, random);
}

}  // namespace

Matrix3d draw_inverse_wishart(double degrees, const Matrix3d& scale, CountedRandom& random) {
  Matrix3d a = Matrix3d::Zero();
  for (int i = 0; i < 3; ++i) {
    a(i, i) = std::sqrt(2 * random.gamma(0.5 * (degrees - i)));
    for (int j = 0; j < i; ++j) a(i, j) = random.normal();
  }
  // The Wishart matrix is L A A' L' with L L' the inverse of the scale.
  const Matrix3d inverse = scale.inverse();
  const Matrix3d root = Eigen::LLT<Matrix3d>(0.5 * (inverse + inverse.transpose())).matrixL();
  const Matrix3d factor = root * a;
  const Matrix3d back = factor.inverse();
  return back.transpose() * back;
}

SampledHyperparameters draw_hyperparameters(const PosteriorProblem& problem,
                                            const ChainPlace& place, const PosteriorDraw& draw) {
  CountedRandom random(place.key, place.iteration, for_hyperparameters, 0);
  SampledHyperparameters out;
  out.step_weight = draw_weights(problem, draw, random);
  draw_first_points(problem, draw, random, out);
  draw_texts(problem, draw, random, out);
  return out;
}

}  // namespace volteface
