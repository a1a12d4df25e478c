#include "ideal/chain_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "volteface/error.h"

namespace volteface {
namespace {

constexpr int least_draws = 4;  // of a chain, for its halves to have a variance

}  // namespace

void check_chains(int chains, int iterations, int burn_in, int least_burn_in, int thin) {
  if (chains < 1 || chains > 64) throw Error(fmt::format("{} chains, expected 1 to 64", chains));
  if (thin < 1) throw Error(fmt::format("keep each {}-th iteration, expected 1 or more", thin));
  if (burn_in < least_burn_in) {
    throw Error(fmt::format("burn-in of {}, expected {} or more", burn_in, least_burn_in));
  }
  const int kept = (iterations - burn_in) / thin;
  if (kept < least_draws) {
    throw Error(
        fmt::format("{} iterations with a burn-in of {} keep {} draws, expected at least {}",
                    iterations, burn_in, std::max(kept, 0), least_draws));
  }
}

}  // namespace volteface
