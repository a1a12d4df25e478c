// One change of one state: the positions before and behind it, and the day.
#pragma once

#include <optional>
#include <span>
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

// The one position that fits votes first .. last, to which both sides of a change among them are
// drawn. Found sooner from a `start` nearby.
Place position_between(const VotingHistory& history, std::size_t first, std::size_t last,
                       const Place& start = Place::Zero());

// The change between votes first .. split and split .. last; nothing where either side has fewer
// than least_votes_a_side.
std::optional<ChangePoint> change_at(const VotingHistory& history, std::size_t first,
                                     std::size_t split, std::size_t last);

// When between `first` and `last` the state went from one position to another, if it did once: each
// day is as likely as any other before votes are looked at, and the two positions may be any about
// `prior`.
// `split` of each: the first vote behind it.
struct SplitMass {
  std::size_t split = 0;
  double probability = 0;
};
struct WhenChanged {
  std::vector<SplitMass> splits;
  double log_odds = 0;  // of two positions against one, by all votes: natural logarithm
};
WhenChanged when_changed(const VotingHistory& history, std::size_t first, std::size_t last,
                         const Place& prior);

// The same as stretches of days, by date.
std::vector<DateMass> dates_of(const VotingHistory& history, std::span<const SplitMass> splits);

// The change where it most probably came, of the days that leave votes enough on either side.
// Nothing where the votes are told as well by one position.
struct SettledChange {
  ChangePoint change;
  std::vector<SplitMass> when;
};
std::optional<SettledChange> settled_change(const VotingHistory& history, std::size_t first,
                                            std::size_t last, const Place& prior);

}  // namespace volteface
