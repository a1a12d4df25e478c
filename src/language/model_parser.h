// The parser of the model: greedy, arc-hybrid, trained with a dynamic oracle (Goldberg and Nivre
// 2013).
#pragma once

#include "language/english_model.h"
#include "language/parse_features.h"
#include "volteface/language.h"

namespace volteface::language {

class ModelParser final : public Parser {
 public:
  // `model` must outlive the parser.
  explicit ModelParser(const EnglishModel& model);

  void parse(std::string_view text, std::span<Token> sentence) const override;

 private:
  const EnglishModel& model_;
};

// What the parser sees of a tagged sentence.
std::vector<ParseWord> parse_words(const EnglishModel& model, std::string_view text,
                                   std::span<const Token> sentence);

}  // namespace volteface::language
