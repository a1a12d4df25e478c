// Ideal points: where each state stands, and how surely.
//
// A dynamic ordinal probit (Bailey, Strezhnev and Voeten 2017, Journal of Conflict Resolution 61:2): state i with
// ideal point theta in period t chooses on item v
//     yes      with probability  Phi(cut_yes - discrimination * theta)
//     no       with probability  1 - Phi(cut_no - discrimination * theta)
//     abstain  otherwise,        cut_yes <= cut_no.
// Roll calls on the same text share an item (bridging.h). Theta moves from period to period. The scale has mean 0 and
// standard deviation 1 over all state-periods, and is high where the USA stood in the Cold War.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "volteface/record.h"

namespace volteface {

enum class PeriodBy { session, year };

struct IdealPoint {
  StateIndex state = 0;
  int period = 0;      // session number or year
  double mean = 0;     // of the posterior
  double sd = 0;
  double q05 = 0;      // 5 % and 95 % quantiles: a 90 % interval
  double q95 = 0;
  std::uint32_t n = 0;  // votes it rests on
};

// One text: one roll call, or several that are bridged.
struct Item {
  double discrimination = 0;
  double cut_yes = 0;  // on the latent scale, beside discrimination * theta
  double cut_no = 0;
};

struct IdealFit {
  static constexpr std::uint32_t no_item = 0xFFFFFFFF;

  std::vector<IdealPoint> points;                // by state, then period
  std::vector<Item> items;
  std::vector<std::uint32_t> item_of_roll_call;  // no_item where a roll call was left out
  std::uint64_t cells = 0;                       // votes that were fitted
};

}  // namespace volteface
