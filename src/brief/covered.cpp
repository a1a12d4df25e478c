#include "brief/covered.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "brief/seats.h"
#include "brief/words.h"
#include "volteface/coverage.h"

namespace volteface {
namespace {

std::uint32_t in_window(const std::vector<RollCallIndex>& found, const Window& window) {
  return static_cast<std::uint32_t>(std::count_if(found.begin(), found.end(), [&](RollCallIndex r) {
    return std::binary_search(window.roll_calls.begin(), window.roll_calls.end(), r);
  }));
}

std::string names_of(const Record& record, const std::vector<StateIndex>& states) {
  std::vector<std::string> names;
  for (const StateIndex s : states) {
    names.push_back(fmt::format("{} ({})", record.states[s].name, record.states[s].code));
  }
  return listed(names);
}

// Only where the window touches the day on which the state came or went.
void note_seats(const Record& record, StateIndex state, const Listed& days, const Window& window,
                Covered& covered) {
  const auto before = states_before(record, state);
  if (window.since < days.first && days.first <= window.until) {
    covered.notes.push_back(
        before.empty()
            ? fmt::format("The state is listed from {} on.", format_date(days.first))
            : fmt::format("The state is listed from {} on; earlier votes stand under {}.",
                          format_date(days.first), names_of(record, before)));
  }
  const auto after = states_after(record, state);
  if (days.last + std::chrono::days{366} >= covered.record_last) return;
  covered.notes.push_back(
      after.empty() ? fmt::format("The state is listed to {}.", format_date(days.last))
                    : fmt::format("The state is listed to {}; later votes stand under {}.",
                                  format_date(days.last), names_of(record, after)));
}

void note_window(const Window& window, Covered& covered) {
  const std::chrono::year_month_day since{window.since}, until{window.until};
  if (since.month() != std::chrono::January) {
    covered.notes.push_back(
        "The window begins within a year; ideal points rest on the votes of the whole year.");
  }
  if (until.month() < std::chrono::November) {
    covered.notes.push_back(
        fmt::format("{} is told to {} only; most votes of a year fall in its last two months.",
                    window.last_year(), format_date(window.until)));
  }
}

void note_holes(const Coverage& coverage, const Window& window, Covered& covered) {
  const auto note = [&](const std::vector<RollCallIndex>& found, std::string_view what) {
    const std::uint32_t n = in_window(found, window);
    if (n > 0) {
      covered.notes.push_back(fmt::format("{}: {} of the window.", what, counted(n, "roll call")));
    }
  };
  note(coverage.without_cells, "Without any state's vote");
  note(coverage.approximate_dates, "With a day that may be wrong, the month being right");
  note(coverage.suspect, "With a note on what is suspect");
  std::vector<int> empty;
  for (const int year : coverage.years_without_votes) {
    if (year >= window.first_year() && year <= window.last_year()) empty.push_back(year);
  }
  if (!empty.empty()) {
    covered.notes.push_back(fmt::format("No recorded votes in {}.", fmt::join(empty, ", ")));
  }
}

// Kinds of votes that the sources cease to list a year or more before the window ends.
void note_unknown(const Coverage& coverage, const Window& window, Covered& covered) {
  covered.unknown.push_back(fmt::format("Votes after {}.", format_date(covered.record_last)));
  std::map<Date, std::vector<std::string>> ended;  // by the last day
  for (const Kind kind : {Kind::amendment, Kind::paragraph}) {
    const auto& last = coverage.last_of_kind[static_cast<std::size_t>(kind)];
    if (last && window.until - *last > std::chrono::days{365}) {
      ended[*last].push_back(fmt::format("{}s", kind_name(kind)));
    }
  }
  for (const auto& [day, kinds_ended] : ended) {
    covered.unknown.push_back(fmt::format("Votes on {} after {}; no source lists them.",
                                          listed(kinds_ended), format_date(day)));
  }
  covered.unknown.push_back(
      "Texts adopted without a vote, which are most, and what was said in the hall.");
  covered.unknown.push_back("Whether an absence was meant. It is left out of every figure.");
  covered.unknown.push_back("Why a state voted as it did: no figure here knows a cause.");
}

}  // namespace

Covered covered_by(const Record& record, const BriefOptions& options, const Window& window) {
  const Coverage coverage = coverage_of(record);
  Covered covered;
  covered.record_first = *coverage.first;
  covered.record_last = *coverage.last;
  covered.record_roll_calls = static_cast<std::uint32_t>(coverage.roll_calls);
  covered.record_hash = record.hash;
  covered.since = window.since;
  covered.until = window.until;
  covered.roll_calls = static_cast<std::uint32_t>(window.roll_calls.size());
  for (const RollCallIndex r : window.roll_calls) {
    const Choice choice = record.votes.at(options.state, r);
    covered.cast += is_cast(choice);
    covered.absent += choice == Choice::absent;
    covered.not_listed += choice == Choice::not_listed;
  }
  if (const auto days = listed_days(record, options.state)) {
    covered.listed_first = days->first;
    covered.listed_last = days->last;
    note_seats(record, options.state, *days, window, covered);
  }
  note_window(window, covered);
  note_holes(coverage, window, covered);
  note_unknown(coverage, window, covered);
  return covered;
}

}  // namespace volteface
