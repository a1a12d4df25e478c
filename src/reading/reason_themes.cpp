#include "reading/reason_themes.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "reading/tables.h"

namespace volteface {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Which two letters words of a text begin with: most words that are looked for begin otherwise.
class Beginnings {
 public:
  explicit Beginnings(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (at == 0 || !is_letter(text[at - 1])) of_[place(text[at], text[at + 1])] = true;
    }
  }
  bool may_have(std::string_view word) const {
    return word.size() < 2 || of_[place(word[0], word[1])];
  }

 private:
  static constexpr std::size_t kinds = 64;
  static std::size_t place(char a, char b) {
    return static_cast<unsigned char>(a) % kinds * kinds + static_cast<unsigned char>(b) % kinds;
  }
  std::bitset<kinds * kinds> of_;
};

// How often one of the words stands in the text, at the start of a word; several together count
// twice.
int count_words(std::string_view text, const Beginnings& beginnings,
                const std::vector<std::string>& words) {
  int out = 0;
  for (const std::string& word : words) {
    if (!beginnings.may_have(word)) continue;
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
  const Beginnings of_words(words), of_head(head);
  Theme best = Theme::other;
  int most = 0;
  for (const Theme theme : telling) {
    if (theme == without) continue;
    const auto known = reading_tables().themes().find(theme);
    if (known == reading_tables().themes().end()) continue;
    const int in_head = std::min(count_words(head, of_head, known->second), 1);
    const int count = count_words(words, of_words, known->second) + 2 * in_head;
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
