// Words that are used alike, by number: a coarse and a fine cluster for each of 100,000 words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/model_bytes.h"

namespace volteface::language {

struct WordCluster {
  std::uint16_t coarse = 0;  // 0: the word is not known
  std::uint16_t fine = 0;
};

class WordClusters {
 public:
  struct Entry {
    std::uint32_t word = 0;  // text_hash() of the folded word
    WordCluster cluster;
  };

  WordClusters() = default;
  explicit WordClusters(std::vector<Entry> entries);

  WordCluster of(std::uint32_t word) const {
    for (std::size_t at = slot_of(word);; at = (at + 1) & mask_) {
      if (slots_[at].cluster.coarse == 0) return {};
      if (slots_[at].word == word) return slots_[at].cluster;
    }
  }

  std::string encoded() const;
  static WordClusters decoded(ModelReader& reader);

 private:
  std::size_t slot_of(std::uint32_t word) const { return (word * std::size_t{0x9E3779B1}) & mask_; }

  std::vector<Entry> slots_ = std::vector<Entry>(1);
  std::size_t mask_ = 0;
};

}  // namespace volteface::language
