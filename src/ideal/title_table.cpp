#include "ideal/title_table.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "ideal/spelling.h"

namespace volteface {
namespace {

// Put before the key of a paragraph's title; no title begins with it.
constexpr char paragraph_mark = '\x01';

// A conference's number matters less than its name: next year's text is on the next conference.
constexpr double ordinal_share = 0.3;

std::string key_of(const WrittenTitle& title) {
  std::string key;
  if (title.paragraph) key += paragraph_mark;
  for (const std::string& word : title.words.all) (key += word) += ' ';
  return key;
}

void correct_spelling(std::vector<WrittenTitle>& written) {
  std::unordered_set<std::string> counted;
  std::unordered_map<std::string, std::size_t> titles_with;
  for (const WrittenTitle& title : written) {
    if (!counted.insert(key_of(title)).second) continue;
    for (const std::string& word : title.words.all) ++titles_with[word];
  }
  const auto instead = misspelt_words(titles_with);
  for (WrittenTitle& title : written) {
    for (std::vector<std::string>* words : {&title.words.all, &title.words.last_part}) {
      for (std::string& word : *words) {
        if (const auto at = instead.find(word); at != instead.end()) word = at->second;
      }
      std::sort(words->begin(), words->end());
      words->erase(std::unique(words->begin(), words->end()), words->end());
    }
  }
}

}  // namespace

TitleTable::TitleTable(const Record& record) {
  std::vector<WrittenTitle> written;
  std::unordered_map<std::string, std::uint32_t> number_of_raw;  // most titles recur to the letter
  title_of_.reserve(record.roll_calls.size());
  for (const RollCall& roll_call : record.roll_calls) {
    if (roll_call.kind == Kind::amendment || !roll_call.duplicate_of.empty()) {
      title_of_.push_back(none);
      continue;
    }
    const bool paragraph = roll_call.kind == Kind::paragraph;
    std::string raw = roll_call.title;
    if (paragraph) raw.insert(raw.begin(), paragraph_mark);
    const auto next = static_cast<std::uint32_t>(written.size());
    const auto [known, added] = number_of_raw.try_emplace(std::move(raw), next);
    if (added) written.push_back({words_of_title(roll_call.title), paragraph});
    title_of_.push_back(known->second);
  }
  correct_spelling(written);
  const std::vector<std::uint32_t> numbers = number_titles(written);
  for (std::uint32_t& title : title_of_) {
    if (title != none) title = numbers[title];
  }
  weigh();
}

// Titles of the same words get the same number.
std::vector<std::uint32_t> TitleTable::number_titles(const std::vector<WrittenTitle>& written) {
  std::unordered_map<std::string, std::uint32_t> number_of_key;
  std::vector<std::uint32_t> numbers;
  for (const WrittenTitle& title : written) {
    const TitleWords& words = title.words;
    if (words.speech || words.all.empty()) {
      numbers.push_back(none);
      continue;
    }
    const auto next = static_cast<std::uint32_t>(titles_.size());
    const auto [same, is_new] = number_of_key.try_emplace(key_of(title), next);
    numbers.push_back(same->second);
    if (!is_new) continue;
    const bool has_parts = !words.last_part.empty() && words.last_part != words.all;
    titles_.push_back({number(words.all), number(has_parts ? words.last_part : words.all),
                       has_parts, title.paragraph});
  }
  return numbers;
}

std::uint32_t TitleTable::number_of_word(const std::string& word) {
  const auto next = static_cast<std::uint32_t>(word_names_.size());
  const auto [at, added] = word_numbers_.try_emplace(word, next);
  if (added) word_names_.push_back(word);
  return at->second;
}

WordSet TitleTable::number(const std::vector<std::string>& words) {
  WordSet out;
  for (const std::string& word : words) out.words.push_back(number_of_word(word));
  std::sort(out.words.begin(), out.words.end());
  return out;
}

// A word weighs the logarithm of how rare it is among distinct titles (Sparck Jones 1972).
void TitleTable::weigh() {
  std::vector<std::uint32_t> titles_with(word_names_.size(), 0);
  for (const Title& title : titles_) {
    for (std::uint32_t word : title.all.words) ++titles_with[word];
  }
  for (std::size_t word = 0; word < word_names_.size(); ++word) {
    const double rarity = std::log(1.0 + static_cast<double>(titles_.size()) / titles_with[word]);
    weights_.push_back(is_ordinal(word_names_[word]) ? ordinal_share * rarity : rarity);
  }
  for (Title& title : titles_) {
    for (WordSet* set : {&title.all, &title.last_part}) {
      for (std::uint32_t word : set->words) set->weight += weights_[word];
    }
  }
}

}  // namespace volteface
