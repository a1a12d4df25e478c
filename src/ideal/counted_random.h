// Random numbers as a function of a place, one number at a time: Philox4x32-10 (Salmon, Moraes,
// Dror and Shaw 2011), as philox-inl.h has it in vectors.
//
// Each place (key, iteration, purpose, block) has a stream of its own, so that what is drawn for a
// block does not depend on which thread draws it, nor when.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace volteface {

class CountedRandom {
 public:
  CountedRandom(std::uint64_t key, std::uint32_t iteration, std::uint32_t purpose,
                std::uint32_t block)
      : key_(key), counter_{0, block, iteration, purpose} {}

  // Evenly in (0, 1), ends excluded.
  double uniform() { return (word() + 0.5) * 0x1p-32; }

  // Box and Muller (1958).
  double normal() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    const double radius = std::sqrt(-2 * std::log(uniform()));
    const double angle = 2 * std::numbers::pi * uniform();
    spare_ = radius * std::sin(angle);
    has_spare_ = true;
    return radius * std::cos(angle);
  }

  // Of rate 1. Marsaglia and Tsang (2000, ACM Transactions on Mathematical Software 26:3).
  double gamma(double shape) {
    if (shape < 1) return gamma(shape + 1) * std::pow(uniform(), 1 / shape);
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double x = normal(), root = 1 + c * x;
      if (root <= 0) continue;
      const double v = root * root * root;
      if (std::log(uniform()) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
    }
  }

 private:
  std::uint32_t word() {
    if (used_ == words_.size()) {
      words_ = block();
      ++counter_[0];
      used_ = 0;
    }
    return words_[used_++];
  }

  std::array<std::uint32_t, 4> block() const {
    std::array<std::uint32_t, 4> x = counter_;
    auto key_low = static_cast<std::uint32_t>(key_);
    auto key_high = static_cast<std::uint32_t>(key_ >> 32);
    for (int round = 0; round < 10; ++round) {
      const std::uint64_t a = std::uint64_t{x[0]} * 0xD2511F53U;
      const std::uint64_t c = std::uint64_t{x[2]} * 0xCD9E8D57U;
      x = {static_cast<std::uint32_t>(c >> 32) ^ x[1] ^ key_low, static_cast<std::uint32_t>(c),
           static_cast<std::uint32_t>(a >> 32) ^ x[3] ^ key_high, static_cast<std::uint32_t>(a)};
      key_low += 0x9E3779B9U;
      key_high += 0xBB67AE85U;
    }
    return x;
  }

  std::uint64_t key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> words_{};
  std::size_t used_ = 4;
  double spare_ = 0;
  bool has_spare_ = false;
};

}  // namespace volteface
