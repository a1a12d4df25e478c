// One vector of votes: derivatives of the log probability of each in eta, with the uncertainty of
// item and point averaged out and the vote's own pull removed.
//
// Included by sites.cpp alone, once for each instruction set.
#if defined(VOLTEFACE_IDEAL_SITE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef VOLTEFACE_IDEAL_SITE_INL_H_
#undef VOLTEFACE_IDEAL_SITE_INL_H_
#else
#define VOLTEFACE_IDEAL_SITE_INL_H_
#endif

#include "hwy/highway.h"
#include "ideal/normal-inl.h"
#include "ideal/sites.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using SiteFloats = hn::CappedTag<float, CellLayout::lanes>;
using SiteFloat = hn::Vec<SiteFloats>;

constexpr float root_two_pi = 2.5066282746F;
constexpr float largest_argument = 7.0F;  // of Phi / phi, which is 1e11 there

// phi(t) / Phi(t).
HWY_INLINE SiteFloat inverse_mills(SiteFloat t) {
  const SiteFloats d;
  const SiteFloat tail = scaled_tail(d, hn::Abs(t));
  const auto low = hn::Lt(t, hn::Zero(d));
  const SiteFloat density = hn::Exp(d, hn::Mul(hn::Mul(t, t), hn::Set(d, -0.5F)));
  const SiteFloat over = hn::IfThenElse(low, hn::Set(d, 1.0F), density);
  const SiteFloat under = hn::IfThenElse(low, tail, hn::NegMulAdd(tail, density, hn::Set(d, 1.0F)));
  return hn::Div(over, hn::Mul(under, hn::Set(d, root_two_pi)));
}

// Phi(t) / phi(t).
HWY_INLINE SiteFloat mills(SiteFloat t) {
  const SiteFloats d;
  t = hn::Min(t, hn::Set(d, largest_argument));
  const SiteFloat tail = scaled_tail(d, hn::Abs(t));
  const SiteFloat growth = hn::Exp(d, hn::Mul(hn::Mul(t, t), hn::Set(d, 0.5F)));
  const SiteFloat high = hn::Sub(hn::Min(growth, hn::Set(d, 1e12F)), tail);
  const SiteFloat ratio = hn::IfThenElse(hn::Lt(t, hn::Zero(d)), tail, high);
  return hn::Mul(ratio, hn::Set(d, root_two_pi));
}

// Of an item, in every lane.
struct ItemVectors {
  SiteFloat b, c, gap, bb, bc, cc;
  SiteFloat gap_times_2bg, gap_variance;  // what cut_no adds to the variance of cut_yes
};

HWY_INLINE ItemVectors broadcast(const ItemNumbers& item) {
  const SiteFloats d;
  const auto set = [&](float x) HWY_ATTR { return hn::Set(d, x); };
  return {set(item.discrimination),
          set(item.cut_yes),
          set(item.gap),
          set(item.bb),
          set(item.bc),
          set(item.cc),
          set(2 * item.gap * item.bg),
          set(item.gap * (2 * item.cg + item.gap * item.gg))};
}

// Where a vector of votes stands.
struct Place {
  SiteFloat theta;
  SiteFloat of_point;  // variance of eta that comes of the point
  SiteFloat of_item;   // and of the item
  SiteFloat eta;       // cut_yes - discrimination * theta, own pull removed
  SiteFloat scale;     // 1 / sqrt(1 + variance)
};

// With `is_no`, the variance of eta is that of cut_no - discrimination * theta.
template <class Mask>
HWY_INLINE Place place_of(const ItemVectors& item, SiteFloat theta, SiteFloat variance,
                          SiteFloat pull, Mask is_no) {
  const SiteFloats d;
  Place out;
  out.theta = theta;
  out.of_point = hn::Mul(variance, hn::MulAdd(item.b, item.b, item.bb));
  const SiteFloat twice_bc = hn::Add(item.bc, item.bc);
  const SiteFloat with_yes = hn::MulAdd(theta, hn::MulSub(theta, item.bb, twice_bc), item.cc);
  const SiteFloat more = hn::NegMulAdd(theta, item.gap_times_2bg, item.gap_variance);
  out.of_item = hn::Max(hn::Add(with_yes, hn::IfThenElseZero(is_no, more)), hn::Zero(d));
  const SiteFloat all = hn::Add(out.of_point, out.of_item);
  out.eta = hn::NegMulAdd(all, pull, hn::NegMulAdd(item.b, theta, item.c));
  out.scale = hn::Div(hn::Set(d, 1.0F), hn::Sqrt(hn::Add(all, hn::Set(d, 1.0F))));
  return out;
}

// d log P / d eta for both cuts, and minus the second derivatives.
struct Derivatives {
  SiteFloat yes, no;                // gradient, in the lower and the upper cut
  SiteFloat yes_yes, cross, no_no;  // curvature
};

// Votes yes, or no where `is_no`.
template <class Mask>
HWY_INLINE Derivatives one_sided(const ItemVectors& item, const Place& place, Mask is_no) {
  const SiteFloats d;
  const SiteFloat upper = hn::Neg(hn::Add(place.eta, item.gap));
  const SiteFloat t = hn::Mul(hn::IfThenElse(is_no, upper, place.eta), place.scale);
  const SiteFloat ratio = inverse_mills(t);
  const SiteFloat gradient = hn::Mul(ratio, place.scale);
  const SiteFloat curvature =
      hn::Mul(hn::Mul(ratio, hn::Add(ratio, t)), hn::Mul(place.scale, place.scale));
  const SiteFloat zero = hn::Zero(d);
  return {hn::IfThenElse(is_no, zero, gradient), hn::IfThenElse(is_no, hn::Neg(gradient), zero),
          hn::IfThenElse(is_no, zero, curvature), zero, hn::IfThenElse(is_no, curvature, zero)};
}

// Abstentions: densities at both cuts over the probability between them, turned around where
// needed so that both lie to the left, where their quotients do not overflow.
HWY_INLINE Derivatives two_sided(const ItemVectors& item, const Place& place) {
  const SiteFloats d;
  const SiteFloat low = hn::Mul(place.eta, place.scale);
  const SiteFloat high = hn::Mul(hn::Add(place.eta, item.gap), place.scale);
  const SiteFloat sum = hn::Add(low, high);
  const auto turned = hn::Gt(sum, hn::Zero(d));
  const SiteFloat near = hn::IfThenElse(turned, hn::Neg(low), high);
  const SiteFloat far = hn::IfThenElse(turned, hn::Neg(high), low);
  // phi(far) / phi(near), at most 1
  const SiteFloat quotient =
      hn::Exp(d, hn::Mul(hn::Mul(hn::Sub(near, far), hn::Neg(hn::Abs(sum))), hn::Set(d, 0.5F)));
  const SiteFloat between = hn::NegMulAdd(quotient, mills(far), mills(near));
  const SiteFloat at_near = hn::Div(hn::Set(d, 1.0F), hn::Max(between, hn::Set(d, 1e-9F)));
  const SiteFloat at_far = hn::Mul(at_near, quotient);
  const SiteFloat p_low = hn::IfThenElse(turned, at_near, at_far);
  const SiteFloat p_high = hn::IfThenElse(turned, at_far, at_near);
  const SiteFloat scale2 = hn::Mul(place.scale, place.scale);
  Derivatives out;
  out.yes = hn::Neg(hn::Mul(p_low, place.scale));
  out.no = hn::Mul(p_high, place.scale);
  out.yes_yes = hn::Mul(hn::Mul(p_low, hn::Sub(p_low, low)), scale2);
  out.no_no = hn::Mul(hn::Mul(p_high, hn::Add(p_high, high)), scale2);
  out.cross = hn::Neg(hn::Mul(hn::Mul(p_low, p_high), scale2));
  // Rounding must not make the log probability convex.
  const SiteFloat all = hn::Add(hn::Add(out.yes_yes, out.no_no), hn::Add(out.cross, out.cross));
  out.yes_yes = hn::Sub(out.yes_yes, hn::Min(all, hn::Zero(d)));
  return out;
}

// 1 / (1 - part * curvature): a vote's evidence on the item is as if the item were known but for
// the rest, and likewise for the point. Bounded, since a single vote never says that much more.
HWY_INLINE SiteFloat inflation(SiteFloat part, SiteFloat curvature) {
  const SiteFloats d;
  const SiteFloat rest = hn::NegMulAdd(part, curvature, hn::Set(d, 1.0F));
  return hn::Div(hn::Set(d, 1.0F), hn::Max(rest, hn::Set(d, 0.25F)));
}

}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#endif
