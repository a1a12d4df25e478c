// One vote as expectation propagation sees it, slow and obvious: what the vector kernels are
// compared with.
#pragma once

#include <Eigen/Core>

#include "ideal/ideal_state.h"
#include "volteface/record.h"

namespace volteface::reference {

struct SiteCell {
  double theta = 0;
  double variance = 0;
  double pull = 0;  // of the last visit
  Choice choice = Choice::yes;
};

// Derivatives of log P(choice) in the two cuts, by differences.
struct SiteSlopes {
  double yes = 0;
  double no = 0;
  double yes_yes = 0;  // minus second derivatives
  double cross = 0;
  double no_no = 0;
};

struct Site {
  SiteSlopes slopes;
  double of_point = 0;  // parts of the variance of eta
  double of_item = 0;
};

Site site_of(const ItemPosterior& item, const SiteCell& cell);

}  // namespace volteface::reference
