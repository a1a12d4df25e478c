// The published sampler, slow and obvious: what the vector kernels are compared with.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "ideal/observations.h"
#include "ideal/published_chain.h"

namespace volteface::reference {

double normal_probability(double x);

// From the asymptotic series where the probability itself is 0 in double precision.
double log_normal_probability(double x);

struct Cuts {
  double yes;
  double no;
};

// Of a choice where discrimination * theta is `mean`.
double choice_probability(Choice choice, double mean, Cuts cuts);

// Of a normal variable with variance 1 about `mean`, given that it is in the interval of the
// choice.
struct Moments {
  double mean;
  double variance;
};
Moments latent_moments(Choice choice, double mean, Cuts cuts);

struct Vote {
  double theta;
  Choice choice;
};

// Log likelihood of the proposed against the present cutpoints.
double log_likelihood_ratio(std::span<const Vote> votes, double discrimination, Cuts present,
                            Cuts proposed);

// The factor that the published code multiplies it with, and only that one.
double log_proposal_factor(Cuts present, Cuts proposed);

struct Conditional {
  double mean;
  double variance;
};

Conditional theta_conditional(std::span<const double> discrimination, std::span<const double> z,
                              double prior_mean, double prior_variance);
Conditional discrimination_conditional(std::span<const double> theta, std::span<const double> z);

// A chain by the letter, in double precision, one vote after the other.
class Chain {
 public:
  Chain(const Observations& observations, const PublishedStart& start, std::uint64_t seed);
  void iterate();
  std::span<const double> theta() const { return theta_; }
  std::span<const double> discrimination() const { return discrimination_; }

 private:
  void draw_theta();
  void draw_cuts(std::uint32_t item);
  void draw_z(std::uint32_t item);
  void draw_discrimination(std::uint32_t item);
  double draw_between(double mean, double sd, double low, double high);

  const Observations& observations_;
  const PublishedStart& start_;
  std::mt19937_64 random_;
  std::vector<double> theta_, mean_, discrimination_, z_;
  std::vector<Cuts> cuts_;
  std::vector<std::vector<std::uint32_t>> cells_of_point_;
  std::vector<std::uint32_t> item_of_cell_;
};

}  // namespace volteface::reference
