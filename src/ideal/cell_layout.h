// The cells of a fit as the vector kernels want them: grouped by choice,
// and padded.
//
// Padding stands for a vote of no weight: its point is one beyond the last (ideal point 0), its
// item one beyond the last (discrimination 0).
#pragma once

#include <tbb/cache_aligned_allocator.h>

#include <cstdint>
#include <vector>

#include "ideal/observations.h"

namespace volteface {

template <typename T>
using AlignedVector = std::vector<T, tbb::cache_aligned_allocator<T>>;

struct CellLayout {
  // Groups begin at multiples of this many cells: the most lanes that a kernel uses at once.
  static constexpr std::uint32_t lanes = 16;

  // First yes, then no (both are bounded on one side), padding; then abstain, padding.
  struct ItemCells {
    std::uint32_t begin = 0;  // of yes and no
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
    std::uint32_t abstain_begin = 0;
    std::uint32_t abstain = 0;
    std::uint32_t end = 0;  // behind the padding
  };

  std::vector<ItemCells> items;
  AlignedVector<std::int32_t> cell_point;

  // By point: point_begin[p] .. point_begin[p + 1], a multiple of `lanes` long.
  std::uint32_t points = 0;
  std::vector<std::uint32_t> point_begin;
  AlignedVector<std::int32_t> point_cell;  // index into cell_point
  AlignedVector<std::int32_t> point_item;

  std::uint32_t largest_item = 0;  // padded cells
};

CellLayout lay_out(const Observations& observations);

}  // namespace volteface
