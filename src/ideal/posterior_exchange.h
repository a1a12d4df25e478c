// Two neighbouring steps of a state change places, and the items of the period between them follow.
//
// A state that stands nearly alone decides what the items of its period are, and they hold it where
// it is: given them, it would not jump a period later, though it may have done so. So points are
// tried with the items following (posterior_stand_ins.h); above all those for which this was seen
// to help while the chain warmed up.
#pragma once

#include "ideal/posterior_stand_ins.h"

namespace volteface {

class ExchangeMoves {
 public:
  // Keeps a reference.
  explicit ExchangeMoves(const PosteriorProblem& problem);

  // Some moves. `follow` and `ratio` are of the draw.
  void move(CountedRandom& random, bool warm_up, const PosteriorDraw& draw, ItemsFollow& follow,
            ChangeRatio& ratio);

 private:
  // Where the point goes if the steps to it and from it change places; where it is, if it may not.
  double across(std::size_t p, const PosteriorDraw& draw) const;
  bool is_far(std::size_t p, const PosteriorDraw& draw) const;
  void aim(const PosteriorDraw& draw);
  void try_point(std::size_t p, CountedRandom& random, bool warm_up, const PosteriorDraw& draw,
                 ItemsFollow& follow, ChangeRatio& ratio);

  const PosteriorProblem& problem_;
  Change change_;
  std::vector<double> up_to_;  // sums of the weights with which points are tried

  // Seen while warming up: how often the two places of a point were far from each other, was it
  // tried, and was it taken more often than if the items had stayed.
  std::vector<double> far_, tried_, gained_;
};

}  // namespace volteface
