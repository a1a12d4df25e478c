#include "ideal/posterior_items.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr double memory_of_steps = 0.7;  // of the short steps after a draw

// Where a period lies if its points are where they are: theta is about shift + stretch * theta of
// the problem. A probability does not change if its item goes along.
struct PeriodPlace {
  double shift = 0;
  double stretch = 1;
};

std::vector<PeriodPlace> places_by_points(const PosteriorProblem& problem, const Centre& centre,
                                          std::span<const double> theta) {
  struct Sums {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  };
  std::vector<Sums> sums(problem.periods.periods);
  for (std::size_t p = 0; p < theta.size(); ++p) {
    Sums& s = sums[problem.periods.point[p]];
    const double x = centre.theta[p];
    s.n += 1, s.x += x, s.y += theta[p], s.xx += x * x, s.xy += x * theta[p];
  }
  std::vector<PeriodPlace> out;
  for (const Sums& s : sums) {
    // One pseudo-observation that a period lies where it lay.
    const double xx = s.xx - s.x * s.x / s.n + 0.1, xy = s.xy - s.x * s.y / s.n + 0.1;
    const double stretch = std::clamp(xy / xx, 0.5, 2.0);
    out.push_back({s.y / s.n - stretch * s.x / s.n, stretch});
  }
  return out;
}

Vector3d moved(const Vector3d& item, const PeriodPlace& place) {
  const double b = item[0] / place.stretch;
  return {b, item[1] + b * place.shift, item[2]};
}

struct Evidence {
  Vector3d at;  // where it was taken
  Vector3d gradient;
  Matrix3d precision;

  double stand_in(const Vector3d& item) const {
    const Vector3d off = item - at;
    return off.dot(gradient - 0.5 * precision * off);
  }
};

Evidence see_votes(const CellLayout& by_item, std::uint32_t item, const Vector3d& at,
                   const float* theta) {
  ItemPosterior about;
  about.mean = at;
  const ItemSums sums = item_slopes(by_item, item, values_of(at), theta);
  const ItemEvidence seen = evidence_of(sums, about);
  return {at, seen.shift - seen.precision * at, seen.precision};
}

class ItemDraw {
 public:
  ItemDraw(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& place,
           PosteriorDraw& draw, std::span<float> accepted)
      : problem_(problem),
        centre_(centre),
        place_(place),
        draw_(draw),
        accepted_(accepted),
        theta_(floats_of(draw.theta)),
        places_(places_by_points(problem, centre, draw.theta)),
        prior_(draw.hyper.item_covariance.inverse()),
        tie_(draw.hyper.drift.inverse()) {}

  BlockCount draw_chain(std::size_t chain) {
    const auto items = problem_.chains.chain(chain);
    CountedRandom random(place_.key, place_.iteration, for_items,
                         static_cast<std::uint32_t>(chain));
    BlockCount count;
    for (std::size_t k = 0; k < items.size(); ++k) {
      const std::uint32_t v = items[k];
      const Evidence seen =
          see_votes(problem_.by_item, v, moved(centre_.items[v], places_[problem_.periods.item[v]]),
                    theta_.data());
      const Conditional conditional = conditional_of(items, k, seen);
      const bool taken = draw_item(v, seen, conditional, 0, random);
      count.proposed += 1;
      count.accepted += taken;
      if (!accepted_.empty()) accepted_[v] += taken ? 1.0F : 0.0F;
      for (int step = 0; step < centre_.item_steps[v]; ++step)
        draw_item(v, seen, conditional, memory_of_steps, random);
    }
    return count;
  }

 private:
  // Of the stand-in and the priors: mean, and the factor of the precision.
  struct Conditional {
    Vector3d mean;
    Eigen::LLT<Matrix3d> precision;
  };

  // The first of a text has the prior of all items; all are tied to their neighbours.
  Conditional conditional_of(std::span<const std::uint32_t> items, std::size_t k,
                             const Evidence& seen) const {
    Matrix3d precision = seen.precision;
    Vector3d shift = seen.gradient + seen.precision * seen.at;
    if (k == 0) {
      precision += prior_;
      shift += prior_ * draw_.hyper.item_mean;
    } else {
      precision += tie_;
      shift += tie_ * draw_.items[items[k - 1]];
    }
    if (k + 1 < items.size()) {
      precision += tie_;
      shift += tie_ * draw_.items[items[k + 1]];
    }
    const Eigen::LLT<Matrix3d> factor(precision);
    return {factor.solve(shift), factor};
  }

  // `memory`: what is kept of how far the item is off the conditional mean.
  bool draw_item(std::uint32_t v, const Evidence& seen, const Conditional& conditional,
                 double memory, CountedRandom& random) {
    Vector3d& present = draw_.items[v];
    const Vector3d deviate{random.normal(), random.normal(), random.normal()};
    const Vector3d noise = conditional.precision.matrixU().solve(deviate);
    const Vector3d proposed = conditional.mean + memory * (present - conditional.mean) +
                              std::sqrt(1 - memory * memory) * noise;
    const double log_ratio = seen.stand_in(present) - seen.stand_in(proposed) +
                             item_log_ratio(problem_.by_item, v, values_of(present),
                                            values_of(proposed), theta_.data(), theta_.data());
    const bool accept = std::log(random.uniform()) < log_ratio;
    if (accept) present = proposed;
    return accept;
  }

  const PosteriorProblem& problem_;
  const Centre& centre_;
  const ChainPlace place_;
  PosteriorDraw& draw_;
  const std::span<float> accepted_;
  const AlignedVector<float> theta_;
  const std::vector<PeriodPlace> places_;
  const Matrix3d prior_, tie_;
};

}  // namespace

BlockCount draw_items(const PosteriorProblem& problem, const Centre& centre,
                      const ChainPlace& place, PosteriorDraw& draw, std::span<float> accepted) {
  ItemDraw items(problem, centre, place, draw, accepted);
  std::vector<BlockCount> counts(problem.chains.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, problem.chains.size(), 64),
                    [&](const auto& range) {
                      for (std::size_t k = range.begin(); k != range.end(); ++k)
                        counts[k] = items.draw_chain(k);
                    });
  BlockCount all;
  for (const BlockCount& c : counts) all.proposed += c.proposed, all.accepted += c.accepted;
  return all;
}

}  // namespace volteface
