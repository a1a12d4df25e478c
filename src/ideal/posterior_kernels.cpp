#include "ideal/posterior_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ideal/posterior_kernels.cpp"
#include "hwy/foreach_target.h"
// Behind foreach_target.h, which compiles this file once for each instruction set.
#include "hwy/highway.h"
#include "ideal/posterior_votes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Indexes = hn::RebindToSigned<SiteFloats>;
using Mask = hn::Mask<SiteFloats>;

HWY_INLINE Mask first_lanes(std::size_t count, std::size_t from) {
  return hn::FirstN(SiteFloats(), count > from ? count - from : 0);
}

HWY_INLINE float total(SiteFloat x) { return hn::GetLane(hn::SumOfLanes(SiteFloats(), x)); }

// Calls one_sided(others, is_no, valid) and two_sided(others, valid) for each vector of cells of a
// group, with the indexes of the points (or items) at the other end.
template <class OneSided, class TwoSided>
HWY_INLINE void visit(const CellLayout& layout, std::uint32_t group, const OneSided& one_sided,
                      const TwoSided& two_sided) {
  const Indexes di;
  const std::size_t lanes = hn::Lanes(di);
  const CellLayout::ItemCells& cells = layout.items[group];
  const std::int32_t* other = layout.cell_point.data();
  const std::size_t one_sided_cells = cells.yes + cells.no;
  for (std::size_t j = 0; j < one_sided_cells; j += lanes) {
    one_sided(hn::Load(di, other + cells.begin + j), hn::Not(first_lanes(cells.yes, j)),
              first_lanes(one_sided_cells, j));
  }
  for (std::size_t j = 0; j < cells.abstain; j += lanes) {
    two_sided(hn::Load(di, other + cells.abstain_begin + j), first_lanes(cells.abstain, j));
  }
}

// Items at known values, as site-inl.h takes them.
HWY_INLINE ItemVectors known_item(SiteFloat b, SiteFloat c, SiteFloat gap) {
  const SiteFloat zero = hn::Zero(SiteFloats());
  return {b, c, gap, zero, zero, zero, zero, zero};
}

HWY_INLINE Place known_place(const ItemVectors& item, SiteFloat theta) {
  const SiteFloats d;
  const SiteFloat zero = hn::Zero(d);
  return {theta, zero, zero, hn::NegMulAdd(item.b, theta, item.c), hn::Set(d, 1.0F)};
}

HWY_INLINE ItemVectors gather_items(const ItemColumns& items, hn::Vec<Indexes> at) {
  const SiteFloats d;
  return known_item(hn::GatherIndex(d, items.discrimination.data(), at),
                    hn::GatherIndex(d, items.cut_yes.data(), at),
                    hn::GatherIndex(d, items.gap.data(), at));
}

HWY_INLINE SiteFloat curvature_of(const Derivatives& s) {
  return hn::Add(hn::Add(s.yes_yes, s.no_no), hn::Add(s.cross, s.cross));
}

void PointSlopes(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                 const float* theta, const ItemColumns& items, PointSiteSums* slopes) {
  const SiteFloats d;
  for (std::uint32_t p = first; p < last; ++p) {
    const SiteFloat at = hn::Set(d, theta[p]);
    SiteFloat gradient = hn::Zero(d), precision = hn::Zero(d);
    const auto add = [&](const ItemVectors& item, const Derivatives& s, Mask valid) HWY_ATTR {
      const SiteFloat b = hn::IfThenElseZero(valid, item.b);
      gradient = hn::NegMulAdd(b, hn::Add(s.yes, s.no), gradient);
      precision = hn::MulAdd(hn::Mul(b, b), curvature_of(s), precision);
    };
    visit(
        by_point, p,
        [&](auto index, Mask is_no, Mask valid) HWY_ATTR {
          const ItemVectors item = gather_items(items, index);
          add(item, one_sided(item, known_place(item, at), is_no), valid);
        },
        [&](auto index, Mask valid) HWY_ATTR {
          const ItemVectors item = gather_items(items, index);
          add(item, two_sided(item, known_place(item, at)), valid);
        });
    slopes[p] = {total(gradient), total(precision)};
  }
}

double PointLogRatio(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                     const float* present, const float* proposed, const ItemColumns& items) {
  const SiteFloats d;
  double out = 0;
  for (std::uint32_t p = first; p < last; ++p) {
    const SiteFloat from = hn::Set(d, present[p]), to = hn::Set(d, proposed[p]);
    LogRatioSum sum;
    visit(
        by_point, p,
        [&](auto index, Mask is_no, Mask valid) HWY_ATTR {
          const ItemVectors item = gather_items(items, index);
          const SiteFloat cut = hn::Add(item.c, hn::IfThenElseZero(is_no, item.gap));
          const SiteFloat x = hn::NegMulAdd(item.b, from, cut), y = hn::NegMulAdd(item.b, to, cut);
          add_one_sided(sum, hn::IfThenElse(is_no, hn::Neg(x), x),
                        hn::IfThenElse(is_no, hn::Neg(y), y), valid);
        },
        [&](auto index, Mask valid) HWY_ATTR {
          const ItemVectors item = gather_items(items, index);
          const SiteFloat p0 = log_between(hn::NegMulAdd(item.b, from, item.c), item.gap);
          const SiteFloat p1 = log_between(hn::NegMulAdd(item.b, to, item.c), item.gap);
          sum.add(hn::IfThenElseZero(valid, hn::Sub(p1, p0)));
        });
    out += static_cast<double>(sum.total());
  }
  return out;
}

HWY_INLINE ItemVectors broadcast_values(const ItemValues& item) {
  const SiteFloats d;
  return known_item(hn::Set(d, item.discrimination), hn::Set(d, item.cut_yes),
                    hn::Set(d, item.gap));
}

void ItemSlopes(const CellLayout& by_item, std::uint32_t item, const ItemValues& at,
                const float* theta, ItemSums* sums) {
  const SiteFloats d;
  const SiteFloat zero = hn::Zero(d);
  const ItemVectors values = broadcast_values(at);
  SiteFloat b = zero, c = zero, no = zero, bb = zero, bc = zero, cc = zero, bg = zero, cg = zero,
            gg = zero;
  const auto add = [&](SiteFloat where, const Derivatives& s, Mask valid) HWY_ATTR {
    const SiteFloat weight = hn::IfThenElseZero(valid, curvature_of(s));
    const SiteFloat pull = hn::IfThenElseZero(valid, hn::Add(s.yes, s.no));
    const SiteFloat upper = hn::IfThenElseZero(valid, hn::Add(s.no_no, s.cross));
    const SiteFloat moved = hn::Mul(where, weight);
    b = hn::NegMulAdd(where, pull, b);
    c = hn::Add(c, pull);
    no = hn::Add(no, hn::IfThenElseZero(valid, s.no));
    bb = hn::MulAdd(where, moved, bb);
    bc = hn::Sub(bc, moved);
    cc = hn::Add(cc, weight);
    bg = hn::NegMulAdd(where, upper, bg);
    cg = hn::Add(cg, upper);
    gg = hn::Add(gg, hn::IfThenElseZero(valid, s.no_no));
  };
  visit(
      by_item, item,
      [&](auto index, Mask is_no, Mask valid) HWY_ATTR {
        const SiteFloat where = hn::GatherIndex(d, theta, index);
        add(where, one_sided(values, known_place(values, where), is_no), valid);
      },
      [&](auto index, Mask valid) HWY_ATTR {
        const SiteFloat where = hn::GatherIndex(d, theta, index);
        add(where, two_sided(values, known_place(values, where)), valid);
      });
  const float gap = at.gap;  // d cut_no / d log_gap
  *sums = {total(b),        total(c),        gap * total(no),      total(bb), total(bc), total(cc),
           gap * total(bg), gap * total(cg), gap * gap * total(gg)};
}

double ItemLogRatio(const CellLayout& by_item, std::uint32_t item, const ItemValues& present,
                    const ItemValues& proposed, const float* theta_from, const float* theta_to) {
  const SiteFloats d;
  const ItemVectors from = broadcast_values(present), to = broadcast_values(proposed);
  const SiteFloat no_from = hn::Add(from.c, from.gap), no_to = hn::Add(to.c, to.gap);
  LogRatioSum sum;
  visit(
      by_item, item,
      [&](auto index, Mask is_no, Mask valid) HWY_ATTR {
        const SiteFloat x = hn::NegMulAdd(from.b, hn::GatherIndex(d, theta_from, index),
                                          hn::IfThenElse(is_no, no_from, from.c));
        const SiteFloat y = hn::NegMulAdd(to.b, hn::GatherIndex(d, theta_to, index),
                                          hn::IfThenElse(is_no, no_to, to.c));
        add_one_sided(sum, hn::IfThenElse(is_no, hn::Neg(x), x),
                      hn::IfThenElse(is_no, hn::Neg(y), y), valid);
      },
      [&](auto index, Mask valid) HWY_ATTR {
        const SiteFloat p0 = log_between(
            hn::NegMulAdd(from.b, hn::GatherIndex(d, theta_from, index), from.c), from.gap);
        const SiteFloat p1 =
            log_between(hn::NegMulAdd(to.b, hn::GatherIndex(d, theta_to, index), to.c), to.gap);
        sum.add(hn::IfThenElseZero(valid, hn::Sub(p1, p0)));
      });
  return static_cast<double>(sum.total());
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace volteface {

HWY_EXPORT(PointSlopes);
HWY_EXPORT(PointLogRatio);
HWY_EXPORT(ItemSlopes);
HWY_EXPORT(ItemLogRatio);

void point_slopes(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                  const float* theta, const ItemColumns& items, PointSiteSums* slopes) {
  HWY_DYNAMIC_DISPATCH(PointSlopes)(by_point, first, last, theta, items, slopes);
}

double point_log_ratio(const CellLayout& by_point, std::uint32_t first, std::uint32_t last,
                       const float* present, const float* proposed, const ItemColumns& items) {
  return HWY_DYNAMIC_DISPATCH(PointLogRatio)(by_point, first, last, present, proposed, items);
}

ItemSums item_slopes(const CellLayout& by_item, std::uint32_t item, const ItemValues& at,
                     const float* theta) {
  ItemSums sums;
  HWY_DYNAMIC_DISPATCH(ItemSlopes)(by_item, item, at, theta, &sums);
  return sums;
}

double item_log_ratio(const CellLayout& by_item, std::uint32_t item, const ItemValues& present,
                      const ItemValues& proposed, const float* from, const float* to) {
  return HWY_DYNAMIC_DISPATCH(ItemLogRatio)(by_item, item, present, proposed, from, to);
}

}  // namespace volteface
#endif
