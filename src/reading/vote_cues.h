// Words in which a state's vote is told: "sat on the fence", "the lone no vote".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/sentence_tree.h"
#include "reading/tables.h"

namespace volteface {

// A cue of data/reading/votes.tsv where it stands in a text.
struct FoundVoteCue {
  const VoteCue* cue = nullptr;
  std::uint32_t head = nowhere;  // what the voters hang on
  std::uint32_t first = nowhere;
  std::uint32_t last = nowhere;  // one past its last word
};

// The longest cue that begins at a token. Cost: three look-ups, and a few comparisons for each cue
// that begins with the word.
std::optional<FoundVoteCue> vote_cue_at(const SentenceTree& tree, std::uint32_t token);

}  // namespace volteface
