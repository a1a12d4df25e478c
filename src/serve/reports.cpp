// The reports: what was read in each, where it stands in the text, and what the record says to it.
#include <fmt/format.h>

#include "record/text.h"
#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

std::size_t contradicted(const ReadReport& report) {
  std::size_t n = 0;
  for (const CheckedVote& vote : report.check.votes) n += vote.verdict == Verdict::contradicts;
  for (const CheckedTally& tally : report.check.tallies) n += tally.verdict == Verdict::contradicts;
  return n;
}

Json head_of(const ReadReport& report) {
  Json json = source_json(report);
  json["url"] = report.url;
  return json;
}

Json reports(const World& world, const Arguments&) {
  Json rows = Json::array();
  for (const ReadReport& report : world.reports()) {
    Json row = head_of(report);
    row["votes"] = report.reading.votes.size();
    row["events"] = report.reading.events.size();
    row["statements"] = report.reading.statements.size();
    row["explanations"] = report.reading.explanations.size();
    row["contradicted"] = contradicted(report);
    rows.push_back(std::move(row));
  }
  return {{"rows", std::move(rows)}};
}

Json place_json(const char* letter, std::size_t n, std::string_view kind,
                const Evidence& evidence) {
  return {{"id", fmt::format("{}{}", letter, n)},
          {"kind", kind},
          {"begin", evidence.begin},
          {"end", evidence.end},
          {"words", evidence.text}};
}

Json linked(const World& world, std::optional<RollCallIndex> roll_call) {
  if (!roll_call) return {{"rollcall", ""}, {"symbol", ""}, {"title", ""}};
  const RollCall& r = world.record().roll_calls[*roll_call];
  return {{"rollcall", r.id}, {"symbol", r.symbol}, {"title", r.title}};
}

void add_vote(const World& world, const ReadReport& report, std::size_t n, Json& records) {
  const ReportedVote& v = report.reading.votes[n];
  const CheckedVote& checked = report.check.votes[n];
  Json json = place_json("v", n, "vote", v.evidence);
  json["state"] = v.state;
  json["name"] = name_of_code(world, v.state);
  json["choice"] = text_of(v.choice);
  json["body"] = v.body;
  json["from"] = format_date(v.date.from);
  json["to"] = format_date(v.date.to);
  json["status"] = text_of(v.status);
  json["check"] = linked(world, checked.roll_call);
  json["check"]["probability"] = number_json(checked.probability);
  json["check"]["recorded"] = checked.recorded ? Json(choice_name(*checked.recorded)) : Json();
  json["check"]["verdict"] = verdict_name(checked.verdict);
  records.push_back(std::move(json));
}

void add_event(const World& world, const ReadReport& report, std::size_t n, Json& records) {
  const ReportedEvent& e = report.reading.events[n];
  const Act act{e.source, e.target, e.type, e.mode, e.date, e.modality, e.symmetric, {}, {}};
  Json json = place_json("e", n, "event", e.evidence);
  Json row = contact_row(world, act);
  row.erase("disputed");
  row.erase("reports");
  add_fields(json, row);
  records.push_back(std::move(json));
}

void add_speaker(const World& world, const Speaker& speaker, Json& json) {
  json["speaker"] = speaker.name;
  json["speaker_state"] = speaker.state;
  json["speaker_state_name"] = name_of_code(world, speaker.state);
  json["role"] = speaker.role;
}

void add_statement(const World& world, const ReadReport& report, std::size_t n, Json& records) {
  const Statement& s = report.reading.statements[n];
  Json json = place_json("s", n, "statement", s.evidence);
  add_speaker(world, s.speaker, json);
  json["quote"] = s.quote;
  json["via"] = s.via;
  records.push_back(std::move(json));
}

void add_explanation(const World& world, const ReadReport& report, std::size_t n, Json& records) {
  const Explanation& x = report.reading.explanations[n];
  Json json = place_json("x", n, "explanation", x.evidence);
  json["state"] = x.state;
  json["name"] = name_of_code(world, x.state);
  add_speaker(world, x.speaker, json);
  json["theme"] = text_of(x.theme);
  json["cause"] = x.cause;
  json["cause_name"] = name_of_code(world, x.cause);
  records.push_back(std::move(json));
}

std::string_view bound_name(Bound bound) {
  switch (bound) {
    case Bound::exactly:
      return "exactly";
    case Bound::about:
      return "about";
    case Bound::more_than:
      return "more than";
    case Bound::at_least:
      return "at least";
    case Bound::less_than:
      return "less than";
    case Bound::at_most:
      return "at most";
  }
  return "";
}

Json tallies_of(const World& world, const ReadReport& report) {
  Json tallies = Json::array();
  for (const CheckedTally& checked : report.check.tallies) {
    const ReportedTally& t = checked.tally;
    Json json = {{"choice", choice_name(t.choice)}, {"count", t.count},
                 {"bound", bound_name(t.bound)},    {"begin", t.evidence.begin},
                 {"end", t.evidence.end},           {"words", t.evidence.text}};
    add_fields(json, linked(world, checked.roll_call));
    json["recorded"] = checked.roll_call ? Json(checked.recorded) : Json();
    json["verdict"] = verdict_name(checked.verdict);
    tallies.push_back(std::move(json));
  }
  return tallies;
}

// Of every record what all kinds have, and a line that tells it.
Json row_of(const Json& record) {
  Json row;
  for (const char* name : {"id", "kind", "begin", "end", "words"}) row[name] = record[name];
  const auto text = [&](const char* name) { return record.value(name, std::string()); };
  const bool is_event = record["kind"] == "event";
  row["who"] = is_event                        ? text("source")
               : record["kind"] == "statement" ? text("speaker")
                                               : text("state");
  row["what"] = is_event                          ? text("type") + ' ' + text("target")
                : record["kind"] == "vote"        ? text("choice")
                : record["kind"] == "explanation" ? text("theme")
                                                  : text("quote");
  row["verdict"] = record["kind"] == "vote" ? record["check"]["verdict"] : Json();
  return row;
}

// Whether a place in the text, as addresses of the page have it, lies in the words of a record.
bool is_at(const Json& record, const std::optional<std::size_t>& at) {
  return !at || (record["begin"] <= *at && *at < record["end"]);
}

std::size_t report_named(const World& world, const std::string& doc) {
  for (std::size_t i = 0; i < world.reports().size(); ++i) {
    if (world.reports()[i].reading.doc == doc) return i;
  }
  throw Refusal(404, fmt::format("no report '{}'", shortened(doc)),
                world.reports().empty() ? "reports are read where serve is given --news PATH"
                                        : "the name of a report; /reports lists them");
}

Json report(const World& world, const Arguments& arguments) {
  const std::size_t i = report_named(world, arguments.in_path("report"));
  const ReadReport& report = world.reports()[i];
  const auto at = arguments.given("at") ? std::optional(arguments.whole("at")) : std::nullopt;
  Json json = head_of(report);
  json["text"] = world.report_text(i);
  Json& records = json["records"] = Json::array();
  for (std::size_t n = 0; n < report.reading.votes.size(); ++n) add_vote(world, report, n, records);
  for (std::size_t n = 0; n < report.reading.events.size(); ++n)
    add_event(world, report, n, records);
  for (std::size_t n = 0; n < report.reading.statements.size(); ++n)
    add_statement(world, report, n, records);
  for (std::size_t n = 0; n < report.reading.explanations.size(); ++n)
    add_explanation(world, report, n, records);
  json["tallies"] = tallies_of(world, report);
  Json rows = Json::array();
  for (const Json& record : records) {
    if (is_at(record, at)) rows.push_back(row_of(record));
  }
  json["rows"] = std::move(rows);
  return json;
}

}  // namespace

void add_reports(std::vector<Endpoint>& endpoints) {
  endpoints.push_back({.path = "/reports",
                       .summary = "The reports that were read",
                       .shape = "Reports",
                       .answer = reports,
                       .is_page = true});
  endpoints.push_back(
      {.path = "/reports/{report...}",
       .summary = "One report: its text and what was read in it, checked",
       .parameters = {{"at", ParameterKind::whole,
                       "rows only of what was read at this byte of the text", 0, 1e9}},
       .shape = "Report",
       .answer = report,
       .is_page = true});
}

}  // namespace volteface::serve
