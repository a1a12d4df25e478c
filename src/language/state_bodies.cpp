#include "language/state_bodies.h"

#include <algorithm>
#include <array>

namespace volteface::language {
namespace {

// The last word of such a name.
bool is_body_of_state(std::string_view word) {
  constexpr std::array<std::string_view, 25> words = {
      "government", "ministry",    "parliament", "senate",         "assembly",
      "cabinet",    "presidency",  "army",       "navy",           "force",
      "forces",     "guard",       "guards",     "military",       "embassy",
      "consulate",  "mission",     "delegation", "treasury",       "office",
      "department", "legislature", "politburo",  "administration", "junta"};
  return std::ranges::find(words, word) != words.end();
}

// "liberation", "resistance"
bool is_against_its_state(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {
      "liberation", "resistance", "rebel", "salvation", "free", "opposition", "exile"};
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool ends_in_body(const NameWords& words, std::size_t first, std::size_t end) {
  return end > first && is_body_of_state(words.keys[end - 1]) &&
         !fights_its_state(words, first, end);
}

bool fights_its_state(const NameWords& words, std::size_t first, std::size_t end) {
  return end > first && is_body_of_state(words.keys[end - 1]) &&
         std::any_of(words.keys.begin() + static_cast<std::ptrdiff_t>(first),
                     words.keys.begin() + static_cast<std::ptrdiff_t>(end), is_against_its_state);
}

const GazetteerEntry* state_behind_body(const Gazetteer& gazetteer, const NameWords& words,
                                        std::size_t first, std::size_t of, std::size_t last) {
  if (last <= of || of == 0 || words.keys[of] != "of") return nullptr;
  if (!ends_in_body(words, first, of)) return nullptr;
  const std::size_t named = of + (of + 1 < last && words.keys[of + 1] == "the" ? 2 : 1);
  if (named >= last) return nullptr;
  const auto match = gazetteer.longest(words.keys, words.upper, words.capitals, named);
  const bool state = match.entry != nullptr && match.entry->kind == GazetteerEntry::Kind::state;
  return state ? match.entry : nullptr;
}

const GazetteerEntry* state_within_body(const Gazetteer& gazetteer, const NameWords& words,
                                        std::size_t first, std::size_t end) {
  if (!ends_in_body(words, first, end)) return nullptr;
  for (std::size_t i = first + 1; i + 1 < end; ++i) {
    const auto match = gazetteer.longest(words.keys, words.upper, words.capitals, i);
    if (match.entry == nullptr) continue;
    return match.entry->kind == GazetteerEntry::Kind::demonym ? match.entry : nullptr;
  }
  return nullptr;
}

}  // namespace volteface::language
