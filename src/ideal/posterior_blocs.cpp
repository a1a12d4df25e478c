#include "ideal/posterior_blocs.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <optional>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr std::array<double, 5> distances = {0.5, 1, 2, 4, 1e9};  // of points from the centre
constexpr double least_edge = 0.3, most_edge = 0.95;              // of such a distance
constexpr double first_length = 0.02, least_length = 1e-4, most_length = 1;
constexpr double wanted = 0.3;                         // share of moves that is taken
constexpr std::array<double, 3> fades = {0.5, 5, 30};  // periods

struct Bloc {
  double side = 1;  // 1: high, -1: low
  double edge = 0;
  std::vector<double> log_stretch;  // of each period

  bool holds(double theta) const { return side * (theta - edge) > 0; }
  // An item's middle cut over its discrimination, without dividing.
  bool holds(const Vector3d& item) const {
    const double cut = item[1] + 0.5 * std::exp(item[2]);
    return item[0] > 0 ? side * (cut - edge * item[0]) > 0 : side * (cut - edge * item[0]) < 0;
  }
};

// 0 fades fast, 1 slowly, 2 not at all; the last looks at every vote, and is rare.
std::size_t profile_of(double uniform) { return uniform < 0.5 ? 0 : uniform < 0.875 ? 1 : 2; }

// A point that stands out, of one side and at one distance, by where points lie on average (not by
// the draw, so that the move back is as probable).
std::optional<std::size_t> point_of(const Centre& centre, std::size_t place,
                                    CountedRandom& random) {
  const double side = place % 2 == 0 ? 1 : -1;
  const double least = distances[place / 2], most = distances[place / 2 + 1];
  std::vector<std::size_t> some;
  for (std::size_t p = 0; p < centre.theta.size(); ++p) {
    const double out = side * centre.theta[p];
    if (out >= least && out < most) some.push_back(p);
  }
  if (some.empty()) return std::nullopt;
  return some[static_cast<std::size_t>(random.uniform() * static_cast<double>(some.size()))];
}

// Moves the bloc; returns the logarithm of the change of volume.
double stretch(const PosteriorProblem& problem, const Bloc& bloc, PosteriorDraw& draw) {
  double volume = 0;
  for (std::size_t p = 0; p < draw.theta.size(); ++p) {
    const double by = bloc.log_stretch[problem.periods.point[p]];
    if (by == 0 || !bloc.holds(draw.theta[p])) continue;
    draw.theta[p] = bloc.edge + std::exp(by) * (draw.theta[p] - bloc.edge);
    volume += by;
  }
  for (std::size_t v = 0; v < draw.items.size(); ++v) {
    const double by = bloc.log_stretch[problem.periods.item[v]];
    Vector3d& item = draw.items[v];
    if (by == 0 || !bloc.holds(item)) continue;
    const double b = item[0] * std::exp(-by);
    item[1] += bloc.edge * (b - item[0]);
    item[0] = b;
    volume -= by;
  }
  return volume;
}

double votes_log_ratio(const PosteriorProblem& problem, const Bloc& bloc,
                       const PosteriorDraw& present, const PosteriorDraw& proposed) {
  const AlignedVector<float> from = floats_of(present.theta), to = floats_of(proposed.theta);
  std::vector<double> ratio(present.items.size(), 0);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, ratio.size(), 64), [&](const auto& piece) {
    for (std::size_t v = piece.begin(); v != piece.end(); ++v) {
      if (bloc.log_stretch[problem.periods.item[v]] == 0) continue;
      ratio[v] = item_log_ratio(problem.by_item, static_cast<std::uint32_t>(v),
                                values_of(present.items[v]), values_of(proposed.items[v]),
                                from.data(), to.data());
    }
  });
  double sum = 0;
  for (double r : ratio) sum += r;
  return sum;
}

}  // namespace

double log_prior(const PosteriorProblem& problem, const PosteriorDraw& draw) {
  const SampledHyperparameters& hyper = draw.hyper;
  double square = 0;
  for (std::size_t p = 0; p < draw.theta.size(); ++p) {
    const double pulled = draw.theta[p] - problem.pulled_to[p];
    square += Hyperparameters::pull_to_centre * pulled * pulled;
    if (problem.walks.gap[p] == 0) {
      const double off = draw.theta[p] - hyper.first_mean;
      square += off * off / hyper.first_variance;
    } else {
      const double step = draw.theta[p] - draw.theta[p - 1];
      square += step * step / step_variance(problem, p, draw.scale[p]);
    }
  }
  const Matrix3d prior = hyper.item_covariance.inverse(), tie = hyper.drift.inverse();
  for (std::size_t k = 0; k < problem.chains.size(); ++k) {
    const auto chain = problem.chains.chain(k);
    const Vector3d first = draw.items[chain[0]] - hyper.item_mean;
    square += first.dot(prior * first);
    for (std::size_t j = 1; j < chain.size(); ++j) {
      const Vector3d change = draw.items[chain[j]] - draw.items[chain[j - 1]];
      square += change.dot(tie * change);
    }
  }
  return log_hold(problem, draw.theta) - 0.5 * square;
}

BlocMoves::BlocMoves() { length_.fill(first_length); }

bool BlocMoves::move(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& at,
                     std::uint32_t number, bool warm_up, PosteriorDraw& draw) {
  CountedRandom random(at.key, at.iteration, for_blocs, number);
  const auto place = static_cast<std::size_t>(random.uniform() * places);
  const std::size_t profile = profile_of(random.uniform());
  const std::optional<std::size_t> far = point_of(centre, place, random);
  if (!far) return false;
  Bloc bloc;
  bloc.side = centre.theta[*far] > 0 ? 1 : -1;
  bloc.edge = centre.theta[*far] * (least_edge + random.uniform() * (most_edge - least_edge));
  double& length = length_[place * profiles + profile];
  const double by = length * random.normal();
  const double slowness = random.uniform();
  const double middle = problem.periods.point[*far] + random.uniform() - 0.5;
  const double fade =
      profile < 2 ? fades[profile] * std::pow(fades[profile + 1] / fades[profile], slowness) : 0;
  bloc.log_stretch.assign(problem.periods.periods, 0);
  for (std::size_t p = 0; p < draw.theta.size(); ++p) {
    const std::uint32_t t = problem.periods.point[p];
    if (!bloc.holds(draw.theta[p])) continue;
    bloc.log_stretch[t] = profile < 2 ? by * std::max(0.0, 1 - std::abs(t - middle) / fade) : by;
  }
  PosteriorDraw proposed = draw;
  const double volume = stretch(problem, bloc, proposed);
  const double log_ratio = volume + log_prior(problem, proposed) - log_prior(problem, draw) +
                           votes_log_ratio(problem, bloc, draw, proposed);
  const bool accept = std::log(random.uniform()) < log_ratio;
  if (accept) draw = std::move(proposed);
  if (warm_up) {
    length = std::clamp(length * std::exp(accept ? 0.3 * (1 - wanted) : -0.3 * wanted),
                        least_length, most_length);
  }
  return accept;
}

}  // namespace volteface
