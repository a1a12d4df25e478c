// One change of one state: the positions before and behind it, and the day.
#pragma once

#include <optional>
#include <vector>

#include "turn/change_size.h"
#include "turn/voting_history.h"
#include "volteface/turns.h"

namespace volteface {

struct ChangePoint {
  std::size_t first = 0;  // votes first .. split are before, split .. last behind
  std::size_t split = 0;
  std::size_t last = 0;
  PlaceEstimate before;
  PlaceEstimate after;
  SeenChange seen;
};

// The change between votes first .. split and split .. last; nothing where either side has fewer
// than least_votes_a_side.
inline constexpr std::size_t least_votes_a_side = 8;
std::optional<ChangePoint> change_at(const VotingHistory& history, std::size_t first,
                                     std::size_t split, std::size_t last);

// When between `first` and `last` the state went from the one position to the other, if it did
// once: each day is as likely as any other before votes are looked at. `split` of each: the first
// vote behind it.
struct SplitMass {
  std::size_t split = 0;
  double probability = 0;
};
std::vector<SplitMass> when_changed(const VotingHistory& history, const ChangePoint& change);

// The same change with its split moved to where it most probably is, and positions fitted anew.
ChangePoint settle(const VotingHistory& history, const ChangePoint& change);

}  // namespace volteface
