// Dates that tell no more than about when: "in recent weeks", "months ago", "overnight", "over the
// past year", "at the turn of the year", "in the nineties", "in 1990-91".
#include <algorithm>
#include <array>

#include "language/date_matcher.h"

namespace volteface::language {

using std::chrono::days;

namespace {

// How far back "recent weeks", and between what "weeks ago" may lie.
struct Reach {
  int unit;
  days recent, least, most;
};

constexpr std::array<Reach, 4> reaches = {{{1, days(14), days(1), days(14)},
                                           {7, days(70), days(7), days(70)},
                                           {30, days(366), days(30), days(366)},
                                           {365, days(5 * 366), days(365), days(20 * 366)}}};

const Reach* reach_of(int unit) {
  const auto* found = std::ranges::find(reaches, unit, &Reach::unit);
  return found == reaches.end() ? nullptr : found;
}

}  // namespace

// "in recent weeks", "weeks ago", "over the past year".
MaybeDate DateMatcher::of_late(std::size_t at) const {
  const Date today = context_.anchor;
  const bool recent = is(at, "recent");
  const std::size_t i = recent ? at + 1 : at;
  if (is_kind(i, DateWordKind::unit) && words_[i].plural) {
    const Reach* reach = reach_of(words_[i].value);
    if (reach == nullptr) return std::nullopt;
    if (recent)
      return DateMatch{i + 1, {today - reach->recent, today, DatePrecision::vague, false}};
    const bool counted = at > 0 && (is(at - 1, "half") || (!is_kind(at - 1, DateWordKind::word) &&
                                                           !is_kind(at - 1, DateWordKind::mark)));
    if (!is(i + 1, "ago") || counted) return std::nullopt;
    return DateMatch{i + 2,
                     {today - reach->most, today - reach->least, DatePrecision::vague, false}};
  }
  const bool led = at > 0 && is_any(at - 1, {"over", "in", "during", "within"});
  if (!led || !is(at, "the") || !is_any(at + 1, {"past", "last"})) return std::nullopt;
  const bool year_or_less = is_kind(at + 2, DateWordKind::unit) && !words_[at + 2].plural;
  if (!year_or_less || words_[at + 2].value < 7 || words_[at + 2].value > 365 || is(at + 1, "last"))
    return std::nullopt;
  return DateMatch{at + 3,
                   {moved(today, words_[at + 2].value, -1), today, DatePrecision::vague, false}};
}

MaybeDate DateMatcher::overnight(std::size_t at) const {
  if (!is(at, "overnight") || is_kind(at + 1, DateWordKind::unit)) return std::nullopt;
  const Date today = context_.anchor;
  return DateMatch{at + 1, {today - days(1), today, DatePrecision::day, false}};
}

// "at the turn of the year", "at year's end".
MaybeDate DateMatcher::end_of_year(std::size_t at) const {
  const Date first = year_interval(year_of(context_.anchor)).from;
  const bool past_half = context_.anchor - first > days(183);
  const Date turn = past_half ? months_on(first, 12) : first;  // the nearest
  const bool end =
      is(at, "year") && is_any(at + 1, {"'", "\u2019"}) && is(at + 2, "s") && is(at + 3, "end");
  if (end) {
    return DateMatch{at + 4, {months_on(turn, -1), turn - days(1), DatePrecision::month, false}};
  }
  const bool of_turn =
      is(at, "turn") && is(at + 1, "of") && is(at + 2, "the") && is(at + 3, "year");
  if (!of_turn) return std::nullopt;
  return DateMatch{at + 4, {turn - days(15), turn + days(14), DatePrecision::vague, false}};
}

// "the nineties", "in the early eighties".
MaybeDate DateMatcher::decade_in_words(std::size_t at) const {
  static constexpr std::array<std::pair<std::string_view, int>, 8> decades = {{{"twenties", 1920},
                                                                               {"thirties", 1930},
                                                                               {"forties", 1940},
                                                                               {"fifties", 1950},
                                                                               {"sixties", 1960},
                                                                               {"seventies", 1970},
                                                                               {"eighties", 1980},
                                                                               {"nineties", 1990}}};
  const std::size_t i = past_optional(at, {"the"});
  // "in his sixties": an age.
  const bool led = i > at || (at > 0 && is_any(at - 1, {"early", "late", "-"}));
  if (!led || i >= words_.size()) return std::nullopt;
  for (const auto& [word, year] : decades) {
    if (!is(i, word)) continue;
    Interval interval = decade_of(year);
    interval.absolute = true;
    return DateMatch{i + 1, interval};
  }
  return std::nullopt;
}

// "1990-91", "2018/19".
MaybeDate DateMatcher::two_years(std::size_t at) const {
  const auto year = year_at(at);
  if (!year || !is_any(year->end, {"-", "/", "\u2013"})) return std::nullopt;
  const DateWord* second = word(year->end + 1);
  if (second == nullptr || second->digits != 2 || second->space_before) return std::nullopt;
  if (second->value != (year->value + 1) % 100) return std::nullopt;
  if (is_any(year->end + 2, {"-", "/"})) return std::nullopt;  // "2018-19-03"
  return DateMatch{year->end + 2,
                   {year_interval(year->value).from, year_interval(year->value + 1).to,
                    DatePrecision::vague, true}};
}

MaybeDate DateMatcher::vaguely(std::size_t at) const {
  MaybeDate best;
  for (const MaybeDate& match :
       {of_late(at), overnight(at), end_of_year(at), decade_in_words(at), two_years(at)}) {
    if (match && (!best || match->end > best->end)) best = match;
  }
  return best;
}

}  // namespace volteface::language
