#include "reading/when.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

using std::chrono::days;

constexpr std::uint32_t reach = 30;  // sentences over which a date holds on

constexpr days recently{7};  // what a report without a date of its own tells as news
constexpr days a_year{365};  // over which an open plan may come, or what "had been" was
constexpr days fresh{14};    // a day so close to the report is what it is about

// Of a report of which nothing tells when it was written: all days that votes and acts are of.
constexpr DateWindow any_day{Date(std::chrono::year(1945) / 1 / 1),
                             Date(std::chrono::year(2100) / 12 / 31)};

DateWindow clipped(DateWindow window, const DateWindow& limit) {
  const DateWindow out{std::max(window.from, limit.from), std::min(window.to, limit.to)};
  return out.from <= out.to ? out : window;
}

// "two years ago" is no day, though it is counted to one.
DateExpression as_vague_as_told(DateExpression date) {
  if (date.from != date.to) return date;
  const auto widen = [&](int by) { date.from -= days(by), date.to += days(by); };
  if (date.precision == DatePrecision::month) widen(20);
  if (date.precision == DatePrecision::season) widen(60);
  if (date.precision == DatePrecision::year) widen(200);
  if (date.precision == DatePrecision::decade) widen(1500);
  return date;
}

// From a span to one behind it; 0 if it is not.
std::size_t bytes_between(const TextSpan& first, const TextSpan& second) {
  return second.begin > first.end ? second.begin - first.end : 0;
}

}  // namespace

Calendar::Calendar(const SentenceTree& tree) : tree_(tree), places_(tree) {
  const Document& document = tree.document();
  const bool known = document.date.source != DocumentDate::Source::none;
  written_ = known ? DateWindow{document.date.from, document.date.to} : any_day;
  story_ = known ? DateWindow{written_.from - recently, written_.to} : any_day;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    paragraph_.push_back(s == 0 || document.sentences[s].begins_paragraph ? s : paragraph_.back());
  for (const DateExpression& date : document.dates) dates_.push_back(as_vague_as_told(date));
  join_days_told_twice();
  // A day before the report's own is told of; its own may be no more than its heading.
  for (const DateExpression& date : document.dates) {
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from >= written_.to || date.from + fresh < written_.from) continue;
    story_ = {date.from, written_.to};
    break;
  }
}

// "Six weeks earlier, on 27 October,": the same day told twice, as narrowly as once.
void Calendar::join_days_told_twice() {
  for (std::size_t k = 0; k + 1 < dates_.size(); ++k) {
    const DateExpression& next = dates_[k + 1];
    const std::string_view text = tree_.document().text;
    const std::string_view between = text.substr(dates_[k].end, bytes_between(dates_[k], next));
    const bool joined = between == ", on " || between == ", in " || between == ", ";
    const bool in_words =
        tree_.document().text_of(dates_[k]).find_first_of("0123456789") == std::string_view::npos;
    if (!joined || !in_words || next.precision > dates_[k].precision) continue;
    // "Thursday, Friday and Saturday" are three.
    if (between != ", on " && next.precision == dates_[k].precision) continue;
    dates_[k].from = next.from, dates_[k].to = next.to;
    dates_[k].precision = next.precision;
  }
}

bool Calendar::has_date_before(std::uint32_t head) const {
  const std::uint32_t here = tree_.sentence(head);
  const DateExpression* date =
      told_before(head, std::max(paragraph_[here], here - std::min(here, reach)));
  return date != nullptr && !says(places_.governor_of(places_.token_of(place_of(*date))));
}

// The last date before a word in the sentences first .. its own.
const DateExpression* Calendar::told_before(std::uint32_t head, std::uint32_t from) const {
  const auto [first, last] = places_.dates_of(from, tree_.sentence(head));
  for (std::size_t k = last; k-- > first;) {
    if (dates_[k].from > written_.to) continue;
    if (dates_[k].from == written_.to && dates_[k].to > written_.to)
      continue;  // "within six months"
    if (places_.is_of_aside(places_.token_of(k)) || (k > 0 && says_too(dates_[k]))) continue;
    if (places_.is_of_noun(places_.token_of(k)) || places_.is_deadline(places_.token_of(k)))
      continue;
    if (places_.hangs_on_subject(places_.token_of(k)) || goes_on_now(dates_[k])) continue;
    if (places_.is_compared(places_.token_of(k))) continue;  // "yellow, as in May"
    // "gave it a seat from September"
    if (places_.preposition_of(places_.token_of(k)) == "from") continue;
    return &dates_[k];
  }
  return nullptr;
}

// "Forty years later the wreck is a reef", "this year": no time of a tale.
bool Calendar::goes_on_now(const DateExpression& date) const {
  return date.precision >= DatePrecision::year && date.from <= written_.from &&
         date.to >= written_.to;
}

// "In 2023, too, it voted yes": what is only set beside the tale.
bool Calendar::says_too(const DateExpression& date) const {
  const std::string_view text = tree_.document().text;
  if (date.end > text.size()) return false;
  const std::string_view behind = text.substr(date.end);
  return behind.starts_with(", too,") || behind.starts_with(" too,");
}

// "had asked": before what the report tells of.
bool Calendar::is_pluperfect(std::uint32_t head) const {
  const std::uint32_t verb = places_.governor_of(head);
  for (const std::uint32_t c : tree_.children(verb)) {
    if (tree_.is(c, "aux") && tree_.lemma(c) == "have" && tree_.token(c).xpos == "VBD") return true;
  }
  return false;
}

// "has asked": up to now, whatever was told before.
bool Calendar::is_present_perfect(std::uint32_t head) const {
  const std::uint32_t verb = places_.governor_of(head);
  if (tree_.token(verb).upos != "VERB") return false;
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    const std::string_view tag = tree_.token(c).xpos;
    return tree_.is(c, "aux") && tree_.lemma(c) == "have" && (tag == "VBZ" || tag == "VBP");
  });
}

// "A day later, Chad called in the envoy, closed its border and froze the aid": a parser may not
// see that all is of that day.
const DateExpression* Calendar::opening_date(std::uint32_t head) const {
  const std::uint32_t sentence = tree_.sentence(head);
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  if (first == last) return nullptr;
  const std::uint32_t t = places_.token_of(first);
  const DateExpression& date = dates_[first];
  if (t > head || !places_.opens(t) || date.from > written_.to || is_dateline(date, head))
    return nullptr;
  if (places_.is_of_noun(t) || places_.is_deadline(t)) return nullptr;
  return is_pluperfect(head) || places_.is_in_relative(head) ? nullptr : &date;
}

// What goes on without a date of its own goes on then in a paragraph that has one; beyond it, then
// or later. What "had been" has no first day but that of a year.
DateWindow Calendar::past_without_date(std::uint32_t head) const {
  const std::uint32_t here = tree_.sentence(head);
  const std::uint32_t furthest = here - std::min(here, reach);
  if (const DateExpression* date = opening_date(head))
    return clipped({date->from, date->to}, {Date::min(), written_.to});
  if (const DateExpression* date = told_before(head, std::max(paragraph_[here], furthest))) {
    // "has asked": between what was told before and now.
    if (is_present_perfect(head)) return {std::min(date->from, written_.to), written_.to};
    const Date from = is_pluperfect(head) ? date->from - a_year : date->from;
    // "They had met in May. He thanked them.": then, or in the time of the report.
    std::uint32_t verb = places_.verb_of(places_.token_of(place_of(*date)));
    if (tree_.is(verb, "xcomp") && tree_.head(verb) != nowhere) verb = tree_.head(verb);
    const bool of_before = is_pluperfect(verb);
    const bool lately = date->to + a_year >= written_.from;
    if (of_before && lately && !is_pluperfect(head)) {
      // "They met in May. He had been asked in January. He thanked them.": in May.
      const DateExpression* told =
          told_before(places_.token_of(place_of(*date)), std::max(paragraph_[here], furthest));
      if (told != nullptr && told->from > date->from)
        return clipped({told->from, told->to}, {Date::min(), written_.to});
      return {date->from, written_.to};
    }
    return clipped({from, date->to}, {Date::min(), written_.to});
  }
  if (is_pluperfect(head)) return {story_.from - a_year, written_.to};
  const std::uint32_t before = paragraph_before(here);
  if (const DateExpression* date = told_before(head, std::max(before, furthest)))
    return clipped({std::min(date->from, story_.from), written_.to}, {Date::min(), written_.to});
  return story_;
}

// The first sentence of the paragraph before, over headings.
std::uint32_t Calendar::paragraph_before(std::uint32_t sentence) const {
  std::uint32_t s = paragraph_[sentence];
  for (int step = 0; step < 2 && s > 0; ++step) {
    s = paragraph_[s - 1];
    if (has_verb(s)) break;
  }
  return s;
}

// What was offered or planned in the time of a tale: "The other played for time. It offered talks."
std::optional<DateWindow> Calendar::open_then(std::uint32_t head) const {
  const std::uint32_t here = tree_.sentence(head);
  std::uint32_t verb = places_.governor_of(head);  // "offered (to mediate)"
  if (tree_.is(verb, "xcomp") && tree_.head(verb) != nowhere) verb = tree_.head(verb);
  if (tree_.token(verb).xpos != "VBD") return std::nullopt;
  const std::uint32_t furthest = here - std::min(here, reach);
  const DateExpression* date = told_before(head, std::max(paragraph_before(here), furthest));
  if (date == nullptr || date->to + a_year >= written_.from) return std::nullopt;
  return DateWindow{date->from, date->to + a_year};
}

DateWindow Calendar::by_tense(ClauseTime time, Modality modality) const {
  const bool open = modality == Modality::planned || modality == Modality::possible;
  if (open || time == ClauseTime::future) return {story_.from, written_.to + a_year};
  return story_;
}

// "18 March 2011 Chad abstains", "LIMA, March 18, 2011 (Agency) - Chad has abstained": the day of
// the report before what it tells.
bool Calendar::is_dateline(const DateExpression& date, std::uint32_t head) const {
  const Document& document = tree_.document();
  const std::uint32_t first = document.sentences[tree_.sentence(head)].first;
  constexpr std::uint32_t first_sentences = 3;
  constexpr std::uint32_t dateline = 40, bare_date = 12, mark = 24;  // bytes
  const bool at_head =
      tree_.sentence(head) < first_sentences && date.begin <= tree_.token(first).begin + dateline;
  if (!at_head || date.from != written_.from || date.to != written_.to) return false;
  const std::string_view tag = tree_.token(places_.governor_of(head)).xpos;
  const bool present = tag == "VBZ" || tag == "VBP";
  const std::string_view behind =
      std::string_view(document.text)
          .substr(date.end, std::min<std::size_t>(mark, bytes_between(date, tree_.token(head))));
  const bool set_off = behind.find(" - ") != behind.npos || behind.find("--") != behind.npos ||
                       behind.find("\u2014") != behind.npos || behind.find("\u2013") != behind.npos;
  return set_off || (present && date.begin <= tree_.token(first).begin + bare_date);
}

const DateExpression* Calendar::own_date(std::uint32_t head) const {
  const std::uint32_t sentence = tree_.sentence(head);
  const DateExpression* best = nullptr;
  long best_distance = 0;
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  for (std::size_t k = first; k < last; ++k) {
    const std::uint32_t t = places_.token_of(k);
    const bool by_order = is_right_behind(t, head) || is_fronted(t, places_.governor_of(head));
    if ((!by_order && !places_.may_be_of(t, head)) || is_dateline(dates_[k], head)) continue;
    if (!by_order && (is_parted(t, head) || leads_another(t, head))) continue;
    long distance = std::labs(static_cast<long>(t) - static_cast<long>(head));
    if (!tree_.is_below(t, head)) distance += 1000;
    if (tree_.is(t, "compound")) distance += 500;  // "on 2 May, in his Sunday speech"
    // "On 2 May the council, to which it had turned a week earlier, gave way"
    if (t < head && places_.is_of_aside(t) && !places_.is_in_relative(head)) distance += 500;
    if (by_order) distance = 0;
    if (best != nullptr && distance >= best_distance) continue;
    best = &dates_[k];
    best_distance = distance;
  }
  return best;
}

// Whether a date hangs in the clause of a word itself, and not in one above.
bool Calendar::is_of_clause(const DateExpression& date, std::uint32_t head) const {
  return places_.verb_of(places_.token_of(place_of(date))) == places_.governor_of(head);
}

bool Calendar::has_own_date(std::uint32_t head) const { return own_date(head) != nullptr; }

bool Calendar::has_deadline(std::uint32_t head) const {
  const DateExpression* date = own_date(head);
  return date != nullptr && places_.is_deadline(places_.token_of(place_of(*date)));
}

bool Calendar::is_of_saying(std::uint32_t head) const {
  const DateExpression* date = own_date(head);
  if (date == nullptr || is_of_clause(*date, head)) return false;
  return says(places_.verb_of(places_.token_of(place_of(*date))));
}

bool Calendar::says(std::uint32_t verb) const {
  return reading_tables().in_list("say", tree_.lemma(verb)) ||
         reading_tables().in_list("think", tree_.lemma(verb));
}

std::size_t Calendar::place_of(const DateExpression& date) const {
  return static_cast<std::size_t>(&date - dates_.data());
}

bool Calendar::has_date_in_clause(std::uint32_t head) const {
  const DateExpression* date = own_date(head);
  return date != nullptr && is_of_clause(*date, head);
}

// "has asked since March", "on Monday accused Chad, which had left": of the days up to now, of
// those before the day that is told.
DateWindow Calendar::past_by_date(std::uint32_t head, const DateExpression& date) const {
  const std::uint32_t t = places_.token_of(place_of(date));
  if (places_.is_since(t)) return {std::min(date.from, written_.to), written_.to};
  const bool before =
      is_pluperfect(head) && !is_of_clause(date, head) && !is_pluperfect(places_.verb_of(t));
  return clipped({before ? date.from - a_year : date.from, date.to}, {Date::min(), written_.to});
}

// What is planned or may come lies behind the day on which it was said, a year behind the report at
// most.
DateWindow Calendar::open_by_date(std::uint32_t head, const DateExpression& date,
                                  Modality modality) const {
  const DateWindow window{date.from, date.to};
  const bool of_saying = !is_of_clause(date, head);
  const bool behind = date.to < written_.from;
  if (date.to <= written_.to && of_saying)
    return {std::min(date.from, story_.from), written_.to + a_year};
  if (modality == Modality::planned && behind) return {date.from, written_.to + a_year};
  return modality == Modality::planned ? clipped(window, {written_.from, Date::max()}) : window;
}

// "two days after Chad had expelled it, Mali answered": so long before the day of the answer. By
// the order of words, since trees break there.
std::optional<DateWindow> Calendar::window_before_main(std::uint32_t head) const {
  constexpr std::uint32_t furthest = 8;  // words
  const Sentence& sentence = tree_.document().sentences[tree_.sentence(head)];
  for (std::uint32_t t = head; t-- > sentence.first && head - t <= furthest;) {
    if (tree_.token(t).upos == "VERB" || tree_.lemma(t) == ",") return std::nullopt;
    if (tree_.lemma(t) != "after") continue;
    const auto span = places_.span_before(t);
    if (!span) return std::nullopt;
    const DateWindow then = day_beside(t, head).value_or(story_);
    return DateWindow{then.from - span->second, then.to - span->first};
  }
  return std::nullopt;
}

// The first day of a sentence that stands before a clause, or behind the comma that ends it.
std::optional<DateWindow> Calendar::day_beside(std::uint32_t from, std::uint32_t head) const {
  const std::uint32_t sentence = tree_.sentence(head);
  std::uint32_t end = head;
  while (end < tree_.document().sentences[sentence].last && tree_.lemma(end) != ",") ++end;
  const auto [first, last] = places_.dates_of(sentence, sentence + 1);
  for (std::size_t k = first; k < last; ++k) {
    const std::uint32_t t = places_.token_of(k);
    const DateExpression& date = dates_[k];
    if ((t < from || t > end) && !is_dateline(date, head)) return DateWindow{date.from, date.to};
  }
  return std::nullopt;
}

DateWindow Calendar::window_of(std::uint32_t head, ClauseTime time, Modality modality) const {
  const DateExpression* date = own_date(head);
  const bool open = modality == Modality::planned || modality == Modality::possible;
  // "had invited Chad for Friday": no day of inviting.
  if (date != nullptr && !open &&
      places_.preposition_of(places_.token_of(place_of(*date))) == "for")
    date = nullptr;
  // "expelled him on Friday because both have recognised it": no day of recognising.
  if (date != nullptr && !open && is_present_perfect(head) && !is_of_clause(*date, head))
    date = nullptr;
  const bool in_clause = date != nullptr && is_of_clause(*date, head);
  if (const auto before = in_clause || open ? std::nullopt : window_before_main(head))
    return *before;
  if (date == nullptr && time == ClauseTime::past && !open) return past_without_date(head);
  if (const auto then = date == nullptr && open ? open_then(head) : std::nullopt) return *then;
  if (date == nullptr) return by_tense(time, modality);
  if (open) return open_by_date(head, *date, modality);
  if (modality == Modality::asserted) return past_by_date(head, *date);
  return {date->from, date->to};
}

}  // namespace volteface
