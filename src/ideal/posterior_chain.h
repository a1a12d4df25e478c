// One chain of the sampler.
#pragma once

#include "ideal/posterior_periods.h"

namespace volteface {

class PosteriorChain {
 public:
  PosteriorChain(const PosteriorProblem& problem, PosteriorDraw start, std::uint64_t key);

  // Everything is drawn once. While it warms up, a chain also learns how to move periods.
  void iterate(bool warm_up);

  const PosteriorDraw& draw() const { return draw_; }

  // Shares of what was proposed since the chain began.
  struct Accepted {
    double states = 0, items = 0, periods = 0;
  };
  Accepted accepted() const;

 private:
  void move_periods(std::uint32_t number, bool warm_up);

  const PosteriorProblem& problem_;
  PosteriorDraw draw_;
  ChainPlace place_;
  PeriodMoves moves_;
  BlockCount states_, items_, periods_;
};

}  // namespace volteface
