#include "reading/number_words.h"

#include <algorithm>
#include <array>

namespace volteface {
namespace {

constexpr std::array<std::string_view, 20> small_numbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> tens = {"twenty", "thirty",  "forty",  "fifty",
                                                  "sixty",  "seventy", "eighty", "ninety"};
constexpr std::size_t most_digits = 3;

}  // namespace

std::optional<std::uint32_t> number_named(std::string_view word) {
  if (!word.empty() && word.size() <= most_digits &&
      word.find_first_not_of("0123456789") == word.npos) {
    std::uint32_t value = 0;
    for (const char c : word) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value;
  }
  const auto small = std::ranges::find(small_numbers, word);
  if (small != small_numbers.end())
    return static_cast<std::uint32_t>(small - small_numbers.begin());
  const auto ten = std::ranges::find(tens, word);
  if (ten != tens.end()) return 10 * static_cast<std::uint32_t>(ten - tens.begin() + 2);
  return std::nullopt;
}

bool is_ten(std::string_view word) { return std::ranges::find(tens, word) != tens.end(); }

}  // namespace volteface
