// Changes that may be turns: what the votes of two or more sessions on either side say together.
//
// How long a state kept the position before a change, and keeps the one behind, is not known: the
// votes of two, three and five sessions are asked. And a change may show in how a state stands
// among the others in four dimensions, or on the main dimension as it is tied together over time;
// the surer of these two views counts. The mean over the lengths is the probability of a turn.
#pragma once

#include <vector>

#include "turn/change_point.h"

namespace volteface {

struct TurnCandidate {
  double probability = 0;      // that the change is at least least_turn_bits large
  double bits = 0;             // its size
  Date date;                   // of the first vote behind it, on the most probable day
  std::vector<DateMass> when;  // by date; they sum to 1
  // In the view that shows it best, the change of the sessions around that day.
  const VotingHistory* history = nullptr;
  ChangePoint change;
};

// The candidates of a state, largest probability first, and none near a more probable one: changes
// at the beginning of neighbouring sessions are often one and the same. `all_votes`: in four
// dimensions; `main_dimension`: there alone. Both are referred to.
std::vector<TurnCandidate> turn_candidates(const VotingHistory& all_votes,
                                           const VotingHistory& main_dimension);

// One change in one view.
TurnCandidate candidate_from(const VotingHistory& history, const SettledChange& settled,
                             const ChangeScales& scales);

}  // namespace volteface
