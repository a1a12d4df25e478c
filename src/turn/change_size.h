// How large a change of position is, given that most are small.
//
// The size is the mean divergence of the predictions, in bits a vote: delta' H delta / (2 ln 2),
// where delta is the change and H the information of one vote on the position. Of an estimated
// change with the covariance H^-1 v, the same quantity is noisy; with a prior on delta that has the
// shape of H^-1 and a mixture of scales, its posterior needs two numbers: the size seen, and v.
#pragma once

#include <array>
#include <span>
#include <vector>

namespace volteface {

struct SeenChange {
  double square = 0;  // delta' H delta of the estimate
  double noise = 0;   // v: what the estimate adds to it, a dimension
};

class ChangeScales {
 public:
  // As learned from the changes of all states at the beginning of every session to 2025, by
  // tools/learn_change_scales, in four dimensions.
  ChangeScales();

  // The same for changes on the main dimension alone.
  static ChangeScales on_main_dimension();

  // The weights of the scales that make the changes seen most probable, with a prior worth a few
  // changes (expectation and maximisation: Dempster, Laird and Rubin 1977).
  static ChangeScales learned_from(std::span<const SeenChange> changes, int in_dimensions = 4);

  // The probability that the change is of at least so many bits a vote.
  double probability_of(double bits, const SeenChange& seen) const;

  // Its mean.
  double expected_bits(const SeenChange& seen) const;

  // Of each scale, and the share of changes that have it.
  struct Scale {
    double variance = 0;  // of delta in units of H^-1
    double weight = 0;
  };
  std::span<const Scale> scales() const { return scales_; }

 private:
  static constexpr std::size_t size = 9;
  ChangeScales(int in_dimensions, const std::array<double, size>& weights);
  std::array<double, size> shares(const SeenChange& seen) const;

  int in_dimensions_ = 4;
  std::array<Scale, size> scales_;
};

// P(X > x) for X noncentral chi-squared with 4 degrees of freedom and this noncentrality.
double noncentral_chi_squared_above(double x, double noncentrality);

// The same with one degree of freedom.
double noncentral_square_above(double x, double noncentrality);

}  // namespace volteface
