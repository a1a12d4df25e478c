// Whether a name that no list knows is a person's, an organisation's or a place's.
#pragma once

#include <string>
#include <vector>

#include "language/name_evidence.h"

namespace volteface::language {

// A piece that no list knows; its type is decided when all of the document was seen.
struct Piece {
  std::size_t name = 0;  // place in the list of names
  NameEvidence evidence;
  std::string last_word;
};

// One type a name a document: what all its places say together. A piece of which nothing tells that
// it is a name is dropped.
void decide_types(std::vector<FoundName>& names, const std::vector<Piece>& pieces);

}  // namespace volteface::language
