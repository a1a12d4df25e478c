// Words into sentences: paragraphs end one always; within them a classifier says at each place
// where one may end whether it does.
#pragma once

#include <span>
#include <vector>

#include "language/english_model.h"
#include "language/word_form.h"
#include "volteface/language.h"

namespace volteface::language {

// Byte ranges of the paragraphs of a text. An empty line parts them, and so does the end of any
// line where lines are not wrapped at a width.
std::vector<TextSpan> paragraphs(std::string_view text);

// Whether a sentence may end behind the token `left`, which is not the last, by the forms alone.
bool may_end(const Document& document, std::size_t left);

// What has gone before in a sentence.
struct SentenceSoFar {
  std::size_t words = 0;
  int open_brackets = 0;
  bool open_quote = false;
  void add(std::string_view form);
};

// Behind words[i], which is not the last.
void sentence_split_features(std::span<const Token> tokens, std::span<const WordForm> words,
                             std::size_t i, const SentenceSoFar& so_far,
                             std::vector<FeatureKey>& features);

class SentenceSplitter {
 public:
  explicit SentenceSplitter(const EnglishModel& model) : model_(model) {}

  // Adds the sentences of tokens [first, end) of the document, which are one paragraph.
  void split(Document& document, std::uint32_t first) const;

 private:
  const EnglishModel& model_;
};

}  // namespace volteface::language
