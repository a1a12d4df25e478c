#include "ideal/sites.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ideal/sites.cpp"
#include "hwy/foreach_target.h"
// Behind foreach_target.h, which compiles this file once for each instruction set.
#include "hwy/highway.h"
#include "ideal/site-inl.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using SiteIndexes = hn::RebindToSigned<SiteFloats>;

// Calls visit(cell, place, derivatives, valid) for each vector of cells of an item, and keeps the
// pulls.
template <class Visit>
HWY_INLINE void visit_cells(const CellLayout::ItemCells& cells, const std::int32_t* cell_point,
                            const ItemVectors& item, const SiteArrays& arrays, const Visit& visit) {
  const SiteFloats d;
  const SiteIndexes di;
  const std::size_t lanes = hn::Lanes(d);
  const auto first_lanes = [&](std::size_t count, std::size_t from)
                               HWY_ATTR { return hn::FirstN(d, count > from ? count - from : 0); };
  const auto load = [&](std::size_t cell, auto is_no) HWY_ATTR {
    const auto point = hn::Load(di, cell_point + cell);
    return place_of(item, hn::GatherIndex(d, arrays.theta, point),
                    hn::GatherIndex(d, arrays.variance, point), hn::Load(d, arrays.pull + cell),
                    is_no);
  };
  const std::size_t one_sided_cells = cells.yes + cells.no;
  for (std::size_t j = 0; j < one_sided_cells; j += lanes) {
    const auto is_no = hn::Not(first_lanes(cells.yes, j));
    const Place place = load(cells.begin + j, is_no);
    const auto valid = first_lanes(one_sided_cells, j);
    const Derivatives slopes = one_sided(item, place, is_no);
    hn::Store(hn::IfThenElseZero(valid, hn::Add(slopes.yes, slopes.no)), d,
              arrays.pull + cells.begin + j);
    visit(cells.begin + j, place, slopes, valid);
  }
  for (std::size_t j = 0; j < cells.abstain; j += lanes) {
    const auto valid = first_lanes(cells.abstain, j);
    const Place place = load(cells.abstain_begin + j, hn::FirstN(d, 0));
    const Derivatives slopes = two_sided(item, place);
    hn::Store(hn::IfThenElseZero(valid, hn::Add(slopes.yes, slopes.no)), d,
              arrays.pull + cells.abstain_begin + j);
    visit(cells.abstain_begin + j, place, slopes, valid);
  }
}

HWY_INLINE SiteFloat curvature_of(const Derivatives& s) {
  return hn::Add(hn::Add(s.yes_yes, s.no_no), hn::Add(s.cross, s.cross));
}

HWY_INLINE float total(SiteFloat x) {
  const SiteFloats d;
  return hn::GetLane(hn::SumOfLanes(d, x));
}

void SumItemSites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                  const ItemNumbers* items, const SiteArrays& arrays, ItemSums* sums) {
  const SiteFloats d;
  for (std::uint32_t v = first; v < last; ++v) {
    const SiteFloat zero = hn::Zero(d);
    SiteFloat b = zero, c = zero, no = zero, bb = zero, bc = zero, cc = zero, bg = zero, cg = zero,
              gg = zero;
    const auto visit = [&](std::size_t, const Place& place, const Derivatives& s,
                           auto valid) HWY_ATTR {
      const SiteFloat curvature = curvature_of(s);
      const SiteFloat more = hn::IfThenElseZero(valid, inflation(place.of_item, curvature));
      const SiteFloat pull = hn::IfThenElseZero(valid, hn::Add(s.yes, s.no));
      const SiteFloat weight = hn::Mul(curvature, more);
      const SiteFloat upper = hn::Mul(hn::Add(s.no_no, s.cross), more);
      const SiteFloat moved = hn::Mul(place.theta, weight);
      b = hn::NegMulAdd(place.theta, pull, b);
      c = hn::Add(c, pull);
      no = hn::Add(no, hn::IfThenElseZero(valid, s.no));
      bb = hn::MulAdd(place.theta, moved, bb);
      bc = hn::Sub(bc, moved);
      cc = hn::Add(cc, weight);
      bg = hn::NegMulAdd(place.theta, upper, bg);
      cg = hn::Add(cg, upper);
      gg = hn::MulAdd(s.no_no, more, gg);
    };
    visit_cells(layout.items[v], layout.cell_point.data(), broadcast(items[v]), arrays, visit);
    const float gap = items[v].gap;  // d cut_no / d log_gap
    sums[v] = {total(b),        total(c),        gap * total(no),
               total(bb),       total(bc),       total(cc),
               gap * total(bg), gap * total(cg), gap * gap * total(gg)};
  }
}

void WritePointSites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                     const ItemNumbers* items, const SiteArrays& arrays,
                     float* HWY_RESTRICT gradient, float* HWY_RESTRICT precision) {
  const SiteFloats d;
  for (std::uint32_t v = first; v < last; ++v) {
    const ItemVectors item = broadcast(items[v]);
    const SiteFloat square = hn::Mul(item.b, item.b);
    const auto visit = [&](std::size_t cell, const Place& place, const Derivatives& s,
                           auto) HWY_ATTR {
      const SiteFloat curvature = curvature_of(s);
      hn::Store(hn::Neg(hn::Mul(item.b, hn::Add(s.yes, s.no))), d, gradient + cell);
      hn::Store(hn::Mul(square, hn::Mul(curvature, inflation(place.of_point, curvature))), d,
                precision + cell);
    };
    visit_cells(layout.items[v], layout.cell_point.data(), item, arrays, visit);
  }
}

PointSiteSums SumPointSites(const CellLayout& layout, std::uint32_t point, const float* gradient,
                            const float* precision) {
  const SiteFloats d;
  const SiteIndexes di;
  const auto padding = hn::Set(di, static_cast<std::int32_t>(layout.items.size()));
  SiteFloat slope = hn::Zero(d), weight = hn::Zero(d);
  for (std::size_t c = layout.point_begin[point]; c < layout.point_begin[point + 1];
       c += hn::Lanes(d)) {
    const auto cell = hn::Load(di, layout.point_cell.data() + c);
    const auto valid =
        hn::RebindMask(d, hn::Lt(hn::Load(di, layout.point_item.data() + c), padding));
    slope = hn::Add(slope, hn::IfThenElseZero(valid, hn::GatherIndex(d, gradient, cell)));
    weight = hn::Add(weight, hn::IfThenElseZero(valid, hn::GatherIndex(d, precision, cell)));
  }
  return {total(slope), total(weight)};
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace volteface {

HWY_EXPORT(SumItemSites);
HWY_EXPORT(WritePointSites);
HWY_EXPORT(SumPointSites);

void sum_item_sites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                    std::span<const ItemNumbers> items, const SiteArrays& arrays,
                    std::span<ItemSums> sums) {
  HWY_DYNAMIC_DISPATCH(SumItemSites)
  (layout, first, last, items.data(), arrays, sums.data());
}

void write_point_sites(const CellLayout& layout, std::uint32_t first, std::uint32_t last,
                       std::span<const ItemNumbers> items, const SiteArrays& arrays,
                       float* gradient, float* precision) {
  HWY_DYNAMIC_DISPATCH(WritePointSites)
  (layout, first, last, items.data(), arrays, gradient, precision);
}

PointSiteSums sum_point_sites(const CellLayout& layout, std::uint32_t point, const float* gradient,
                              const float* precision) {
  return HWY_DYNAMIC_DISPATCH(SumPointSites)(layout, point, gradient, precision);
}

}  // namespace volteface
#endif
