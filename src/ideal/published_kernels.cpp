#include "ideal/published_kernels.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ideal/published_kernels.cpp"
#include "hwy/foreach_target.h"
// Behind foreach_target.h, which compiles this file once for each instruction set.
#include "hwy/highway.h"
#include "ideal/latent_vote-inl.h"
#include "ideal/normal-inl.h"
#include "ideal/philox-inl.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Words = hn::RebindToUnsigned<Floats>;
using Indexes = hn::RebindToSigned<Floats>;
using Constants = PublishedConstants;

enum Purpose : std::uint32_t { for_cuts, for_z, for_theta };

struct FourUniforms {
  Float a, b, c, d;
};

// `block` counts blocks of one vector of counters within a stream.
HWY_INLINE FourUniforms four_uniforms(const DrawPlace& place, Purpose purpose, std::uint32_t stream,
                                      std::uint32_t block) {
  const Floats d;
  const Words dw;
  const auto lanes = static_cast<std::uint32_t>(hn::Lanes(d));
  const auto words =
      philox(dw,
             {hn::Iota(dw, block * lanes), hn::Set(dw, stream), hn::Set(dw, place.iteration),
              hn::Set(dw, static_cast<std::uint32_t>(purpose))},
             place.key);
  return {to_uniform(d, words.a), to_uniform(d, words.b), to_uniform(d, words.c),
          to_uniform(d, words.d)};
}

// Writes `count` numbers, rounded up to four vectors.
void fill_uniform(const DrawPlace& place, Purpose purpose, std::uint32_t stream, std::size_t count,
                  float* HWY_RESTRICT out) {
  const Floats d;
  const std::size_t lanes = hn::Lanes(d);
  std::uint32_t block = 0;
  for (std::size_t i = 0; i < count; i += 4 * lanes) {
    const FourUniforms u = four_uniforms(place, purpose, stream, block++);
    hn::Store(u.a, d, out + i);
    hn::Store(u.b, d, out + i + lanes);
    hn::Store(u.c, d, out + i + 2 * lanes);
    hn::Store(u.d, d, out + i + 3 * lanes);
  }
}

HWY_INLINE auto first_lanes(std::size_t count, std::size_t from) {
  return hn::FirstN(Floats(), count > from ? count - from : 0);
}

// One item of a sweep. The pieces of scratch hold, for each cell of the item:
struct ItemWork {
  float* uniform;
  float* mean;      // discrimination * theta
  float* present;   // probability of the vote under the present cutpoints (yes and no only)
  float* proposed;  // and under the proposed ones
};

// Log likelihood of the proposed against the present cutpoints; fills `mean`, `present`,
// `proposed`.
float compare_cuts(const CellLayout& layout, const CellLayout::ItemCells& cells, const float* theta,
                   float discrimination, const Cuts& present, const Cuts& proposed,
                   const ItemWork& work) {
  const Floats d;
  const Indexes di;
  const std::size_t lanes = hn::Lanes(d);
  const Float slope = hn::Set(d, discrimination);
  const Float one = hn::Set(d, 1.0F);
  LogRatio log_ratio;
  const std::size_t one_sided = cells.yes + cells.no;
  for (std::size_t j = 0; j < one_sided; j += lanes) {
    const auto point = hn::Load(di, layout.cell_point.data() + cells.begin + j);
    const Float mean = hn::Mul(slope, hn::GatherIndex(d, theta, point));
    const auto is_yes = first_lanes(cells.yes, j), valid = first_lanes(one_sided, j);
    const auto p = normal_probability(d, one_sided_bound(is_yes, valid, present, mean));
    const auto q = normal_probability(d, one_sided_bound(is_yes, valid, proposed, mean));
    hn::Store(mean, d, work.mean + j);
    hn::Store(p.probability, d, work.present + j);
    hn::Store(q.probability, d, work.proposed + j);
    log_ratio.multiply(hn::Div(q.scaled, p.scaled), hn::Sub(q.log_scale, p.log_scale));
  }
  const std::size_t offset = cells.abstain_begin - cells.begin;
  for (std::size_t j = 0; j < cells.abstain; j += lanes) {
    const auto point = hn::Load(di, layout.cell_point.data() + cells.abstain_begin + j);
    const Float mean = hn::Mul(slope, hn::GatherIndex(d, theta, point));
    hn::Store(mean, d, work.mean + offset + j);
    const auto valid = first_lanes(cells.abstain, j);
    const auto p = probability_of(interval_of(present, mean));
    const auto q = probability_of(interval_of(proposed, mean));
    // Widths may differ by more than LogRatio holds: its logarithm is taken here.
    const Float log_q =
        hn::Add(hn::Log(d, hn::Div(q.inside, p.inside)), hn::Sub(q.log_scale, p.log_scale));
    log_ratio.multiply(one, hn::IfThenElseZero(valid, log_q));
  }
  return log_ratio.total();
}

// Sums over the cells of an item.
struct ThetaSums {
  float z = 0;        // theta * z
  float squares = 0;  // theta * theta
};

ThetaSums draw_z(const CellLayout& layout, const CellLayout::ItemCells& cells, const float* theta,
                 const Cuts& cuts, const float* probability, const ItemWork& work, float* z) {
  const Floats d;
  const Indexes di;
  const std::size_t lanes = hn::Lanes(d);
  const Float minus = hn::Set(d, -1.0F), plus = hn::Set(d, 1.0F);
  Float sum_z = hn::Zero(d), sum_squares = hn::Zero(d);
  const auto keep = [&](std::size_t j, Float value) HWY_ATTR {
    value = clamp_z(value);
    hn::Store(value, d, z + cells.begin + j);
    const auto point = hn::Load(di, layout.cell_point.data() + cells.begin + j);
    const Float at = hn::GatherIndex(d, theta, point);
    sum_z = hn::MulAdd(at, value, sum_z);
    sum_squares = hn::MulAdd(at, at, sum_squares);
  };
  const std::size_t one_sided = cells.yes + cells.no;
  for (std::size_t j = 0; j < one_sided; j += lanes) {
    const auto is_yes = first_lanes(cells.yes, j), valid = first_lanes(one_sided, j);
    const Float mean = hn::Load(d, work.mean + j);
    const Float bound = one_sided_bound(is_yes, valid, cuts, mean);
    const Float e = draw_below(bound, hn::Load(d, probability + j), hn::Load(d, work.uniform + j));
    keep(j, hn::MulAdd(hn::IfThenElse(is_yes, plus, minus), e, mean));
  }
  const std::size_t offset = cells.abstain_begin - cells.begin;
  for (std::size_t j = offset; j < offset + cells.abstain; j += lanes) {
    const Float mean = hn::Load(d, work.mean + j);
    const Interval interval = interval_of(cuts, mean);
    const Float e = draw_within(interval, hn::Load(d, work.uniform + j));
    keep(j, hn::MulAdd(interval.turned, e, mean));
  }
  return {hn::GetLane(hn::SumOfLanes(d, sum_z)), hn::GetLane(hn::SumOfLanes(d, sum_squares))};
}

ItemWork divide(float* scratch, const CellLayout& layout) {
  const std::size_t piece = scratch_floats(layout) / 4;
  return {scratch, scratch + piece, scratch + 2 * piece, scratch + 3 * piece};
}

void SweepItems(const CellLayout& layout, const DrawPlace& place, std::uint32_t first,
                std::uint32_t last, const ItemArrays& a, float* scratch) {
  const ItemWork work = divide(scratch, layout);
  for (std::uint32_t v = first; v < last; ++v) {
    const CellLayout::ItemCells& cells = layout.items[v];
    fill_uniform(place, for_z, v, cells.end - cells.begin, work.uniform);
    a.log_ratio[v] = compare_cuts(layout, cells, a.theta, a.discrimination[v],
                                  load_cuts(a.cut_yes[v], a.cut_no[v]),
                                  load_cuts(a.proposed_yes[v], a.proposed_no[v]), work);
    const bool accept = a.log_ratio[v] > a.threshold[v];
    a.accepted[v] = accept ? 1 : 0;
    if (accept) {
      a.cut_yes[v] = a.proposed_yes[v];
      a.cut_no[v] = a.proposed_no[v];
    }
    const ThetaSums sums = draw_z(layout, cells, a.theta, load_cuts(a.cut_yes[v], a.cut_no[v]),
                                  accept ? work.proposed : work.present, work, a.z);
    const float variance = 1.0F / (sums.squares + 1.0F);
    a.discrimination[v] = variance * sums.z + std::sqrt(variance) * a.normal[v];
  }
}

void StartZ(const CellLayout& layout, const DrawPlace& place, const float* theta,
            const float* cut_yes, const float* cut_no, float* z, float* scratch) {
  const ItemWork work = divide(scratch, layout);
  for (std::uint32_t v = 0; v < layout.items.size(); ++v) {
    const CellLayout::ItemCells& cells = layout.items[v];
    fill_uniform(place, for_z, v, cells.end - cells.begin, work.uniform);
    const Cuts cuts = load_cuts(cut_yes[v], cut_no[v]);
    compare_cuts(layout, cells, theta, 0.0F, cuts, cuts, work);
    draw_z(layout, cells, theta, cuts, work.present, work, z);
  }
}

// log(1 - Phi(x)) from Phi(-x), which is exact in the tail.
HWY_INLINE Float log_above(Float x) {
  const Floats d;
  const auto p = normal_probability(d, hn::Neg(x));
  return hn::Add(hn::Log(d, p.scaled), p.log_scale);
}

// Standard normal within bounds, by inverse distribution function.
HWY_INLINE Float draw_between(Float low, Float high, Float u) {
  const Floats d;
  const Float below = normal_probability(d, low).probability;
  const Float above = normal_probability(d, high).probability;
  const Float e = normal_quantile(d, hn::MulAdd(u, hn::Sub(above, below), below));
  return hn::Min(hn::Max(e, low), high);
}

void ProposeCuts(const DrawPlace& place, std::uint32_t padded_items, const float* cut_yes,
                 const float* cut_no, float* proposed_yes, float* proposed_no, float* threshold,
                 float* normal) {
  const Floats d;
  const auto lanes = static_cast<std::uint32_t>(hn::Lanes(d));
  const Float sd = hn::Set(d, Constants::proposal_sd),
              per_sd = hn::Set(d, 1 / Constants::proposal_sd);
  const Float bound = hn::Set(d, Constants::cut_bound);
  for (std::uint32_t v = 0; v < padded_items; v += lanes) {
    const FourUniforms u = four_uniforms(place, for_cuts, 0, v / lanes);
    const Float yes = hn::Load(d, cut_yes + v), no = hn::Load(d, cut_no + v);
    const auto in_sd = [&](Float from, Float to)
                           HWY_ATTR { return hn::Mul(hn::Sub(to, from), per_sd); };
    const Float step_yes = draw_between(in_sd(yes, hn::Neg(bound)), in_sd(yes, no), u.a);
    const Float new_yes = hn::Min(hn::MulAdd(step_yes, sd, yes), no);
    const Float step_no = draw_between(in_sd(no, new_yes), in_sd(no, bound), u.b);
    const Float new_no = hn::Max(hn::MulAdd(step_no, sd, no), new_yes);
    const Float factor = hn::Sub(log_above(in_sd(no, new_yes)), log_above(in_sd(new_no, yes)));
    hn::Store(new_yes, d, proposed_yes + v);
    hn::Store(new_no, d, proposed_no + v);
    hn::Store(hn::Sub(hn::Log(d, u.c), factor), d, threshold + v);
    hn::Store(normal_quantile(d, u.d), d, normal + v);
  }
}

PointSums SumPoint(const CellLayout& layout, std::uint32_t point, const float* discrimination,
                   const float* z) {
  const Floats d;
  const Indexes di;
  const std::size_t lanes = hn::Lanes(d);
  Float weighted = hn::Zero(d), squares = hn::Zero(d);
  for (std::size_t c = layout.point_begin[point]; c < layout.point_begin[point + 1]; c += lanes) {
    const Float slope =
        hn::GatherIndex(d, discrimination, hn::Load(di, layout.point_item.data() + c));
    const Float latent = hn::GatherIndex(d, z, hn::Load(di, layout.point_cell.data() + c));
    weighted = hn::MulAdd(slope, latent, weighted);
    squares = hn::MulAdd(slope, slope, squares);
  }
  return {hn::GetLane(hn::SumOfLanes(d, weighted)), hn::GetLane(hn::SumOfLanes(d, squares))};
}

void FillNormal(const DrawPlace& place, std::span<float> out) {
  const Floats d;
  fill_uniform(place, for_theta, 0, out.size(), out.data());
  for (std::size_t i = 0; i < out.size(); i += hn::Lanes(d)) {
    hn::Store(normal_quantile(d, hn::Load(d, out.data() + i)), d, out.data() + i);
  }
}

void NormalProbabilities(std::span<const float> x, std::span<float> p, std::span<float> log_p) {
  const Floats d;
  for (std::size_t i = 0; i < x.size(); i += hn::Lanes(d)) {
    const auto value = normal_probability(d, hn::LoadU(d, x.data() + i));
    hn::StoreU(value.probability, d, p.data() + i);
    hn::StoreU(hn::Add(hn::Log(d, value.scaled), value.log_scale), d, log_p.data() + i);
  }
}

void NormalQuantiles(std::span<const float> p, std::span<float> x) {
  const Floats d;
  for (std::size_t i = 0; i < p.size(); i += hn::Lanes(d)) {
    hn::StoreU(normal_quantile(d, hn::LoadU(d, p.data() + i)), d, x.data() + i);
  }
}

void PhiloxBlock(std::span<const std::uint32_t, 4> counter, std::uint64_t key,
                 std::span<std::uint32_t, 4> out) {
  const Words d;
  const auto words = philox(d,
                            {hn::Set(d, counter[0]), hn::Set(d, counter[1]), hn::Set(d, counter[2]),
                             hn::Set(d, counter[3])},
                            key);
  out[0] = hn::GetLane(words.a);
  out[1] = hn::GetLane(words.b);
  out[2] = hn::GetLane(words.c);
  out[3] = hn::GetLane(words.d);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace volteface {

HWY_EXPORT(SweepItems);
HWY_EXPORT(StartZ);
HWY_EXPORT(ProposeCuts);
HWY_EXPORT(SumPoint);
HWY_EXPORT(FillNormal);
HWY_EXPORT(NormalProbabilities);
HWY_EXPORT(NormalQuantiles);
HWY_EXPORT(PhiloxBlock);

std::size_t scratch_floats(const CellLayout& layout) {
  // Random numbers come in fours of vectors, and so overrun an item by less than that.
  constexpr std::size_t overrun = 4 * CellLayout::lanes;
  return 4 * (layout.largest_item + overrun);
}

void propose_cuts(const DrawPlace& place, std::uint32_t padded_items, const float* cut_yes,
                  const float* cut_no, float* proposed_yes, float* proposed_no, float* threshold,
                  float* normal) {
  HWY_DYNAMIC_DISPATCH(ProposeCuts)
  (place, padded_items, cut_yes, cut_no, proposed_yes, proposed_no, threshold, normal);
}

void sweep_items(const CellLayout& layout, const DrawPlace& place, std::uint32_t first,
                 std::uint32_t last, const ItemArrays& arrays, float* scratch) {
  HWY_DYNAMIC_DISPATCH(SweepItems)(layout, place, first, last, arrays, scratch);
}

void start_z(const CellLayout& layout, const DrawPlace& place, const float* theta,
             const float* cut_yes, const float* cut_no, float* z, float* scratch) {
  HWY_DYNAMIC_DISPATCH(StartZ)(layout, place, theta, cut_yes, cut_no, z, scratch);
}

PointSums sum_point(const CellLayout& layout, std::uint32_t point, const float* discrimination,
                    const float* z) {
  return HWY_DYNAMIC_DISPATCH(SumPoint)(layout, point, discrimination, z);
}

void fill_normal(const DrawPlace& place, std::span<float> out) {
  HWY_DYNAMIC_DISPATCH(FillNormal)(place, out);
}

void normal_probabilities(std::span<const float> x, std::span<float> p, std::span<float> log_p) {
  HWY_DYNAMIC_DISPATCH(NormalProbabilities)(x, p, log_p);
}

void normal_quantiles(std::span<const float> p, std::span<float> x) {
  HWY_DYNAMIC_DISPATCH(NormalQuantiles)(p, x);
}

void philox_block(std::span<const std::uint32_t, 4> counter, std::uint64_t key,
                  std::span<std::uint32_t, 4> out) {
  HWY_DYNAMIC_DISPATCH(PhiloxBlock)(counter, key, out);
}

}  // namespace volteface
#endif
