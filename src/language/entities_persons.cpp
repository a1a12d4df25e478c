// Which person a name means: one that the document has named, or one of the registry of actors.
#include <algorithm>
#include <chrono>

#include "language/actor_names.h"
#include "language/characters.h"
#include "language/entities.h"
#include "language/lexicon.h"

namespace volteface::language {
namespace {

// At most one letter apart: "zelensky", "zelenskyy".
bool nearly_same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 6) return false;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.size() == b.size() ? a.substr(i + 1) == b.substr(i + 1) : a.substr(i) == b.substr(i + 1);
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return nearly_same(w, word); });
}

bool office_is(std::string_view offices, std::string_view office) {
  for (std::size_t at = 0; at < offices.size();) {
    const std::size_t end = std::min(offices.find('|', at), offices.size());
    if (offices.substr(at, end - at) == office) return true;
    at = end + 1;
  }
  return false;
}

// "KISHIDA Fumio": papers of states write surnames in capitals. A name all in capitals stays.
std::string in_small_letters(std::string_view name) {
  constexpr std::size_t shortest = 3;  // "JD Vance"
  std::string out(name);
  const bool mixed = std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t at = 0; mixed && at < out.size();) {
    std::size_t end = at;
    bool capitals = true;
    for (; end < out.size() && out[end] != ' ' && out[end] != '-'; ++end)
      capitals = capitals && out[end] >= 'A' && out[end] <= 'Z';
    const bool roman = out.find_first_not_of("IVX", at) >= end;
    for (std::size_t i = at + 1; capitals && !roman && end - at >= shortest && i < end; ++i)
      out[i] = static_cast<char>(out[i] - 'A' + 'a');
    at = end + 1;
  }
  return out;
}

}  // namespace

// Persons so far with a word in their names that begins like this one; not so many that a long text
// would take long.
std::span<const std::uint32_t> Entities::persons_like(const std::string& word) const {
  constexpr std::size_t most = 40;
  const auto found = by_beginning_.find(word.substr(0, 4));
  if (found == by_beginning_.end()) return {};
  const std::vector<std::uint32_t>& all = found->second;
  return std::span(all).last(std::min(most, all.size()));
}

std::uint32_t Entities::known_person(const std::vector<std::string>& words) const {
  std::uint32_t best = nowhere;
  for (const std::uint32_t e : persons_like(words.back())) {
    const EntityMemory& memory = memory_[e];
    if (!document_.entities[e].named) continue;
    const bool all = std::all_of(words.begin(), words.end(),
                                 [&](const std::string& w) { return contains(memory.words, w); });
    const bool covers =
        words.size() >= 2 && memory.words.size() == 1 && nearly_same(words.back(), memory.words[0]);
    if (!all && !covers) continue;
    // By a last name rather than by a first one.
    const bool surname = !memory.surnames.empty() && nearly_same(memory.surnames[0], words.back());
    if (best == nowhere || surname) best = e;
    if (surname) break;
  }
  return best;
}

double Entities::fit(const ActorPerson& person, const FoundName& found) const {
  double score = 0;
  const Office* office = actors_.office_on(person, day_);
  if (office != nullptr)
    score += 3;
  else
    office = actors_.office_near(person, day_);
  if (office == nullptr) return score;
  using std::chrono::days;
  if (score == 0 && office->to && *office->to < day_ && day_ - *office->to < days(3650)) score += 1;
  if (score == 0 && office->from > day_ && office->from - day_ < days(730)) score += 0.5;
  const std::string before = served_before(found).state;
  if (!before.empty()) score += before == office->state ? 4 : -3;
  if (state_counts_.contains(office->state)) score += 2;
  if (const RoleNoun* role = role_noun(found.title); role != nullptr && !role->offices.empty()) {
    score += office_is(role->offices, office->office) ? 2 : -1;
  }
  if (office->office == "head_of_state" || office->office == "head_of_government") score += 1;
  if (office->office == "other_minister") score -= 0.5;
  return score;
}

const ActorPerson* Entities::registry_person(const FoundName& found,
                                             const std::vector<std::string>& words) const {
  constexpr double enough_of_surname = 5;  // in office on the day, of a state that is spoken of
  const auto best_of = [&](std::span<const std::uint32_t> candidates, double at_least,
                           auto&& fits) {
    const ActorPerson* best = nullptr;
    double most = at_least;
    for (const std::uint32_t i : candidates) {
      const ActorPerson& person = actors_.persons()[i];
      if (!fits(person)) continue;
      const double score = fit(person, found);
      if (score > most || (best == nullptr && score >= most)) {
        most = score;
        best = &person;
      }
    }
    return best;
  };
  const auto any = [](const ActorPerson&) { return true; };
  if (words.size() >= 2) {
    if (const ActorPerson* person = best_of(actors_.persons_named(found.key), -10, any))
      return person;
    // Another form of the name: the words of one are among those of the other.
    const auto same = [&](const ActorPerson& person) {
      const std::vector<std::string> own = words_of_key(name_key(person.name));
      const std::vector<std::string>& fewer = own.size() < words.size() ? own : words;
      const std::vector<std::string>& more = own.size() < words.size() ? words : own;
      return fewer.size() >= 2 &&
             std::all_of(fewer.begin(), fewer.end(),
                         [&](const std::string& w) { return contains(more, w); });
    };
    const auto& of_surname = actors_.persons_of_surname(words.back());
    if (const ActorPerson* person = best_of(of_surname, 3, same)) return person;
    // "President Jimmy Carter", of whom the registry has the last name alone, as of many heads of
    // long ago. Without a title it may be his brother.
    const auto by_last_name = [&](const ActorPerson& person) {
      return !found.title.empty() && name_key(person.name) == words.back();
    };
    return best_of(of_surname, enough_of_surname, by_last_name);
  }
  // A single word: the surname, not a given name, of somebody in office.
  const auto by_surname = [&](const ActorPerson& person) {
    const std::vector<std::string> surnames = surnames_of(person.name);
    // "Zelensky", whom the registry spells otherwise.
    if (!contains(surnames, words[0])) return false;
    const Office* office = actors_.office_on(person, day_);
    const bool last = surnames.front() == words[0];
    return last || (office != nullptr && office->office.starts_with("head_"));
  };
  return best_of(actors_.persons_of_surname(words[0]), enough_of_surname, by_surname);
}

void Entities::learn_name(std::uint32_t entity, const FoundName& found,
                          const std::vector<std::string>& words) {
  EntityMemory& memory = memory_[entity];
  Entity& of = document_.entities[entity];
  for (const std::string& word : words) {
    if (std::find(memory.words.begin(), memory.words.end(), word) == memory.words.end())
      memory.words.push_back(word);
  }
  index_words(entity);
  if (memory.surnames.empty() && !words.empty()) memory.surnames = surnames_of(found.key);
  // Of somebody in the registry a text may give more of the name ("Abiy Ahmed Ali").
  const std::vector<std::string> so_far = words_of_key(name_key(of.name));
  // Or the same words as its people order them ("Kishida Fumio").
  const bool turned = words.size() == so_far.size() && words != so_far &&
                      std::ranges::is_permutation(words, so_far);
  // Or without the hyphens of the registry ("Al Thani").
  const std::string_view text = document_.text_of(found.name);
  const bool parted = words == so_far && of.name.find('-') != std::string::npos &&
                      text.find('-') == std::string_view::npos;
  const bool more = words.size() > so_far.size() || turned || parted;
  if (of.known ? more : found.key.size() > name_key(of.name).size()) {
    of.name = in_small_letters(text);
    if (!turned) memory.surnames = surnames_of(found.key);
  }
  if (!found.title.empty()) add_role(entity, found.title);
  if (of.gender == 0) of.gender = found.gender;
  if (of.gender == 0 && words.size() >= 2) of.gender = actors_.gender_of_given_name(words[0]);
  if (of.state.empty() && of.organisation.empty()) {
    const Served served = served_before(found);
    of.state = served.state;
    of.organisation = served.organisation;
  }
}

std::uint32_t Entities::resolve_person(const FoundName& found) {
  std::vector<std::string> words = words_of_key(found.key);
  while (words.size() > 1 && (words.back() == "jr" || words.back() == "sr")) words.pop_back();
  if (words.empty()) return resolve_other(found);
  std::uint32_t entity = known_person(words);
  if (entity == nowhere) {
    const ActorPerson* person = nullptr;
    if (found.entry != nullptr && found.entry->kind == GazetteerEntry::Kind::person) {
      double most = -100;
      for (const std::uint32_t i : found.entry->which) {
        const double score = fit(actors_.persons()[i], found);
        if (score > most) {
          most = score;
          person = &actors_.persons()[i];
        }
      }
    } else {
      person = registry_person(found, words);
    }
    if (person != nullptr) {
      entity = person_of_registry(*person);
    } else {
      entity = make(NameType::person, in_small_letters(document_.text_of(found.name)));
    }
  }
  learn_name(entity, found, words);
  return entity;
}

}  // namespace volteface::language
