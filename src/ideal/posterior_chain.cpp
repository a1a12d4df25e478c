#include "ideal/posterior_chain.h"

#include <cstdlib>

#include "ideal/posterior_hyper.h"
#include "ideal/posterior_items.h"

namespace volteface {
namespace {

std::size_t longest_walk = std::getenv("LW") ? std::atoi(std::getenv("LW")) : 30;
std::size_t longest_text = std::getenv("LT") ? std::atoi(std::getenv("LT")) : 3;

void add(BlockCount& to, const BlockCount& count) {
  to.proposed += count.proposed;
  to.accepted += count.accepted;
}

double share(const BlockCount& count) {
  return count.proposed > 0 ? count.accepted / count.proposed : 1;
}

}  // namespace

PosteriorChain::PosteriorChain(const PosteriorProblem& problem, PosteriorDraw start,
                               std::uint64_t key)
    : problem_(problem), draw_(std::move(start)), place_{key, 0} {
  draw_.hyper = draw_hyperparameters(problem_, place_, draw_);
}

void PosteriorChain::move_periods(std::uint32_t number, bool warm_up) {
  if (warm_up && number == 0 && (place_.iteration < 4 || place_.iteration % 16 == 0))
    moves_.learn(problem_, draw_);
  const double accepted = moves_.move(problem_, place_, number, draw_);
  add(periods_, {1, accepted});
  if (warm_up) moves_.adapt(accepted);
}

void PosteriorChain::iterate(bool warm_up) {
  ++place_.iteration;
  add(items_, draw_items(problem_, place_, longest_text, draw_));
  move_periods(0, warm_up);
  add(states_, draw_states(problem_, place_, columns_of(draw_.items), longest_walk, draw_));
  move_periods(1, warm_up);
  draw_.hyper = draw_hyperparameters(problem_, place_, draw_);
}

PosteriorChain::Accepted PosteriorChain::accepted() const {
  return {share(states_), share(items_), share(periods_)};
}

}  // namespace volteface
