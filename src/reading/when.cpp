#include "reading/when.h"

#include <algorithm>
#include <cstdlib>

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
  for (const DateExpression& date : document.dates) {
    if (date.precision != DatePrecision::day || date.from != date.to) continue;
    if (date.from > written_.to || date.from + fresh < written_.from) continue;
    story_ = {date.from, written_.to};
    break;
  }
}

Window Calendar::by_tense(ClauseTime time, ClauseModality modality) const {
  if (modality == ClauseModality::planned || time == ClauseTime::future)
    return {written_.from, written_.to + soon};
  return story_;
}

Window Calendar::window_of(std::uint32_t head, ClauseTime time, ClauseModality modality) const {
  const auto& dates = tree_.document().dates;
  const std::uint32_t sentence = tree_.sentence(head);
  const DateExpression* best = nullptr;
  long best_distance = 0;
  for (std::size_t k = 0; k < dates.size(); ++k) {
    const std::uint32_t t = token_of_date_[k];
    if (t == nowhere || tree_.sentence(t) != sentence) continue;
    long distance = std::labs(static_cast<long>(t) - static_cast<long>(head));
    if (!tree_.is_below(t, head)) distance += 1000;  // of another clause
    if (best != nullptr && distance >= best_distance) continue;
    best = &dates[k];
    best_distance = distance;
  }
  if (best == nullptr) return by_tense(time, modality);
  const Window window{best->from, best->to};
  if (modality == ClauseModality::planned) return clipped(window, {written_.from, Date::max()});
  if (modality == ClauseModality::asserted) return clipped(window, {Date::min(), written_.to});
  return window;
}

}  // namespace volteface
