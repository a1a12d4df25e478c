#include "language/dates.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "language/characters.h"
#include "language/date_by_offices.h"
#include "language/date_finder.h"
#include "language/tense.h"

namespace volteface::language {
namespace {

constexpr std::size_t heading_words = 14;   // a short paragraph may be a dateline
constexpr std::size_t dateline_words = 8;   // a longer one may begin with one
constexpr std::uint32_t front_bytes = 800;  // where a dateline stands

bool was_announced(const Document& document, const FoundDate& date) {
  const Sentence& sentence = document.sentences[date.sentence];
  return is_told_ahead(document, sentence, date_token(document, sentence, date.span.begin));
}

bool lies_ahead(const Document& document, const FoundDate& date) {
  const Sentence& sentence = document.sentences[date.sentence];
  const std::uint32_t token = date_token(document, sentence, date.span.begin);
  return speaks_of_future(document, sentence, token) || is_told_ahead(document, sentence, token);
}

// "Ankara, 3 June 2022", "Published 11 Dec 2023", " date 2025-08-15 ": a day told where a dateline
// stands.
const FoundDate* dateline(const Document& document, const std::vector<FoundDate>& found,
                          const FoundDate* latest) {
  for (const FoundDate& date : found) {
    if (date.span.begin > front_bytes) return nullptr;
    // A report does not tell of days long after its own.
    const bool heading = date.words <= heading_words;
    if (!heading && latest != nullptr && latest->days.from > date.days.to + std::chrono::days(3))
      continue;
    if (date.led) continue;  // "On 12 January 1904 the Herero rose"
    if (date.days.precision == DatePrecision::day && date.days.from == date.days.to &&
        (heading || date.word <= dateline_words / 2) && !was_announced(document, date)) {
      return &date;
    }
  }
  return nullptr;
}

// The latest of which the text speaks as past; the narrowest of those that agree.
const FoundDate* latest(const Document& document, const std::vector<FoundDate>& found) {
  const FoundDate* best = nullptr;
  for (const FoundDate& date : found) {
    if (lies_ahead(document, date)) continue;
    const bool later = best == nullptr || date.days.from > best->days.to;
    const bool within = best != nullptr && date.days.from >= best->days.from &&
                        date.days.to <= best->days.to && date.days.from > best->days.from;
    if (later || within) best = &date;
  }
  return best;
}

void set_document_date(Document& document, const std::vector<FoundDate>& absolute,
                       const ReadOptions& options) {
  DocumentDate& date = document.date;
  const FoundDate* inferred = latest(document, absolute);
  if (options.date) {
    date = {DocumentDate::Source::given, *options.date, *options.date};
  } else if (const FoundDate* stated = dateline(document, absolute, inferred)) {
    date = {DocumentDate::Source::stated, stated->days.from, stated->days.to};
  } else if (inferred != nullptr) {
    // What is past when it is written may lie before it by the rest of its own month or year.
    date = {DocumentDate::Source::inferred, inferred->days.from, inferred->days.to};
  }
}

// "KINGSTON, March 24 (Agency)", "on Saturday": the day without a year.
const FoundDate* day_of_year(const std::vector<FoundDate>& found) {
  for (const FoundDate& date : found) {
    if (date.span.begin > front_bytes) return nullptr;
    if (date.led || date.days.precision != DatePrecision::day || date.days.absolute) continue;
    if (date.days.from == date.days.to && date.word <= dateline_words) return &date;
  }
  return nullptr;
}

// "LONDON, Aug 15 (Agency) -": a day without a year at the front, and behind it what ends a
// dateline.
bool ends_dateline(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(" .", at), text.size());
  const std::string_view rest = text.substr(at, 3);
  return rest.empty() || rest[0] == '\n' || rest[0] == '(' || rest[0] == '-' || rest == "\u2013" ||
         rest == "\u2014";
}

// The day of the week that is told first, if one is.
std::optional<unsigned> first_weekday(const Document& document) {
  constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
  for (const Token& token : document.tokens) {
    if (token.begin > front_bytes) break;
    for (unsigned k = 0; k < 7; ++k) {
      if (document.text_of(token) == names[k]) return k;
    }
  }
  return std::nullopt;
}

// How many days before a day the day of the week was that the text tells first; none if it tells
// none.
std::optional<unsigned> days_behind(const Document& document, Date at) {
  const std::optional<unsigned> weekday = first_weekday(document);
  if (!weekday) return std::nullopt;
  return (std::chrono::weekday(at).c_encoding() + 7 - *weekday) % 7;
}

// The day of a dateline that lacks the year, the last before a day.
std::optional<Date> yearless_dateline(const Document& document, const DateFinder& finder,
                                      Date before) {
  const std::vector<FoundDate> found = finder.up_to(front_bytes, before, false);
  const FoundDate* day = day_of_year(found);
  if (day == nullptr || !day->yearless || !ends_dateline(document.text, day->span.end))
    return std::nullopt;
  return day->days.from;
}

// The first day of a dateline on which the day of the week fits, of those on which the persons
// named held office if one of them does.
std::optional<Date> dateline_by_weekday(const Document& document, const DateFinder& finder,
                                        const Actors& actors, Date from) {
  constexpr int furthest = 40;  // years
  const auto offices = days_of_offices(document, actors, from);
  std::optional<Date> first;
  for (int years = 1; years < furthest; ++years) {
    const auto day = yearless_dateline(document, finder, months_on(from, 12 * years));
    if (!day || days_behind(document, *day).value_or(0) > 1) continue;
    if (!offices || (offices->first <= *day && *day <= offices->second)) return day;
    if (!first) first = day;
  }
  return first;
}

// With a dateline that lacks the year: the first such day from what the text tells of on; where the
// day of the week is far from it ("on Thursday"), the first that fits.
void date_by_dateline(Document& document, const DateFinder& finder, const Actors& actors) {
  DocumentDate& date = document.date;
  if (date.source != DocumentDate::Source::inferred) return;
  constexpr unsigned far = 3;  // days
  std::optional<Date> day = yearless_dateline(document, finder, months_on(date.from, 12));
  if (!day || *day < date.from) return;
  if (days_behind(document, *day).value_or(0) >= far) {
    if (const auto fits = dateline_by_weekday(document, finder, actors, date.from)) day = fits;
  }
  date = {date.source, *day, *day, true};
}

// By who held office; with a dateline that lacks the year, on that day of the latest year that
// fits; most of all of one in which it was the day of the week that the text begins with, else the
// day after, since news is of today or yesterday.
void date_by_offices(Document& document, const DateFinder& finder, const Actors& actors) {
  DocumentDate& date = document.date;
  const bool narrow =
      date.source != DocumentDate::Source::none && date.to - date.from < std::chrono::days(32);
  if (narrow) return date_by_dateline(document, finder, actors);
  const Date earliest = date.source == DocumentDate::Source::none ? Date{} : date.from;
  const auto days = days_of_offices(document, actors, earliest);
  if (!days) return;
  date = {DocumentDate::Source::inferred, days->first, days->second};
  std::optional<Date> best;
  unsigned best_fits = 0;
  const int last = int(std::chrono::year_month_day(days->second).year());
  for (int year = last; year >= int(std::chrono::year_month_day(days->first).year()); --year) {
    const std::vector<FoundDate> found = finder.up_to(
        front_bytes, Date(std::chrono::year(year) / std::chrono::December / 31), false);
    const FoundDate* day = day_of_year(found);
    if (day == nullptr) return;
    const Date at = day->days.from;
    if (at < days->first || at > days->second) continue;
    const unsigned behind = days_behind(document, at).value_or(7);
    const unsigned fits = behind == 0 ? 2 : behind == 1 ? 1 : 0;
    if (best && best_fits >= fits) continue;
    best = at;
    best_fits = fits;
  }
  if (best) date = {DocumentDate::Source::inferred, *best, *best, true};
}

// The words of a dateline before its date: "LIMA, " is "lima".
std::string place_of_dateline(std::string_view before) {
  const std::size_t last = before.find_last_not_of(" \t,.(-:|");
  return folded(before.substr(0, last + 1));  // npos + 1 is 0
}

// "Hanoi, 12/09/2023": all the world but America writes the day first. The town or the state alone:
// "Lima, Ohio" is another, and a date in numbers behind a writer's name says nothing.
bool writes_days_first(const Document& document, const DateFinder& finder, const Actors& actors) {
  for (const FoundDate& date : finder.up_to(front_bytes, {}, true)) {
    if (document.text_of(date.span).find('/') == std::string_view::npos) continue;
    const std::uint32_t begin = document.sentences[date.sentence].begin;
    const std::string place =
        place_of_dateline(std::string_view(document.text).substr(begin, date.span.begin - begin));
    return !place.empty() && std::ranges::any_of(actors.states(), [&](const ActorState& state) {
      return state.code != "USA" && (place == folded(state.capital) || place == folded(state.name));
    });
  }
  return false;
}

void add(Document& document, const FoundDate& from, const FoundDate& to) {
  DateExpression date;
  date.begin = from.span.begin;
  date.end = from.span.end;
  date.from = std::min(from.days.from, to.days.from);
  date.to = std::max(from.days.to, to.days.to);
  date.precision = from.days.precision;
  if (from.days.from != to.days.from)
    date.precision = std::max(date.precision, DatePrecision::vague);
  document.dates.push_back(date);
}

}  // namespace

void find_dates(Document& document, const Actors& actors, const ReadOptions& options) {
  document.dates.clear();
  document.date = {};
  DateFinder finder(document);
  if (writes_days_first(document, finder, actors)) finder.put_days_first();
  set_document_date(document, finder.all({}, true), options);
  if (!options.date) date_by_offices(document, finder, actors);
  const bool known = document.date.source != DocumentDate::Source::none;
  // With a date known to the month or year alone, a relative date is all that it may be.
  const std::vector<FoundDate> first = finder.all(document.date.from, !known);
  const std::vector<FoundDate> last =
      document.date.from == document.date.to ? first : finder.all(document.date.to, !known);
  std::size_t k = 0;
  for (const FoundDate& date : first) {
    while (k < last.size() && last[k].span.begin < date.span.begin) ++k;
    const bool same = k < last.size() && last[k].span.begin == date.span.begin;
    add(document, date, same ? last[k] : date);
  }
}

}  // namespace volteface::language
