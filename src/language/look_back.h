// The year of a tale: "In 2002 he was elected. In March he left": in that of 2002, and not in the
// last one.
#pragma once

#include <cstdint>
#include <optional>

#include "language/calendar.h"

namespace volteface::language {

class LookBack {
 public:
  explicit LookBack(Date anchor) : anchor_(anchor) {}

  // How a date stands in its sentence.
  struct Place {
    std::uint32_t sentence = 0;
    std::size_t word = 0;         // of the words of its sentence
    bool holds_anywhere = false;  // tells its year, or counts back from today
    bool yearless = false;        // a month or a day of one, and no more
    bool ahead = false;           // of what is to come
    bool ahead_then = false;      // of what was to come: "gave it until 15 January"
    bool led = false;             // "in 2002", "of March 2002", and not "since"
    bool aside = false;           // of a relative clause
    bool limit = false;           // "until 15 January"
    bool named = false;           // "the pact of 1976"
    bool further_back = false;    // "had left": before what the tale is about
  };

  void begin_paragraph() { here_.reset(), is_told_here_ = false; }

  // "Twenty years on: ...", as a heading: the tale is of that year.
  void open_with(int years_back);

  // Gives a date its year, where the tale has one, and learns from it where it tells one.
  void take(Interval& days, const Place& place);

  // Whether a tale is being told, and not the writer's own time.
  bool is_running() const { return told_.has_value(); }

 private:
  void learn(const Interval& days, const Place& place);
  bool opens_anniversary(const Interval& days, const Place& place) const;
  bool mend(Interval& days) const;
  void mend_ahead(Interval& days) const;
  void leave_tale();
  void forget_tale();
  bool is_recent(const Interval& days) const;
  bool is_news(const Interval& days) const;
  bool is_anniversary(const Interval& told) const;
  bool is_year_ago(const Interval& days) const;
  bool is_about_year_ago(const Interval& days) const;
  void go_on_from(const Interval& told, Interval& days) const;

  Date anchor_;
  std::optional<Interval> told_;   // until a date of the writer's own time
  bool is_told_here_ = false;      // in the same paragraph
  std::optional<Interval> here_;   // of what may be a tale in this paragraph alone
  std::optional<Interval> last_;   // the date of the tale told last
  std::optional<int> remembered_;  // the year of which an anniversary is told
  std::optional<Date> year_ago_;   // the day on which a report of a year after looks back
};

}  // namespace volteface::language
