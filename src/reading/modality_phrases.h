// Whether the words right before an act say that it has not been, is planned or may be: "stopped
// short of", "about to", "on the verge of". By the order of words, since trees hang what follows in
// many ways.
#pragma once

#include "reading/sentence_tree.h"
#include "volteface/reading.h"

namespace volteface {

// Of a verb ("refrained from condemning") or a noun ("instead of a ban").
Modality modality_by_words_before(const SentenceTree& tree, std::uint32_t word);

}  // namespace volteface
