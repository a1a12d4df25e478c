// Names of bodies of a state, "Government of Chad", "Royal Thai Navy": what they do, the state
// does.
#pragma once

#include <string>
#include <vector>

#include "language/gazetteer.h"

namespace volteface::language {

// The words of a sentence as the gazetteer takes them.
struct NameWords {
  const std::vector<std::string>& keys;
  const std::vector<bool>& upper;
  const std::vector<bool>& capitals;
};

// Words [first, end) end in "Ministry", "Navy" and the like; none is a court, a bank or a party.
bool ends_in_body(const NameWords& words, std::size_t first, std::size_t end);

// "Liberation Army", which fights the state whose name stands before it.
bool fights_its_state(const NameWords& words, std::size_t first, std::size_t end);

// Of "Government of the Republic of Chad", words [first, last) where "of" stands at `of`, the
// state; none for others, or for an army that fights it.
const GazetteerEntry* state_behind_body(const Gazetteer& gazetteer, const NameWords& words,
                                        std::size_t first, std::size_t of, std::size_t last);

// The state of "Royal Thai Government", words [first, end).
const GazetteerEntry* state_within_body(const Gazetteer& gazetteer, const NameWords& words,
                                        std::size_t first, std::size_t end);

}  // namespace volteface::language
