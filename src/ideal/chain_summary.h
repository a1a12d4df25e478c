// What the draws of chains say of one number, and how far to trust them.
#pragma once

#include <span>
#include <vector>

#include "volteface/convergence.h"

namespace volteface {

struct DrawSummary {
  double mean = 0;
  double sd = 0;
  double q05 = 0;
  double q95 = 0;
  double rhat = 1;       // of the halves of all chains
  double effective = 0;  // number of independent draws that the mean is worth
};

// `draws`: those of the first chain, then of the second, and so on; equally many of each, at least
// four. Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021 (Bayesian Analysis 16:2), equations 1
// to 11. Where all draws are the same, R-hat is 1 and all are effective. Cost: draws times the lag
// at which they decorrelate.
DrawSummary summarise_draws(std::span<const float> draws, std::size_t chains);

// Over all numbers, of `draws` draws each.
Convergence convergence_of(const std::vector<DrawSummary>& points, int draws);

}  // namespace volteface
