#include "language/dates.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <unordered_set>

#include "language/date_by_offices.h"
#include "language/date_rules.h"
#include "language/look_back.h"
#include "language/tense.h"

namespace volteface::language {
namespace {

constexpr std::size_t heading_words = 14;   // a short paragraph may be a dateline
constexpr std::size_t dateline_words = 8;   // a longer one may begin with one
constexpr std::uint32_t front_bytes = 800;  // where a dateline stands

struct Found {
  TextSpan span;
  std::uint32_t sentence = 0;
  std::size_t word = 0;   // of the words of its sentence
  std::size_t words = 0;  // that the sentence has
  bool led = false;       // by "on" or "in"
  bool yearless = false;  // "Aug 15"
  Interval days;
};

std::uint32_t token_at(const Document& document, const Sentence& sentence, std::uint32_t byte) {
  std::uint32_t token = sentence.first;
  while (token + 1 < sentence.last && document.tokens[token + 1].begin <= byte) ++token;
  return token;
}

// Most sentences hold nothing that a date may begin with.
bool may_begin_date(const DateWord& word) {
  if (word.kind != DateWordKind::word && word.kind != DateWordKind::mark) return true;
  static const std::unordered_set<std::string_view> first = {
      "today",    "tonight",   "yesterday", "tomorrow",  "last",    "this",     "next",
      "previous", "past",      "preceding", "current",   "coming",  "upcoming", "following",
      "earlier",  "later",     "the",       "that",      "early",   "late",     "mid",
      "middle",   "beginning", "start",     "end",       "from",    "between",  "in",
      "within",   "a",         "an",        "few",       "several", "couple",   "same",
      "at",       "year",      "very",      "before",    "after",   "eve",      "fall",
      "during",   "over",      "christmas", "boxing",    "new",     "good",     "palm",
      "easter",   "ramadan",   "recent",    "overnight", "turn"};
  return first.contains(word.text);
}

class Finder {
 public:
  explicit Finder(Document& document) : document_(document) {
    for (const Sentence& sentence : document.sentences) {
      words_.push_back(date_words(document.text, sentence.begin, sentence.end));
    }
  }

  // All dates, as written on `anchor`; only those that hold on any day where `absolute_only`.
  std::vector<Found> all(Date anchor, bool absolute_only) const {
    return up_to(document_.text.size(), anchor, absolute_only);
  }

  // Of the sentences that begin where a dateline stands.
  std::vector<Found> at_front(Date anchor) const { return up_to(front_bytes, anchor, false); }

 private:
  // Of the sentences that begin within so many bytes.
  std::vector<Found> up_to(std::size_t bytes, Date anchor, bool absolute_only) const {
    std::vector<Found> found;
    DateContext context = {anchor, std::nullopt, std::nullopt, false, std::nullopt};
    LookBack tale(anchor);
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      if (document_.sentences[s].begin > bytes) break;
      const auto& words = words_[s];
      if (document_.sentences[s].begins_paragraph) {
        tale.begin_paragraph();
        context.latest_is_near = tale.is_running();
      }
      if (const auto years = is_heading(s) ? years_on(words) : std::nullopt) tale.open_with(*years);
      for (std::size_t i = 0; i < words.size();) {
        auto match = match_in(s, i, context);
        if (!match) {
          ++i;
          continue;
        }
        LookBack::Place place = place_of(s, i, *match);
        place.ahead = context.future;
        const bool in_tale = tale.is_running();
        tale.take(match->days, place);
        const bool now = in_tale && !match->days.absolute && is_of_now(match->days, anchor);
        if (match->days.absolute || !absolute_only) {
          const TextSpan span = {words[i].begin, words[match->end - 1].end};
          const bool led = i > 0 && (words[i - 1].text == "on" || words[i - 1].text == "in");
          const bool yearless = !match->days.absolute && is_yearless(words, i, match->end);
          const bool is_since = i > 0 && words[i - 1].text == "since";
          found.push_back({span, s, i, words.size(), led, yearless, match->days});
          i = match->end;
          // "since 2014": not what is told of; nor is "today" of what a look back tells.
          context.latest_since.reset();
          if (is_since) context.latest_since = match->days;
          if (is_since || now) continue;
          const bool day = match->days.precision == DatePrecision::day;
          if (day && match->days.from == match->days.to) context.earlier = match->days.from;
          if (day || match->days.precision == DatePrecision::month) context.last = match->days;
          if (day || match->days.to - match->days.from <= std::chrono::days(366))
            context.latest = match->days, context.latest_is_near = true;
          context.last_year.reset();
          if (match->days.precision == DatePrecision::year) context.last_year = match->days;
        }
        i = match->end;
      }
    }
    return found;
  }

  // Of the first sentences, which stand above the report or open it.
  bool is_heading(std::uint32_t s) const {
    constexpr std::uint32_t headings = 4;
    return s == 0 || (s < headings && document_.sentences[s].begins_paragraph);
  }

  static bool is_limit(std::string_view word) {
    return word == "until" || word == "till" || word == "by" || word == "before";
  }

  // "today", "on Friday", in a look back.
  static bool is_of_now(const Interval& days, Date anchor) {
    return days.precision == DatePrecision::day && days.to + std::chrono::days(7) >= anchor;
  }

  LookBack::Place place_of(std::uint32_t s, std::size_t at, const DateMatch& match) const {
    const auto& words = words_[s];
    const bool year = match.days.absolute || counts_back(words, at, match.end);
    const bool led = at > 0 && (words[at - 1].text == "on" || words[at - 1].text == "in" ||
                                words[at - 1].text == "of" || words[at - 1].text == "and");
    LookBack::Place place = {.sentence = s,
                             .word = at,
                             .holds_anywhere = year,
                             .yearless = is_yearless(words, at, match.end),
                             .led = led};
    const Sentence& sentence = document_.sentences[s];
    const std::uint32_t token = token_at(document_, sentence, words[at].begin);
    if (place.yearless) place.ahead_then = lay_ahead_then(document_, sentence, token);
    if (at > 0) place.limit = is_limit(words[at - 1].text);
    place.named = is_of_noun(document_, sentence, token);
    place.further_back = is_told_as_before(document_, sentence, token);
    if (!year) return place;
    place.aside = stands_in_relative(document_, sentence, token);
    return place;
  }

  // "Twenty years on: how they made peace", "Ten years later"
  static std::optional<int> years_on(const std::vector<DateWord>& words) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
      const bool counts = words[i].kind == DateWordKind::number && words[i].digits <= 2 &&
                          words[i + 1].kind == DateWordKind::unit && words[i + 1].value == 365;
      const bool on = words[i + 2].text == "on" || words[i + 2].text == "later";
      const bool closed = i + 3 == words.size() || words[i + 3].kind == DateWordKind::mark;
      if (counts && on && closed && words[i].value > 0) return words[i].value;
    }
    return std::nullopt;
  }

  // "twenty-five years ago today", "two days ago"
  static bool counts_back(const std::vector<DateWord>& words, std::size_t at, std::size_t end) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                       words.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const DateWord& word) { return word.text == "ago"; });
  }

  // A month without a year, or a day of one; but not "March of this year".
  static bool is_yearless(const std::vector<DateWord>& words, std::size_t at, std::size_t end) {
    const auto is_month = [&](std::size_t k) {
      return k < words.size() && words[k].kind == DateWordKind::month;
    };
    const bool of_year = end > at && words[end - 1].text == "year";
    return !of_year &&
           (is_month(at) || (words[at].kind == DateWordKind::number && is_month(at + 1)));
  }

  // "Zhang Jun", "Theresa May": a month by itself behind a name is one.
  bool is_name(std::uint32_t s, std::size_t i) const {
    const auto& words = words_[s];
    if (i == 0 || words[i].kind != DateWordKind::month) return false;
    const DateWordKind before = words[i - 1].kind;
    if (before != DateWordKind::word || words[i - 1].end + 1 != words[i].begin) return false;
    const Sentence& sentence = document_.sentences[s];
    const Token& token = document_.tokens[token_at(document_, sentence, words[i - 1].begin)];
    const bool alone = i + 1 == words.size() || words[i + 1].kind != DateWordKind::number;
    return alone && token.upos == "PROPN";
  }

  std::optional<DateMatch> match_in(std::uint32_t s, std::size_t i, DateContext& context) const {
    const auto& words = words_[s];
    if (!may_begin_date(words[i]) || is_name(s, i)) return std::nullopt;
    context.future = false;
    auto match = match_date(words, i, context);
    if (match && match->days.absolute) return match;
    const bool led = words[i].text == "in" || words[i].text == "between" || words[i].text == "from";
    if (!match && !led) return match;
    if (!match) {  // "in two years", "between now and May": dates of what is to come alone
      context.future = true;
      if (!match_date(words, i, context)) return match;
    }
    const Sentence& sentence = document_.sentences[s];
    const std::uint32_t token = token_at(document_, sentence, words[i].begin);
    context.future = speaks_of_future(document_, sentence, token);
    if (!context.future) return match;
    const auto ahead = match_date(words, i, context);
    const bool went_by = match && ahead && is_yearless(words, i, match->end) &&
                         lay_ahead_then(document_, sentence, token) &&
                         is_much_nearer(match->days, ahead->days, context.anchor);
    if (went_by) context.future = false;
    return went_by ? match : ahead;
  }

  // "ordered them to leave by 1 September", written on the ninth: that which went by.
  static bool is_much_nearer(const Interval& past, const Interval& ahead, Date anchor) {
    return (anchor - past.to) * 4 < ahead.from - anchor;
  }

  const Document& document_;
  std::vector<std::vector<DateWord>> words_;
};

bool was_announced(const Document& document, const Found& date) {
  const Sentence& sentence = document.sentences[date.sentence];
  return is_told_ahead(document, sentence, token_at(document, sentence, date.span.begin));
}

bool lies_ahead(const Document& document, const Found& date) {
  const Sentence& sentence = document.sentences[date.sentence];
  const std::uint32_t token = token_at(document, sentence, date.span.begin);
  return speaks_of_future(document, sentence, token) || is_told_ahead(document, sentence, token);
}

// "Ankara, 3 June 2022", "Published 11 Dec 2023", " date 2025-08-15 ": a day told where a dateline
// stands.
const Found* dateline(const Document& document, const std::vector<Found>& found,
                      const Found* latest) {
  for (const Found& date : found) {
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
const Found* latest(const Document& document, const std::vector<Found>& found) {
  const Found* best = nullptr;
  for (const Found& date : found) {
    if (lies_ahead(document, date)) continue;
    const bool later = best == nullptr || date.days.from > best->days.to;
    const bool within = best != nullptr && date.days.from >= best->days.from &&
                        date.days.to <= best->days.to && date.days.from > best->days.from;
    if (later || within) best = &date;
  }
  return best;
}

void set_document_date(Document& document, const std::vector<Found>& absolute,
                       const ReadOptions& options) {
  DocumentDate& date = document.date;
  const Found* inferred = latest(document, absolute);
  if (options.date) {
    date = {DocumentDate::Source::given, *options.date, *options.date};
  } else if (const Found* stated = dateline(document, absolute, inferred)) {
    date = {DocumentDate::Source::stated, stated->days.from, stated->days.to};
  } else if (inferred != nullptr) {
    // What is past when it is written may lie before it by the rest of its own month or year.
    date = {DocumentDate::Source::inferred, inferred->days.from, inferred->days.to};
  }
}

// "KINGSTON, March 24 (Agency)", "on Saturday": the day without a year.
const Found* day_of_year(const std::vector<Found>& found) {
  for (const Found& date : found) {
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
std::optional<Date> yearless_dateline(const Document& document, const Finder& finder, Date before) {
  const std::vector<Found> found = finder.at_front(before);
  const Found* day = day_of_year(found);
  if (day == nullptr || !day->yearless || !ends_dateline(document.text, day->span.end))
    return std::nullopt;
  return day->days.from;
}

// The first day of a dateline on which the day of the week fits, of those on which the persons
// named held office if one of them does.
std::optional<Date> dateline_by_weekday(const Document& document, const Finder& finder,
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
void date_by_dateline(Document& document, const Finder& finder, const Actors& actors) {
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
void date_by_offices(Document& document, const Finder& finder, const Actors& actors) {
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
    const std::vector<Found> found =
        finder.at_front(Date(std::chrono::year(year) / std::chrono::December / 31));
    const Found* day = day_of_year(found);
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

void add(Document& document, const Found& from, const Found& to) {
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
  const Finder finder(document);
  set_document_date(document, finder.all({}, true), options);
  if (!options.date) date_by_offices(document, finder, actors);
  const bool known = document.date.source != DocumentDate::Source::none;
  // With a date known to the month or year alone, a relative date is all that it may be.
  const std::vector<Found> first = finder.all(document.date.from, !known);
  const std::vector<Found> last =
      document.date.from == document.date.to ? first : finder.all(document.date.to, !known);
  std::size_t k = 0;
  for (const Found& date : first) {
    while (k < last.size() && last[k].span.begin < date.span.begin) ++k;
    const bool same = k < last.size() && last[k].span.begin == date.span.begin;
    add(document, date, same ? last[k] : date);
  }
}

}  // namespace volteface::language
