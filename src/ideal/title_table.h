// The distinct titles of a record, their words numbered and weighed.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "ideal/title_words.h"
#include "volteface/record.h"

namespace volteface {

// A set of words, and what they weigh together.
struct WordSet {
  std::vector<std::uint32_t> words;  // ascending
  double weight = 0;
};

struct Title {
  WordSet all;
  WordSet last_part;  // equal to `all` where the title has no parts
  bool has_parts = false;
  bool paragraph = false;
};

// The words of a title as it is written in the record.
struct WrittenTitle {
  TitleWords words;
  bool paragraph = false;
};

class TitleTable {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  explicit TitleTable(const Record& record);

  // The number of a roll call's title, or `none` where it may not be compared: an empty title, a
  // speech, an amendment (it amends one draft of one year). Titles of the same words share a
  // number, slips of spelling apart, but a vote on a paragraph never shares one with a vote on a
  // whole text.
  std::uint32_t title_of(RollCallIndex roll_call) const { return title_of_[roll_call]; }
  std::size_t size() const { return titles_.size(); }
  const Title& title(std::uint32_t number) const { return titles_[number]; }
  std::size_t words() const { return weights_.size(); }
  double weight(std::uint32_t word) const { return weights_[word]; }

 private:
  std::vector<std::uint32_t> number_titles(const std::vector<WrittenTitle>& written);
  std::uint32_t number_of_word(const std::string& word);
  WordSet number(const std::vector<std::string>& words);
  void weigh();

  std::vector<std::uint32_t> title_of_;
  std::vector<Title> titles_;
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::vector<std::string> word_names_;
  std::vector<double> weights_;
};

}  // namespace volteface
