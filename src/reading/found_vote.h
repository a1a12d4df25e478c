// A vote as a sentence tells it, before it is known which day it was cast on.
#pragma once

#include <cstdint>
#include <vector>

#include "reading/sentence_tree.h"
#include "volteface/reading.h"

namespace volteface {

struct FoundVote {
  std::uint32_t head = nowhere;  // the word that tells it
  ReportedChoice choice = ReportedChoice::yes;
  VoteStatus status = VoteStatus::cast;
  std::vector<Actor> voters;
};

}  // namespace volteface
