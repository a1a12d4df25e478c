// Where a date stands in a sentence: which verb it is of, and whether it is of a noun, of an aside
// or of what is told.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/sentence_tree.h"

namespace volteface {

class DatePlaces {
 public:
  explicit DatePlaces(const SentenceTree& tree);

  // The word with which a date begins; dates are places in Document::dates.
  std::uint32_t token_of(std::size_t date) const { return token_of_date_[date]; }
  bool is_date(std::uint32_t token) const;
  // Dates of the sentences first .. last - 1, from .. to - 1.
  std::pair<std::size_t, std::size_t> dates_of(std::uint32_t first, std::uint32_t last) const;

  // The verb whose clause a token stands in; the root where there is none.
  std::uint32_t governor_of(std::uint32_t token) const;
  // The same of a date, whose parser's place is mended by the order of words.
  std::uint32_t verb_of(std::uint32_t date) const;
  std::string preposition_of(std::uint32_t date) const;
  // The days, fewest and most, of a span before a word: "two weeks after".
  std::optional<std::pair<std::chrono::days, std::chrono::days>> span_before(
      std::uint32_t word) const;
  // Whether a date may be the day of what a word tells.
  bool may_be_of(std::uint32_t date, std::uint32_t head) const;

  bool is_since(std::uint32_t date) const;
  // No day of what is told: of a relative clause, of a noun, or a day to come.
  bool is_of_aside(std::uint32_t date) const;
  bool is_behind_whose(std::uint32_t date) const;
  bool is_of_noun(std::uint32_t date) const;
  bool is_deadline(std::uint32_t date) const;
  bool hangs_on_subject(std::uint32_t date) const;
  static bool is_part_of_day(std::string_view noun);
  // "more than a year ago", "as in 2017", "unlike last year": another time that is compared.
  bool is_compared(std::uint32_t date) const;
  // "the coup" of "the coup of 2012"; nowhere where a date names no noun.
  std::uint32_t noun_named_by(std::uint32_t date) const;
  // Whether a date opens its sentence: "A day later, they met".
  bool opens(std::uint32_t date) const;
  bool is_in_relative(std::uint32_t word) const;

 private:
  bool is_of_clause_of(std::uint32_t date, std::uint32_t head) const;
  bool is_of_place_of(std::uint32_t date, std::uint32_t verb) const;
  bool is_of_another_act(std::uint32_t date, std::uint32_t head) const;
  bool is_of_named_event(std::uint32_t date, std::uint32_t head) const;
  bool is_of_same_day(std::uint32_t noun, std::uint32_t head) const;
  bool tells_when(std::uint32_t clause, std::uint32_t verb) const;
  bool makes_do(std::uint32_t verb, std::uint32_t of, std::uint32_t date) const;
  bool is_counted(std::uint32_t noun) const;
  bool brings_about(std::uint32_t participle, std::uint32_t noun) const;
  bool has_relative(std::uint32_t verb) const;
  bool is_behind_relative(std::uint32_t date, std::uint32_t head) const;
  bool is_behind_infinitive(std::uint32_t date, std::uint32_t head) const;

  const SentenceTree& tree_;
  std::vector<std::uint32_t> token_of_date_;  // ascending
};

}  // namespace volteface
