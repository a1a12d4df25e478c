// The day that a sentence tells, whatever it tells of it: for reports of votes, whose votes stand
// without a date beside them.
#include <algorithm>
#include <chrono>

#include "reading/tables.h"
#include "reading/when.h"

namespace volteface {
namespace {

constexpr std::chrono::days fresh{14};  // a day so close to the report is what it is about

}  // namespace

std::optional<DateWindow> Calendar::day_of_noun(std::uint32_t noun) const {
  const std::uint32_t of = noun + 1, date = noun + 2;
  const std::uint32_t sentence = tree_.sentence(noun);
  if (date >= tree_.document().sentences[sentence].last) return std::nullopt;
  const bool vote = tree_.lemma(noun) == "vote" || tree_.lemma(noun) == "ballot";
  const bool at =
      tree_.lemma(of) == "of" || (vote && (tree_.lemma(of) == "in" || tree_.lemma(of) == "on"));
  if (!at) return std::nullopt;
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  for (std::size_t k = first; k < last; ++k) {
    if (places_.token_of(k) != date) continue;
    const DateExpression& told = dates_[k];
    if (told.from <= written_.to) return DateWindow{told.from, told.to};
  }
  return std::nullopt;
}

std::optional<DateWindow> Calendar::date_before(std::uint32_t token, bool asides) const {
  const std::uint32_t sentence = tree_.sentence(token);
  const auto [first, last] = places_.dates_of(paragraph_[sentence], sentence + 1);
  for (std::size_t k = last; k-- > first;) {
    const bool passed_over = places_.token_of(k) >= token || dates_[k].from > written_.to ||
                             (!asides && places_.is_of_aside(places_.token_of(k)));
    if (!passed_over) return DateWindow{dates_[k].from, dates_[k].to};
  }
  return std::nullopt;
}

std::optional<DateWindow> Calendar::fresh_day(std::uint32_t sentence, Said said) const {
  return day_since(sentence, written_.from - fresh, said);
}

// "on the eve of the vote", "two days before that vote": not the day of what it names.
bool Calendar::is_counted_from_another(const DateExpression& date) const {
  const std::string_view text =
      std::string_view(tree_.document().text).substr(date.begin, date.end - date.begin);
  return text.ends_with(" of") || text.ends_with(" before") || text.ends_with(" after");
}

std::optional<DateWindow> Calendar::day_counted_from_another(std::uint32_t sentence) const {
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  for (std::size_t k = first; k < last; ++k) {
    const DateExpression& date = dates_[k];
    if (date.from == date.to && is_counted_from_another(date))
      return DateWindow{date.from, date.to};
  }
  return std::nullopt;
}

std::optional<DateWindow> Calendar::opening_day(std::uint32_t sentence) const {
  constexpr std::uint32_t front = 10;  // words
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  if (first == last) return std::nullopt;
  const DateExpression& date = dates_[first];
  const std::uint32_t t = places_.token_of(first);
  const std::uint32_t begin = tree_.document().sentences[sentence].first;
  if (t > begin + front || is_counted_from_another(date) || places_.is_compared(t))
    return std::nullopt;
  if (places_.is_of_noun(t) || places_.is_deadline(t) || places_.is_in_relative(t))
    return std::nullopt;
  for (std::uint32_t w = begin; w < t; ++w) {
    if (tree_.token(w).upos == "VERB" || tree_.token(w).upos == "AUX") return std::nullopt;
  }
  return DateWindow{date.from, date.to};
}

std::optional<DateWindow> Calendar::told_day(std::uint32_t sentence, Said said) const {
  return day_since(sentence, Date::min(), said);
}

// "3 May", but not "on Monday" or "today", which is in no dateline.
bool Calendar::is_in_numbers(const DateExpression& date) const {
  return std::ranges::any_of(tree_.document().text_of(date),
                             [](char c) { return c >= '0' && c <= '9'; });
}

// "said on Friday", "had met on Friday", but not "the council on Friday declared" or "had
// declared": no day of the news.
bool Calendar::is_of_saying_or_before(std::uint32_t date) const {
  const std::uint32_t verb = places_.governor_of(date);
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  const bool of_body = subject != nowhere &&
                       reading_tables().in_list("voting_body", lower_case(tree_.lemma(subject)));
  const Sentence& sentence = tree_.document().sentences[tree_.sentence(date)];
  const bool of_noun =
      date + 1 < sentence.last && tree_.lemma(date + 1) == "'s";  // "Friday's vote"
  return !of_body && (says(verb) || (is_pluperfect(verb) && !of_noun));
}

// "3 May 2012 Mali on the fence": the report's own day above it.
bool Calendar::is_heading_day(std::size_t date) const {
  constexpr std::uint32_t headings = 4, front = 4;  // sentences, words
  const std::uint32_t t = places_.token_of(date);
  const std::uint32_t sentence = tree_.sentence(t);
  const std::uint32_t begin = tree_.document().sentences[sentence].first;
  if (sentence >= headings || t >= begin + front) return false;
  const DateExpression& told = dates_[date];
  const bool led = t > begin && tree_.token(t - 1).upos == "ADP";
  return is_in_numbers(told) && !led && told.from == written_.from && told.to == written_.to;
}

// "the landing of 25 October", "until 3 May", "less than a year ago": no day of what is told.
bool Calendar::is_of_something_else(std::size_t date) const {
  const std::uint32_t t = places_.token_of(date);
  if (is_counted_from_another(dates_[date]) || places_.is_deadline(t) || places_.is_compared(t))
    return true;
  const std::uint32_t noun = places_.noun_named_by(t);
  if (noun == nowhere) return false;
  const std::string_view word = tree_.lemma(noun);
  return word != "ballot" && word != "session" && word != "sitting" &&
         !DatePlaces::is_part_of_day(word) && !reading_tables().in_list("resolution", word);
}

std::optional<DateWindow> Calendar::day_since(std::uint32_t sentence, Date earliest,
                                              Said said) const {
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  if (!has_verb(sentence)) return std::nullopt;  // a heading
  std::optional<DateWindow> own;  // the report's, which may be no more than its dateline
  for (std::size_t k = first; k < last; ++k) {
    const DateExpression& date = dates_[k];
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from > written_.to || date.from < earliest) continue;
    if (is_of_something_else(k) || is_heading_day(k)) continue;
    const bool fresh_enough = date.to + fresh >= written_.from;
    if (!fresh_enough && places_.is_of_aside(places_.token_of(k))) continue;
    if (said == Said::does_not && is_of_saying_or_before(places_.token_of(k))) continue;
    if (date.from < written_.from || !is_in_numbers(date)) return DateWindow{date.from, date.to};
    if (!own) own = DateWindow{date.from, date.to};
  }
  return own;
}

bool Calendar::has_verb(std::uint32_t sentence) const {
  const Sentence& words = tree_.document().sentences[sentence];
  return std::any_of(
      tree_.document().tokens.begin() + words.first, tree_.document().tokens.begin() + words.last,
      [](const Token& token) { return token.upos == "VERB" || token.upos == "AUX"; });
}

std::optional<DateWindow> Calendar::told_month(std::uint32_t sentence) const {
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  if (!has_verb(sentence)) return std::nullopt;
  for (std::size_t k = first; k < last; ++k) {
    const DateExpression& date = dates_[k];
    const std::uint32_t t = places_.token_of(k);
    const bool fits = date.precision <= DatePrecision::month && date.to < written_.from;
    const bool aside = places_.is_in_relative(t) || places_.is_of_aside(t);
    if (fits && !aside && !is_of_something_else(k) && !places_.is_since(t))
      return DateWindow{date.from, date.to};
  }
  return std::nullopt;
}

}  // namespace volteface
