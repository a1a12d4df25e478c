// Votes as a state would have cast them under an account that is known: to measure attribution by.
#pragma once

#include <random>
#include <span>
#include <string>
#include <vector>

#include "turn/standing.h"
#include "volteface/attribution.h"

namespace volteface {

// What the simulated state does from the turn on.
struct SimulatedAccount {
  AccountKind kind = AccountKind::stays;  // reference_moved: the state stays
  double step = 0;                        // own_move: length of the step, in a random direction
  std::string subject;                    // one_subject
  double offset = 0;                      // and what comes on its roll calls
  double share_followed = 0;              // follows
  std::vector<Choice> reference;          // and what the reference cast, one a vote
};

struct SimulatedVotes {
  std::vector<Choice> choices;  // one a vote
  std::size_t changed = 0;      // of these, other than if the state had stayed by the same draws
};

// Draws where the state stands and how it leans, as uncertain as they were before the turn, lets
// the position drift with a variance of `drift_a_year`, and casts a vote on every one of the roll
// calls.
SimulatedVotes simulate_votes(const Record& record, const StateBefore& standing,
                              std::span<const LaterVote> votes, const SimulatedAccount& account,
                              Date turn, double drift_a_year, std::mt19937_64& random);

// Puts the choices in place of the state's own, in the record and in what was predicted. Takes them
// back on destruction.
class ReplacedVotes {
 public:
  ReplacedVotes(Record& record, PredictiveRecord& predicted, StateIndex state,
                std::span<const LaterVote> votes, std::span<const Choice> choices);
  ~ReplacedVotes();
  ReplacedVotes(const ReplacedVotes&) = delete;
  ReplacedVotes& operator=(const ReplacedVotes&) = delete;

 private:
  void put(std::span<const Choice> choices);

  Record& record_;
  PredictiveRecord& predicted_;
  StateIndex state_;
  std::vector<RollCallIndex> roll_calls_;
  std::vector<Choice> own_;
};

}  // namespace volteface
