// One chain of the published sampler.
#pragma once

#include <cstdint>
#include <vector>

#include "ideal/cell_layout.h"
#include "ideal/observations.h"
#include "ideal/published_kernels.h"

namespace volteface {

// What a chain starts from, and the prior of each point, which depends on the counts of votes
// alone.
struct PublishedStart {
  static constexpr std::int32_t no_point = -1;

  AlignedVector<float> discrimination;  // items
  AlignedVector<float> cut_yes;         // items
  AlignedVector<float> cut_no;
  std::vector<float> mean;  // points: what is taken for their conditional mean

  std::vector<std::int32_t> before;  // points: whose mean the prior has
  std::vector<float> prior_variance;
  std::vector<std::uint32_t> sweep;  // points by period: neighbours in the order share votes
};

// Discriminations start at 1 or -1, by which of the USA and Russia was nearer to no.
PublishedStart published_start(const Record& record, const Observations& observations);

class PublishedChain {
 public:
  // The first three outlive the chain.
  PublishedChain(const CellLayout& layout, const PublishedStart& start, std::uint64_t key);

  void iterate();

  // Of the last iteration. Standardised; one value a point.
  std::span<const float> theta() const { return {theta_.data(), layout_->points}; }
  std::span<const float> discrimination() const { return {discrimination_.data(), items()}; }
  std::span<const float> cut_yes() const { return {cut_yes_.data(), items()}; }
  std::span<const float> cut_no() const { return {cut_no_.data(), items()}; }
  std::uint32_t accepted() const;  // items whose cutpoints moved

 private:
  std::size_t items() const { return layout_->items.size(); }
  void draw_points();
  void draw_point(std::uint32_t point);
  void standardise();
  void draw_items();

  const CellLayout* layout_;
  const PublishedStart* start_;
  DrawPlace place_;
  AlignedVector<float> theta_;  // points + 1
  std::vector<float> mean_,
      mean_before_;  // points: conditional means of this iteration and of the last
  AlignedVector<float> point_normal_;
  AlignedVector<float> discrimination_;  // items + 1
  AlignedVector<float> cut_yes_, cut_no_, proposed_yes_, proposed_no_, threshold_, item_normal_,
      log_ratio_;
  std::vector<std::uint8_t> accepted_;
  AlignedVector<float> z_;
};

}  // namespace volteface
