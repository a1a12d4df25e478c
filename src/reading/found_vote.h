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
  // It is as others voted (those named, else those told of last), or not so: `not_others` where
  // only that is told (it was no yes, if theirs was one), `opposed` where it is the other choice.
  enum class Like : std::uint8_t { nobody, others, not_others, opposed } like = Like::nobody;
  std::vector<Actor> leaders = {};
};

}  // namespace volteface
