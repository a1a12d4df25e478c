#include "ideal/title_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ideal/title_words.h"

namespace volteface {
namespace {

// Put before the key of a paragraph's title; no title begins with it.
constexpr char paragraph_mark = '\x01';

// A conference's number matters less than its name: next year's text is on the next conference.
constexpr double ordinal_share = 0.3;

std::string joined(const TitleWords& words, Kind kind) {
  std::string key;
  if (kind == Kind::paragraph) key += paragraph_mark;
  for (const std::string& word : words.all) (key += word) += ' ';
  return key;
}

}  // namespace

TitleTable::TitleTable(const Record& record) {
  std::unordered_map<std::string, std::uint32_t> number_of_raw;  // most titles recur to the letter
  std::unordered_map<std::string, std::uint32_t> number_of_key;
  title_of_.reserve(record.roll_calls.size());
  for (const RollCall& roll_call : record.roll_calls) {
    if (roll_call.kind == Kind::amendment || !roll_call.duplicate_of.empty()) {
      title_of_.push_back(none);
      continue;
    }
    std::string raw = roll_call.title;
    if (roll_call.kind == Kind::paragraph) raw.insert(raw.begin(), paragraph_mark);
    const auto [known, added] = number_of_raw.try_emplace(std::move(raw), none);
    if (added) {
      const TitleWords words = words_of_title(roll_call.title);
      if (!words.speech && !words.all.empty()) {
        const auto next = static_cast<std::uint32_t>(titles_.size());
        const auto [same, is_new] = number_of_key.try_emplace(joined(words, roll_call.kind), next);
        known->second = same->second;
        if (is_new) {
          const bool has_parts = !words.last_part.empty() && words.last_part != words.all;
          titles_.push_back({number(words.all), number(has_parts ? words.last_part : words.all),
                             has_parts, roll_call.kind == Kind::paragraph});
        }
      }
    }
    title_of_.push_back(known->second);
  }
  weigh();
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
