// What each vote says of its item and of its point: the inner loops of the default fit.
//
// Expectation propagation (Minka 2001; Rasmussen and Williams 2006, section 3.6, for the probit):
// a vote sees eta = cut - discrimination * theta as normal, with the variance that item and point
// leave it, and its own earlier pull removed. That pull must go, or a vote would confirm itself by
// way of its item and its point: the fault of joint modes. It is kept for each cell, and removed as
// in approximate message passing (Donoho, Maleki and Montanari 2009): eta minus variance times the
// last gradient.
//
// Vectors of single precision by Highway; site_reference.h is the slow and obvious form.
#pragma once

#include <cstdint>
#include <span>

#include "ideal/cell_layout.h"

namespace volteface {

// An item's posterior as the kernels read it: means, and covariances of (discrimination b, cut_yes
// c, log_gap g).
struct ItemNumbers {
  float discrimination, cut_yes, gap;
  float bb, bc, bg, cc, cg, gg;
};

// Sums over the cells of an item. Gradients and curvatures (minus second derivatives) of the log
// probability, in the item's parameters, at its mean.
struct ItemSums {
  float b = 0, c = 0, g = 0;
  float bb = 0, bc = 0, cc = 0;
  float bg = 0, cg = 0, gg = 0;
};

struct PointSiteSums {
  float gradient = 0;
  float precision = 0;
};

// Arrays over points have one element more than there are points, for padding: 0.
struct SiteArrays {
  const float* theta;
  const float* variance;
  float* pull;  // a cell: d log probability / d eta of the last visit, 0 at first
};

// Items first .. last: fills sums[v].
void sum_item_sites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                    std::span<const ItemNumbers> items, const SiteArrays& arrays,
                    std::span<ItemSums> sums);

// Items first .. last: what each cell says of its point, to be summed by sum_point_sites.
void write_point_sites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                       std::span<const ItemNumbers> items, const SiteArrays& arrays,
                       float* gradient, float* precision);

PointSiteSums sum_point_sites(const CellLayout& layout, std::uint32_t point, const float* gradient,
                              const float* precision);

}  // namespace volteface
