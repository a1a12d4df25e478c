#include "brief/called_by.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <vector>

#include "language/actor_names.h"

namespace volteface {
namespace {

std::vector<std::string> words_of(const std::string& name) {
  std::istringstream in(name);
  return {std::istream_iterator<std::string>(in), {}};
}

bool is_suffix(const std::string& word) {
  constexpr std::array suffixes = {"jr", "junior", "sr", "ii", "iii", "iv"};
  const std::string key = language::name_key(word);
  return std::ranges::find(suffixes, key) != suffixes.end();
}

// Where the family's name comes first, and is what a person is called by.
bool has_family_name_first(const std::string& state) {
  constexpr std::array states = {"CHN", "TWN", "PRK", "KOR"};
  return std::ranges::find(states, state) != states.end();
}

}  // namespace

std::string called_by(const Actor& actor) {
  std::vector<std::string> words = words_of(actor.person);
  while (words.size() > 1 && is_suffix(words.back())) words.pop_back();
  if (words.empty()) return {};
  if (has_family_name_first(actor.state)) return words.front();
  std::string called = words.back();
  for (std::size_t k = words.size() - 1; k > 1; --k) {
    const bool small = language::name_key(words[k - 1]) == words[k - 1];  // not Vietnam's "Van"
    if (!small || !language::is_name_particle(words[k - 1])) break;
    called = words[k - 1] + " " + called;
  }
  while (called.ends_with(',')) called.pop_back();
  return called;
}

}  // namespace volteface
