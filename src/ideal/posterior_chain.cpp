#include "ideal/posterior_chain.h"

#include <algorithm>

#include "ideal/posterior_hyper.h"
#include "ideal/posterior_items.h"

namespace volteface {
namespace {

// Short steps after a draw, by the share of draws that is taken.
std::uint8_t steps_at(double accepted) {
  return accepted > 0.7 ? 0 : accepted > 0.5 ? 1 : accepted > 0.3 ? 2 : 4;
}

void add(BlockCount& to, const BlockCount& count) {
  to.proposed += count.proposed;
  to.accepted += count.accepted;
}

double share(const BlockCount& count) {
  return count.proposed > 0 ? count.accepted / count.proposed : 1;
}

}  // namespace

PosteriorChain::PosteriorChain(const PosteriorProblem& problem, Centre centre, PosteriorDraw start,
                               std::uint64_t key)
    : problem_(problem),
      centre_(std::move(centre)),
      draw_(std::move(start)),
      place_{key, 0},
      bloc_moves_(problem) {
  draw_.hyper = draw_hyperparameters(problem_, place_, draw_);
  sum_ = centre_;
  items_accepted_.assign(draw_.items.size(), 0.0F);
  states_accepted_.assign(problem_.states(), 0.0F);
}

void PosteriorChain::move_periods(std::uint32_t number, bool warm_up) {
  if (warm_up && number == 0 && (place_.iteration < 4 || place_.iteration % 16 == 0))
    moves_.learn(problem_, draw_);
  const double accepted = moves_.move(problem_, place_, number, draw_);
  add(periods_, {1, accepted});
  if (warm_up) moves_.adapt(accepted);
}

// Means over ever longer stretches of the warm-up.
void PosteriorChain::learn_centre() {
  const auto number = static_cast<double>(summed_);
  for (std::size_t p = 0; p < draw_.theta.size(); ++p) {
    const double off = draw_.theta[p] - centre_.theta[p];
    sum_.theta[p] = (summed_ > 0 ? sum_.theta[p] : 0) + off;
    sum_.theta_sd[p] = (summed_ > 0 ? sum_.theta_sd[p] : 0) + off * off;
  }
  for (std::size_t v = 0; v < draw_.items.size(); ++v)
    sum_.items[v] = (summed_ > 0 ? sum_.items[v] : Eigen::Vector3d::Zero()) + draw_.items[v];
  ++summed_;
  if (place_.iteration < next_centre_) return;
  for (std::size_t p = 0; p < draw_.theta.size(); ++p) {
    const double off = sum_.theta[p] / (number + 1);
    centre_.theta[p] += off;
    centre_.theta_sd[p] = std::sqrt(std::max(sum_.theta_sd[p] / (number + 1) - off * off, 0.0));
  }
  for (std::size_t v = 0; v < draw_.items.size(); ++v)
    centre_.items[v] = sum_.items[v] / (number + 1);
  const auto fit_steps = [&](std::vector<float>& accepted, std::vector<std::uint8_t>& steps) {
    for (std::size_t k = 0; k < accepted.size(); ++k)
      steps[k] = steps_at(static_cast<double>(accepted[k]) / (number + 1));
    std::fill(accepted.begin(), accepted.end(), 0.0F);
  };
  fit_steps(items_accepted_, centre_.item_steps);
  fit_steps(states_accepted_, centre_.state_steps);
  summed_ = 0;
  next_centre_ = next_centre_ * 3 / 2;
}

void PosteriorChain::iterate(bool warm_up) {
  ++place_.iteration;
  const auto count = [&](std::vector<float>& accepted) {
    return warm_up ? std::span<float>(accepted) : std::span<float>();
  };
  add(items_, draw_items(problem_, centre_, place_, draw_, count(items_accepted_)));
  move_periods(0, warm_up);
  add(states_, draw_states(problem_, centre_, place_, columns_of(draw_.items), draw_,
                           count(states_accepted_)));
  move_periods(1, warm_up);
  add(blocs_, bloc_moves_.move(centre_, place_, warm_up, draw_));
  draw_.hyper = draw_hyperparameters(problem_, place_, draw_);
  if (!warm_up) return;
  learn_centre();
  states_ = items_ = periods_ = blocs_ = {};
}

PosteriorChain::Accepted PosteriorChain::accepted() const {
  return {share(states_), share(items_), share(periods_), share(blocs_)};
}

}  // namespace volteface
