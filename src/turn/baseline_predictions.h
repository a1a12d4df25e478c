// What surprise has to be better than: predictions that need no model.
//
// Each gives one prediction for each vote that predict_votes() predicts of the same roll calls, in
// the same order, and learns nothing from cells held out, so that the log losses can be compared.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "volteface/surprise.h"

namespace volteface {

// The shares of choices in the other states' votes on the roll call, with one vote more of each.
std::vector<PredictedVote> predict_by_shares(const Record& record,
                                             std::span<const PredictedVote> votes,
                                             std::span<const std::uint64_t> held_out = {});

// How far the state's last choice on the same text is believed, by what that was: yes, abstain, no.
using LastChoiceWeights = std::array<double, 3>;

// A mixture of the state's last choice on the same text (texts_from_past) and of the shares; of the
// shares alone where it cast no vote on the text before. `roll_calls` are those that texts are
// sought among.
std::vector<PredictedVote> predict_by_last_choice(const Record& record,
                                                  std::span<const RollCallIndex> roll_calls,
                                                  std::span<const PredictedVote> votes,
                                                  const LastChoiceWeights& weights,
                                                  std::span<const std::uint64_t> held_out = {});

// The weights with the least log loss on these very votes: known only in hindsight, which favours
// the baseline.
LastChoiceWeights best_last_choice_weights(const Record& record,
                                           std::span<const RollCallIndex> roll_calls,
                                           std::span<const PredictedVote> votes,
                                           std::span<const std::uint64_t> held_out = {});

// Of the votes, those whose cells (ascending) were held out.
std::vector<PredictedVote> votes_in(const Record& record, std::span<const PredictedVote> votes,
                                    std::span<const std::uint64_t> cells);

}  // namespace volteface
