// Proper names and their types. Which person or state a name means is for entities.h.
#pragma once

#include <string>
#include <vector>

#include "language/gazetteer.h"
#include "volteface/language.h"

namespace volteface::language {

// A name with what is known of it where it stands.
struct FoundName {
  Name name;
  const GazetteerEntry* entry = nullptr;  // null: not in the registry
  std::string key;                        // name_key of its text
  std::string title;                      // lower case: "foreign minister"; of persons
  char gender = 0;                        // by its title
};

// Needs tags and trees. In the order of the text, none overlapping another.
std::vector<FoundName> find_names(const Document& document, const Actors& actors,
                                  const Gazetteer& gazetteer);

}  // namespace volteface::language
