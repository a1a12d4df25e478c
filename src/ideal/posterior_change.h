// A change of some points and items at once, and how much more probable it makes everything.
//
// The scales of steps are integrated out: a step counts by the mixture of all of them, so that a
// bloc may jump in another period without its scales in the way. They are drawn again where a
// change is taken.
#pragma once

#include <span>
#include <vector>

#include "ideal/counted_random.h"
#include "ideal/posterior_states.h"

namespace volteface {

// log density of the step to a point, whatever its scale.
double log_step_density(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                        std::size_t point, double step);

// The scale of a step, given its size.
std::uint8_t draw_scale(const PosteriorProblem& problem, const SampledHyperparameters& hyper,
                        std::size_t point, double step, CountedRandom& random);

struct Change {
  std::vector<std::uint32_t> points;
  std::vector<double> theta;  // of each of them
  std::vector<std::uint32_t> items;
  std::vector<Eigen::Vector3d> values;

  void clear();
  void move_point(std::size_t p, double to);
  void move_item(std::size_t v, const Eigen::Vector3d& to);
};

// What lies in a period, and what beside an item in its text.
struct Neighbourhood {
  explicit Neighbourhood(const PosteriorProblem& problem);

  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::vector<std::uint32_t>> points_of_period, items_of_period;
  std::vector<std::uint32_t> item_before, item_behind;
};

// Changes of one draw after the other.
class ChangeRatio {
 public:
  // Keeps references.
  ChangeRatio(const PosteriorProblem& problem, const Neighbourhood& neighbourhood,
              PosteriorDraw& draw);

  // log of the posterior density after the change over that before it, given what is learned.
  double operator()(const Change& change);

  // The change is taken.
  void take(const Change& change, CountedRandom& random);

 private:
  double walks(const Change& change) const;
  double texts(const Change& change) const;
  double votes(const Change& change);

  const PosteriorProblem& problem_;
  const Neighbourhood& neighbourhood_;
  PosteriorDraw& draw_;
  const Eigen::Matrix3d prior_, tie_;
  // As the draw has them, and with the change; the same between changes.
  std::vector<double> theta_to_;
  std::vector<Eigen::Vector3d> items_to_;
  AlignedVector<float> from_, to_;
  double held_;
};

}  // namespace volteface
