// Words that have the same tag wherever training met them: half of a text, which needs no deciding.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "language/model_bytes.h"

namespace volteface::language {

class CertainTags {
 public:
  static constexpr int none = -1;

  CertainTags() = default;
  // WordForm::exact and the tag, ascending and each word once.
  explicit CertainTags(std::vector<std::pair<std::uint32_t, std::uint8_t>> words)
      : words_(std::move(words)) {}

  int of(std::uint32_t word) const {
    const auto found = std::lower_bound(words_.begin(), words_.end(),
                                        std::pair<std::uint32_t, std::uint8_t>{word, 0});
    return found != words_.end() && found->first == word ? found->second : none;
  }

  void write(ModelWriter& writer) const {
    writer.number(words_.size());
    for (const auto& [word, tag] : words_) {
      writer.number(word);
      writer.number(tag);
    }
  }

  static CertainTags read(ModelReader& reader, std::size_t tags) {
    std::vector<std::pair<std::uint32_t, std::uint8_t>> words(reader.number(reader.left()));
    for (auto& [word, tag] : words) {
      word = static_cast<std::uint32_t>(reader.number(0xffffffff));
      tag = static_cast<std::uint8_t>(reader.number(255));
      reader.expect(tag < tags, "a word with a tag that there is not");
    }
    reader.expect(std::is_sorted(words.begin(), words.end()), "words out of order");
    return CertainTags(std::move(words));
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint8_t>> words_;
};

}  // namespace volteface::language
