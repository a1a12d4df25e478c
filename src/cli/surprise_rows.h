// Predicted votes as people and programs read them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "cli/program.h"
#include "volteface/surprise.h"

namespace volteface::cli {

// What the votes shown are a choice from.
struct SurpriseView {
  const Record& record;
  std::optional<StateIndex> state;         // of one state only
  std::optional<RollCallIndex> roll_call;  // on one roll call only
  std::size_t votes = 0;                   // that passed, shown or not
  std::vector<PredictedVote> of_all;       // by all states, on the roll calls that passed
};

// Writes the votes in their order; returns the exit code.
int print_surprise(const SurpriseView& view, std::span<const PredictedVote> votes, Format format);

}  // namespace volteface::cli
