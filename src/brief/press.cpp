#include "brief/press.h"

#include <algorithm>

#include "record/utf8.h"

namespace volteface {
namespace {

CitedReport cited(const ReadReport& report) {
  return {on_one_line(report.reading.doc), on_one_line(report.title),
          on_one_line(report.reading.outlet), on_one_line(report.url), report.reading.date};
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : showable(text, ' ')) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Citation cite(std::size_t source, const Evidence& evidence) {
  return {source, on_one_line(evidence.text), evidence.begin};
}

void add_citation(std::vector<Citation>& citations, Citation citation) {
  const bool known = std::any_of(citations.begin(), citations.end(), [&](const Citation& c) {
    return c.source == citation.source && c.words == citation.words;
  });
  if (!known) citations.push_back(std::move(citation));
}

std::vector<Citation> citations_of(const BriefOptions& options,
                                   const std::vector<ClaimSource>& sources) {
  std::vector<Citation> citations;
  for (const ClaimSource& source : sources) {
    const Reading& reading = options.reports[source.reading].reading;
    add_citation(citations, cite(source.reading, reading.events[source.record].evidence));
  }
  return citations;
}

Press press_of(const Record& record, const PredictiveRecord& predicted, const BriefOptions& options,
               const Brief& brief) {
  Press press;
  for (const ReadReport& report : options.reports) press.sources.push_back(cited(report));
  tell_votes(record, predicted, options, brief, press);
  press.reasons = reasons_for(record, options, brief);
  press.words_and_votes = words_and_votes(options, brief);
  press.contacts = contacts_of(record, options, brief);
  press.contradicted = contradicted_claims(record, options, brief);
  return press;
}

}  // namespace volteface
