#include "reading/roll_call_topics.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reading/press_words.h"
#include "reading/text_places.h"

namespace volteface {
namespace {

constexpr double title_weight = 1;
constexpr double subject_weight = 0.4;
constexpr double session_weight = 0.5;
constexpr double other_word_weight = 0.6;  // of what titles call it, against the word itself

using StemMap = std::unordered_map<std::string, std::vector<std::string>>;

StemMap stems_of_press_words() {
  StemMap map;
  for (const PressWord& entry : press_words()) {
    auto& stems = map[topic_stem(entry.press)];
    for (const TextWord& word : words_in(entry.titles)) stems.push_back(topic_stem(word.text));
  }
  return map;
}

void raise(NearStems& near, const std::string& stem, double nearness) {
  double& value = near[stem];
  value = std::max(value, nearness);
}

}  // namespace

void add_near_stems(std::string_view text, double nearness, NearStems& near) {
  static const StemMap others = stems_of_press_words();
  for (const TextWord& word : words_in(text)) {
    const std::string stem = topic_stem(word.text);
    if (stem.empty()) continue;
    raise(near, stem, nearness);
    const auto found = others.find(stem);
    if (found == others.end()) continue;
    for (const std::string& other : found->second) raise(near, other, nearness * other_word_weight);
  }
}

void RollCallTopics::add_words(std::vector<Word>& words, std::string_view text, double weight) {
  for (const TextWord& word : words_in(text)) {
    const std::string stem = topic_stem(word.text);
    if (stem.empty()) continue;
    const auto [place, is_new] =
        stems_.try_emplace(stem, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(stem);
    add_word(words, place->second, weight);
  }
}

void RollCallTopics::add_word(std::vector<Word>& words, std::uint32_t stem, double weight) {
  const auto same = std::ranges::find(words, stem, &Word::stem);
  if (same == words.end()) {
    words.push_back({stem, weight});
  } else {
    same->weight = std::max(same->weight, weight);
  }
}

// An emergency special session has one matter, and its texts need not name it ("The path to
// peace"): the words that a third of its titles share.
void RollCallTopics::add_session_words(const Record& record) {
  std::map<std::string, std::map<std::uint32_t, std::size_t>> counts;
  std::map<std::string, std::size_t> texts;
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const std::string& session = record.roll_calls[i].session;
    if (!session.starts_with("ES")) continue;
    ++texts[session];
    for (const Word& word : words_[i]) {
      if (word.weight == title_weight) ++counts[session][word.stem];
    }
  }
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const std::string& session = record.roll_calls[i].session;
    for (const auto& [stem, count] : counts[session]) {
      if (3 * count >= texts[session]) add_word(words_[i], stem, session_weight);
    }
  }
}

RollCallTopics::RollCallTopics(const Record& record) : words_(record.roll_calls.size()) {
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const RollCall& r = record.roll_calls[i];
    add_words(words_[i], r.title, title_weight);
    for (const std::string& subject : r.subjects) add_words(words_[i], subject, subject_weight);
    for (const std::string& issue : r.issues) add_words(words_[i], issue, subject_weight);
  }
  std::vector<std::uint32_t> counts(names_.size());
  for (const auto& words : words_) {
    for (const Word& word : words) ++counts[word.stem];
  }
  add_session_words(record);
  const double all = static_cast<double>(words_.size()) + 1;
  for (auto& words : words_) {
    double total = 0;
    for (Word& word : words) {
      const double rarity = std::log(all / (counts[word.stem] + 0.5));
      if (word.weight == title_weight) total += rarity;
      word.weight *= rarity;
    }
    totals_.push_back(total);
  }
  double sum = 0;
  for (const double total : totals_) sum += total;
  if (!totals_.empty()) typical_total_ = std::max(sum / static_cast<double>(totals_.size()), 1.0);
}

double RollCallTopics::fit(RollCallIndex roll_call, const NearStems& near) const {
  double shared = 0;
  for (const Word& word : words_[roll_call]) {
    const auto found = near.find(names_[word.stem]);
    if (found != near.end()) shared += word.weight * found->second;
  }
  return shared / (0.25 * typical_total_ + 0.75 * totals_[roll_call]);
}

}  // namespace volteface
