#include "reading/ruled_reading.h"

#include <utility>

#include "reading/attitudes.h"
#include "reading/events.h"
#include "reading/explanations.h"
#include "reading/statements.h"
#include "reading/votes.h"

namespace volteface {

Reading read_by_rules(std::string doc, const ReportView& view) {
  const Document& document = view.document();
  Reading out;
  out.doc = std::move(doc);
  if (document.date.source != DocumentDate::Source::none) out.date = document.date.to;
  out.votes = read_votes(view);
  out.events = read_events(view, out.votes);
  for (ReportedEvent& event : read_attitudes(view, out.events))
    out.events.push_back(std::move(event));
  out.statements = read_statements(view);
  out.explanations = read_explanations(view, out.votes, out.events);
  return out;
}

}  // namespace volteface
