#include "turn/recalibration.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <array>
#include <cmath>

namespace volteface {
namespace {

constexpr double prior_votes = 100;    // how much the given probabilities are trusted at first
constexpr double remembered = 40'000;  // votes, to a weight of 1/e
constexpr double certain = 0.98;
constexpr double least = 1e-8;  // that any choice is given

constexpr Choice choices[] = {Choice::yes, Choice::abstain, Choice::no};

double log_of(double p) { return std::log(std::max(p, least)); }

// The bends of the curve from log p to its weight, at these probabilities.
const std::array<double, 12> bends = {log_of(0.003), log_of(0.01), log_of(0.03), log_of(0.08),
                                      log_of(0.15),  log_of(0.25), log_of(0.38), log_of(0.46),
                                      log_of(0.52),  log_of(0.6),  log_of(0.8),  log_of(0.92)};

// Features of a choice: log p; the same times the spread; for abstain and for no one each; log p
// again for abstain; and how far log p lies above each bend.
Recalibration::Vector features(Choice choice, double p, double spread) {
  const double l = log_of(p);
  Recalibration::Vector f;
  f.head<5>() << l, l * spread, choice == Choice::abstain ? 1 : 0, choice == Choice::no ? 1 : 0,
      choice == Choice::abstain ? l : 0;
  for (std::size_t k = 0; k < bends.size(); ++k) f[5 + k] = std::max(0.0, l - bends[k]) / -bends[k];
  return f;
}

std::array<double, 3> shares(const std::array<double, 3>& score) {
  const double largest = std::max({score[0], score[1], score[2]});
  std::array<double, 3> p;
  double all = 0;
  for (int k = 0; k < 3; ++k) all += p[k] = std::exp(score[k] - largest);
  for (double& share : p) share = std::max(share / all, least);
  return p;
}

}  // namespace

Recalibration::Recalibration()
    : weights_(Vector::Zero()), precision_(Matrix::Identity() * prior_votes) {
  weights_[0] = 1;
}

Recalibration::Prediction Recalibration::predict(const ChoiceProbabilities& given,
                                                 double spread) const {
  Prediction out;
  std::array<double, 3> score;
  for (int k = 0; k < 3; ++k) {
    out.features[k] = features(choices[k], given.of(choices[k]), spread);
    score[k] = weights_.dot(out.features[k]);
  }
  const auto p = shares(score);
  const double all = p[0] + p[1] + p[2];
  out.probabilities = {p[0] / all, p[1] / all, p[2] / all};
  return out;
}

void Recalibration::see(const Prediction& prediction, Choice cast) {
  const auto& x = prediction.features;
  const std::array<double, 3> p = {prediction.probabilities.yes, prediction.probabilities.abstain,
                                   prediction.probabilities.no};
  for (int k = 0; k < 3; ++k) gradient_ += ((choices[k] == cast ? 1 : 0) - p[k]) * x[k];
  ++votes_;
  // Near certainty adds next to nothing to the curvature, and most votes are.
  if (std::max({p[0], p[1], p[2]}) > certain) return;
  const Vector mean = p[0] * x[0] + p[1] * x[1] + p[2] * x[2];
  for (int k = 0; k < 3; ++k) seen_.noalias() += (p[k] * (x[k] - mean)) * (x[k] - mean).transpose();
}

void Recalibration::learn() {
  const Matrix prior = Matrix::Identity() * prior_votes;
  precision_ = prior + std::exp(-votes_ / remembered) * (precision_ - prior) + seen_;
  weights_ += precision_.ldlt().solve(gradient_);
  gradient_.setZero();
  seen_.setZero();
  votes_ = 0;
}

}  // namespace volteface
