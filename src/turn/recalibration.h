// Probabilities that keep their promise: what a share p of earlier predictions came to.
#pragma once

#include <Eigen/Core>
#include <array>

#include "volteface/ideal.h"

namespace volteface {

// A multinomial logistic regression of what was cast on the logarithms of the probabilities given
// (Platt 1999; Guo et al. 2017, section 4.2, vector scaling), learned as votes come in, with older
// ones slowly forgotten.
class Recalibration {
 public:
  static constexpr int parameters = 5 + 12;
  using Vector = Eigen::Matrix<double, parameters, 1>;

  // A prediction, and what it was made from.
  struct Prediction {
    ChoiceProbabilities probabilities;
    std::array<Vector, 3> features;  // of yes, abstain, no
  };

  Recalibration();

  // As learned so far. `spread` is the standard deviation of the latent vote that the given
  // probabilities allowed for: how sharp they are may depend on it.
  Prediction predict(const ChoiceProbabilities& given, double spread) const;

  // What was cast. Takes effect with the next call of learn().
  void see(const Prediction& prediction, Choice cast);

  void learn();

 private:
  using Matrix = Eigen::Matrix<double, parameters, parameters>;

  Vector weights_;
  Matrix precision_;
  Vector gradient_ = Vector::Zero();
  Matrix seen_ = Matrix::Zero();
  double votes_ = 0;
};

}  // namespace volteface
