// Features as 32-bit keys: which template, and what stood in its places.
//
// A key that training never saw meets one that it did about once in ten thousand, which costs
// nothing measurable and saves keeping words.
#pragma once

#include <cstdint>
#include <string_view>

namespace volteface::language {

using FeatureKey = std::uint32_t;

constexpr std::uint64_t mixed(std::uint64_t state, std::uint64_t value) {
  state = (state ^ value) * 0x9E3779B97F4A7C15ULL;
  return state ^ (state >> 29);
}

// Of a template and up to four places.
constexpr FeatureKey feature_key(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0,
                                 std::uint64_t c = 0, std::uint64_t d = 0) {
  std::uint64_t state = mixed(number * 0xD6E8FEB86659FD93ULL + 1, a);
  state = mixed(state, b);
  state = mixed(state, c + (d << 32));
  return static_cast<FeatureKey>(state >> 32);
}

// FNV-1a, folded to 32 bits.
constexpr std::uint32_t text_hash(std::string_view text) {
  std::uint64_t state = 0xCBF29CE484222325ULL;
  for (const char byte : text)
    state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return static_cast<std::uint32_t>(state ^ (state >> 32));
}

}  // namespace volteface::language
