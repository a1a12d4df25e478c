// The averaged perceptron (Collins 2002) over hashed features, as tagger, parser and splitters are
// trained.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/linear_model.h"

namespace volteface::language {

class AveragedTrainer {
 public:
  explicit AveragedTrainer(std::size_t classes);

  // To be called with the features of all decisions before the first lesson: what is seen fewer
  // than `least_seen` times gets no weights. Without a call everything does.
  void count(std::span<const FeatureKey> features);
  void set_least_seen(std::uint8_t least_seen) { least_seen_ = least_seen; }

  // scores[c] for all classes.
  void score(std::span<const FeatureKey> features, std::vector<float>& scores) const;

  // One decision has been made; with `right` != `chosen` the weights move from one to the other.
  void learn(std::span<const FeatureKey> features, std::size_t right, std::size_t chosen);

  // The averages, as a file can hold them. Features that moved fewer than `least` times are left
  // out, and averages below `smallest`.
  LinearModel finish(std::uint32_t least, double smallest = 0) const;

  // The mean of several, which errs less than each: what chance of order taught one the others
  // undo.
  static LinearModel finish(std::span<const AveragedTrainer> trainers, std::uint32_t least,
                            double smallest = 0);

  std::size_t features() const { return used_; }

 private:
  struct Cell {
    std::uint8_t number = 0;
    float weight = 0;
    double total = 0;
    std::uint32_t stamp = 0;
  };
  struct Row {
    FeatureKey key = 0;
    std::uint32_t moves = 0;  // 0: empty
    std::vector<Cell> cells;
  };

  const Row* find(FeatureKey key) const;
  Row& row(FeatureKey key);
  void grow();
  void move(Row& row, std::size_t number, float by) const;
  double average(const Cell& cell) const;

  std::size_t classes_;
  std::uint8_t least_seen_ = 0;
  std::vector<std::uint8_t> seen_;  // by the upper bits of a key
  std::uint32_t time_ = 1;
  std::size_t used_ = 0;
  std::size_t mask_;
  std::vector<Row> rows_;
};

}  // namespace volteface::language
