// A linear classifier over hashed features with weights of 16 bits, in a file of 8.
//
// Features that few classes have weights for hold pairs, the others a row of all classes, which
// adds up in a few vector instructions. Weights differ in size by a thousand, and the small ones
// are the many: the codes of a file step from value to value by a growing factor.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/feature_key.h"
#include "language/large_pages.h"

namespace volteface::language {

class ModelReader;

class LinearModel {
 public:
  static constexpr std::size_t most_classes = 128;
  static constexpr std::size_t most_features = 256;  // of one decision
  static constexpr std::int16_t largest_weight = 2000;
  using Score = std::int16_t;

  // Sums; of which the first classes() count. Aligned so that the compiler may use vectors.
  struct alignas(64) Scores {
    Score of[most_classes];
  };

  struct Weights {
    FeatureKey key = 0;
    std::vector<std::pair<std::uint8_t, std::int16_t>> of;  // class and weight, classes ascending
  };

  LinearModel() = default;
  // `weights` by key, ascending and each once, none above largest_weight.
  LinearModel(std::size_t classes, const std::vector<Weights>& weights);

  std::size_t classes() const { return classes_; }
  std::size_t features() const { return features_; }

  void score(std::span<const FeatureKey> features, Scores& scores) const;

  // The class of the highest score; the first of equals.
  std::size_t best(std::span<const FeatureKey> features) const;

  // The nearest value that a file can hold.
  static std::int16_t storable(double weight);

  std::string encoded() const;
  // Throws Error with the file's name for anything that encoded() does not write.
  static LinearModel decoded(ModelReader& reader);

 private:
  struct Slot {
    FeatureKey key = 0;
    std::uint32_t row = 0;  // 0: empty
  };
  void add_row(const Weights& weights);
  std::int16_t* new_row(FeatureKey key, std::size_t weights);
  void reserve(std::size_t features);
  void reserve_rows(std::string_view counts);
  std::uint32_t row_of(FeatureKey key) const;

  std::size_t classes_ = 0;
  std::size_t padded_ = 0;
  std::size_t features_ = 0;
  std::size_t mask_ = 0;
  bool may_have(FeatureKey key) const {
    return (filter_[key >> (32 - filter_bits + 6)] >> (key >> (32 - filter_bits) & 63) & 1) != 0;
  }

  // A bit for the upper bits of each key: half of what is asked for is not there, and most of that
  // is known without a look at the slots, which lie far away.
  static constexpr int filter_bits = 22;
  std::vector<std::uint64_t> filter_;
  std::vector<Slot, LargePages<Slot>> slots_;
  std::vector<std::int16_t, LargePages<std::int16_t>> rows_;
};

}  // namespace volteface::language
