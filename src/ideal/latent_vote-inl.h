// One vector of votes: how probable each is under given cutpoints, and a draw of the latent
// variable behind it.
//
// A vote is described by the mean of its latent variable, discrimination * theta. Included by
// published_kernels.cpp alone, once for each instruction set.
#if defined(VOLTEFACE_IDEAL_LATENT_VOTE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef VOLTEFACE_IDEAL_LATENT_VOTE_INL_H_
#undef VOLTEFACE_IDEAL_LATENT_VOTE_INL_H_
#else
#define VOLTEFACE_IDEAL_LATENT_VOTE_INL_H_
#endif

#include "hwy/highway.h"
#include "ideal/normal-inl.h"
#include "ideal/published_kernels.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, CellLayout::lanes>;
using Float = hn::Vec<Floats>;

// A sum of logarithms of ratios within about 1e-2 .. 1e2: takes the logarithm of eight at a time.
class LogRatio {
 public:
  HWY_INLINE LogRatio() : sum_(hn::Zero(Floats())), product_(hn::Set(Floats(), 1.0F)) {}
  HWY_INLINE void multiply(Float ratio, Float log_scale) {
    product_ = hn::Mul(product_, ratio);
    sum_ = hn::Add(sum_, log_scale);
    if (++factors_ % 8 == 0) fold();
  }
  HWY_INLINE float total() {
    fold();
    const Floats d;
    return hn::GetLane(hn::SumOfLanes(d, sum_));
  }

 private:
  HWY_INLINE void fold() {
    const Floats d;
    sum_ = hn::Add(sum_, hn::Log(d, product_));
    product_ = hn::Set(d, 1.0F);
  }

  Float sum_;
  Float product_;
  int factors_ = 0;
};

struct Cuts {
  Float yes, no;
};

HWY_INLINE Cuts load_cuts(float yes, float no) {
  return {hn::Set(Floats(), yes), hn::Set(Floats(), no)};
}

// A yes is a draw below cut_yes - mean; a no, turned around, one below mean - cut_no.
template <class Mask>
HWY_INLINE Float one_sided_bound(Mask is_yes, Mask valid, const Cuts& cuts, Float mean) {
  const Float bound = hn::IfThenElse(is_yes, hn::Sub(cuts.yes, mean), hn::Sub(mean, cuts.no));
  return hn::IfThenElseZero(valid, bound);
}

// The interval of an abstention about its mean, turned around where needed so that it lies to the
// left.
struct Interval {
  Float low, high;
  Float turned;  // 1 or -1
};

HWY_INLINE Interval interval_of(const Cuts& cuts, Float mean) {
  const Floats d;
  const Float low = hn::Sub(cuts.yes, mean), high = hn::Sub(cuts.no, mean);
  const auto turn = hn::Gt(hn::Add(low, high), hn::Zero(d));
  return {hn::IfThenElse(turn, hn::Neg(high), low), hn::IfThenElse(turn, hn::Neg(low), high),
          hn::IfThenElse(turn, hn::Set(d, -1.0F), hn::Set(d, 1.0F))};
}

// Probabilities of an interval, all times exp(-log_scale).
struct IntervalProbability {
  Float below, inside, log_scale;
};

HWY_INLINE IntervalProbability probability_of(const Interval& interval) {
  const Floats d;
  const auto low = normal_probability(d, interval.low);
  const auto high = normal_probability(d, interval.high);
  const Float below = hn::Mul(low.scaled, hn::Exp(d, hn::Sub(low.log_scale, high.log_scale)));
  // The floor keeps an interval narrower than single precision resolves from having probability 0.
  const Float inside = hn::Max(hn::Sub(high.scaled, below), hn::Set(d, 1e-8F));
  return {below, inside, high.log_scale};
}

HWY_INLINE Float clamp_z(Float z) {
  const Floats d;
  const Float bound = hn::Set(d, PublishedConstants::latent_bound);
  return hn::Min(hn::Max(z, hn::Neg(bound)), bound);
}

// Below this bound, quantiles are taken from logarithms.
constexpr float far_bound = -5.0F;

// A standard normal draw below `bound`, whose probability is `p`.
HWY_INLINE Float draw_below(Float bound, Float p, Float u) {
  const Floats d;
  Float e = normal_quantile(d, hn::Mul(p, u));
  const auto far = hn::Lt(bound, hn::Set(d, far_bound));
  if (HWY_UNLIKELY(!hn::AllFalse(d, far))) {
    const auto exact = normal_probability(d, bound);
    const Float log_p = hn::Add(exact.log_scale, hn::Log(d, hn::Mul(exact.scaled, u)));
    e = hn::IfThenElse(far, far_quantile(d, log_p), e);
  }
  return hn::Min(e, bound);
}

HWY_INLINE Float draw_within(const Interval& interval, Float u) {
  const Floats d;
  const IntervalProbability p = probability_of(interval);
  const Float part = hn::MulAdd(u, p.inside, p.below);
  Float e = normal_quantile(d, hn::Mul(part, hn::Exp(d, p.log_scale)));
  const auto far = hn::Lt(interval.high, hn::Set(d, far_bound));
  if (HWY_UNLIKELY(!hn::AllFalse(d, far))) {
    const Float log_p = hn::Add(p.log_scale, hn::Log(d, part));
    e = hn::IfThenElse(far, far_quantile(d, hn::Min(log_p, hn::Set(d, -2.0F))), e);
  }
  return hn::Min(hn::Max(e, interval.low), interval.high);
}

}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#endif
