#include "reading/when.h"

#include <algorithm>
#include <cstdlib>

#include "reading/tables.h"

namespace volteface {
namespace {

using std::chrono::days;

constexpr days recently{7};  // what a report without a date of its own tells as news
constexpr days soon{365};    // an open plan
constexpr days fresh{14};    // a day so close to the report is what it is about

Window clipped(Window window, const Window& limit) {
  const Window out{std::max(window.from, limit.from), std::min(window.to, limit.to)};
  return out.from <= out.to ? out : window;
}

}  // namespace

Calendar::Calendar(const SentenceTree& tree) : tree_(tree) {
  const Document& document = tree.document();
  written_ = {document.date.from, document.date.to};
  story_ = {written_.from - recently, written_.to};
  std::size_t t = 0;
  for (const DateExpression& date : document.dates) {
    while (t < document.tokens.size() && document.tokens[t].end <= date.begin) ++t;
    token_of_date_.push_back(t < document.tokens.size() ? static_cast<std::uint32_t>(t) : nowhere);
  }
  // A day before the report's own is told of; its own may be no more than its heading.
  for (const DateExpression& date : document.dates) {
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from >= written_.to || date.from + fresh < written_.from) continue;
    story_ = {date.from, written_.to};
    break;
  }
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
      if (reading_tables().events()[k].noun) return true;
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

// The last date before a word in its paragraph: what goes on without a date of its own goes on
// then.
const DateExpression* Calendar::told_before(std::uint32_t head) const {
  const Document& document = tree_.document();
  std::uint32_t s = tree_.sentence(head);
  const std::uint32_t here = s;
  while (s > 0 && !document.sentences[s].begins_paragraph) --s;
  const DateExpression* out = nullptr;
  for (std::size_t k = 0; k < document.dates.size(); ++k) {
    const std::uint32_t t = token_of_date_[k];
    if (t == nowhere || tree_.sentence(t) < s || tree_.sentence(t) >= here) continue;
    if (document.dates[k].from > written_.to) continue;
    if (tree_.is(governor_of(t), "acl")) continue;  // "China, which had abstained in May"
    out = &document.dates[k];
  }
  return out;
}

Window Calendar::by_tense(ClauseTime time, ClauseModality modality) const {
  if (modality == ClauseModality::planned || time == ClauseTime::future)
    return {written_.from, written_.to + soon};
  return story_;
}

const DateExpression* Calendar::own_date(std::uint32_t head) const {
  const auto& dates = tree_.document().dates;
  const std::uint32_t sentence = tree_.sentence(head);
  const std::uint32_t verb = governor_of(head);
  const DateExpression* best = nullptr;
  long best_distance = 0;
  for (std::size_t k = 0; k < dates.size(); ++k) {
    const std::uint32_t t = token_of_date_[k];
    if (t == nowhere || tree_.sentence(t) != sentence) continue;
    long distance = std::labs(static_cast<long>(t) - static_cast<long>(head));
    const std::uint32_t of = governor_of(t);
    // Of a clause that hangs on this one, or stands beside it: when something else happened.
    if (of != verb && !tree_.is_below(head, of) && !tells_when(of, verb)) continue;
    if (of_another_act(t, head)) continue;
    if (!tree_.is_below(t, head)) distance += 1000;
    if (best != nullptr && distance >= best_distance) continue;
    best = &dates[k];
    best_distance = distance;
  }
  return best;
}

bool Calendar::has_own_date(std::uint32_t head) const { return own_date(head) != nullptr; }

Window Calendar::window_of(std::uint32_t head, ClauseTime time, ClauseModality modality) const {
  const DateExpression* best = own_date(head);
  if (best == nullptr && time == ClauseTime::past && modality != ClauseModality::planned)
    best = told_before(head);
  if (best == nullptr) return by_tense(time, modality);
  const Window window{best->from, best->to};
  if (modality == ClauseModality::planned) return clipped(window, {written_.from, Date::max()});
  if (modality == ClauseModality::asserted) return clipped(window, {Date::min(), written_.to});
  return window;
}

}  // namespace volteface
