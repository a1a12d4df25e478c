// The brief of a state, in every form that the command `brief` has.
#include <fmt/format.h>

#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

Brief brief_of(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  BriefOptions options;
  options.state = state_named(record, arguments.in_path("state"));
  options.on = arguments.state(record, "on");
  options.since = arguments.date("since");
  options.until = arguments.date("until");
  options.matter = expression_of_words(arguments.text("matter"));
  options.reports = world.reports();
  return make_brief(record, world.basis(), options);
}

std::string written(const World& world, const Arguments& arguments, Form form) {
  const Brief brief = brief_of(world, arguments);
  switch (form) {
    case Form::csv:
      return brief_csv(brief);
    case Form::html:
      return brief_html(brief);
    case Form::markdown:
      return brief_markdown(brief);
    case Form::text:
      return brief_text(brief);
    case Form::plain:
    case Form::json:
      return brief_json(brief);
  }
  return {};
}

}  // namespace

void add_briefs(std::vector<Endpoint>& endpoints) {
  endpoints.push_back(
      {.path = "/briefs/{state}",
       .summary = "One page on a state; as .json, .csv, .html, .md or .txt",
       .parameters = {{"on", ParameterKind::state, "tell its votes on matters of this state apart"},
                      since,
                      until,
                      {"matter", ParameterKind::words,
                       "words of a matter of its own, on which it counts on others"},
                      {"download", ParameterKind::flag, "1: as a file to keep"}},
       .shape = "Brief",
       .answer = nullptr,
       .written = written,
       .is_page = true});
}

}  // namespace volteface::serve
