// A direction in which the likelihood hardly changes: how far out those stand who stand far out.
//
// A probit knows little of how far a bloc that votes as one is from the rest, and the bloc's points
// and the items that part it hold each other in place. Here all of them move at once: beyond an
// edge, in either direction, theta goes to edge + k (theta - edge). The stretch log k is drawn
// about 0 for all periods in which someone stands beyond the edge, or fades out to either side of
// one of them, fast or slowly. The items go along in one of two ways:
//
//   stretched   an item whose middle cut (where no and yes are as probable) lies beyond the edge
//               parts the bloc as before: (b, c) to (b / k, c + edge (b / k - b)). Far out, where
//               likelihoods are flat;
//   following   all items of these periods keep their place in what their stand-ins, given the
//               points, say of them (posterior_stand_ins.h). Near the centre.
//
// The move is taken by the votes, the priors and the volume (Metropolis and Hastings: the move back
// is the same with 1 / k). Scales of steps are integrated out (posterior_change.h).
#pragma once

#include <array>
#include <vector>

#include "ideal/posterior_exchange.h"

namespace volteface {

struct Bloc {
  double side = 1;  // 1: high, -1: low
  double edge = 0;
  std::vector<double> log_stretch;  // of each period

  bool holds(double theta) const { return side * (theta - edge) > 0; }
  // An item's middle cut over its discrimination, without dividing.
  bool holds(const Eigen::Vector3d& item) const {
    const double cut = item[1] + 0.5 * std::exp(item[2]);
    return item[0] > 0 ? side * (cut - edge * item[0]) > 0 : side * (cut - edge * item[0]) < 0;
  }
};

class BlocMoves {
 public:
  // Keeps a reference.
  explicit BlocMoves(const PosteriorProblem& problem);

  // Some moves of blocs, and of exchanges (posterior_exchange.h). While it warms up, the lengths of
  // stretches are fitted to how often they are taken. Counts the stretches.
  BlockCount move(const Centre& centre, const ChainPlace& place, bool warm_up, PosteriorDraw& draw);

 private:
  // Four distances on two sides, three profiles.
  static constexpr std::size_t places = 8, profiles = 3;
  struct Kind {
    std::size_t place = 0, profile = 0;
    bool items_follow = false;
  };
  void fade_out(Bloc& bloc, double by, double middle, double fade, const PosteriorDraw& draw) const;
  bool stretch_bloc(const Kind& kind, const Centre& centre, CountedRandom& random, bool warm_up,
                    const PosteriorDraw& draw, ItemsFollow& follow, ChangeRatio& ratio);

  const PosteriorProblem& problem_;
  const Neighbourhood near_;
  ExchangeMoves exchanges_;
  std::array<double, places * profiles * 2> length_;  // standard deviation of log k
  Change change_;
};

// log density of walks, pull, hold and texts, given what is learned.
double log_prior(const PosteriorProblem& problem, const PosteriorDraw& draw);

}  // namespace volteface
