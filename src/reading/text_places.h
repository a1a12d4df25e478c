// Where things stand in a report: its sentences, and the words of each.
//
// The sentences here are only a measure of nearness, so that a report can be checked by whoever
// read it; the reading of sentences has its own (language).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace volteface {

struct SentencePlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t paragraph = 0;
};

// In the order of the text, without blanks around them. A line end always ends a sentence.
std::vector<SentencePlace> sentence_spans(std::string_view text);

// The sentence that holds the byte, or the last one before it; 0 where there is none.
std::size_t sentence_at(const std::vector<SentencePlace>& sentences, std::size_t byte);

// Words and numbers of a text. "U.N." is one word, "cease-fire" is two.
struct TextWord {
  std::string_view text;
  std::size_t begin = 0;
};
std::vector<TextWord> words_in(std::string_view text);

// What words of a kin have in common: lower case, no plural, no ending of a people ("Ukrainian",
// "Ukraine": "ukrain"), six letters at most. Empty for words that say nothing ("the", "of") and for
// what people call any resolution ("vote", "text").
std::string topic_stem(std::string_view word);

}  // namespace volteface
