// Towards whom: how a state's agreement with every other state changed between two windows.
//
// Agreement is as in agreement.h: 1 for the same choice, 1/2 where one abstains, 0 for yes against
// no. Votes of one meeting day go together, so days are what the uncertainty is counted from (the
// cluster-robust variance of a ratio: Cochran 1977, Sampling Techniques, section 6.3). Where the
// largest of many changes is picked, intervals must be simultaneous: they hold for all states at
// once with 95 % (Sidak 1967, JASA 62: 626-633).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

struct Realignment {
  StateIndex other = 0;
  double before = 0;  // 0 to 1
  double after = 0;
  std::uint32_t n_before = 0;  // roll calls on which both voted
  std::uint32_t n_after = 0;
  double change = 0;  // after - before
  double lo = 0;      // simultaneous 95 % interval of the change
  double hi = 0;
  double beyond = 0;     // the change less what the state's general move predicts; NaN if not known
  double beyond_lo = 0;  // simultaneous 95 % interval of it
  double beyond_hi = 0;
};

// What a state would do on each roll call for its general position alone, for `beyond`: one a roll
// call of the window; nothing where that is not known, and the roll call is left out of `beyond`.
struct GeneralMove {
  std::vector<std::optional<ChoiceProbabilities>> before;
  std::vector<std::optional<ChoiceProbabilities>> after;
};

// The change with every state that shares at least `least_shared` roll calls in each window,
// largest first. Throws Error where `general` has not one entry a roll call. Cost: one pass over
// the votes of the windows.
std::vector<Realignment> realignments(const Record& record, StateIndex state,
                                      std::span<const RollCallIndex> before,
                                      std::span<const RollCallIndex> after,
                                      const GeneralMove& general);

}  // namespace volteface
