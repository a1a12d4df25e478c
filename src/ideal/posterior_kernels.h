// What the votes say of given points and items: the inner loops of the sampler.
//
// Slopes are those of the log probability of the votes at given values, for the normal stand-ins
// from which blocks are proposed; ratios compare two values of a block, for the decision whether
// the proposal is taken. Vectors of single precision by Highway; posterior_reference.h is the slow
// and obvious form. A ratio is summed from differences, so that its error is that of a few
// differences (1e-6 each), not that of a sum of thousands of logarithms.
#pragma once

#include <cstdint>
#include <span>

#include "ideal/cell_layout.h"
#include "ideal/sites.h"

namespace volteface {

// An item at given values; gap = cut_no - cut_yes.
struct ItemValues {
  float discrimination = 0;
  float cut_yes = 0;
  float gap = 1;
};

// All items, an array each, one element more than there are items: discrimination and cut_yes 0,
// gap 1.
struct ItemColumns {
  AlignedVector<float> discrimination, cut_yes, gap;

  explicit ItemColumns(std::size_t items)
      : discrimination(items + 1, 0.0F), cut_yes(items + 1, 0.0F), gap(items + 1, 1.0F) {}
  ItemValues at(std::size_t v) const { return {discrimination[v], cut_yes[v], gap[v]}; }
  void set(std::size_t v, const ItemValues& x) {
    discrimination[v] = x.discrimination;
    cut_yes[v] = x.cut_yes;
    gap[v] = x.gap;
  }
};

// `by_point` is laid out with points in the place of items, and items in that of points.

// Points first .. last at theta[p]: gradient and minus the second derivative in theta.
void point_slopes(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                  const float* theta, const ItemColumns& items, PointSiteSums* slopes);

// Sum over points first .. last: log probability of their votes at `proposed` less that at
// `present`.
double point_log_ratio(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                       const float* present, const float* proposed, const ItemColumns& items);

// The same for an item; theta has one element more than there are points, 0.
ItemSums item_slopes(const CellLayout& by_item, std::uint32_t item, const ItemValues& at,
                     const float* theta);

// With the points at `to` in place of `from` as well; the two may be the same array.
double item_log_ratio(const CellLayout& by_item, std::uint32_t item, const ItemValues& present,
                      const ItemValues& proposed, const float* from, const float* to);

}  // namespace volteface
