#include "language/linear_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "language/model_bytes.h"

namespace volteface::language {
namespace {

// A row begins with the number of its pairs, or with this where it holds all classes.
constexpr std::int16_t dense = -1;

constexpr std::size_t slot_of(FeatureKey key) { return key * std::size_t{0x9E3779B1}; }

constexpr int largest_code = 127;

// The value of each code: 0, 1, 2, ... and on by a growing factor to largest_weight.
const std::array<std::int16_t, largest_code + 1>& code_values() {
  static const auto values = [] {
    std::array<std::int16_t, largest_code + 1> out{};
    constexpr double factor = 1.044;
    double exact = 0;
    for (int code = 1; code <= largest_code; ++code) {
      exact = std::max(exact + 1, exact * factor);
      out[static_cast<std::size_t>(code)] =
          static_cast<std::int16_t>(std::min<double>(exact, LinearModel::largest_weight));
    }
    return out;
  }();
  return values;
}

std::int8_t code_of(std::int16_t weight) {
  const auto& values = code_values();
  const auto size = static_cast<std::int16_t>(weight < 0 ? -weight : weight);
  auto above = std::lower_bound(values.begin(), values.end(), size);
  if (above == values.end()) --above;
  if (above != values.begin() && size - *(above - 1) < *above - size) --above;
  const auto code = static_cast<std::int8_t>(above - values.begin());
  return static_cast<std::int8_t>(weight < 0 ? -code : code);
}

std::int16_t value_of(std::int8_t code) {
  const std::int16_t value =
      code_values()[static_cast<std::size_t>(std::min(std::abs(int{code}), largest_code))];
  return static_cast<std::int16_t>(code < 0 ? -value : value);
}

bool is_dense(std::size_t pairs, std::size_t classes) { return pairs > 100 || pairs * 4 > classes; }

}  // namespace

void LinearModel::reserve(std::size_t features) {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(16, features * 2));
  slots_.assign(slots, {});
  mask_ = slots - 1;
  filter_.assign(std::size_t{1} << (filter_bits - 6), 0);
  rows_.assign(1, 0);  // so that no row lies at 0
}

LinearModel::LinearModel(std::size_t classes, const std::vector<Weights>& weights)
    : classes_(classes), padded_((classes + 15) / 16 * 16) {
  reserve(weights.size());
  for (const Weights& feature : weights) add_row(feature);
  rows_.resize(rows_.size() + most_classes, 0);  // vectors may read beyond the last
}

// A row of so many weights, to be filled: with pairs, or where it is dense by classes, all zero.
std::int16_t* LinearModel::new_row(FeatureKey key, std::size_t weights) {
  std::size_t at = slot_of(key) & mask_;
  while (slots_[at].row != 0) at = (at + 1) & mask_;
  slots_[at] = {key, static_cast<std::uint32_t>(rows_.size())};
  ++features_;
  filter_[key >> (32 - filter_bits + 6)] |= std::uint64_t{1} << (key >> (32 - filter_bits) & 63);
  const bool all = is_dense(weights, classes_);
  const std::size_t begin = rows_.size() + 1;
  rows_.resize(begin + (all ? padded_ : 2 * weights));
  rows_[begin - 1] = all ? dense : static_cast<std::int16_t>(weights);
  std::int16_t* row = rows_.data() + begin;
  if (all) std::fill_n(row, padded_, std::int16_t{0});
  return row;
}

void LinearModel::add_row(const Weights& weights) {
  const bool all = is_dense(weights.of.size(), classes_);
  std::int16_t* row = new_row(weights.key, weights.of.size());
  for (const auto& [number, weight] : weights.of) {
    if (all) {
      row[number] = weight;
    } else {
      *row++ = number;
      *row++ = weight;
    }
  }
}

// For rows of these numbers of weights.
void LinearModel::reserve_rows(std::string_view counts) {
  std::size_t size = 1 + most_classes;
  for (const char count : counts) {
    const std::size_t pairs = static_cast<unsigned char>(count);
    size += 1 + (is_dense(pairs, classes_) ? padded_ : 2 * pairs);
  }
  rows_.reserve(size);
}

std::uint32_t LinearModel::row_of(FeatureKey key) const {
  std::size_t at = slot_of(key) & mask_;
  while (slots_[at].row != 0) {
    if (slots_[at].key == key) return slots_[at].row;
    at = (at + 1) & mask_;
  }
  return 0;
}

void LinearModel::score(std::span<const FeatureKey> features, Scores& scores) const {
  std::memset(scores.of, 0, sizeof(scores.of));
  if (slots_.empty()) return;
  // The slots lie all over the memory; asked for together they come together.
  FeatureKey keys[most_features];
  std::size_t likely = 0;
  for (const FeatureKey key : features) {
    keys[likely] = key;
    likely += may_have(key) ? 1 : 0;  // no branch, which would be guessed wrongly half the time
  }
  for (std::size_t i = 0; i < likely; ++i) __builtin_prefetch(&slots_[slot_of(keys[i]) & mask_]);
  std::uint32_t rows[most_features];
  std::size_t found = 0;
  for (std::size_t i = 0; i < likely; ++i) {
    const std::uint32_t row = row_of(keys[i]);
    rows[found] = row;
    found += row != 0;
    __builtin_prefetch(&rows_[row]);
    __builtin_prefetch(&rows_[row] + 32);
  }
  const std::size_t padded = padded_;
  for (std::size_t i = 0; i < found; ++i) {
    const std::int16_t* row = &rows_[rows[i]];
    const std::int16_t pairs = *row++;
    if (pairs == dense) {
      for (std::size_t c = 0; c < padded; ++c)
        scores.of[c] = static_cast<Score>(scores.of[c] + row[c]);
    } else {
      for (std::int16_t k = 0; k < pairs; ++k, row += 2) {
        Score& score = scores.of[row[0]];
        score = static_cast<Score>(score + row[1]);
      }
    }
  }
}

std::size_t LinearModel::best(std::span<const FeatureKey> features) const {
  Scores scores;
  score(features, scores);
  return static_cast<std::size_t>(std::max_element(scores.of, scores.of + classes_) - scores.of);
}

std::int16_t LinearModel::storable(double weight) {
  const double size =
      std::clamp(std::round(weight), -double{largest_weight}, double{largest_weight});
  return value_of(code_of(static_cast<std::int16_t>(size)));
}

std::string LinearModel::encoded() const {
  std::vector<Slot> used;
  for (const Slot& slot : slots_) {
    if (slot.row != 0) used.push_back(slot);
  }
  std::sort(used.begin(), used.end(), [](const Slot& a, const Slot& b) { return a.key < b.key; });
  ModelWriter writer;
  writer.number(classes_);
  writer.number(used.size());
  FeatureKey before = 0;
  std::string counts, classes, values;  // like beside like packs best
  for (const Slot& slot : used) {
    writer.number(slot.key - before);
    before = slot.key;
    const std::int16_t* row = &rows_[slot.row];
    std::string of_classes, of_values;
    if (*row == dense) {
      for (std::size_t c = 0; c < classes_; ++c) {
        if (row[1 + c] == 0) continue;
        of_classes += static_cast<char>(c);
        of_values += static_cast<char>(code_of(row[1 + c]));
      }
    } else {
      for (std::int16_t k = 0; k < *row; ++k) {
        of_classes += static_cast<char>(row[1 + 2 * k]);
        of_values += static_cast<char>(code_of(row[2 + 2 * k]));
      }
    }
    counts += static_cast<char>(of_classes.size());
    classes += of_classes;
    values += of_values;
  }
  writer.bytes(counts);
  writer.bytes(classes);
  writer.bytes(values);
  return writer.content();
}

LinearModel LinearModel::decoded(ModelReader& reader) {
  LinearModel model;
  model.classes_ = reader.number(most_classes);
  model.padded_ = (model.classes_ + 15) / 16 * 16;
  const std::size_t features = reader.number(std::size_t{1} << 26);
  reader.expect(features <= reader.left(), "more features than bytes");
  std::vector<FeatureKey> keys(features);
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < features; ++i) {
    key += reader.number(0xffffffff);
    reader.expect(key <= 0xffffffff && (i == 0 || key > keys[i - 1]), "keys out of order");
    keys[i] = static_cast<FeatureKey>(key);
  }
  const std::string_view counts = reader.bytes();
  const std::string_view classes = reader.bytes();
  const std::string_view values = reader.bytes();
  reader.expect(counts.size() == features && classes.size() == values.size(),
                "lists of different length");
  model.reserve(features);
  model.reserve_rows(counts);
  unsigned char largest = 0;
  for (const char number : classes) largest = std::max(largest, static_cast<unsigned char>(number));
  reader.expect(classes.empty() || largest < model.classes_, "a class that there is not");
  std::array<std::int16_t, 256> value_at{};
  for (int code = -128; code < 128; ++code)
    value_at[static_cast<std::uint8_t>(code)] = value_of(static_cast<std::int8_t>(code));
  constexpr std::size_t ahead = 24;  // slots lie all over the memory
  std::size_t at = 0;
  for (std::size_t i = 0; i < features; ++i) {
    if (i + ahead < features)
      __builtin_prefetch(&model.slots_[slot_of(keys[i + ahead]) & model.mask_], 1);
    const std::size_t count = static_cast<unsigned char>(counts[i]);
    reader.expect(count <= classes.size() - at, "more weights told than there are");
    const bool all = is_dense(count, model.classes_);
    std::int16_t* row = model.new_row(keys[i], count);
    for (const std::size_t end = at + count; at < end; ++at) {
      const auto number = static_cast<std::uint8_t>(classes[at]);
      const std::int16_t value = value_at[static_cast<std::uint8_t>(values[at])];
      if (all) {
        row[number] = value;
      } else {
        *row++ = number;
        *row++ = value;
      }
    }
  }
  model.rows_.resize(model.rows_.size() + most_classes, 0);
  return model;
}

}  // namespace volteface::language
