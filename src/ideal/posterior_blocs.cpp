#include "ideal/posterior_blocs.h"

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
constexpr double share_of_leaps = 0.2, leap = 8;       // moves that are so many times as long
constexpr double wanted = 0.3;                         // share of moves that is taken
constexpr std::array<double, 3> fades = {0.5, 5, 30};  // periods

// Moves of an iteration. Where the items follow, a move costs three times as much, and is worth it
// near the centre, where a bloc is parted from the rest by many items: high, by most.
constexpr int stretches = 3, following_stretches = 3;
constexpr std::array<std::size_t, 8> following_places = {0, 0, 2, 2, 4, 1, 3, 5};
constexpr double share_of_short = 0.85;

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

// How points and items move; both return the logarithm of the change of volume.
double stretch_points(const Neighbourhood& near, const Bloc& bloc, const PosteriorDraw& draw,
                      Change& change) {
  double volume = 0;
  for (std::size_t t = 0; t < bloc.log_stretch.size(); ++t) {
    const double by = bloc.log_stretch[t];
    if (by == 0) continue;
    for (const std::uint32_t p : near.points_of_period[t]) {
      if (!bloc.holds(draw.theta[p])) continue;
      change.move_point(p, bloc.edge + std::exp(by) * (draw.theta[p] - bloc.edge));
      volume += by;
    }
  }
  return volume;
}

double stretch_items(const Neighbourhood& near, const Bloc& bloc, const PosteriorDraw& draw,
                     Change& change) {
  double volume = 0;
  for (std::size_t t = 0; t < bloc.log_stretch.size(); ++t) {
    const double by = bloc.log_stretch[t];
    if (by == 0) continue;
    for (const std::uint32_t v : near.items_of_period[t]) {
      const Vector3d& item = draw.items[v];
      if (!bloc.holds(item)) continue;
      const double b = item[0] * std::exp(-by);
      change.move_item(v, {b, item[1] + bloc.edge * (b - item[0]), item[2]});
      volume -= by;
    }
  }
  return volume;
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

BlocMoves::BlocMoves(const PosteriorProblem& problem)
    : problem_(problem), near_(problem), exchanges_(problem) {
  length_.fill(first_length);
}

// By how much each period in which somebody stands beyond the edge is stretched.
void BlocMoves::fade_out(Bloc& bloc, double by, double middle, double fade,
                         const PosteriorDraw& draw) const {
  bloc.log_stretch.assign(problem_.periods.periods, 0);
  for (std::uint32_t t = 0; t < problem_.periods.periods; ++t) {
    const double share = fade > 0 ? 1 - std::abs(t - middle) / fade : 1;
    const auto& points = near_.points_of_period[t];
    if (share > 0 && std::any_of(points.begin(), points.end(),
                                 [&](std::uint32_t p) { return bloc.holds(draw.theta[p]); })) {
      bloc.log_stretch[t] = by * share;
    }
  }
}

bool BlocMoves::stretch_bloc(const Kind& kind, const Centre& centre, CountedRandom& random,
                             bool warm_up, const PosteriorDraw& draw, ItemsFollow& follow,
                             ChangeRatio& ratio) {
  const std::optional<std::size_t> far = point_of(centre, kind.place, random);
  if (!far) return false;
  Bloc bloc;
  bloc.side = centre.theta[*far] > 0 ? 1 : -1;
  bloc.edge = centre.theta[*far] * (least_edge + random.uniform() * (most_edge - least_edge));
  double& length =
      length_[(kind.place * profiles + kind.profile) * 2 + (kind.items_follow ? 1 : 0)];
  const bool leaps = random.uniform() < share_of_leaps;
  const double by = (leaps ? leap : 1) * length * random.normal();
  const double slowness = random.uniform();
  const double middle = problem_.periods.point[*far] + random.uniform() - 0.5;
  const double fade =
      kind.profile + 1 < profiles
          ? fades[kind.profile] * std::pow(fades[kind.profile + 1] / fades[kind.profile], slowness)
          : 0;
  fade_out(bloc, by, middle, fade, draw);
  change_.clear();
  double log_ratio = stretch_points(near_, bloc, draw, change_);
  log_ratio += kind.items_follow ? follow(change_) : stretch_items(near_, bloc, draw, change_);
  log_ratio += ratio(change_);
  const bool accept = std::log(random.uniform()) < log_ratio;
  if (accept) ratio.take(change_, random);
  if (warm_up && !leaps) {
    length = std::clamp(length * std::exp(accept ? 0.3 * (1 - wanted) : -0.3 * wanted),
                        least_length, most_length);
  }
  return accept;
}

BlockCount BlocMoves::move(const Centre& centre, const ChainPlace& at, bool warm_up,
                           PosteriorDraw& draw) {
  CountedRandom random(at.key, at.iteration, for_blocs, 0);
  ChangeRatio ratio(problem_, near_, draw);
  ItemsFollow follow(problem_, near_, centre, draw);
  BlockCount count;
  const auto stretch = [&](const Kind& kind) {
    count.proposed += 1;
    count.accepted += stretch_bloc(kind, centre, random, warm_up, draw, follow, ratio) ? 1 : 0;
  };
  for (int k = 0; k < stretches; ++k) {
    const auto place = static_cast<std::size_t>(random.uniform() * places);
    stretch({place, profile_of(random.uniform()), false});
  }
  for (int k = 0; k < following_stretches; ++k) {
    const auto place = static_cast<std::size_t>(random.uniform() * following_places.size());
    stretch({following_places[place], random.uniform() < share_of_short ? 0U : 1U, true});
  }
  exchanges_.move(random, warm_up, draw, follow, ratio);
  return count;
}

}  // namespace volteface
