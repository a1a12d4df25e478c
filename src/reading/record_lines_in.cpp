// Records read back from JSON lines.
#include <fmt/format.h>

#include <map>
#include <set>

#include "reading/json_input.h"
#include "record/byte_source.h"
#include "record/text.h"
#include "volteface/record_lines.h"

namespace volteface {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;

Actor actor_of(const JsonFields& fields) {
  Actor actor;
  actor.state = fields.text_or_null("state");
  actor.org = fields.text_or_null("org");
  actor.person = fields.text_or_null("person");
  return actor;
}

Speaker speaker_of(const JsonFields& fields) {
  Speaker speaker;
  speaker.name = fields.text_or_null("name");
  speaker.state = fields.text_or_null("state");
  speaker.role = fields.text_or_null("role");
  return speaker;
}

DateWindow window_of(const JsonFields& record) {
  const auto array = record.array("date");
  if (array.size() != 2) record.fail("'date' of the record must be two days, from and to");
  DateWindow window;
  window.from = record.day(array.at(0).value(), "date");
  window.to = record.day(array.at(1).value(), "date");
  if (window.to < window.from) {
    record.fail(fmt::format("'date' of the record ends before it begins: {} to {}",
                            format_date(window.from), format_date(window.to)));
  }
  return window;
}

Evidence evidence_of(const JsonFields& record) {
  Evidence evidence;
  evidence.text = record.text("evidence");
  evidence.begin = record.number("begin");
  evidence.end = record.number("end");
  evidence.sentence = record.number("sentence");
  if (evidence.end < evidence.begin) record.fail("'end' of the record lies before 'begin'");
  return evidence;
}

// The field as one of the kinds that `parse` knows.
template <typename Kind>
Kind kind_of(const JsonFields& fields, const char* name,
             std::optional<Kind> (*parse)(std::string_view)) {
  const std::string text = fields.text(name);
  if (const auto kind = parse(text)) return *kind;
  fields.fail(fmt::format("'{}': unknown value '{}'", name, shortened(text)));
}

ReportedVote vote_of(const JsonFields& record) {
  ReportedVote vote;
  vote.state = record.text("state");
  vote.choice = kind_of(record, "choice", parse_reported_choice);
  vote.body = record.text_or_null("body");
  vote.roll_call = record.text_or_null("rollcall");
  vote.date = window_of(record);
  vote.status = kind_of(record, "status", parse_vote_status);
  vote.evidence = evidence_of(record);
  return vote;
}

bool fits(EventType type, EventMode mode) {
  if (mode == EventMode::none) return true;
  const EventType owner = mode <= EventMode::summit ? EventType::consult : EventType::support;
  return type == owner;
}

ReportedEvent event_of(const JsonFields& record) {
  ReportedEvent event;
  event.source = actor_of(record.object("source"));
  event.target = actor_of(record.object("target"));
  event.type = kind_of(record, "type", parse_event_type);
  if (!record.text_or_null("mode").empty()) event.mode = kind_of(record, "mode", parse_event_mode);
  if (!fits(event.type, event.mode)) {
    record.fail(fmt::format("{} has no mode '{}'", text_of(event.type), text_of(event.mode)));
  }
  event.date = window_of(record);
  event.modality = kind_of(record, "modality", parse_modality);
  event.symmetric = record.flag("symmetric");
  event.probability = record.optional_share("probability");
  event.evidence = evidence_of(record);
  return event;
}

Statement statement_of(const JsonFields& record) {
  Statement statement;
  statement.speaker = speaker_of(record.object("speaker"));
  statement.quote = record.text("quote");
  statement.via = record.text_or_null("via");
  statement.evidence = evidence_of(record);
  return statement;
}

Explanation explanation_of(const JsonFields& record) {
  Explanation explanation;
  explanation.state = record.text("state");
  explanation.speaker = speaker_of(record.object("speaker"));
  const JsonFields cause = record.object("cause");
  explanation.theme = kind_of(cause, "theme", parse_theme);
  explanation.cause = cause.text_or_null("state");
  explanation.evidence = evidence_of(record);
  return explanation;
}

// Takes the outlet and the date of the report from whichever of its records has them first.
void take_report_fields(const JsonFields& record, Reading& reading) {
  if (reading.outlet.empty()) reading.outlet = record.optional_text("outlet");
  const std::string published = record.optional_text("published");
  if (reading.date || published.empty()) return;
  reading.date = parse_date(published);
  if (!reading.date) {
    record.fail(
        fmt::format("'published': '{}' is no day; expected 2025-02-24", shortened(published)));
  }
}

void take_record(const JsonFields& record, Reading& reading) {
  const std::string kind = record.text("kind");
  if (kind == "vote") {
    reading.votes.push_back(vote_of(record));
  } else if (kind == "event") {
    reading.events.push_back(event_of(record));
  } else if (kind == "statement") {
    reading.statements.push_back(statement_of(record));
  } else if (kind == "explanation") {
    reading.explanations.push_back(explanation_of(record));
  } else {
    record.fail(fmt::format("unknown kind '{}'; expected vote, event, statement or explanation",
                            shortened(kind)));
  }
  take_report_fields(record, reading);
}

class Readings {
 public:
  // The reading to which a record belongs.
  Reading& of(const JsonFields& record, const Position& position) {
    const std::string doc = record.text("doc"), id = record.text("id");
    const auto [seen, is_new] = ids_.try_emplace({doc, id}, position.line);
    if (!is_new) {
      record.fail(fmt::format("id '{}' of '{}' is already that of line {}", shortened(id),
                              shortened(doc), seen->second));
    }
    const auto [place, is_new_doc] = places_.try_emplace(doc, readings_.size());
    if (is_new_doc) {
      readings_.emplace_back();
      readings_.back().doc = doc;
    }
    return readings_[place->second];
  }

  std::vector<Reading> take() { return std::move(readings_); }

 private:
  std::map<std::pair<std::string, std::string>, std::uint64_t> ids_;  // and the line of each
  std::map<std::string, std::size_t> places_;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<Reading> parse_record_lines(std::string_view text, const std::string& name) {
  Readings readings;
  simdjson::dom::parser parser;
  Position position{name, 0, 0};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    ++position.line;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const JsonFields record(object_of_line(parser, line, position), "record", position);
    take_record(record, readings.of(record, position));
  }
  return readings.take();
}

std::vector<Reading> read_record_lines(const std::string& path) {
  const auto source = open_bytes(path);
  return parse_record_lines(read_all(*source, most_bytes), path);
}

}  // namespace volteface
