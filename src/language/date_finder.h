// Where the dates of a document stand, and which days they are as written on a day.
#pragma once

#include <optional>
#include <vector>

#include "language/date_rules.h"
#include "language/look_back.h"

namespace volteface::language {

struct FoundDate {
  TextSpan span;
  std::uint32_t sentence = 0;
  std::size_t word = 0;   // of the words of its sentence
  std::size_t words = 0;  // that the sentence has
  bool led = false;       // by "on" or "in"
  bool yearless = false;  // "Aug 15"
  Interval days;
};

// The token that holds a byte of a sentence.
std::uint32_t date_token(const Document& document, const Sentence& sentence, std::uint32_t byte);

class DateFinder {
 public:
  // The document must outlive it.
  explicit DateFinder(const Document& document);

  // Reads "12/09/2023" as of September from now on.
  void put_days_first() { day_first_ = true; }

  // All dates, as written on `anchor`; only those that hold on any day where `absolute_only`.
  std::vector<FoundDate> all(Date anchor, bool absolute_only) const;

  // Of the sentences that begin within so many bytes.
  std::vector<FoundDate> up_to(std::size_t bytes, Date anchor, bool absolute_only) const;

 private:
  bool is_heading(std::uint32_t s) const;
  bool is_name(std::uint32_t s, std::size_t i) const;
  std::optional<DateMatch> match_in(std::uint32_t s, std::size_t i, DateContext& context) const;
  LookBack::Place place_of(std::uint32_t s, std::size_t at, const DateMatch& match) const;
  FoundDate found_at(std::uint32_t s, std::size_t at, const DateMatch& match) const;

  const Document& document_;
  bool day_first_ = false, looks_back_ = true;
  std::vector<std::vector<DateWord>> words_;  // of a sentence
};

}  // namespace volteface::language
