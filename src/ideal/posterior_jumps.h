// Draws where, and how far, a state jumps.
//
// Likelihoods far out are flat on one side, so that no normal stand-in tells both of a point that
// stays with those before it and of one that has jumped already. These moves look at the votes
// themselves, and at few points each:
//
//   exchange  two steps change places: the points between them move by the difference, and the
//             walk is as probable as before, but for gaps;
//   level     the points from one wide step to the next move together;
//   run       a few points move together to about where their votes would have them, if what lies
//             beside them is elsewhere; the scales of the steps at both ends are integrated out.
//
// All are taken by votes, pull and walk (Metropolis and Hastings); the hold is left to the caller.
#pragma once

#include "ideal/posterior_change.h"

namespace volteface {

class JumpMoves {
 public:
  // Keeps references. `present` is floats_of(draw.theta), and is kept so.
  JumpMoves(const PosteriorProblem& problem, const ItemColumns& items, PosteriorDraw& draw,
            AlignedVector<float>& present, AlignedVector<float>& proposed);

  // `evidence`: stand-ins for the votes and the pull of each point, made whatever the draw is.
  void move(std::size_t begin, std::size_t end, const PointEvidence& evidence,
            CountedRandom& random);

 private:
  struct Run {
    std::size_t first, last;  // points
    bool is_first, is_last;   // of the state
  };
  void exchange_steps(std::size_t begin, std::size_t end, CountedRandom& random);
  void shift_levels(std::size_t begin, std::size_t end, const PointEvidence& evidence,
                    CountedRandom& random);
  void place_run(const Run& run, const PointEvidence& evidence, CountedRandom& random);

  double step(std::size_t p) const;
  double log_step(std::size_t p, double step, std::uint8_t scale) const;
  double log_first(double theta) const;
  double log_edges(const Run& run, double by) const;
  double log_edges_of_any_scale(const Run& run, double by) const;
  double shift_log_ratio(const Run& run, double by);
  void shift(const Run& run, double by);

  const PosteriorProblem& problem_;
  const ItemColumns& items_;
  PosteriorDraw& draw_;
  AlignedVector<float>&present_, &proposed_;
};

}  // namespace volteface
