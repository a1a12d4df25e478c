// How far to trust the draws of chains.
#pragma once

namespace volteface {

// How far the chains agree. For each state-period: R-hat of the halves of all chains, and the
// effective number of independent draws (Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021,
// Bayesian Analysis 16:2, equations 3 to 11, without rank normalisation). Above 1.05, or below 100,
// the mean of that state-period is not settled. Chains that all start in the same place can have a
// good R-hat and yet not know all of the distribution: it is necessary and not sufficient.
struct Convergence {
  int draws = 0;  // kept, of all chains
  double rhat_median = 1;
  double rhat_q95 = 1;
  double rhat_max = 1;
  double effective_median = 0;
  double effective_q05 = 0;
  double effective_min = 0;
};

}  // namespace volteface
