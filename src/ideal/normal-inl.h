// The normal distribution in vectors of single precision: probabilities with logarithms far into
// the tails, and quantiles.
#if defined(VOLTEFACE_IDEAL_NORMAL_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef VOLTEFACE_IDEAL_NORMAL_INL_H_
#undef VOLTEFACE_IDEAL_NORMAL_INL_H_
#else
#define VOLTEFACE_IDEAL_NORMAL_INL_H_
#endif

#include "hwy/contrib/math/math-inl.h"
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// exp(a * a / 2) * Phi(-a) for a >= 0, to 3e-7 of its value: t times a polynomial in t = 1 / (1 +
// 0.32 a), interpolated at Chebyshev nodes (error of the polynomial itself 6.1e-8).
template <class D, class V = hn::Vec<D>>
HWY_INLINE V scaled_tail(D d, V a) {
  const V t = hn::Div(hn::Set(d, 1.0F), hn::MulAdd(a, hn::Set(d, 0.32F), hn::Set(d, 1.0F)));
  V p = hn::Set(d, -0.02162313243928903F);
  p = hn::MulAdd(p, t, hn::Set(d, 0.09793521567908434F));
  p = hn::MulAdd(p, t, hn::Set(d, -0.1516076959199954F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.07046826215482824F));
  p = hn::MulAdd(p, t, hn::Set(d, -0.01253399981701661F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.059799326445090305F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.08759353031784461F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.11464702820923334F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.1276599100894419F));
  p = hn::MulAdd(p, t, hn::Set(d, 0.12766153768854088F));
  return hn::Mul(p, t);
}

// Phi(x), which is 0 below about -13; and again as scaled * exp(log_scale), which never is.
template <class V>
struct NormalProbability {
  V probability;
  V scaled;
  V log_scale;
};

template <class D, class V = hn::Vec<D>>
HWY_INLINE NormalProbability<V> normal_probability(D d, V x) {
  const V one = hn::Set(d, 1.0F);
  const V half_square = hn::Mul(hn::Mul(x, x), hn::Set(d, -0.5F));
  const V tail = scaled_tail(d, hn::Abs(x));
  const V small = hn::Mul(tail, hn::Exp(d, half_square));
  const auto low = hn::Lt(x, hn::Zero(d));
  const V large = hn::Sub(one, small);
  return {hn::IfThenElse(low, small, large), hn::IfThenElse(low, tail, large),
          hn::IfThenElseZero(low, half_square)};
}

// Quantiles by Wichura's algorithm AS 241, PPND7 (1988, Applied Statistics 37:3): 7 decimal digits.
// Of the middle, |p - 0.5| <= 0.425:
template <class D, class V = hn::Vec<D>>
HWY_INLINE V middle_quantile(D d, V centred) {
  const V r = hn::NegMulAdd(centred, centred, hn::Set(d, 0.180625F));
  V over = hn::Set(d, 59.109374720F);
  over = hn::MulAdd(over, r, hn::Set(d, 159.29113202F));
  over = hn::MulAdd(over, r, hn::Set(d, 50.434271938F));
  over = hn::MulAdd(over, r, hn::Set(d, 3.3871327179F));
  V under = hn::Set(d, 67.187563600F);
  under = hn::MulAdd(under, r, hn::Set(d, 78.757757664F));
  under = hn::MulAdd(under, r, hn::Set(d, 17.895169469F));
  under = hn::MulAdd(under, r, hn::Set(d, 1.0F));
  return hn::Div(hn::Mul(centred, over), under);
}

// Minus the quantile of a small probability, from r = sqrt(-log p) <= 5.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V tail_quantile(D d, V r) {
  r = hn::Sub(r, hn::Set(d, 1.6F));
  V over = hn::Set(d, 0.17023821103F);
  over = hn::MulAdd(over, r, hn::Set(d, 1.3067284816F));
  over = hn::MulAdd(over, r, hn::Set(d, 2.7568153900F));
  over = hn::MulAdd(over, r, hn::Set(d, 1.4234372777F));
  V under = hn::Set(d, 0.12021132975F);
  under = hn::MulAdd(under, r, hn::Set(d, 0.73700164250F));
  under = hn::MulAdd(under, r, hn::Set(d, 1.0F));
  return hn::Div(over, under);
}

// The same for r > 5, up to about 27 (p = 1e-316).
template <class D, class V = hn::Vec<D>>
HWY_INLINE V far_tail_quantile(D d, V r) {
  r = hn::Sub(r, hn::Set(d, 5.0F));
  V over = hn::Set(d, 0.017337203997F);
  over = hn::MulAdd(over, r, hn::Set(d, 0.42868294337F));
  over = hn::MulAdd(over, r, hn::Set(d, 3.0812263860F));
  over = hn::MulAdd(over, r, hn::Set(d, 6.6579051150F));
  V under = hn::Set(d, 0.012258202635F);
  under = hn::MulAdd(under, r, hn::Set(d, 0.24197894225F));
  under = hn::MulAdd(under, r, hn::Set(d, 1.0F));
  return hn::Div(over, under);
}

// For p from about 1e-11 on; smaller ones by far_quantile.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V normal_quantile(D d, V p) {
  const V centred = hn::Sub(p, hn::Set(d, 0.5F));
  const V smaller = hn::Min(p, hn::Sub(hn::Set(d, 1.0F), p));
  const V r = hn::Sqrt(hn::Neg(hn::Log(d, hn::Max(smaller, hn::Set(d, 1e-37F)))));
  const V tail = hn::CopySign(tail_quantile(d, r), centred);
  const auto is_middle = hn::Le(hn::Abs(centred), hn::Set(d, 0.425F));
  return hn::IfThenElse(is_middle, middle_quantile(d, centred), tail);
}

// For log p below -1.8.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V far_quantile(D d, V log_p) {
  const V r = hn::Sqrt(hn::Neg(log_p));
  const auto far = hn::Gt(r, hn::Set(d, 5.0F));
  return hn::Neg(hn::IfThenElse(far, far_tail_quantile(d, r), tail_quantile(d, r)));
}

}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#endif
