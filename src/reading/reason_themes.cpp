#include "reading/reason_themes.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "reading/tables.h"

namespace volteface {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// How often one of the words stands in the text, at the start of a word; several together count
// twice.
int count_words(std::string_view text, const std::vector<std::string>& words) {
  int out = 0;
  for (const std::string& word : words) {
    const int weight = word.find(' ') == std::string::npos ? 1 : 2;
    const bool open = word.back() == '*';
    const std::string_view stem = std::string_view(word).substr(0, word.size() - (open ? 1 : 0));
    for (std::size_t at = text.find(stem); at != std::string_view::npos;
         at = text.find(stem, at + 1)) {
      if (at > 0 && is_letter(text[at - 1])) continue;
      const std::size_t behind = at + stem.size();
      const bool plural = behind < text.size() && text[behind] == 's';
      const std::size_t end = behind + (plural ? 1 : 0);
      if (!open && end < text.size() && is_letter(text[end])) continue;
      out += weight;
    }
  }
  return out;
}

// The theme of some words, or what else they speak of where it cannot be the one without.
Theme weightiest(std::string_view words, Theme without, std::string_view head = {}) {
  // Of themes that are known by as many words, the more telling first: "the principle of
  // reciprocity" is an answer, "talks on a loan" are about money.
  constexpr std::array<Theme, 9> telling = {Theme::retaliation, Theme::balance,  Theme::follow,
                                            Theme::ideology,    Theme::domestic, Theme::material,
                                            Theme::security,    Theme::peace,    Theme::norms};
  Theme best = Theme::other;
  int most = 0;
  for (const Theme theme : telling) {
    if (theme == without) continue;
    const auto known = reading_tables().themes().find(theme);
    const int count =
        known == reading_tables().themes().end()
            ? 0
            : count_words(words, known->second) + 2 * std::min(count_words(head, known->second), 1);
    if (count > most) best = theme, most = count;
  }
  return best;
}

}  // namespace

Theme theme_of(std::string_view words) { return weightiest(words, Theme::other); }

Theme theme_of(std::string_view words, std::string_view head) {
  return weightiest(words, Theme::other, head);
}

Theme theme_but_following(std::string_view words) { return weightiest(words, Theme::follow); }

Theme theme_but_answering(std::string_view words) { return weightiest(words, Theme::retaliation); }

}  // namespace volteface
