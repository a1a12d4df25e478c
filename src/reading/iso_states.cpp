#include "reading/iso_states.h"

#include <algorithm>
#include <array>
#include <utility>

namespace volteface {

std::string_view iso_code(std::string_view seat) {
  // Russia and Germany go on where the Soviet Union and West Germany were; "YAR" and "EAT" were
  // never codes of ISO.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> codes = {
      {{"SUN", "RUS"}, {"GFR", "DEU"}, {"YAR", "YEM"}, {"EAT", "TZA"}}};
  const auto* const found =
      std::ranges::find(codes, seat, &std::pair<std::string_view, std::string_view>::first);
  return found == codes.end() ? seat : found->second;
}

bool names_former_seat(const Document& document) {
  return std::ranges::any_of(document.entities, [](const Entity& entity) {
    return iso_code(entity.state) != entity.state;
  });
}

void name_by_iso(Document& document) {
  for (Entity& entity : document.entities) entity.state = iso_code(entity.state);
}

}  // namespace volteface
