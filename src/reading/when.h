// The days on which an act may have happened.
#pragma once

#include <optional>

#include "reading/clause.h"
#include "reading/date_places.h"
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
  // Whether its own date is no more than a limit: "gave it until Friday".
  bool has_deadline(std::uint32_t head) const;
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
  // The first day or month before the report's own that a sentence tells.
  std::optional<DateWindow> told_month(std::uint32_t sentence) const;
  // The last date that stands before a token, of the days up to the report, in its paragraph; be it
  // that of an aside or not.
  std::optional<DateWindow> date_before(std::uint32_t token, bool asides = false) const;
  // The day with which a sentence opens, before any verb: "At the council on 3 May, Chad ...".
  std::optional<DateWindow> opening_day(std::uint32_t sentence) const;
  // The first day told by its distance to another: "on the eve of the vote".
  std::optional<DateWindow> day_counted_from_another(std::uint32_t sentence) const;
  // Whether a date begins at a token.
  bool is_date(std::uint32_t token) const { return places_.is_date(token); }
  // Whether a date is one of an aside as "Chad, whose minister, Ana Ruiz, left in May,".
  bool is_behind_whose(std::uint32_t date) const { return places_.is_behind_whose(date); }
  // The days on which the report may have been written.
  DateWindow written() const { return written_; }

  // The day that the report is about: the first day that it names close to its own date; else the
  // window that the past tense leaves.
  DateWindow story() const { return story_; }

  // Whether a sentence tells anything; a heading may not.
  bool has_verb(std::uint32_t sentence) const;

 private:
  bool says(std::uint32_t verb) const;
  bool is_counted_from_another(const DateExpression& date) const;
  bool is_in_numbers(const DateExpression& date) const;
  bool is_of_saying_or_before(std::uint32_t date) const;
  bool is_heading_day(std::size_t date) const;
  bool is_of_something_else(std::size_t date) const;
  void join_days_told_twice();
  std::size_t place_of(const DateExpression& date) const;
  std::optional<DateWindow> day_since(std::uint32_t sentence, Date earliest, Said said) const;
  const DateExpression* told_before(std::uint32_t head, std::uint32_t from) const;
  bool is_of_clause(const DateExpression& date, std::uint32_t head) const;
  bool is_dateline(const DateExpression& date, std::uint32_t head) const;
  bool is_present_perfect(std::uint32_t head) const;
  bool is_parted(std::uint32_t date, std::uint32_t head) const;
  std::uint32_t paragraph_before(std::uint32_t sentence) const;
  std::optional<DateWindow> open_then(std::uint32_t head) const;
  bool is_pluperfect(std::uint32_t head) const;
  DateWindow past_without_date(std::uint32_t head) const;
  bool is_right_behind(std::uint32_t date, std::uint32_t head) const;
  bool leads_another(std::uint32_t date, std::uint32_t head) const;
  bool says_too(const DateExpression& date) const;
  bool goes_on_now(const DateExpression& date) const;
  bool is_fronted(std::uint32_t date, std::uint32_t verb) const;
  const DateExpression* own_date(std::uint32_t head) const;
  const DateExpression* opening_date(std::uint32_t head) const;
  std::optional<DateWindow> window_before_main(std::uint32_t head) const;
  std::optional<DateWindow> day_beside(std::uint32_t from, std::uint32_t head) const;
  DateWindow past_by_date(std::uint32_t head, const DateExpression& date) const;
  DateWindow open_by_date(std::uint32_t head, const DateExpression& date, Modality modality) const;
  DateWindow by_tense(ClauseTime time, Modality modality) const;

  const SentenceTree& tree_;
  DatePlaces places_;
  std::vector<DateExpression> dates_;  // of the document, as vague as they are told
  DateWindow written_;
  DateWindow story_;
  std::vector<std::uint32_t> paragraph_;  // of a sentence: the first of its paragraph
};

}  // namespace volteface
