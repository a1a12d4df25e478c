#include "volteface/reader.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "reading/attitudes.h"
#include "reading/events.h"
#include "reading/explanations.h"
#include "reading/report_view.h"
#include "reading/statements.h"
#include "reading/votes.h"

namespace volteface {

Reading Reader::read(std::string doc, std::string text, std::optional<Date> date) const {
  ReadOptions options;
  options.date = date;
  return read(std::move(doc), language_->read(std::move(text), options));
}

namespace {

constexpr std::chrono::days known_to{31};
constexpr double beyond_doubt = 0.9;

// The day of the roll call that most votes of the report are surely on, within the days on which
// it may have been written.
std::optional<Date> day_of_votes(const Document& document, const Reading& reading,
                                 const Record& record, const Checker& checker) {
  std::map<RollCallIndex, int> votes;
  for (const CheckedVote& vote : checker.check(reading, document.text).votes) {
    if (vote.roll_call && vote.probability >= beyond_doubt) ++votes[*vote.roll_call];
  }
  const auto most = std::ranges::max_element(
      votes, [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end()) return std::nullopt;
  const Date day = record.roll_calls[most->first].date;
  const DocumentDate& written = document.date;
  if (written.source != DocumentDate::Source::none && (day < written.from || day > written.to))
    return std::nullopt;
  return day;
}

}  // namespace

Reading Reader::read(std::string doc, std::string text, std::optional<Date> date,
                     const Record& record, const Checker& checker) const {
  ReadOptions options;
  options.date = date;
  Document document = language_->read(std::move(text), options);
  Reading out = read(doc, document);
  const DocumentDate& written = document.date;
  if (written.source == DocumentDate::Source::none || written.to - written.from > known_to) {
    if (const std::optional<Date> day = day_of_votes(document, out, record, checker)) {
      options.date = day;
      document = language_->read(std::move(document.text), options);
      out = read(std::move(doc), document);
    }
  }
  checker.link(out, document.text);
  return out;
}

Reading Reader::read(std::string doc, const Document& document) {
  const ReportView view(document);
  Reading out;
  out.doc = std::move(doc);
  if (document.date.source != DocumentDate::Source::none) out.date = document.date.to;
  out.votes = read_votes(view);
  out.events = read_events(view);
  for (ReportedEvent& event : read_attitudes(view)) out.events.push_back(std::move(event));
  out.statements = read_statements(view);
  out.explanations = read_explanations(view, out.votes, out.events);
  return out;
}

}  // namespace volteface
