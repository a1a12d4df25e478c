// One vector of votes at known points and items: how much more probable they are at one value than
// at another.
//
// Included by posterior_kernels.cpp alone, once for each instruction set.
#if defined(VOLTEFACE_IDEAL_POSTERIOR_VOTES_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef VOLTEFACE_IDEAL_POSTERIOR_VOTES_INL_H_
#undef VOLTEFACE_IDEAL_POSTERIOR_VOTES_INL_H_
#else
#define VOLTEFACE_IDEAL_POSTERIOR_VOTES_INL_H_
#endif

#include "hwy/highway.h"
#include "ideal/normal-inl.h"
#include "ideal/site-inl.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// A sum of logarithms of ratios, the logarithm of eight at a time. Scaled probabilities lie between
// 1e-3 and 1 for |x| < 400, so that eight of their ratios stay within single precision.
class LogRatioSum {
 public:
  HWY_INLINE LogRatioSum()
      : sum_(hn::Zero(SiteFloats())), over_(hn::Set(SiteFloats(), 1.0F)), under_(over_) {}
  HWY_INLINE void add(SiteFloat log_ratio) { sum_ = hn::Add(sum_, log_ratio); }
  HWY_INLINE void multiply(SiteFloat over, SiteFloat under) {
    over_ = hn::Mul(over_, over);
    under_ = hn::Mul(under_, under);
    if (++factors_ % 8 == 0) fold();
  }
  HWY_INLINE float total() {
    fold();
    return hn::GetLane(hn::SumOfLanes(SiteFloats(), sum_));
  }

 private:
  HWY_INLINE void fold() {
    const SiteFloats d;
    sum_ = hn::Add(sum_, hn::Log(d, hn::Div(over_, under_)));
    over_ = under_ = hn::Set(d, 1.0F);
  }

  SiteFloat sum_;
  SiteFloat over_, under_;
  int factors_ = 0;
};

// Arguments further out than this are taken to be there; log Phi is about -2e4 there.
constexpr float furthest = 200.0F;

HWY_INLINE SiteFloat bounded(SiteFloat x) {
  const SiteFloats d;
  const SiteFloat bound = hn::Set(d, furthest);
  return hn::Min(hn::Max(x, hn::Neg(bound)), bound);
}

// log Phi(to) - log Phi(from), added to `sum`.
template <class Mask>
HWY_INLINE void add_one_sided(LogRatioSum& sum, SiteFloat from, SiteFloat to, Mask valid) {
  const SiteFloats d;
  const auto p = normal_probability(d, bounded(from)), q = normal_probability(d, bounded(to));
  sum.add(hn::IfThenElseZero(valid, hn::Sub(q.log_scale, p.log_scale)));
  const SiteFloat one = hn::Set(d, 1.0F);
  sum.multiply(hn::IfThenElse(valid, q.scaled, one), hn::IfThenElse(valid, p.scaled, one));
}

// log(Phi(low + gap) - Phi(low)), for gap > 0. Turned around where needed so that the interval's
// middle is not above 0. A narrow interval is taken by its middle, since the difference of two
// probabilities would leave nothing of it: Phi(m + g / 2) - Phi(m - g / 2) = g phi(m) (1 + g^2 (m^2
// - 1) / 24 + g^4 (m^4 - 6 m^2 + 3) / 1920 + ...), to 1e-7 where g max(1, |m|) < 0.5.
HWY_INLINE SiteFloat log_between(SiteFloat low, SiteFloat gap) {
  const SiteFloats d;
  const SiteFloat half = hn::Mul(gap, hn::Set(d, 0.5F));
  const SiteFloat middle = hn::Neg(hn::Abs(hn::Add(low, half)));
  const SiteFloat one = hn::Set(d, 1.0F);

  const SiteFloat m2 = hn::Mul(middle, middle), g2 = hn::Mul(gap, gap);
  const SiteFloat fourth =
      hn::MulAdd(m2, hn::Sub(m2, hn::Set(d, 6.0F)), hn::Set(d, 3.0F));  // m^4 - 6 m^2 + 3
  const SiteFloat series =
      hn::MulAdd(g2,
                 hn::MulAdd(hn::Mul(g2, fourth), hn::Set(d, 1.0F / 1920.0F),
                            hn::Mul(hn::Sub(m2, one), hn::Set(d, 1.0F / 24.0F))),
                 one);
  const auto narrow = hn::Lt(hn::Mul(gap, hn::Max(one, hn::Neg(middle))), hn::Set(d, 0.5F));

  // The ends are bounded, not the middle: that of a wide interval lies further out than its near
  // end.
  const auto near = normal_probability(d, bounded(hn::Add(middle, half)));
  const auto far = normal_probability(d, bounded(hn::Sub(middle, half)));
  const SiteFloat inside =
      hn::NegMulAdd(far.scaled, hn::Exp(d, hn::Sub(far.log_scale, near.log_scale)), near.scaled);

  const SiteFloat factor =
      hn::IfThenElse(narrow, hn::Mul(hn::Mul(gap, series), hn::Set(d, 0.3989422804F)), inside);
  const SiteFloat scale = hn::IfThenElse(narrow, hn::Mul(m2, hn::Set(d, -0.5F)), near.log_scale);
  return hn::Add(hn::Log(d, hn::Max(factor, hn::Set(d, 1e-30F))), scale);
}

}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#endif
