#include "ideal/title_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "record/text.h"

namespace volteface {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

// What the words of a title are joined by; they come and go between years.
constexpr std::array<std::string_view, 27> filling_words = {
    "a",         "an",    "and", "as",    "at",    "by",   "for",    "from", "in",
    "including", "into",  "it",  "its",   "of",    "on",   "or",     "s",    "that",
    "the",       "their", "to",  "under", "which", "with", "within", "re",   "said"};

// What titles in capitals, made by hand for votes before 1980, say of the vote and not of the text.
constexpr std::array<std::string_view, 36> voting_words = {
    "add",       "adopt",      "ad",     "amendment",  "assembly",  "comm",
    "committee", "corr",       "draft",  "follow",     "general",   "hoc",
    "inclusion", "include",    "item",   "joint",      "motion",    "op",
    "operative", "oral",       "para",   "parag",      "paragraph", "paras",
    "political", "power",      "preamb", "preambular", "proposal",  "res",
    "resol",     "resolution", "rev",    "special",    "sub",       "whole"};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> ordinals = {{
    {"first", "1st"},        {"second", "2nd"},      {"third", "3rd"},       {"fourth", "4th"},
    {"fifth", "5th"},        {"sixth", "6th"},       {"seventh", "7th"},     {"eighth", "8th"},
    {"ninth", "9th"},        {"tenth", "10th"},      {"eleventh", "11th"},   {"twelfth", "12th"},
    {"thirteenth", "13th"},  {"fourteenth", "14th"}, {"fifteenth", "15th"},  {"sixteenth", "16th"},
    {"seventeenth", "17th"}, {"eighteenth", "18th"}, {"nineteenth", "19th"}, {"twentieth", "20th"},
    {"thirtieth", "30th"},   {"fortieth", "40th"},   {"fiftieth", "50th"},   {"sixtieth", "60th"},
}};

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && all_digits(word) && word >= "1900" && word <= "2100";
}

// Enough for English titles: territories and territory, votes and vote.
std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.replace(word.size() - 3, 3, "y");
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
      !word.ends_with("is")) {
    word.pop_back();
  }
  return word;
}

// The library's catalogue ends titles with ": resolution / adopted by the General Assembly", in
// many spellings, and sometimes without the colon.
std::string_view without_ending(std::string_view title) {
  for (std::size_t at = title.rfind(':'); at != std::string_view::npos && at > 0;
       at = title.rfind(':', at - 1)) {
    std::string_view rest = title.substr(at + 1);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '[')) rest.remove_prefix(1);
    if (rest.starts_with("resolution") || rest.starts_with("decision")) return title.substr(0, at);
  }
  const std::size_t ending = title.rfind(" / adopted by");
  if (ending == std::string_view::npos) return title;
  const std::size_t word = title.substr(0, ending).rfind(' ');
  return word == std::string_view::npos ? title : title.substr(0, word);
}

bool is_speech(std::string_view folded) {
  return folded.starts_with("the president") || folded.starts_with("the acting president");
}

// Symbols of documents, as in "(A/L.395)": they are new every year.
bool is_document_symbol(std::string_view chunk) {
  return chunk.find('/') != std::string_view::npos &&
         std::any_of(chunk.begin(), chunk.end(), is_digit);
}

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < folded.size()) {
    std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view chunk = folded.substr(at, end - at);
    at = end + 1;
    if (is_document_symbol(chunk)) continue;
    std::string word;
    for (char c : chunk) {
      if (is_word_byte(c)) {
        word += c;
      } else if (c != '.' && c != '\'' && !word.empty()) {  // U.N. and UN are one word
        words.push_back(std::exchange(word, {}));
      }
    }
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// Names that are written out in some years only.
void append_expanded(std::vector<std::string>& out, std::string word) {
  if (word == "nations" && !out.empty() && out.back() == "united") {
    out.back() = "un";
  } else if (word == "unrwa") {
    for (const char* part :
         {"un", "relief", "work", "agency", "palestine", "refugee", "near", "east"}) {
      out.emplace_back(part);
    }
  } else {
    const auto* ordinal = std::find_if(ordinals.begin(), ordinals.end(),
                                       [&](const auto& pair) { return pair.first == word; });
    out.push_back(ordinal == ordinals.end() ? std::move(word) : std::string(ordinal->second));
  }
}

std::vector<std::string> reduced(std::string_view folded, bool capitals) {
  std::vector<std::string> words;
  for (std::string& word : split_words(folded)) append_expanded(words, std::move(word));
  std::vector<std::string> out;
  for (std::string& word : words) {
    if (is_year(word) || contains(filling_words, word)) continue;
    if (capitals && (contains(voting_words, word) || all_digits(word) || is_ordinal(word)))
      continue;
    out.push_back(singular(std::move(word)));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

bool is_ordinal(std::string_view word) {
  if (word.size() < 3) return false;
  const std::string_view ending = word.substr(word.size() - 2);
  return (ending == "th" || ending == "st" || ending == "nd" || ending == "rd") &&
         all_digits(word.substr(0, word.size() - 2));
}

TitleWords words_of_title(std::string_view title) {
  title = without_ending(title);
  const bool capitals =
      std::none_of(title.begin(), title.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string folded = lower(title);
  TitleWords out;
  out.speech = is_speech(folded);
  if (out.speech) return out;
  out.all = reduced(folded, capitals);
  const std::size_t colon = folded.rfind(" : ");
  if (colon != std::string::npos)
    out.last_part = reduced(std::string_view(folded).substr(colon + 3), capitals);
  return out;
}

}  // namespace volteface
