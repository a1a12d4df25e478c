#include "reading/person_names.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "record/text.h"

namespace volteface {
namespace {

constexpr std::size_t long_name = 6;
constexpr std::size_t most_edits = 2;

struct Accented {
  std::string_view letter;
  std::string_view plain;
};
// Latin letters with marks that names in English reports carry.
constexpr auto accented = std::to_array<Accented>({
    {"á", "a"}, {"à", "a"}, {"â", "a"}, {"ã", "a"}, {"ä", "a"}, {"å", "a"}, {"ą", "a"}, {"Á", "a"},
    {"Å", "a"}, {"Ä", "a"}, {"ç", "c"}, {"ć", "c"}, {"č", "c"}, {"Č", "c"}, {"đ", "d"}, {"é", "e"},
    {"è", "e"}, {"ê", "e"}, {"ë", "e"}, {"ę", "e"}, {"ě", "e"}, {"É", "e"}, {"ğ", "g"}, {"í", "i"},
    {"î", "i"}, {"ï", "i"}, {"ı", "i"}, {"İ", "i"}, {"ł", "l"}, {"Ł", "l"}, {"ñ", "n"}, {"ń", "n"},
    {"ó", "o"}, {"ò", "o"}, {"ô", "o"}, {"õ", "o"}, {"ö", "o"}, {"ø", "o"}, {"Ö", "o"}, {"Ø", "o"},
    {"ř", "r"}, {"ş", "s"}, {"š", "s"}, {"ś", "s"}, {"Ş", "s"}, {"Š", "s"}, {"ú", "u"}, {"ù", "u"},
    {"û", "u"}, {"ü", "u"}, {"Ü", "u"}, {"ý", "y"}, {"ž", "z"}, {"ż", "z"}, {"ź", "z"}, {"Ž", "z"},
});

std::string plain(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const auto found = std::ranges::find_if(
        accented, [&](const Accented& a) { return word.starts_with(a.letter); });
    if (found != accented.end()) {
      out += found->plain;
      word.remove_prefix(found->letter.size());
      continue;
    }
    const char c = ascii_lower(word.front());
    if (c != '-' && c != '\'' && c != '.' && c != ',') out += c;
    word.remove_prefix(1);
  }
  return out;
}

bool is_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 5> suffixes = {"jr", "sr", "ii", "iii", "iv"};
  return std::ranges::find(suffixes, word) != suffixes.end();
}

std::string last_name(std::string_view name) {
  std::string last;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    name.remove_prefix(std::min(name.size(), word.size() + 1));
    const std::string letters = plain(word);
    if (!letters.empty() && !is_suffix(letters)) last = letters;
  }
  return last;
}

// Levenshtein distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({changed, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

// Letters that reports in English write as others, in more than one way.
bool has_foreign_letters(std::string_view name) {
  constexpr std::array<std::string_view, 10> letters = {"þ", "Þ", "ð", "Ð", "ə",
                                                        "Ə", "ħ", "Ħ", "ŋ", "Ŋ"};
  return std::ranges::any_of(
      letters, [&](std::string_view letter) { return name.find(letter) != name.npos; });
}

}  // namespace

std::string name_as_used(const std::string& full, std::span<const std::string_view> in_text) {
  if (has_foreign_letters(full)) {
    for (const std::string_view name : in_text) {
      if (name.find(' ') != name.npos) return std::string(name);
    }
  }
  for (std::string_view rest = full; rest.find(' ') != rest.npos;
       rest = rest.substr(0, rest.rfind(' '))) {  // two words stay at least
    if (std::ranges::any_of(in_text,
                            [&](std::string_view name) { return may_be_same_person(name, rest); }))
      return std::string(rest);
  }
  return full;
}

bool may_be_same_person(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b) return true;
  const std::string last_a = last_name(a), last_b = last_name(b);
  if (last_a == last_b) return true;
  return std::min(last_a.size(), last_b.size()) >= long_name && edits(last_a, last_b) <= most_edits;
}

}  // namespace volteface
