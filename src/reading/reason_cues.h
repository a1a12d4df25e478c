// Words that bring in a reason: "because", "put the vote down to", "made Chad abstain".
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "reading/sentence_tree.h"
#include "reading/tables.h"

namespace volteface {

// A cue of data/reading/explanations.tsv where it stands in a text: tokens first .. last.
struct CuePlace {
  const ReasonCue* cue = nullptr;
  std::uint32_t first = 0, last = 0;
  // The words that a ~ of the cue stands for: [gap_first, gap_last); empty where there is none.
  std::uint32_t gap_first = 0, gap_last = 0;
};

// "on the ground that", "explained that": what somebody pleads is seldom told as an answer.
bool pleads(const CuePlace& place);

// "behind the vote analysts see", but not "behind the vote lies".
bool is_seen_behind(const SentenceTree& tree, const CuePlace& place);

// The longest cue that begins at a token, within [token, end). Cost: a look-up, and a few
// comparisons for each cue that begins with the word.
std::optional<CuePlace> reason_cue_at(const SentenceTree& tree, std::uint32_t token,
                                      std::uint32_t end);

}  // namespace volteface
