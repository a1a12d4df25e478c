// The days on which an act may have happened.
#pragma once

#include <optional>

#include "reading/clause.h"
#include "reading/sentence_tree.h"
#include "volteface/date.h"
#include "volteface/reading.h"

namespace volteface {

class Calendar {
 public:
  explicit Calendar(const SentenceTree& tree);

  // Of an act that `head` tells of: the date in its clause that is nearest, else one in its
  // sentence, else what tense and the day of the report allow. Clipped to days up to the report
  // for what is past, to days from it on for what is planned (a year at most).
  DateWindow window_of(std::uint32_t head, ClauseTime time, Modality modality) const;

  // Whether a date stands in its own clause.
  bool has_own_date(std::uint32_t head) const;
  // The same, of its own clause and not of one above: not "on Monday urged Chad to vote".
  bool has_date_in_clause(std::uint32_t head) const;
  // Whether the date is that of who says it: "said on Saturday that Chad had abstained".
  bool is_of_saying(std::uint32_t head) const;

  // Whether a date that may hold for it stands before an act in its paragraph; not one on which
  // somebody said something.
  bool has_date_before(std::uint32_t head) const;
  // The days that a noun is said to be of: "the resolution of 12 November".
  std::optional<DateWindow> day_of_noun(std::uint32_t noun) const;
  // Of dates on which somebody said something, and others.
  enum class Said : std::uint8_t { counts, does_not };
  // The first day that a sentence names, if it is not long before the report.
  std::optional<DateWindow> fresh_day(std::uint32_t sentence, Said said = Said::counts) const;
  // The same, however long before the report it is.
  std::optional<DateWindow> told_day(std::uint32_t sentence, Said said = Said::counts) const;
  // The last date that stands before a token, of the days up to the report, in its paragraph.
  std::optional<DateWindow> date_before(std::uint32_t token) const;
  // Whether a date begins at a token.
  bool is_date(std::uint32_t token) const;
  // The days on which the report may have been written.
  DateWindow written() const { return written_; }

  // The day that the report is about: the first day that it names close to its own date; else the
  // window that the past tense leaves.
  DateWindow story() const { return story_; }

 private:
  bool says(std::uint32_t verb) const;
  std::size_t place_of(const DateExpression& date) const;
  std::optional<DateWindow> day_since(std::uint32_t sentence, Date earliest, Said said) const;
  bool of_another_act(std::uint32_t date, std::uint32_t head) const;
  bool tells_when(std::uint32_t clause, std::uint32_t verb) const;
  const DateExpression* told_before(std::uint32_t head, std::uint32_t from) const;
  bool brings_about(std::uint32_t participle, std::uint32_t noun) const;
  bool is_of_aside(std::uint32_t date) const;
  bool is_of_noun(std::uint32_t date) const;
  bool is_deadline(std::uint32_t date) const;
  bool has_relative(std::uint32_t verb) const;
  bool is_behind_infinitive(std::uint32_t date, std::uint32_t head) const;
  bool is_behind_relative(std::uint32_t date, std::uint32_t head) const;
  bool is_of_clause(const DateExpression& date, std::uint32_t head) const;
  bool is_dateline(const DateExpression& date, std::uint32_t head) const;
  bool is_pluperfect(std::uint32_t head) const;
  DateWindow past_without_date(std::uint32_t head) const;
  bool is_right_behind(std::uint32_t date, std::uint32_t head) const;
  bool is_fronted(std::uint32_t date, std::uint32_t verb) const;
  const DateExpression* own_date(std::uint32_t head) const;
  // Dates of the sentences first .. last - 1, as places in Document::dates.
  std::pair<std::size_t, std::size_t> dates_of(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t governor_of(std::uint32_t token) const;
  DateWindow by_tense(ClauseTime time, Modality modality) const;

  const SentenceTree& tree_;
  DateWindow written_;
  DateWindow story_;
  std::vector<std::uint32_t> token_of_date_;  // ascending
  std::vector<std::uint32_t> paragraph_;      // of a sentence: the first of its paragraph
};

}  // namespace volteface
