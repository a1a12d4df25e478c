// All that training learned: the content of data/english.vfl.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/certain_tags.h"
#include "language/lemma_rules.h"
#include "language/linear_model.h"
#include "language/parse_state.h"
#include "language/word_clusters.h"

namespace volteface::language {

// A tag of the tagger: UPOS and XPOS in one.
struct TagName {
  std::string upos, xpos;
  std::uint8_t upos_number = 0;  // from 1
};

// A class of the parser.
struct LabelledMove {
  Move move = Move::shift;
  std::uint8_t label = 0;
};

struct EnglishModel {
  std::vector<TagName> tags;
  std::vector<std::string> labels;
  std::vector<LabelledMove> moves;
  WordClusters clusters;
  LemmaRules lemmas;
  std::vector<std::uint32_t> inner_splits;  // sorted keys of words that split within letters
  CertainTags certain_tags;
  LinearModel word_splits;
  LinearModel sentence_splits;
  std::array<LinearModel, 2> taggers;  // the second sees what the first gave to the words ahead
  LinearModel parser;

  // Sets the numbers of the tags.
  void number_tags();

  // Numbers, and checks what hangs together; throws Error that names `file`.
  void finish(const std::string& file);

  std::string encoded() const;
  static EnglishModel decoded(std::string_view file_content, const std::string& file);
};

// That which is linked into the library.
EnglishModel embedded_english_model();

// From a file. Throws Error, which names it.
EnglishModel english_model_from(const std::string& path);

}  // namespace volteface::language
