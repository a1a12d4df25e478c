// What the learned reader of acts sees of a word, and of a word with two sides: as keys of weights
// (language/feature_key.h).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/feature_key.h"
#include "reading/act_scene.h"
#include "reading/act_weights.h"
#include "reading/clause.h"

namespace volteface {

// At most LinearModel::most_features; what is beyond is dropped.
class ActFeatures {
 public:
  void clear() { keys_.clear(); }
  void add(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
           std::uint64_t d = 0) {
    if (keys_.size() < language::LinearModel::most_features)
      keys_.push_back(language::feature_key(number, a, b, c, d));
  }
  const std::vector<language::FeatureKey>& keys() const { return keys_; }

 private:
  std::vector<language::FeatureKey> keys_;
};

// What is asked of a word again and again. The clause has no head where the word is an adjective.
struct ToldWord {
  std::uint32_t token = 0;
  std::uint32_t lemma = 0;  // hash
  std::uint32_t kind = 0;   // hash of the tag
  Clause clause;
  std::uint32_t types_by_table = 0;  // of events that rules know the word for: a bit each
};

ToldWord told_word(const ActScene& scene, std::uint32_t token);

// Of the word itself. `out` is cleared first.
void see_word(const ActScene& scene, const ToldWord& word, ActFeatures& out);

// Log odds of a word, by type and mode.
using WordScores = std::array<float, ActWeights::types + ActWeights::modes>;

// How a side stands to a word.
struct SideRoles {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> main;  // two at most
  std::uint32_t nearest = nowhere;  // the token that names it, nearest to the word
  std::uint32_t place_before = 3;   // 0: no other side is named between; 3: further, or not
  std::uint32_t place_behind = 3;
};

// Of all sides of the word's sentence, in their order there.
std::vector<SideRoles> roles_of_sides(const ActScene& scene, const ToldWord& word);

// A reading of a word: an act of this type by one side towards another.
struct ActCandidate {
  std::size_t source = 0, target = 0;  // places among the sides of the sentence
  std::size_t type = 0;
};

// Of a candidate. `best`: the score of the word of the sentence that is likeliest of this type.
void see_sides(const ActScene& scene, const ToldWord& word, const WordScores& scores, float best,
               const std::vector<SideRoles>& roles, const ActCandidate& candidate,
               ActFeatures& out);

}  // namespace volteface
