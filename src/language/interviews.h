// Reports made of questions and answers: paragraphs that are questions nobody is told to ask, and
// what stands between them.
#pragma once

#include <vector>

#include "language/trees.h"

namespace volteface::language {

class Interview {
 public:
  explicit Interview(const Document& document);

  // Whether the document has several questions, each with an answer behind it.
  bool exists() const { return !questions_.empty(); }
  // Whether a sentence stands in an answer.
  bool is_answer(std::uint32_t sentence) const;
  // The sentence of the first question; nowhere where there is none.
  std::uint32_t first_question() const { return questions_.empty() ? nowhere : questions_[0]; }

 private:
  std::vector<std::uint32_t> questions_;  // the sentences that begin the paragraphs
  std::vector<bool> answers_;             // of each sentence
};

}  // namespace volteface::language
