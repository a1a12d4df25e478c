#include "reading/number_words.h"

#include "language/date_words.h"

namespace volteface {

using language::DateWord;
using language::DateWordKind;

std::optional<std::uint32_t> number_named(std::string_view word) {
  constexpr int most_digits = 3, most_in_words = 99;
  // Most words begin as no number does, in digits or from "one" to "zero".
  constexpr std::string_view beginnings = "0123456789efhnostzEFHNOSTZ";
  if (word.empty() || beginnings.find(word[0]) == beginnings.npos) return std::nullopt;
  const auto words = language::date_words(word, 0, static_cast<std::uint32_t>(word.size()));
  if (words.size() != 1 || words[0].kind != DateWordKind::number) return std::nullopt;
  const DateWord& number = words[0];
  const bool in_digits = number.digits > 0;
  if (in_digits ? number.digits > most_digits : number.value > most_in_words) return std::nullopt;
  return static_cast<std::uint32_t>(number.value);
}

bool is_ten(std::string_view word) {
  const auto value = number_named(word);
  const bool in_letters = !word.empty() && (word[0] < '0' || word[0] > '9');
  return value && in_letters && *value >= 20 && *value % 10 == 0;
}

}  // namespace volteface
