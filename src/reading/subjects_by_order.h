// The subject of a verb by the order of words alone, where a tree gives it none, or a day: "In May
// his colleague, Ana Ruiz, asked him" (hung on May), "Ana Ruiz of Chad, on Friday called on them".
#pragma once

#include <cstdint>

#include "reading/sentence_tree.h"

namespace volteface {

// The name that a finite verb has before it, over days and what stands between commas; nowhere
// where none stands there.
std::uint32_t subject_by_order(const SentenceTree& tree, std::uint32_t verb);

// Whether a tree that hangs a verb on a noun before it may be wrong: the noun is a day, or a comma
// parts the two.
bool is_parted_from_noun(const SentenceTree& tree, std::uint32_t verb, std::uint32_t noun);

// "The Chadians, he claims, called": the noun before words of saying that are put in before a verb;
// nowhere where none are.
std::uint32_t subject_before_saying(const SentenceTree& tree, std::uint32_t verb);

// "On Friday Chad": no day acts.
bool is_day(const SentenceTree& tree, std::uint32_t noun);

}  // namespace volteface
