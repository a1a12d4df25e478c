// Bridging: which roll calls of different sessions were on the same text.
//
// The General Assembly votes on many texts every year, under the same title. Roll calls on the same
// text tie the scale of ideal points together over time (Bailey, Strezhnev and Voeten 2017, section
// "Bridging").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// Pairs of consecutive roll calls on one text, found from titles, kinds and symbols, for the whole
// record; how states voted is not looked at. How well this finds the known pairs is told in
// docs/bridging.md.
std::vector<TextPair> find_recurring_texts(const Record& record);

// The known pairs of the record, and the found ones that do not conflict: neither is the earlier
// one followed by another known roll call, nor the later one preceded by one. What the models use
// by default.
std::vector<TextPair> bridging_pairs(const Record& record);

// The text of each roll call, as a number: equal for roll calls that hang together through pairs,
// counted from 0 in the order of the record. A roll call in no pair is a text of its own.
std::vector<std::uint32_t> text_groups(const Record& record, std::span<const TextPair> pairs);

}  // namespace volteface
