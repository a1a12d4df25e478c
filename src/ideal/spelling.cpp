#include "ideal/spelling.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace volteface {
namespace {

// Chosen by reading the list of all words that are changed: with shorter words, rarer models or
// another first letter, other words come in (affect and effect, detention and retention).
constexpr std::size_t least_length = 7;
constexpr std::size_t least_titles = 5;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto at = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (at == a.size()) return false;  // the same word
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

std::unordered_map<std::string, std::string> misspelt_words(
    const std::unordered_map<std::string, std::size_t>& titles_with) {
  std::vector<std::pair<std::string_view, std::size_t>> models;
  for (const auto& [word, titles] : titles_with) {
    if (titles >= least_titles) models.emplace_back(word, titles);
  }
  std::sort(models.begin(), models.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::unordered_map<std::string, std::string> out;
  for (const auto& [word, titles] : titles_with) {
    if (titles != 1 || word.size() < least_length || has_digit(word)) continue;
    const std::string_view rare =
        word;  // a name of its own: Clang 14 captures no structured binding
    const auto model = std::find_if(models.begin(), models.end(), [&](const auto& candidate) {
      return candidate.first[0] == rare[0] && one_slip_apart(rare, candidate.first);
    });
    if (model != models.end()) out.emplace(word, model->first);
  }
  return out;
}

}  // namespace volteface
