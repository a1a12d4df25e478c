// How alike one title is to many others at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ideal/title_table.h"

namespace volteface {

struct SimilarTitle {
  std::uint32_t title = 0;
  double similarity = 0;  // 0 to 1
};

// Lists of the titles that hold each word, so that only titles with a word in common cost anything.
class TitleSimilarity {
 public:
  // Copies nothing: `table` must outlive this.
  TitleSimilarity(const TitleTable& table, std::span<const std::uint32_t> titles);

  // Those of the titles that are at least so similar to this one; each once.
  std::vector<SimilarTitle> find(std::uint32_t title, double at_least) const;

 private:
  struct Lists {
    std::vector<std::uint32_t> begin;   // words() + 1: where the list of each word begins
    std::vector<std::uint32_t> places;  // in titles_
  };
  Lists list_words(const WordSet Title::*set) const;
  std::vector<double> shared_weights(const WordSet& words, const Lists& lists) const;

  const TitleTable& table_;
  std::vector<std::uint32_t> titles_;
  Lists all_;
  Lists last_part_;
};

}  // namespace volteface
