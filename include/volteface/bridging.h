// Bridging: which roll calls of different sessions were on the same text.
//
// The General Assembly votes on many texts every year, under the same title. Roll calls on the same text tie the
// scale of ideal points together over time (Bailey, Strezhnev and Voeten 2017, section "Bridging").
#pragma once

#include <vector>

#include "volteface/record.h"

namespace volteface {

// Pairs of consecutive roll calls on one text, found from titles, kinds, subjects and neighbouring numbers, for the
// whole record. How well this finds the known pairs is told in docs/bridging.md.
std::vector<TextPair> find_recurring_texts(const Record& record);

// The known pairs of the record, and the found ones where both roll calls lie behind the known ones' end or neither
// is in a known pair. What the models use by default.
std::vector<TextPair> bridging_pairs(const Record& record);

}  // namespace volteface
