// "the two sides", "both governments": which two states are meant.
#include <algorithm>

#include "language/joined_nouns.h"
#include "language/nominals.h"

namespace volteface::language {
namespace {

using Pair = std::vector<std::uint32_t>;  // of states; or nothing

void add_once(std::uint32_t entity, Pair& out) {
  if (std::ranges::find(out, entity) == out.end()) out.push_back(entity);
}

}  // namespace

// The state that was spoken of, by itself or by one who serves it; nowhere if none was.
std::uint32_t Nominals::state_of_appearance(const Appearance& seen) const {
  const Entity& entity = document_.entities[seen.entity];
  if (entity.type == NameType::state) return seen.entity;
  const bool serves = entity.type == NameType::person && !entity.state.empty();
  return serves ? entities_.state(entity.state) : nowhere;
}

// Whether one of some is the state or serves it.
bool Nominals::is_of_one(std::uint32_t state, const std::vector<std::uint32_t>& others) const {
  return std::ranges::any_of(others, [&](std::uint32_t other) {
    return document_.entities[other].state == document_.entities[state].state;
  });
}

// Those named together come first, then those whom such a noun meant before, those whom the
// paragraph is about, and those named most. None is whoever else acts in the clause.
std::vector<std::uint32_t> Nominals::two_states(std::uint32_t noun,
                                                const std::vector<std::uint32_t>& others) const {
  const auto fits = [&](const Pair& pair) {
    return pair.size() == 2 && std::ranges::none_of(pair, [&](std::uint32_t state) {
             return is_of_one(state, others);
           });
  };
  if (Pair pair = two_named_together(noun); fits(pair)) return pair;
  if (Pair pair = two_meant_before(noun); fits(pair)) return pair;
  if (Pair pair = two_of_paragraph(noun); fits(pair)) return pair;
  return two_named_most(noun, others);
}

// "Chad and Mali had agreed", "Chadian troops and Malian rebels fought", "a treaty between Chad and
// the government of Mali": two that are joined, the last ones of a few sentences. Not "thanked Oman
// and Iraq".
std::vector<std::uint32_t> Nominals::two_named_together(std::uint32_t noun) const {
  constexpr std::uint32_t near = 2;  // sentences
  struct Place {
    std::uint32_t top = 0, state = 0;
  };
  std::vector<Place> places;
  for (const Appearance& seen : discourse_.before(noun, near)) {
    const std::uint32_t state = state_of_appearance(seen);
    if (state == nowhere || seen.quoted) continue;
    const std::uint32_t own = noun_served_by(document_, trees_, seen.token);
    Pair joined{state};
    for (const Place& other : places) {
      if (act_together(document_, trees_, own, other.top)) add_once(other.state, joined);
    }
    places.push_back({own, state});
    if (joined.size() > 2) return {};
    if (joined.size() == 2 && has_label(document_.tokens[own], "conj")) continue;
    if (joined.size() == 2) return {joined[0], joined[1]};
  }
  return {};
}

// The only two that the paragraph names.
std::vector<std::uint32_t> Nominals::two_of_paragraph(std::uint32_t noun) const {
  std::uint32_t first = trees_.sentence(noun);
  constexpr std::uint32_t longest = 8;  // sentences
  const std::uint32_t here = first;
  while (first > 0 && here - first < longest && !document_.sentences[first].begins_paragraph)
    --first;
  Pair out;
  for (const Appearance& seen : discourse_.before(noun, here - first)) {
    const std::uint32_t state = state_of_appearance(seen);
    if (state != nowhere) add_once(state, out);
  }
  if (out.size() == 2) std::swap(out[0], out[1]);  // as they were named
  return out;
}

std::vector<std::uint32_t> Nominals::two_meant_before(std::uint32_t noun) const {
  constexpr std::uint32_t near = 8;     // sentences
  constexpr std::size_t farthest = 80;  // mentions, so that time stays linear
  const auto& mentions = document_.mentions;
  for (std::size_t k = mentions.size(), n = 0; k-- > 0 && n < farthest; ++n) {
    const Mention& mention = mentions[k];
    if (mention.kind != MentionKind::nominal || mention.head >= noun) continue;
    if (trees_.sentence(mention.head) + near < trees_.sentence(noun)) return {};
    const bool states = std::ranges::all_of(mention.entities, [&](std::uint32_t e) {
      return document_.entities[e].type == NameType::state;
    });
    if (states && mention.entities.size() == 2) return mention.entities;
  }
  return {};
}

// Of a few sentences back; of those named as often the ones that the whole text names more.
std::vector<std::uint32_t> Nominals::two_named_most(
    std::uint32_t noun, const std::vector<std::uint32_t>& others) const {
  constexpr std::uint32_t wide = 20;  // sentences: who a report is about
  struct Counted {
    std::uint32_t state = 0;
    int times = 0;
    int everywhere = 0;
  };
  std::vector<Counted> counted;  // the latest first
  for (const Appearance& seen : discourse_.before(noun, wide)) {
    if (std::ranges::find(others, seen.entity) != others.end()) continue;
    const std::uint32_t state = state_of_appearance(seen);
    if (state == nowhere || is_of_one(state, others)) continue;
    const auto known = std::ranges::find(counted, state, &Counted::state);
    if (known != counted.end()) {
      ++known->times;
      continue;
    }
    const auto named = entities_.state_counts().find(document_.entities[state].state);
    const int everywhere = named == entities_.state_counts().end() ? 0 : named->second;
    counted.push_back({state, 1, everywhere});
  }
  if (counted.size() < 2) return {};
  std::ranges::stable_sort(counted, [](const Counted& a, const Counted& b) {
    return a.times != b.times ? a.times > b.times : a.everywhere > b.everywhere;
  });
  return {counted[1].state, counted[0].state};
}

}  // namespace volteface::language
