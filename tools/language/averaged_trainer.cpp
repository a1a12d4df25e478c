#include "averaged_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace volteface::language {
namespace {

constexpr std::size_t first_size = std::size_t{1} << 16;
// This share of weights fits; the few beyond are cut.
constexpr double fitting = 0.99999;

constexpr int dropped_bits = 4;  // of keys when features are counted

std::size_t slot_of(FeatureKey key) { return key * std::size_t{0x9E3779B1}; }

}  // namespace

AveragedTrainer::AveragedTrainer(std::size_t classes)
    : classes_(classes), mask_(first_size - 1), rows_(first_size) {}

const AveragedTrainer::Row* AveragedTrainer::find(FeatureKey key) const {
  for (std::size_t at = slot_of(key) & mask_;; at = (at + 1) & mask_) {
    if (rows_[at].moves == 0) return nullptr;
    if (rows_[at].key == key) return &rows_[at];
  }
}

AveragedTrainer::Row& AveragedTrainer::row(FeatureKey key) {
  if (used_ * 2 > mask_) grow();
  std::size_t at = slot_of(key) & mask_;
  while (rows_[at].moves != 0 && rows_[at].key != key) at = (at + 1) & mask_;
  if (rows_[at].moves == 0) {
    rows_[at].key = key;
    ++used_;
  }
  ++rows_[at].moves;
  return rows_[at];
}

void AveragedTrainer::grow() {
  std::vector<Row> old(rows_.size() * 2);
  old.swap(rows_);
  mask_ = rows_.size() - 1;
  for (Row& row : old) {
    if (row.moves == 0) continue;
    std::size_t at = slot_of(row.key) & mask_;
    while (rows_[at].moves != 0) at = (at + 1) & mask_;
    rows_[at] = std::move(row);
  }
}

void AveragedTrainer::count(std::span<const FeatureKey> features) {
  if (seen_.empty()) seen_.resize(std::size_t{1} << (32 - dropped_bits));
  for (const FeatureKey key : features) {
    std::uint8_t& seen = seen_[key >> dropped_bits];
    if (seen < 255) ++seen;
  }
}

void AveragedTrainer::score(std::span<const FeatureKey> features,
                            std::vector<float>& scores) const {
  scores.assign(classes_, 0);
  for (const FeatureKey key : features) __builtin_prefetch(&rows_[slot_of(key) & mask_]);
  for (const FeatureKey key : features) {
    if (const Row* found = find(key)) {
      for (const Cell& cell : found->cells) scores[cell.number] += cell.weight;
    }
  }
}

void AveragedTrainer::move(Row& row, std::size_t number, float by) const {
  auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                           [&](const Cell& c) { return c.number == number; });
  if (cell == row.cells.end()) {
    row.cells.push_back({static_cast<std::uint8_t>(number), 0, 0, time_});
    cell = row.cells.end() - 1;
  }
  cell->total += static_cast<double>(time_ - cell->stamp) * static_cast<double>(cell->weight);
  cell->stamp = time_;
  cell->weight += by;
}

void AveragedTrainer::learn(std::span<const FeatureKey> features, std::size_t right,
                            std::size_t chosen) {
  ++time_;
  if (right == chosen) return;
  for (const FeatureKey key : features) {
    if (!seen_.empty() && seen_[key >> dropped_bits] < least_seen_) continue;
    Row& of = row(key);
    move(of, right, 1);
    move(of, chosen, -1);
  }
}

double AveragedTrainer::average(const Cell& cell) const {
  const double rest = static_cast<double>(time_ - cell.stamp) * static_cast<double>(cell.weight);
  return (cell.total + rest) / static_cast<double>(time_);
}

LinearModel AveragedTrainer::finish(std::uint32_t least, double smallest) const {
  return finish(std::span(this, 1), least, smallest);
}

LinearModel AveragedTrainer::finish(std::span<const AveragedTrainer> trainers, std::uint32_t least,
                                    double smallest) {
  std::map<FeatureKey, std::map<std::uint8_t, double>> means;
  const double share = 1.0 / static_cast<double>(trainers.size());
  for (const AveragedTrainer& trainer : trainers) {
    for (const Row& row : trainer.rows_) {
      if (row.moves < least || row.moves == 0) continue;
      auto& of = means[row.key];
      for (const Cell& cell : row.cells) of[cell.number] += share * trainer.average(cell);
    }
  }
  std::vector<double> sizes;
  for (const auto& [key, of] : means) {
    for (const auto& [number, mean] : of) sizes.push_back(std::abs(mean));
  }
  const std::size_t classes = trainers.front().classes_;
  if (sizes.empty()) return LinearModel(classes, {});
  const auto nth =
      sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * fitting);
  std::nth_element(sizes.begin(), nth, sizes.end());
  const double scale = LinearModel::largest_weight / *nth;
  std::vector<LinearModel::Weights> weights;
  for (const auto& [key, of] : means) {
    LinearModel::Weights kept;
    kept.key = key;
    for (const auto& [number, mean] : of) {
      const std::int16_t value = LinearModel::storable(mean * scale);
      if (value != 0 && std::abs(mean) >= smallest) kept.of.emplace_back(number, value);
    }
    if (!kept.of.empty()) weights.push_back(std::move(kept));
  }
  return LinearModel(classes, weights);
}

}  // namespace volteface::language
