#include "language/gazetteer.h"

#include <algorithm>

#include "language/actor_names.h"
#include "language/feature_key.h"

namespace volteface::language {
namespace {

constexpr std::uint64_t start = 0x2545F4914F6CDD1DULL;

std::uint64_t with_word(std::uint64_t state, std::string_view word) {
  return mixed(state, text_hash(word) + (std::uint64_t{word.size()} << 32));
}

bool all_capitals(std::string_view name) {
  const bool lower =
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !lower && name.size() <= 8;
}

bool begins_upper(std::string_view name) {
  return !name.empty() && !(name[0] >= 'a' && name[0] <= 'z');
}

struct ShortName {
  std::string_view code, name;
};

// What the press calls states beside the names of the registry.
constexpr ShortName short_names[] = {{"TLS", "Timor"},
                                     {"CZE", "Czechs"},
                                     {"COD", "Congo"},  // the larger one, if nothing else tells
                                     {"COG", "Republic of Congo"}};

}  // namespace

Gazetteer::Gazetteer(const Actors& actors) {
  using Kind = GazetteerEntry::Kind;
  const auto states = actors.states();
  entries_.reserve(2 * actors.persons().size());
  prefixes_.reserve(2 * actors.persons().size());
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const ActorState& state = states[i];
    add(state.name, Kind::state, i);
    for (const std::string& name : state.names) add(name, Kind::state, i);
    for (const ShortName& known : short_names) {
      if (known.code == state.code) add(std::string(known.name), Kind::state, i);
    }
    for (const std::string& demonym : state.demonyms) {
      add(demonym, Kind::demonym, i);
      // The people: "Argentines", "Filipinos"; "the French" has no ending of its own.
      if (!demonym.ends_with('s') && !demonym.ends_with("sh") && !demonym.ends_with("ch") &&
          !demonym.ends_with("ese")) {
        add(demonym + "s", Kind::demonym, i);
      }
    }
    add(state.capital, Kind::metonym, i);
    for (const std::string& metonym : state.metonyms) add(metonym, Kind::metonym, i);
  }
  const auto organisations = actors.organisations();
  for (std::uint32_t i = 0; i < organisations.size(); ++i) {
    add(organisations[i].name, Kind::organisation, i);
    add(organisations[i].code, Kind::organisation, i);
    for (const std::string& name : organisations[i].names) add(name, Kind::organisation, i);
  }
  const auto persons = actors.persons();
  for (std::uint32_t i = 0; i < persons.size(); ++i) {
    if (persons[i].name.find(' ') != std::string::npos) add(persons[i].name, Kind::person, i);
    for (const std::string& alias : persons[i].aliases) {
      if (alias.find(' ') != std::string::npos) add(alias, Kind::person, i);
    }
  }
}

void Gazetteer::add(const std::string& name, GazetteerEntry::Kind kind, std::uint32_t which) {
  if (!begins_upper(name)) return;  // "the bloc" is for coreference
  // The possessive is a token of its own: "the People 's Republic".
  if (const std::size_t at = name.find("'s "); at != std::string::npos)
    add(name.substr(0, at) + " s" + name.substr(at + 2), kind, which);
  const std::string key = name_key(name);
  std::uint64_t state = start;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    state = with_word(state, std::string_view(key).substr(at, end - at));
    if (end < key.size()) prefixes_[state] = true;
    at = end + 1;
  }
  if (key.empty()) return;
  GazetteerEntry& entry = entries_[state];
  const bool known = !entry.which.empty();
  // States come first and keep what is theirs: "Brussels", "Georgia".
  if (known && entry.kind != kind) return;
  entry.kind = kind;
  entry.capitals = known ? entry.capitals && all_capitals(name) : all_capitals(name);
  if (std::find(entry.which.begin(), entry.which.end(), which) == entry.which.end())
    entry.which.push_back(which);
}

Gazetteer::Match Gazetteer::longest(const std::vector<std::string>& keys,
                                    const std::vector<bool>& upper,
                                    const std::vector<bool>& capitals, std::size_t at) const {
  Match best;
  if (keys[at].empty() || !upper[at]) return best;
  std::uint64_t state = start;
  bool all = true, any_word = false;
  for (std::size_t i = at; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    // A token may hold several words of a key: "Saint-Denis" where it was not split.
    for (std::size_t from = 0; from < keys[i].size();) {
      const std::size_t end = std::min(keys[i].find(' ', from), keys[i].size());
      state = with_word(state, std::string_view(keys[i]).substr(from, end - from));
      from = end + 1;
    }
    all = all && capitals[i];
    any_word = any_word || upper[i];
    const auto found = entries_.find(state);
    if (found != entries_.end() && any_word && (upper[i] || (i > at && keys[i - 1].empty())) &&
        (all || !found->second.capitals)) {
      best = {&found->second, i + 1};
    }
    if (!prefixes_.contains(state)) break;
  }
  return best;
}

}  // namespace volteface::language
