#include "language/name_types.h"

#include <algorithm>
#include <map>
#include <utility>

namespace volteface::language {

void decide_types(std::vector<FoundName>& names, const std::vector<Piece>& pieces) {
  std::map<std::string, NameEvidence> of_word;
  for (const FoundName& found : names) {
    if (found.entry != nullptr && found.entry->kind == GazetteerEntry::Kind::person) {
      of_word[found.key.substr(found.key.rfind(' ') + 1)].person += 6;
    }
  }
  for (const Piece& piece : pieces) of_word[piece.last_word] += piece.evidence;
  std::vector<bool> dropped(names.size());
  for (const Piece& piece : pieces) {
    const NameEvidence& all = of_word[piece.last_word];
    const double most = std::max({all.person, all.organisation, all.place});
    dropped[piece.name] = most < 1;
    names[piece.name].name.type = most == all.person         ? NameType::person
                                  : most == all.organisation ? NameType::organisation
                                                             : NameType::place;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) names[kept] = std::move(names[i]);
    ++kept;
  }
  names.resize(kept);
}

}  // namespace volteface::language
