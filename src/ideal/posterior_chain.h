// One chain of the sampler.
#pragma once

#include "ideal/posterior_blocs.h"
#include "ideal/posterior_periods.h"

namespace volteface {

class PosteriorChain {
 public:
  PosteriorChain(const PosteriorProblem& problem, Centre centre, PosteriorDraw start,
                 std::uint64_t key);

  // Everything is drawn once. While it warms up, a chain also learns where its centre is and how to
  // move periods.
  void iterate(bool warm_up);

  const PosteriorDraw& draw() const { return draw_; }

  // Shares of what was proposed since the chain has warmed up.
  struct Accepted {
    double states = 0, items = 0, periods = 0, blocs = 0;
  };
  Accepted accepted() const;

 private:
  void move_periods(std::uint32_t number, bool warm_up);
  void learn_centre();

  const PosteriorProblem& problem_;
  Centre centre_;
  PosteriorDraw draw_;
  ChainPlace place_;
  PeriodMoves moves_;
  BlocMoves bloc_moves_;
  BlockCount states_, items_, periods_, blocs_;

  // Sums of the draws since the centre was last put in place.
  Centre sum_;
  std::vector<float> items_accepted_, states_accepted_;
  std::uint32_t summed_ = 0;
  std::uint32_t next_centre_ = 10;  // iteration
};

}  // namespace volteface
