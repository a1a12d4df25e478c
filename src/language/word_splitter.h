// Text into words: white space parts it into chunks, and a classifier says at each doubtful place
// within a chunk whether a word ends there.
#pragma once

#include <string_view>
#include <vector>

#include "language/characters.h"
#include "language/english_model.h"
#include "volteface/language.h"

namespace volteface::language {

// What lies between white space, by character.
struct Chunk {
  // Longer ones are cut: nothing that long is a word.
  static constexpr std::size_t longest = 160;

  struct Letter {
    std::uint32_t at = 0;  // byte of the text
    char32_t code = 0;     // plain
    CharacterClass type = CharacterClass::space;
  };
  std::vector<Letter> letters;
  std::uint32_t end = 0;  // byte behind the last
  char32_t next = 0;      // the first character of the chunk behind it; 0 where there is none
};

// Whether a word may end before letter `i`, and what there is to see.
enum class Boundary : std::uint8_t { none, word, within };  // within: of a written word, "do|n't"

class WordSplitter {
 public:
  // `model` must outlive the splitter.
  explicit WordSplitter(const EnglishModel& model) : model_(model) {}

  // Adds the words of text[begin, end) to `tokens`.
  void split(std::string_view text, std::size_t begin, std::size_t end,
             std::vector<Token>& tokens) const;

 private:
  const EnglishModel& model_;
};

// Goes to the chunk that begins at or behind `at`; false where there is none before `end`. `at` is
// then behind it. `space` is set where white space was passed.
bool next_chunk(std::string_view text, std::size_t& at, std::size_t end, Chunk& chunk, bool& space);

bool doubtful(const Chunk& chunk, std::size_t i, const std::vector<std::uint32_t>& inner_splits);

// The key of a split before letter `offset` of a run of letters.
std::uint32_t inner_split_key(std::string_view folded_run, std::size_t offset);

// The run of letters around place `i`: its first letter, and its text in lower case.
std::pair<std::size_t, std::string> run_around(const Chunk& chunk, std::size_t i);

// `begin` is where the present word began.
void word_split_features(const Chunk& chunk, std::size_t i, std::size_t begin,
                         const WordClusters& clusters, std::vector<FeatureKey>& features);

}  // namespace volteface::language
