// What tagger and parser look at in the form of a word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/word_clusters.h"
#include "volteface/language.h"

namespace volteface::language {

struct WordForm {
  static constexpr std::size_t suffixes = 5;  // of 1 to 5 bytes
  static constexpr std::size_t prefixes = 3;

  std::uint32_t word = 0;   // of the folded form, digits as they are
  std::uint32_t exact = 0;  // of the form as written
  std::uint32_t shape = 0;  // "Xxx-dd", runs cut to two
  std::array<std::uint32_t, suffixes> suffix{};
  std::array<std::uint32_t, prefixes> prefix{};
  WordCluster cluster;
  bool upper_first = false;
  bool all_upper = false;
  bool has_digit = false;
  bool has_hyphen = false;
};

WordForm word_form(std::string_view form, const WordClusters& clusters);

void word_forms(std::string_view text, std::span<const Token> tokens, const WordClusters& clusters,
                std::vector<WordForm>& forms);

}  // namespace volteface::language
