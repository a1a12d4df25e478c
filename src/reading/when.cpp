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

// From a span to one behind it; 0 if it is not.
std::size_t bytes_between(const TextSpan& first, const TextSpan& second) {
  return second.begin > first.end ? second.begin - first.end : 0;
}

}  // namespace

Calendar::Calendar(const SentenceTree& tree) : tree_(tree) {
  const Document& document = tree.document();
  const bool known = document.date.source != DocumentDate::Source::none;
  written_ = known ? DateWindow{document.date.from, document.date.to} : any_day;
  story_ = known ? DateWindow{written_.from - recently, written_.to} : any_day;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    paragraph_.push_back(s == 0 || document.sentences[s].begins_paragraph ? s : paragraph_.back());
  std::size_t t = 0;
  for (const DateExpression& date : document.dates) {
    while (t < document.tokens.size() && document.tokens[t].end <= date.begin) ++t;
    token_of_date_.push_back(static_cast<std::uint32_t>(t));
  }
  // A day before the report's own is told of; its own may be no more than its heading.
  for (const DateExpression& date : document.dates) {
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from >= written_.to || date.from + fresh < written_.from) continue;
    story_ = {date.from, written_.to};
    break;
  }
}

std::pair<std::size_t, std::size_t> Calendar::dates_of(std::uint32_t first,
                                                       std::uint32_t last) const {
  const auto& sentences = tree_.document().sentences;
  if (first >= last) return {0, 0};
  const auto begin = std::ranges::lower_bound(token_of_date_, sentences[first].first);
  const auto end = std::ranges::lower_bound(begin, token_of_date_.end(), sentences[last - 1].last);
  return {begin - token_of_date_.begin(), end - token_of_date_.begin()};
}

bool Calendar::has_date_before(std::uint32_t head) const {
  const std::uint32_t here = tree_.sentence(head);
  const DateExpression* date =
      told_before(head, std::max(paragraph_[here], here - std::min(here, reach)));
  return date != nullptr && !says(governor_of(token_of_date_[place_of(*date)]));
}

std::optional<DateWindow> Calendar::day_of_noun(std::uint32_t noun) const {
  const std::uint32_t of = noun + 1, date = noun + 2;
  const auto found = std::ranges::lower_bound(token_of_date_, date);
  const bool vote = tree_.lemma(noun) == "vote" || tree_.lemma(noun) == "ballot";
  const bool at =
      tree_.lemma(of) == "of" || (vote && (tree_.lemma(of) == "in" || tree_.lemma(of) == "on"));
  if (found == token_of_date_.end() || *found != date || !at) return std::nullopt;
  const DateExpression& told =
      tree_.document().dates[static_cast<std::size_t>(found - token_of_date_.begin())];
  if (told.from > written_.to) return std::nullopt;
  return DateWindow{told.from, told.to};
}

std::optional<DateWindow> Calendar::date_before(std::uint32_t token) const {
  const std::uint32_t from = tree_.document().sentences[paragraph_[tree_.sentence(token)]].first;
  auto at = std::ranges::lower_bound(token_of_date_, token);
  constexpr int most = 20;  // dates looked at
  for (int k = 0; k < most && at != token_of_date_.begin() && *--at >= from; ++k) {
    const DateExpression& date =
        tree_.document().dates[static_cast<std::size_t>(at - token_of_date_.begin())];
    if (date.from > written_.to || is_of_aside(*at)) continue;
    return DateWindow{date.from, date.to};
  }
  return std::nullopt;
}

bool Calendar::is_date(std::uint32_t token) const {
  return std::ranges::binary_search(token_of_date_, token);
}

std::optional<DateWindow> Calendar::fresh_day(std::uint32_t sentence, Said said) const {
  return day_since(sentence, written_.from - fresh, said);
}

std::optional<DateWindow> Calendar::told_day(std::uint32_t sentence, Said said) const {
  return day_since(sentence, Date::min(), said);
}

std::optional<DateWindow> Calendar::day_since(std::uint32_t sentence, Date earliest,
                                              Said said) const {
  const auto [first, last] = dates_of(sentence, sentence + 1);
  const Sentence& words = tree_.document().sentences[sentence];
  const bool has_verb = std::any_of(
      tree_.document().tokens.begin() + words.first, tree_.document().tokens.begin() + words.last,
      [](const Token& token) { return token.upos == "VERB" || token.upos == "AUX"; });
  if (!has_verb) return std::nullopt;  // a heading
  std::optional<DateWindow> own;       // the report's, which may be no more than its dateline
  for (std::size_t k = first; k < last; ++k) {
    const DateExpression& date = tree_.document().dates[k];
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from > written_.to || date.from < earliest) continue;
    if (said == Said::does_not && says(governor_of(token_of_date_[k]))) continue;
    if (date.from < written_.from) return DateWindow{date.from, date.to};
    if (!own) own = DateWindow{date.from, date.to};
  }
  return own;
}

// The verb whose clause a token stands in; the root where there is none.
std::uint32_t Calendar::governor_of(std::uint32_t token) const {
  while (tree_.token(token).upos != "VERB" && tree_.head(token) != nowhere)
    token = tree_.head(token);
  return token;
}

// "spoke before the meeting on Friday": the date is that of the meeting.
bool Calendar::of_another_act(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t at = tree_.head(date); at != nowhere && at != head; at = tree_.head(at)) {
    if (tree_.token(at).upos == "VERB") return false;
    if (tree_.token(at).upos != "NOUN") continue;
    for (const std::size_t k : reading_tables().rules_of(tree_.lemma(at))) {
      if (reading_tables().events()[k].kind == EventRule::Word::noun) return true;
    }
  }
  return false;
}

// "abstained when the council met in March"
bool Calendar::tells_when(std::uint32_t clause, std::uint32_t verb) const {
  return tree_.head(clause) == verb && tree_.is(clause, "advcl") &&
         (tree_.has_child(clause, "advmod", "when") || tree_.has_child(clause, "mark", "when") ||
          tree_.has_child(clause, "mark", "after") || tree_.has_child(clause, "mark", "from"));
}

// "the agreement announced on 10 August"
bool Calendar::brings_about(std::uint32_t participle, std::uint32_t noun) const {
  return tree_.is(participle, "acl") && tree_.head(participle) == noun &&
         reading_tables().in_list("brings_about", tree_.lemma(participle));
}

// The last date before a word in the sentences first .. its own.
const DateExpression* Calendar::told_before(std::uint32_t head, std::uint32_t from) const {
  const auto& dates = tree_.document().dates;
  const auto [first, last] = dates_of(from, tree_.sentence(head));
  for (std::size_t k = last; k-- > first;) {
    if (dates[k].from > written_.to) continue;
    if (dates[k].from == written_.to && dates[k].to > written_.to) continue;  // "within six months"
    if (is_of_aside(token_of_date_[k])) continue;
    if (is_of_noun(token_of_date_[k]) || is_deadline(token_of_date_[k])) continue;
    return &dates[k];
  }
  return nullptr;
}

// "Chad, which had left in May", "what was taken in 1965": no day of what is told.
bool Calendar::is_of_aside(std::uint32_t date) const {
  for (std::uint32_t at = governor_of(date); tree_.head(at) != nowhere; at = tree_.head(at)) {
    if (tree_.is(at, "acl") && has_relative(at)) return true;
    const bool clause = tree_.is(at, "ccomp") || tree_.is(at, "csubj") || tree_.is(at, "xcomp");
    if (clause && tree_.has_child(at, "nsubj", "what")) return true;
  }
  // However it is hung.
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  for (std::uint32_t t = date; t-- > first + 1 && tree_.lemma(t) != ",";) {
    const bool relative = tree_.token(t).xpos == "WDT" || tree_.token(t).xpos == "WP";
    if (relative && tree_.lemma(t - 1) == ",") return true;
  }
  return false;
}

// "the war of 1995", "the first since 2014": no day of what is told.
bool Calendar::is_of_noun(std::uint32_t date) const {
  const std::uint32_t above = tree_.head(date);
  const std::string preposition = tree_.preposition(date);
  if (preposition == "since") return true;  // "the first since 2014"
  return above != nowhere && tree_.token(above).upos == "NOUN" && preposition == "of";
}

// "to leave by Friday", "if it was still there on Friday"
bool Calendar::is_deadline(std::uint32_t date) const {
  const std::string preposition = tree_.preposition(date);
  if (preposition == "by" || preposition == "until" || preposition == "till") return true;
  const std::uint32_t of = governor_of(date);
  return tree_.has_child(of, "mark", "if") || tree_.has_child(of, "mark", "unless");
}

bool Calendar::has_relative(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.token(c).xpos.starts_with("W") || tree_.lemma(c) == "that";
  });
}

// "gave it to Chad, which sold it in 2020": the date is of the relative clause, however it is hung.
bool Calendar::is_behind_relative(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t t = head + 1; t < date; ++t) {
    const bool relative = tree_.token(t).xpos == "WDT" || tree_.token(t).xpos == "WP";
    if (relative && tree_.lemma(t - 1) == ",") return true;
  }
  return false;
}

// "asked India to be gone by Friday": no day of the asking.
bool Calendar::is_behind_infinitive(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t t = head + 1; t < date; ++t) {
    if (tree_.token(t).upos == "PART" && tree_.lemma(t) == "to") return true;
  }
  return false;
}

// "had asked": before what the report tells of.
bool Calendar::is_pluperfect(std::uint32_t head) const {
  const std::uint32_t verb = governor_of(head);
  for (const std::uint32_t c : tree_.children(verb)) {
    if (tree_.is(c, "aux") && tree_.lemma(c) == "have" && tree_.token(c).xpos == "VBD") return true;
  }
  return false;
}

// What goes on without a date of its own goes on then in a paragraph that has one; beyond it, then
// or later. What "had been" has no first day but that of a year.
DateWindow Calendar::past_without_date(std::uint32_t head) const {
  const std::uint32_t here = tree_.sentence(head);
  const std::uint32_t furthest = here - std::min(here, reach);
  if (const DateExpression* date = told_before(head, std::max(paragraph_[here], furthest))) {
    const Date from = is_pluperfect(head) ? date->from - a_year : date->from;
    return clipped({from, date->to}, {Date::min(), written_.to});
  }
  if (is_pluperfect(head)) return {story_.from - a_year, written_.to};
  const std::uint32_t before = paragraph_[here] == 0 ? 0 : paragraph_[paragraph_[here] - 1];
  if (const DateExpression* date = told_before(head, std::max(before, furthest)))
    return clipped({std::min(date->from, story_.from), written_.to}, {Date::min(), written_.to});
  return story_;
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
  const std::string_view tag = tree_.token(governor_of(head)).xpos;
  const bool present = tag == "VBZ" || tag == "VBP";
  const std::string_view behind =
      std::string_view(document.text)
          .substr(date.end, std::min<std::size_t>(mark, bytes_between(date, tree_.token(head))));
  const bool set_off = behind.find(" - ") != behind.npos || behind.find("--") != behind.npos ||
                       behind.find("\u2014") != behind.npos || behind.find("\u2013") != behind.npos;
  return set_off || (present && date.begin <= tree_.token(first).begin + bare_date);
}

// "voted yes on 3 May, when the council met": wherever a parser hung it.
bool Calendar::is_right_behind(std::uint32_t date, std::uint32_t head) const {
  constexpr std::uint32_t furthest = 4;  // words
  if (date <= head + 1 || date - head > furthest || tree_.token(date - 1).upos != "ADP")
    return false;
  for (std::uint32_t t = head + 1; t < date; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || kind == "PUNCT" || kind == "NOUN") return false;
  }
  return tree_.token(head).upos == "VERB";
}

// "In May 2016, weeks after it had opened an embassy there, Chad abstained", "in June, on the dam,
// it voted no; in July it abstained"
bool Calendar::is_fronted(std::uint32_t date, std::uint32_t verb) const {
  if (verb <= date || tree_.token(verb).upos != "VERB") return false;
  const Sentence& sentence = tree_.document().sentences[tree_.sentence(date)];
  std::uint32_t begin = date;
  while (begin > sentence.first && tree_.lemma(begin - 1) != ";") --begin;
  if (begin + 1 < date && tree_.token(begin).upos == "CCONJ") ++begin;
  const bool behind_preposition = date == begin + 1 && tree_.token(begin).upos == "ADP";
  constexpr std::array<std::string_view, 4> not_when = {"by", "since", "until", "till"};
  if (date != begin && !behind_preposition) return false;
  if (is_one_of(lower_case(tree_.lemma(begin)), not_when)) return false;
  if (begin == sentence.first && tree_.head(verb) == nowhere) return true;
  for (std::uint32_t t = date + 1; t <= verb; ++t) {
    if (tree_.lemma(t) == ";") return false;
    const std::string_view tag = tree_.token(t).xpos;
    if (tag.starts_with("W")) return false;
    if (tree_.token(t).upos == "VERB" && (tag == "VBD" || tag == "VBZ" || tag == "VBP"))
      return t == verb;
  }
  return false;
}

const DateExpression* Calendar::own_date(std::uint32_t head) const {
  const auto& dates = tree_.document().dates;
  const std::uint32_t sentence = tree_.sentence(head);
  const std::uint32_t verb = governor_of(head);
  const DateExpression* best = nullptr;
  long best_distance = 0;
  const auto [first, last] = dates_of(sentence, sentence + 1);
  for (std::size_t k = first; k < last; ++k) {
    const std::uint32_t t = token_of_date_[k];
    long distance = std::labs(static_cast<long>(t) - static_cast<long>(head));
    const std::uint32_t of = governor_of(t);
    // Of a clause that hangs on this one, or stands beside it: when something else happened.
    const bool by_order = is_right_behind(t, head) || is_fronted(t, verb);
    if (of != verb && !by_order && !tree_.is_below(head, of) && !tells_when(of, verb) &&
        !brings_about(of, head))
      continue;
    if (!by_order && (of_another_act(t, head) || is_behind_relative(t, head))) continue;
    if (is_behind_infinitive(t, head) && is_deadline(t)) continue;
    if (is_dateline(dates[k], head)) continue;
    if (!tree_.is_below(t, head)) distance += 1000;
    if ((of != verb && !by_order) || tree_.preposition(t) == "since") distance += 500;
    if (by_order) distance = 0;
    if (best != nullptr && distance >= best_distance) continue;
    best = &dates[k];
    best_distance = distance;
  }
  return best;
}

// Whether a date hangs in the clause of a word itself, and not in one above.
bool Calendar::is_of_clause(const DateExpression& date, std::uint32_t head) const {
  return governor_of(token_of_date_[place_of(date)]) == governor_of(head);
}

bool Calendar::has_own_date(std::uint32_t head) const { return own_date(head) != nullptr; }

bool Calendar::is_of_saying(std::uint32_t head) const {
  const DateExpression* date = own_date(head);
  if (date == nullptr || is_of_clause(*date, head)) return false;
  return says(governor_of(token_of_date_[place_of(*date)]));
}

bool Calendar::says(std::uint32_t verb) const {
  return reading_tables().in_list("say", tree_.lemma(verb)) ||
         reading_tables().in_list("think", tree_.lemma(verb));
}

std::size_t Calendar::place_of(const DateExpression& date) const {
  return static_cast<std::size_t>(&date - tree_.document().dates.data());
}

bool Calendar::has_date_in_clause(std::uint32_t head) const {
  const DateExpression* date = own_date(head);
  return date != nullptr && is_of_clause(*date, head);
}

DateWindow Calendar::window_of(std::uint32_t head, ClauseTime time, Modality modality) const {
  const DateExpression* best = own_date(head);
  const bool open = modality == Modality::planned || modality == Modality::possible;
  // "said on Monday that he would come": the day is that of the word.
  if (best != nullptr && open && best->to <= written_.to && !is_of_clause(*best, head))
    best = nullptr;
  // What is planned does not lie behind.
  if (best != nullptr && modality == Modality::planned && best->to < written_.from) best = nullptr;
  if (best == nullptr && time == ClauseTime::past && !open) return past_without_date(head);
  if (best == nullptr) return by_tense(time, modality);
  const DateWindow window{best->from, best->to};
  if (modality == Modality::planned) return clipped(window, {written_.from, Date::max()});
  if (modality == Modality::asserted) return clipped(window, {Date::min(), written_.to});
  return window;
}

}  // namespace volteface
