#include "language/actor_names.h"

#include <algorithm>
#include <iterator>

#include "language/characters.h"

namespace volteface::language {
namespace {

// Behind a name: "Ferdinand Marcos Jr".
bool is_suffix(std::string_view word) {
  constexpr std::string_view suffixes[] = {"jr", "junior", "sr", "ii", "iii", "iv"};
  return std::ranges::find(suffixes, word) != std::end(suffixes);
}

}  // namespace

bool is_letters_behind_name(std::string_view word) {
  constexpr std::string_view letters[] = {"MP", "MEP", "KC", "QC", "OBE", "CBE"};
  return std::ranges::find(letters, word) != std::end(letters);
}

std::size_t article_in(std::string_view word) {
  if (!word.starts_with('d') && !word.starts_with('l')) return 0;
  for (const std::string_view mark : {"'", "\xE2\x80\x99"}) {
    if (word.substr(1).starts_with(mark) && word.size() > 1 + mark.size()) return 1 + mark.size();
  }
  return 0;
}

std::vector<std::string> words_of_key(std::string_view key) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.emplace_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string name_key(std::string_view name) {
  std::string key;
  for (const char c : without_accents(name)) {
    if (c == '\'' || c == '.' || c == '"') continue;
    if (c == ' ' || c == '-' || c == ',') {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += c;
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::vector<std::string> surnames_of(std::string_view name) {
  return surnames_of_key(name_key(name));
}

std::vector<std::string> surnames_of_key(std::string_view key) {
  std::vector<std::string> words = words_of_key(key);
  while (words.size() > 1 && is_suffix(words.back())) words.pop_back();
  std::vector<std::string> surnames;
  if (words.empty()) return surnames;
  surnames.push_back(words.back());
  std::string with_particles = words.back();
  for (std::size_t i = words.size() - 1; i > 1 && is_name_particle(words[i - 1]); --i) {
    with_particles = words[i - 1] + " " + with_particles;
    surnames.push_back(with_particles);
  }
  // Any other word may be the one: "Lula", "Xi", "Sheikh Hasina", "Sánchez" of "Pedro Sánchez
  // Castejón".
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].size() > 1 && !is_name_particle(words[i])) surnames.push_back(words[i]);
  }
  return surnames;
}

std::string given_name_of(std::string_view name) { return given_name_of_key(name_key(name)); }

std::string given_name_of_key(std::string_view key) {
  const std::vector<std::string> words = words_of_key(key);
  return words.size() < 2 || is_name_particle(words[0]) || words[0].size() < 2 ? std::string()
                                                                               : words[0];
}

bool is_name_particle(std::string_view word) {
  constexpr std::string_view particles[] = {
      "al",   "el",  "de",  "da",  "do",  "dos", "das", "del", "della", "di",   "van", "von",
      "der",  "den", "bin", "ibn", "ben", "abu", "la",  "le",  "du",    "ter",  "ul",  "ur",
      "bint", "y",   "e",   "st",  "san", "of",  "as",  "ash", "an",    "ould", "ag"};
  return std::ranges::find(particles, word) != std::end(particles);
}

}  // namespace volteface::language
