#include "reading/quoted_judgement.h"

#include <algorithm>
#include <string>

#include "reading/tables.h"

namespace volteface {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '\''; }

bool is_listed(std::string_view word, std::string_view list) {
  return reading_tables().in_list(list, word);
}

// The word that ends before a place; empty at a stop, at the beginning.
std::string_view word_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  std::size_t first = at;
  while (first > 0 && is_letter(text[first - 1])) --first;
  return text.substr(first, at - first);
}

// "not an invasion", "not the act of a friend", "lacks the courage": a word of denial, and nothing
// between that could be denied itself.
bool is_denied(std::string_view text, std::size_t at) {
  constexpr int longest = 6;
  for (int n = 0; n < longest; ++n) {
    const std::string_view word = word_before(text, at);
    if (word.empty()) return false;
    if (is_listed(word, "denies_word") || word.ends_with("n't")) return true;
    if (!is_listed(word, "between_denial")) return false;
    at = static_cast<std::size_t>(word.data() - text.data());
  }
  return false;
}

// "made against invaders", "the genocide convention": what is fought, or a name.
bool is_fought(std::string_view text, std::size_t at) {
  const std::string_view before = word_before(text, at);
  if (is_listed(before, "fights_it")) return true;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  if (end == text.size() || text[end] != ' ') return false;
  std::size_t last = ++end;
  while (last < text.size() && is_letter(text[last])) ++last;
  return is_listed(text.substr(end, last - end), "fought_by");
}

struct Count {
  int held = 0, denied = 0;
};

Count count_of(std::string_view text, std::string_view list) {
  Count out;
  for (const std::string& word : reading_tables().list(list)) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos || (at > 0 && is_letter(text[at - 1]))) continue;
    if (is_fought(text, at)) continue;
    ++(is_denied(text, at) ? out.denied : out.held);
  }
  return out;
}

bool holds_one_of(std::string_view text, std::string_view list) {
  return std::ranges::any_of(reading_tables().list(list), [&](const std::string& phrase) {
    const std::size_t at = text.find(phrase);
    return at != std::string_view::npos && (at == 0 || !is_letter(text[at - 1]));
  });
}

}  // namespace

// A kindness that is denied is blame ("no friend behaves so"), but blame that is denied is none.
Judgement judgement_of(std::string_view words) {
  if (holds_one_of(words, "of_nobody")) return Judgement::none;
  const Count ill = count_of(words, "negative"), well = count_of(words, "positive");
  const int blame = ill.held + well.denied;
  if (blame > well.held)
    return holds_one_of(words, "of_oneself") ? Judgement::none : Judgement::ill;
  return well.held > blame ? Judgement::well : Judgement::none;
}

bool is_menace(std::string_view words) { return holds_one_of(words, "threatening_words"); }

}  // namespace volteface
