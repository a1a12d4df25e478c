#include "language/date_finder.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <unordered_set>

#include "language/tense.h"

namespace volteface::language {
namespace {

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

// "gave them until 1 June to leave", not "by 1 June they had a deal": of what nobody had done yet.
bool sets_limit(std::span<const Token> sentence) {
  return std::ranges::any_of(
      sentence, [](const Token& token) { return token.xpos == "VB" || token.xpos == "MD"; });
}

bool is_limit(std::string_view word) {
  return word == "until" || word == "till" || word == "by" || word == "before";
}

// "today", "on Friday", in a look back.
bool is_of_now(const Interval& days, Date anchor) {
  return days.precision == DatePrecision::day && days.to + std::chrono::days(7) >= anchor;
}

// "Twenty years on: how they made peace", "Ten years later"
std::optional<int> years_counted(const std::vector<DateWord>& words) {
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
bool counts_back(const std::vector<DateWord>& words, std::size_t at, std::size_t end) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const DateWord& word) { return word.text == "ago"; });
}

// "April of that year"
bool is_of_year_told(const std::vector<DateWord>& words, std::size_t at, std::size_t end) {
  if (end < at + 3 || words[end - 1].text != "year") return false;
  return words[end - 2].text == "that" || words[end - 2].text == "same";
}

// A month without a year, or a day of one; but not "March of this year".
bool is_yearless(const std::vector<DateWord>& words, std::size_t at, std::size_t end) {
  const auto is_month = [&](std::size_t k) {
    return k < words.size() && words[k].kind == DateWordKind::month;
  };
  const bool of_year = end > at && words[end - 1].text == "year";
  return !of_year && (is_month(at) || (words[at].kind == DateWordKind::number && is_month(at + 1)));
}

// "ordered them to leave by 1 September", written on the ninth: that which went by.
bool is_much_nearer(const Interval& past, const Interval& ahead, Date anchor) {
  return (anchor - past.to) * 4 < ahead.from - anchor;
}

// What a date found tells of those behind it; not "since 2014", nor "today" in a look back.
void take_in(const Interval& days, DateContext& context) {
  const bool day = days.precision == DatePrecision::day;
  if (day && days.from == days.to) context.earlier = days.from;
  if (day || days.precision == DatePrecision::month) context.last = days;
  if (day || days.to - days.from <= std::chrono::days(366))
    context.latest = days, context.latest_is_near = true;
  context.last_is_here |= day || days.precision == DatePrecision::month;
  context.last_year.reset();
  if (days.precision == DatePrecision::year) context.last_year = days;
}

// "Chad, which left in May": goes no further than its sentence. Where nothing else is told it does,
// "it was the king, who stepped out in May", but not of what had been before.
bool is_put_in(const Document& document, const Sentence& sentence, std::uint32_t token,
               bool is_dated) {
  bool had = false;
  for (std::uint32_t t = token; t > sentence.first + 1;) {
    const Token& before = document.tokens[--t];
    if (before.upos == "PUNCT") return false;
    had |= before.lemma == "have" && before.xpos == "VBD";
    if (before.xpos != "WDT" && before.xpos != "WP") continue;
    const Token& lead = document.tokens[t - 1];
    return (had || is_dated) && (lead.lemma == "," || lead.upos == "ADP");
  }
  return false;
}

}  // namespace

std::uint32_t date_token(const Document& document, const Sentence& sentence, std::uint32_t byte) {
  std::uint32_t token = sentence.first;
  while (token + 1 < sentence.last && document.tokens[token + 1].begin <= byte) ++token;
  return token;
}

DateFinder::DateFinder(const Document& document) : document_(document) {
  for (const Sentence& sentence : document.sentences)
    words_.push_back(date_words(document.text, sentence.begin, sentence.end));
}

std::vector<FoundDate> DateFinder::all(Date anchor, bool absolute_only) const {
  return up_to(document_.text.size(), anchor, absolute_only);
}

std::vector<FoundDate> DateFinder::up_to(std::size_t bytes, Date anchor, bool absolute_only) const {
  std::vector<FoundDate> found;
  DateContext context = {anchor, std::nullopt, std::nullopt, false, std::nullopt};
  context.day_first = day_first_;
  LookBack tale(anchor);
  for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
    if (document_.sentences[s].begin > bytes) break;
    const auto& words = words_[s];
    if (document_.sentences[s].begins_paragraph) {
      tale.begin_paragraph();
      context.latest_is_near = tale.is_running();
      context.last_is_here = false;
    }
    std::optional<DateContext> beside;  // without what was put into the sentence
    bool is_dated = false;              // whether anything else of it was
    if (const auto years = is_heading(s) ? years_counted(words) : std::nullopt)
      tale.open_with(*years);
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
      const std::size_t at = i;
      i = match->end;
      if (!match->days.absolute && absolute_only) continue;
      found.push_back(found_at(s, at, *match));
      const bool is_since = at > 0 && words[at - 1].text == "since";
      context.latest_since.reset();
      if (is_since) context.latest_since = match->days;
      if (is_since || now) continue;
      const std::uint32_t token = date_token(document_, document_.sentences[s], words[at].begin);
      const bool limits = place.limit && sets_limit(document_.tokens_of(document_.sentences[s]));
      const bool put_in = limits || is_put_in(document_, document_.sentences[s], token,
                                              is_dated || beside.has_value());
      is_dated |= !put_in;
      if (!put_in) beside.reset();
      if (put_in && !beside) beside = context;
      take_in(match->days, context);
    }
    if (beside) context = *beside;
  }
  return found;
}

FoundDate DateFinder::found_at(std::uint32_t s, std::size_t at, const DateMatch& match) const {
  const auto& words = words_[s];
  const TextSpan span = {words[at].begin, words[match.end - 1].end};
  const bool led = at > 0 && (words[at - 1].text == "on" || words[at - 1].text == "in");
  const bool yearless = !match.days.absolute && is_yearless(words, at, match.end);
  return {span, s, at, words.size(), led, yearless, match.days};
}

// Of the first sentences, which stand above the report or open it.
bool DateFinder::is_heading(std::uint32_t s) const {
  constexpr std::uint32_t headings = 4;
  return s == 0 || (s < headings && document_.sentences[s].begins_paragraph);
}

LookBack::Place DateFinder::place_of(std::uint32_t s, std::size_t at,
                                     const DateMatch& match) const {
  const auto& words = words_[s];
  const bool year = match.days.absolute || counts_back(words, at, match.end) ||
                    is_of_year_told(words, at, match.end);
  const bool led = at > 0 && (words[at - 1].text == "on" || words[at - 1].text == "in" ||
                              words[at - 1].text == "of" || words[at - 1].text == "and");
  LookBack::Place place = {.sentence = s,
                           .word = at,
                           .holds_anywhere = year,
                           .yearless = is_yearless(words, at, match.end),
                           .led = led};
  const Sentence& sentence = document_.sentences[s];
  const std::uint32_t token = date_token(document_, sentence, words[at].begin);
  if (place.yearless) place.ahead_then = lay_ahead_then(document_, sentence, token);
  if (at > 0) place.limit = is_limit(words[at - 1].text);
  place.named = is_of_noun(document_, sentence, token);
  place.further_back = is_told_as_before(document_, sentence, token);
  if (!year) return place;
  place.aside = stands_in_relative(document_, sentence, token);
  return place;
}

// "Zhang Jun", "Theresa May": a month by itself behind a name is one.
bool DateFinder::is_name(std::uint32_t s, std::size_t i) const {
  const auto& words = words_[s];
  if (i == 0 || words[i].kind != DateWordKind::month) return false;
  const DateWordKind before = words[i - 1].kind;
  if (before != DateWordKind::word || words[i - 1].end + 1 != words[i].begin) return false;
  const Sentence& sentence = document_.sentences[s];
  const Token& token = document_.tokens[date_token(document_, sentence, words[i - 1].begin)];
  const bool alone = i + 1 == words.size() || words[i + 1].kind != DateWordKind::number;
  return alone && token.upos == "PROPN";
}

std::optional<DateMatch> DateFinder::match_in(std::uint32_t s, std::size_t i,
                                              DateContext& context) const {
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
  const std::uint32_t token = date_token(document_, sentence, words[i].begin);
  context.future = speaks_of_future(document_, sentence, token);
  if (!context.future) return match;
  const auto ahead = match_date(words, i, context);
  const bool went_by = match && ahead && is_yearless(words, i, match->end) &&
                       lay_ahead_then(document_, sentence, token) &&
                       is_much_nearer(match->days, ahead->days, context.anchor);
  if (went_by) context.future = false;
  return went_by ? match : ahead;
}

}  // namespace volteface::language
