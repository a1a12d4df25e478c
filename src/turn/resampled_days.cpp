#include "turn/resampled_days.h"

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

// SplitMix64 (Steele, Lea and Flood 2014, OOPSLA): a number for each place in a sequence.
std::uint64_t random_number(std::uint64_t seed, std::uint64_t place) {
  std::uint64_t x = seed * 0xD1342543DE82EF95U + (place + 1) * 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

// Scores summed by day: accounts x days.
std::vector<std::vector<double>> sums_by_day(std::span<const std::vector<double>> scores,
                                             std::span<const Date> days) {
  std::vector<std::vector<double>> out;
  for (const auto& score : scores) {
    out.emplace_back();
    for (std::size_t v = 0; v < days.size(); ++v) {
      if (v == 0 || days[v] != days[v - 1]) out.back().push_back(0);
      out.back().back() += score[v];
    }
  }
  return out;
}

}  // namespace

std::size_t count_days(std::span<const Date> days) {
  std::size_t n = 0;
  for (std::size_t v = 0; v < days.size(); ++v) n += v == 0 || days[v] != days[v - 1] ? 1 : 0;
  return n;
}

std::vector<std::vector<double>> resampled_sums(std::span<const std::vector<double>> scores,
                                                std::span<const Date> days, std::size_t draws,
                                                std::uint64_t seed) {
  const auto by_day = sums_by_day(scores, days);
  const std::size_t n = count_days(days);
  std::vector<std::vector<double>> out(draws, std::vector<double>(scores.size(), 0.0));
  std::uint64_t place = 0;
  for (auto& sums : out) {
    for (std::size_t k = 0; k < n; ++k) {
      const std::size_t day = random_number(seed, place++) % n;
      for (std::size_t a = 0; a < sums.size(); ++a) sums[a] += by_day[a][day];
    }
  }
  return out;
}

double quantile_of(std::vector<double> numbers, double share) {
  const auto at =
      static_cast<std::size_t>(std::clamp(std::floor(share * static_cast<double>(numbers.size())),
                                          0.0, static_cast<double>(numbers.size() - 1)));
  std::nth_element(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(at),
                   numbers.end());
  return numbers[at];
}

}  // namespace volteface
