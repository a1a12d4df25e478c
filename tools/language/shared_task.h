// Scores a document against gold by the rules of the CoNLL 2018 shared task (Zeman et al. 2018):
// words are aligned by their place in the text, those of contractions by their longest common
// subsequence.
#pragma once

#include <cstddef>

#include "volteface/language.h"

namespace volteface::language {

struct Score {
  std::size_t right = 0, gold = 0, system = 0;
  double f1() const {
    return gold + system == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(gold + system);
  }
  Score& operator+=(const Score& other);
};

struct SharedTaskScores {
  Score sentences, words, upos, xpos, lemmas, uas, las, las_with_subtypes;
  SharedTaskScores& operator+=(const SharedTaskScores& other);
};

// Both are of the same text.
SharedTaskScores shared_task_scores(const Document& gold, const Document& system);

}  // namespace volteface::language
