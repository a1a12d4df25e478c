#include "ideal/posterior_exchange.h"

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

constexpr int points_an_iteration = 5;
constexpr double far = 0.15;         // nearer places are reached by other moves
constexpr double least_gain = 0.02;  // so that no point is given up

}  // namespace

ExchangeMoves::ExchangeMoves(const PosteriorProblem& problem)
    : problem_(problem),
      up_to_(problem.points(), 0),
      far_(up_to_),
      tried_(up_to_),
      gained_(up_to_) {}

double ExchangeMoves::across(std::size_t p, const PosteriorDraw& draw) const {
  const auto& gap = problem_.walks.gap;
  if (gap[p] == 0 || p + 1 == gap.size() || gap[p + 1] != gap[p]) return draw.theta[p];
  return draw.theta[p - 1] + draw.theta[p + 1] - draw.theta[p];
}

bool ExchangeMoves::is_far(std::size_t p, const PosteriorDraw& draw) const {
  return std::abs(across(p, draw) - draw.theta[p]) > far;
}

void ExchangeMoves::aim(const PosteriorDraw& draw) {
  double sum = 0;
  for (std::size_t p = 0; p < problem_.points(); ++p) {
    far_[p] += is_far(p, draw) ? 1 : 0;
    sum += far_[p] * (least_gain + std::max(0.0, gained_[p]) / (tried_[p] + 1));
    up_to_[p] = sum;
  }
}

// The steps themselves are as before, and the walk does not decide: the votes do, and the items.
void ExchangeMoves::try_point(std::size_t p, CountedRandom& random, bool warm_up,
                              const PosteriorDraw& draw, ItemsFollow& follow, ChangeRatio& ratio) {
  if (!is_far(p, draw)) return;
  const auto taken = [](double log_ratio) { return std::exp(std::min(log_ratio, 0.0)); };
  change_.clear();
  change_.move_point(p, across(p, draw));
  if (warm_up) gained_[p] -= taken(ratio(change_));
  const double volume = follow(change_);
  const double log_ratio = volume + ratio(change_);
  if (warm_up) gained_[p] += taken(log_ratio), tried_[p] += 1;
  if (std::log(random.uniform()) < log_ratio) ratio.take(change_, random);
}

void ExchangeMoves::move(CountedRandom& random, bool warm_up, const PosteriorDraw& draw,
                         ItemsFollow& follow, ChangeRatio& ratio) {
  if (warm_up) aim(draw);
  if (!(up_to_.back() > 0)) return;
  for (int k = 0; k < points_an_iteration; ++k) {
    const double at = random.uniform() * up_to_.back();
    const auto p = std::upper_bound(up_to_.begin(), up_to_.end(), at) - up_to_.begin();
    try_point(std::min(static_cast<std::size_t>(p), up_to_.size() - 1), random, warm_up, draw,
              follow, ratio);
  }
}

}  // namespace volteface
