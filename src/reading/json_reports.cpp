// JSON lines: an object a report, with id, date, title, text, source, url.
#include <fmt/format.h>

#include "reading/json_input.h"
#include "reading/report_parts.h"
#include "reading/tolerant_bytes.h"
#include "record/text.h"

namespace volteface {
namespace {

Report report_of(const JsonFields& fields, const std::string& doc, const Position& position,
                 ReportIntake& intake) {
  Report report;
  report.position = position;
  report.doc = fields.optional_text("id");
  if (report.doc.empty()) report.doc = fmt::format("{}#{}", doc, position.line);
  report.title = fields.optional_text("title");
  report.outlet = fields.optional_text("source");
  report.url = fields.optional_text("url");
  report.text = fields.text("text");
  const std::string date = fields.optional_text("date");
  add_date(report, date);
  if (!date.empty() && !report.date) {
    intake.note(position, fmt::format("'date': '{}' is no day; expected 2025-02-24; read without",
                                      shortened(date)));
  }
  return report;
}

}  // namespace

void take_json_lines(ByteSource& source, const std::string& doc, ReportIntake& intake) {
  BufferedBytes bytes(source);
  simdjson::dom::parser parser;
  Position position{source.name(), 0, 0};
  std::string line;
  bool too_long = false;
  while (bytes.next_line(line, most_text_bytes, too_long)) {
    ++position.line;
    if (position.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t") == line.npos) continue;
    if (too_long) {
      intake.note(position, "is a line of more than 64 MB, and was not read");
      continue;
    }
    try {
      const JsonFields fields(object_of_line(parser, line, position), "report", position);
      intake.take(report_of(fields, doc, position, intake));
    } catch (const Error& error) {
      intake.note(error.position(), error.message());
    }
  }
}

}  // namespace volteface
