// The rules behind match_date(), a function a kind; each gives the longest match it has.
#pragma once

#include <initializer_list>

#include "language/date_rules.h"

namespace volteface::language {

using MaybeDate = std::optional<DateMatch>;

class DateMatcher {
 public:
  DateMatcher(std::span<const DateWord> words, const DateContext& context)
      : words_(words), context_(context) {}

  MaybeDate any(std::size_t at) const;     // ranges too
  MaybeDate single(std::size_t at) const;  // no range

 protected:
  struct Count {
    int value = 0;
    std::size_t end = 0;
  };
  struct Place {
    int value = 0;
    std::size_t end = 0;
  };
  // So many days from a feast on, and how many they are.
  struct Holiday {
    enum class Feast : std::uint8_t { christmas, new_year, easter, ramadan };
    Feast feast = Feast::christmas;
    int shift = 0, length = 1;
    std::size_t end = 0;
  };

  // Calendar dates (date_calendar_rules.cpp).
  MaybeDate numeric(std::size_t at) const;
  MaybeDate day_month(std::size_t at) const;
  MaybeDate month_day(std::size_t at) const;
  MaybeDate weekday_day(std::size_t at) const;
  MaybeDate day_alone(std::size_t at) const;
  MaybeDate day_of_month_unit(std::size_t at) const;
  MaybeDate month_year(std::size_t at) const;
  MaybeDate year(std::size_t at) const;
  MaybeDate decade(std::size_t at) const;
  MaybeDate season(std::size_t at) const;
  // Relative to a day (date_relative_rules.cpp).
  MaybeDate named_day(std::size_t at) const;
  MaybeDate counted(std::size_t at) const;
  bool goes_by_day() const;
  MaybeDate day_told(std::size_t at) const;
  MaybeDate day_or_what_it_names(std::size_t at) const;
  MaybeDate counted_from(std::size_t at, std::size_t end, bool before) const;
  MaybeDate ahead(std::size_t at) const;
  MaybeDate unit(std::size_t at) const;
  MaybeDate weekday(std::size_t at) const;
  // Of a part of a longer time (date_part_rules.cpp).
  MaybeDate part(std::size_t at) const;
  MaybeDate ordinal_of(std::size_t at) const;
  // Relative to what was told before (date_told_rules.cpp).
  MaybeDate told_before(std::size_t at) const;
  MaybeDate of_same_time(std::size_t at) const;
  MaybeDate month_by_told(std::size_t at) const;
  MaybeDate weekday_by_told(std::size_t at) const;
  MaybeDate of_next_time(std::size_t at) const;
  MaybeDate of_time_before(std::size_t at) const;
  MaybeDate eve(std::size_t at) const;
  MaybeDate within_told(std::size_t at) const;
  MaybeDate about_told(std::size_t at) const;
  MaybeDate counted_on(std::size_t at) const;
  std::optional<std::size_t> past_same(std::size_t at) const;
  bool is_part_of_day(std::size_t at) const;
  bool closes(std::size_t at) const;
  bool closes_name(std::size_t at) const;
  Interval month_near_told(int month, int by) const;
  Interval season_by_told(int season, int direction) const;
  Interval unit_by_told(int unit, int by) const;
  // About when (date_vague_rules.cpp).
  MaybeDate vaguely(std::size_t at) const;
  MaybeDate of_late(std::size_t at) const;
  MaybeDate overnight(std::size_t at) const;
  MaybeDate end_of_year(std::size_t at) const;
  MaybeDate decade_in_words(std::size_t at) const;
  MaybeDate two_years(std::size_t at) const;
  // Days with a name (date_holiday_rules.cpp).
  MaybeDate holiday(std::size_t at) const;
  std::optional<Holiday> holiday_at(std::size_t at) const;
  std::optional<Holiday> holiday_counted_at(std::size_t at) const;
  Interval days_of(const Holiday& holiday, int year) const;
  // Of two (date_range_rules.cpp).
  MaybeDate day_range(std::size_t at) const;
  MaybeDate day_of_list(std::size_t at) const;
  MaybeDate range(std::size_t at, const MaybeDate& single_here) const;
  bool names_month(std::size_t from, std::size_t to) const;

  // Words.
  const DateWord* word(std::size_t at) const { return at < words_.size() ? &words_[at] : nullptr; }
  bool is(std::size_t at, std::string_view text) const {
    return at < words_.size() && words_[at].text == text;
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> texts) const;
  bool is_kind(std::size_t at, DateWordKind kind) const {
    return at < words_.size() && words_[at].kind == kind;
  }
  std::size_t past_optional(std::size_t at, std::initializer_list<std::string_view> texts) const {
    return is_any(at, texts) ? at + 1 : at;
  }
  bool is_day_number(std::size_t at) const;
  std::optional<Place> year_at(std::size_t at) const;  // of four digits
  std::optional<Place> year_behind(
      std::size_t at) const;  // ", 2025", "of 2025", "2025", "next year"
  std::optional<Count> count_at(std::size_t at) const;
  int direction_at(std::size_t at) const;  // -1 last, 0 this, 1 next; 9: no such word

  // Days.
  Interval yearless_day(int month, int day) const;
  Interval yearless_month(int month) const;
  Date moved(Date day, int unit, int count) const;
  Interval unit_interval(int unit, int by) const;
  MaybeDate dated(std::size_t end, int year, int month, int day) const;

  std::span<const DateWord> words_;
  const DateContext& context_;
};

}  // namespace volteface::language
