#include "ideal/published_chain.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace volteface {
namespace {

using Constants = PublishedConstants;

// Pieces that one thread takes at a time.
constexpr std::uint32_t points_a_piece = 1024;
constexpr std::uint32_t items_a_piece = 256;

std::size_t rounded_up(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

AlignedVector<float> padded_copy(const AlignedVector<float>& values, std::size_t size,
                                 float padding) {
  AlignedVector<float> copy(values);
  copy.resize(size, padding);
  return copy;
}

}  // namespace

PublishedChain::PublishedChain(const CellLayout& layout, const PublishedStart& start,
                               std::uint64_t key)
    : layout_(&layout), start_(&start), place_{key, 0} {
  const std::size_t n = layout.items.size(), padded = rounded_up(n, CellLayout::lanes);
  theta_.assign(layout.points + 1, 0.0F);
  mean_ = start.mean;
  mean_before_ = start.mean;
  point_normal_.assign(rounded_up(layout.points, 4 * CellLayout::lanes), 0.0F);
  discrimination_ = padded_copy(start.discrimination, n + 1, 0.0F);
  cut_yes_ = padded_copy(start.cut_yes, padded, -1.0F);
  cut_no_ = padded_copy(start.cut_no, padded, 1.0F);
  for (auto* values : {&proposed_yes_, &proposed_no_, &threshold_, &item_normal_, &log_ratio_}) {
    values->assign(padded, 0.0F);
  }
  accepted_.assign(n, 0);
  z_.assign(layout.cell_point.size(), 0.0F);
  AlignedVector<float> scratch(scratch_floats(layout));
  start_z(layout, place_, theta_.data(), cut_yes_.data(), cut_no_.data(), z_.data(),
          scratch.data());
}

void PublishedChain::iterate() {
  ++place_.iteration;
  draw_points();
  standardise();
  draw_items();
}

std::uint32_t PublishedChain::accepted() const {
  return static_cast<std::uint32_t>(std::count(accepted_.begin(), accepted_.end(), 1));
}

void PublishedChain::draw_points() {
  std::swap(mean_, mean_before_);
  fill_normal(place_, point_normal_);
  tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, layout_->points, points_a_piece),
                    [this](const tbb::blocked_range<std::uint32_t>& piece) {
                      for (std::uint32_t i = piece.begin(); i != piece.end(); ++i) {
                        draw_point(start_->sweep[i]);
                      }
                    });
}

void PublishedChain::draw_point(std::uint32_t point) {
  const PointSums sums = sum_point(*layout_, point, discrimination_.data(), z_.data());
  const std::int32_t before = start_->before[point];
  const float prior_mean =
      before == PublishedStart::no_point ? 0.0F : mean_before_[static_cast<std::size_t>(before)];
  const float prior_precision = 1.0F / start_->prior_variance[point];
  const float variance = 1.0F / (sums.squares + prior_precision);
  mean_[point] = variance * (sums.weighted + prior_precision * prior_mean);
  theta_[point] = std::clamp(mean_[point] + std::sqrt(variance) * point_normal_[point],
                             -Constants::point_bound, Constants::point_bound);
}

// To mean 0 and standard deviation 1 over all points; a single point stays where it is.
void PublishedChain::standardise() {
  const std::size_t n = layout_->points;
  if (n < 2) return;
  double mean = 0, squares = 0;
  for (std::size_t p = 0; p < n; ++p) mean += static_cast<double>(theta_[p]);
  mean /= static_cast<double>(n);
  for (std::size_t p = 0; p < n; ++p) squares += std::pow(static_cast<double>(theta_[p]) - mean, 2);
  if (!(squares > 0)) return;
  const double scale = 1 / std::sqrt(squares / static_cast<double>(n - 1));
  for (std::size_t p = 0; p < n; ++p) {
    theta_[p] = static_cast<float>((static_cast<double>(theta_[p]) - mean) * scale);
  }
}

void PublishedChain::draw_items() {
  propose_cuts(place_, static_cast<std::uint32_t>(cut_yes_.size()), cut_yes_.data(), cut_no_.data(),
               proposed_yes_.data(), proposed_no_.data(), threshold_.data(), item_normal_.data());
  const ItemArrays arrays{theta_.data(),     discrimination_.data(), cut_yes_.data(),
                          cut_no_.data(),    proposed_yes_.data(),   proposed_no_.data(),
                          threshold_.data(), item_normal_.data(),    z_.data(),
                          log_ratio_.data(), accepted_.data()};
  tbb::parallel_for(
      tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(items()), items_a_piece),
      [&](const tbb::blocked_range<std::uint32_t>& piece) {
        AlignedVector<float> scratch(scratch_floats(*layout_));
        sweep_items(*layout_, place_, piece.begin(), piece.end(), arrays, scratch.data());
      });
}

}  // namespace volteface
