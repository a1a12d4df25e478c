#include "volteface/reader.h"

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
