// The slow directions: periods that shift or stretch as a whole against each other.
//
// If all points of a period go from theta to a + k theta, and its items from (b, c) to (b / k,
// c + a b / k), no vote becomes more or less likely. Only the walks, the recurring texts and the
// priors hold a and k, and the volume of what moves: stretching n points takes k^n of space, and
// gives back k per discrimination. Sweeps over points and items crawl along these directions, and
// end where the joint mode lies, which is not where the mass is: on simulated records the spread
// of a period was off by up to 50 %, and with the move by 10 % (docs/ideal.md).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ideal/ideal_state.h"
#include "ideal/item_chains.h"
#include "ideal/periods.h"
#include "ideal/walks.h"

namespace volteface {

// Uncertainty of a period's shift and log stretch, relative to all: variance and covariance.
struct PeriodUncertainty {
  double shift = 0;
  double both = 0;
  double stretch = 0;

  // What it adds to the variance of a point at theta.
  double at(double theta) const { return shift + 2 * theta * both + theta * theta * stretch; }
};

// Moves all periods to where the posterior along these directions has its mode (one Newton step).
// `evidence` tells how much of each item and point rests on votes. Cost: the cube of twice the
// periods, 3 ms for 80.
std::vector<PeriodUncertainty> move_periods(const PeriodsOf& periods, const Walks& walks,
                                            const ItemChains& chains,
                                            const PointEvidence& point_evidence,
                                            std::span<const ItemEvidence> item_evidence,
                                            IdealState& state);

// Shifts and stretches everything, so that the points have mean 0 and standard deviation 1. The
// pull to the centre is of the new scale.
struct Standardised {
  double mean = 0;  // before
  double sd = 1;
};
Standardised standardise(IdealState& state);

// High becomes low.
void mirror(IdealState& state);

}  // namespace volteface
