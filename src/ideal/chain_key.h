// Random numbers of a chain by the seed of all.
#pragma once

#include <cstdint>

namespace volteface {

// SplitMix64's finisher (Steele, Lea and Flood 2014): near seeds and chains get far keys.
inline std::uint64_t chain_key(std::uint64_t seed, int chain) {
  std::uint64_t x = seed + 0x9E3779B97F4A7C15U * (static_cast<std::uint64_t>(chain) + 1);
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

}  // namespace volteface
