// Which roll calls hang together through pairs.
#pragma once

#include <span>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// Union by the smaller index: the root of a text is its earliest roll call. Path halving (Tarjan
// and van Leeuwen 1984), so that n joins cost about n steps.
class TextGroups {
 public:
  explicit TextGroups(std::size_t roll_calls);
  TextGroups(std::size_t roll_calls, std::span<const TextPair> pairs);

  RollCallIndex root(RollCallIndex roll_call);
  void join(RollCallIndex a, RollCallIndex b);

 private:
  std::vector<RollCallIndex> parent_;
};

}  // namespace volteface
