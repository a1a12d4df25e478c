// Philox4x32-10 in vectors: random numbers as a function of a counter (Salmon, Moraes, Dror and
// Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
//
// Each lane is a block of its own, of four words. Compiled once for each instruction set; see
// Highway's documentation of *-inl.h files.
#if defined(VOLTEFACE_IDEAL_PHILOX_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef VOLTEFACE_IDEAL_PHILOX_INL_H_
#undef VOLTEFACE_IDEAL_PHILOX_INL_H_
#else
#define VOLTEFACE_IDEAL_PHILOX_INL_H_
#endif

#include <cstdint>

#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace volteface {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <class V>
struct PhiloxWords {
  V a, b, c, d;
};

// High and low halves of the products with a constant.
template <class D, class V = hn::Vec<D>>
HWY_INLINE void multiply_wide(D d, V x, std::uint32_t by, V& high, V& low) {
#if HWY_TARGET == HWY_SCALAR  // one lane, and no vectors of twice its width
  const std::uint64_t product = std::uint64_t{hn::GetLane(x)} * by;
  high = hn::Set(d, static_cast<std::uint32_t>(product >> 32));
  low = hn::Set(d, static_cast<std::uint32_t>(product));
#else
  const hn::Repartition<std::uint64_t, D> wide;
  const V factor = hn::Set(d, by);
  const auto even = hn::MulEven(x, factor);
  const auto odd = hn::MulEven(hn::BitCast(d, hn::ShiftRight<32>(hn::BitCast(wide, x))), factor);
  high = hn::OddEven(hn::BitCast(d, odd), hn::BitCast(d, hn::ShiftRight<32>(even)));
  low = hn::OddEven(hn::BitCast(d, hn::ShiftLeft<32>(odd)), hn::BitCast(d, even));
#endif
}

// `counter.a` differs by lane; the key is shared.
template <class D, class V = hn::Vec<D>>
HWY_INLINE PhiloxWords<V> philox(D d, PhiloxWords<V> counter, std::uint64_t key) {
  auto key_low = static_cast<std::uint32_t>(key);
  auto key_high = static_cast<std::uint32_t>(key >> 32);
  for (int round = 0; round < 10; ++round) {
    V high_a, low_a, high_c, low_c;
    multiply_wide(d, counter.a, 0xD2511F53U, high_a, low_a);
    multiply_wide(d, counter.c, 0xCD9E8D57U, high_c, low_c);
    counter = {hn::Xor(hn::Xor(high_c, counter.b), hn::Set(d, key_low)), low_c,
               hn::Xor(hn::Xor(high_a, counter.d), hn::Set(d, key_high)), low_a};
    key_low += 0x9E3779B9U;
    key_high += 0xBB67AE85U;
  }
  return counter;
}

// Evenly in (0, 1), ends excluded: odd multiples of 2^-24.
template <class DF, class V>
HWY_INLINE hn::Vec<DF> to_uniform(DF df, V words) {
  const hn::RebindToSigned<DF> di;
  const auto whole = hn::ConvertTo(df, hn::BitCast(di, hn::ShiftRight<9>(words)));
  return hn::MulAdd(whole, hn::Set(df, 1.0F / 8388608.0F), hn::Set(df, 1.0F / 16777216.0F));
}

}  // namespace HWY_NAMESPACE
}  // namespace volteface
HWY_AFTER_NAMESPACE();

#endif
