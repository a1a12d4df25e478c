// A direction in which the likelihood hardly changes: how far out those stand who stand far out.
//
// A probit knows little of how far a bloc that votes as one is from the rest, and the bloc's points
// and the items that part it hold each other in place. Here all of them move at once: beyond an
// edge, in either direction, theta goes to edge + k (theta - edge), and an item whose middle cut
// (where no and yes are as probable) lies beyond the edge goes along, so that it parts the bloc as
// before: (b, c) to (b / k, c + edge (b / k - b)). Volume changes by k for each such point and by 1
// / k for each such item. The stretch log k is drawn about 0 for all periods in which someone
// stands beyond the edge, or fades out to either side of one of them, fast or slowly; it is taken
// by the votes, the priors and the volume (Metropolis and Hastings: the move back is the same with
// 1 / k).
#pragma once

#include <array>

#include "ideal/posterior_states.h"

namespace volteface {

class BlocMoves {
 public:
  BlocMoves();

  // One move; while it warms up, the lengths of moves are fitted to how often they are taken.
  // Returns whether it was taken.
  bool move(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& place,
            std::uint32_t number, bool warm_up, PosteriorDraw& draw);

 private:
  // Of moves: four distances on two sides, three profiles.
  static constexpr std::size_t places = 8, profiles = 3;
  std::array<double, places * profiles> length_;  // standard deviation of log k
};

// log density of walks, pull, hold and texts, given what is learned.
double log_prior(const PosteriorProblem& problem, const PosteriorDraw& draw);

}  // namespace volteface
