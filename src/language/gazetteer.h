// Names of the registry of actors as sequences of words, to be found in text.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "volteface/actors.h"

namespace volteface::language {

struct GazetteerEntry {
  enum class Kind : std::uint8_t { state, demonym, metonym, organisation, person };
  Kind kind = Kind::state;
  bool capitals = false;  // "US": only where the text has capitals alone
  std::vector<std::uint32_t>
      which;  // places in the lists of the registry; several where it is ambiguous
};

class Gazetteer {
 public:
  explicit Gazetteer(const Actors& actors);

  // Words of a sentence as keys (name_key), empty for what does not count in a name.
  struct Match {
    const GazetteerEntry* entry = nullptr;
    std::size_t last = 0;  // behind its last word
  };
  // The longest that begins with keys[at] and is written as it must be. `capitals[i]`: word i has
  // capitals alone; `upper[i]`: it begins with one.
  Match longest(const std::vector<std::string>& keys, const std::vector<bool>& upper,
                const std::vector<bool>& capitals, std::size_t at) const;

 private:
  void add(const std::string& name, GazetteerEntry::Kind kind, std::uint32_t which);

  std::unordered_map<std::uint64_t, GazetteerEntry> entries_;
  std::unordered_map<std::uint64_t, bool> prefixes_;
};

}  // namespace volteface::language
