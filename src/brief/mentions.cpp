#include "brief/mentions.h"

#include <algorithm>

#include "record/state_names.h"
#include "record/text.h"

namespace volteface {
namespace {

struct Form {
  std::string_view text;
  std::string_view code;
};

// Adjectives and peoples that no rule makes, and parts of names in titles.
constexpr Form irregular[] = {
    {"Afghan", "AFG"},    {"Argentine", "ARG"}, {"Argentinian", "ARG"}, {"British", "GBR"},
    {"Burmese", "MMR"},   {"Cypriot", "CYP"},   {"Czech", "CZE"},       {"Danish", "DNK"},
    {"Dutch", "NLD"},     {"Filipino", "PHL"},  {"Finnish", "FIN"},     {"French", "FRA"},
    {"German", "DEU"},    {"Greek", "GRC"},     {"Icelandic", "ISL"},   {"Irish", "IRL"},
    {"Kazakh", "KAZ"},    {"Kyrgyz", "KGZ"},    {"Lebanese", "LBN"},    {"Maltese", "MLT"},
    {"Norwegian", "NOR"}, {"Polish", "POL"},    {"Portuguese", "PRT"},  {"Rohingya", "MMR"},
    {"Slovak", "SVK"},    {"Slovene", "SVN"},   {"Soviet", "SUN"},      {"Spanish", "ESP"},
    {"Swedish", "SWE"},   {"Swiss", "CHE"},     {"Tajik", "TJK"},       {"Thai", "THA"},
    {"Turkmen", "TKM"},   {"Uzbek", "UZB"},     {"Yugoslav", "YUG"},
};

// What holds the name of a state and is about something else.
constexpr std::string_view others[] = {
    "American States", "American Samoa", "Central America", "Central American", "Gulf of Guinea",
    "Indian Ocean",    "Inter-American", "Latin America",   "Latin American",   "New Guinea",
    "North America",   "North American", "Pan American",    "River Jordan",     "Sea of Oman",
    "South America",   "South American", "South Georgia",
};

constexpr std::string_view endings[] = {"n",   "an",   "ian",  "ean", "ien", "vian",
                                        "ese", "nese", "lese", "i",   "ish", "ic"};

constexpr std::size_t shortest_stem = 4;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80);
}

// In lower case. An apostrophe is none, so that "Côte d'Ivoire" is three words in both places.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (char c : text) {
    c = ascii_lower(c);
    if (is_letter(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string_view stem_of(std::string_view name) {
  while (name.size() > shortest_stem &&
         std::string_view("aeiouy").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  return name;
}

bool is_adjective_of(std::string_view word, std::string_view name) {
  const std::string_view stem = stem_of(name);
  if (stem.size() < shortest_stem || !word.starts_with(stem)) return false;
  std::string_view rest = word.substr(stem.size());
  const auto is_ending = [](std::string_view s) {
    return std::find(std::begin(endings), std::end(endings), s) != std::end(endings);
  };
  if (is_ending(rest)) return true;
  return rest.ends_with('s') && is_ending(rest.substr(0, rest.size() - 1));
}

std::size_t letters_in_common(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

void Mentions::add(std::string_view name, StateIndex state) {
  // Abbreviations read as words: "US", "ROC".
  if (name.size() < shortest_stem && state != no_state) return;
  Name entry{words_of(name), state};
  if (entry.words.empty()) return;
  const std::string first = entry.words.front();
  names_.emplace(first, std::move(entry));
}

Mentions::Mentions(const Record& record) {
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    add(record.states[s].name, s);
    for (const std::string_view name : other_names_of(record.states[s].code)) add(name, s);
    for (const Form& form : irregular) {
      if (form.code == record.states[s].code) add(form.text, s);
    }
  }
  for (const std::string_view other : others) add(other, no_state);
}

Mentions::Match Mentions::adjective(const std::string& word) const {
  Match best;
  std::size_t most = 0;
  // The stem and the word begin alike, so only names with these first letters may fit.
  const std::string head = word.substr(0, shortest_stem);
  for (auto it = names_.lower_bound(head); it != names_.end() && it->first.starts_with(head);
       ++it) {
    const Name& name = it->second;
    if (name.words.size() != 1 || !is_adjective_of(word, name.words.front())) continue;
    const std::size_t common = letters_in_common(word, name.words.front());
    if (common <= most) continue;
    most = common;
    best = {1, name.state};
  }
  return best;
}

Mentions::Match Mentions::match_at(const std::vector<std::string>& words, std::size_t at) const {
  Match best;
  const auto [begin, end] = names_.equal_range(words[at]);
  for (auto it = begin; it != end; ++it) {
    const auto& name = it->second.words;
    if (name.size() <= best.words || name.size() > words.size() - at) continue;
    if (!std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(at))) {
      continue;
    }
    best = {name.size(), it->second.state};
  }
  return best.words > 0 ? best : adjective(words[at]);
}

bool Mentions::names(const Seat& seat, std::string_view text) const {
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size();) {
    const Match match = match_at(words, at);
    if (match.words > 0 && match.state != no_state && seat.holds(match.state)) return true;
    at += std::max<std::size_t>(match.words, 1);
  }
  return false;
}

}  // namespace volteface
