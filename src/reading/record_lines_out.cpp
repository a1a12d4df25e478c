// Records as JSON lines and as CSV.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "volteface/record_lines.h"

namespace volteface {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json json_of(const Actor& actor) {
  return {{"state", or_null(actor.state)},
          {"org", or_null(actor.org)},
          {"person", or_null(actor.person)}};
}

Json json_of(const Speaker& speaker) {
  return {{"name", or_null(speaker.name)},
          {"state", or_null(speaker.state)},
          {"role", or_null(speaker.role)}};
}

Json json_of(const DateWindow& window) {
  return Json::array({format_date(window.from), format_date(window.to)});
}

void set_fields(Json& json, const ReportedVote& vote) {
  json["state"] = vote.state;
  json["choice"] = text_of(vote.choice);
  json["body"] = or_null(vote.body);
  json["rollcall"] = or_null(vote.roll_call);
  json["date"] = json_of(vote.date);
  json["status"] = text_of(vote.status);
}

void set_fields(Json& json, const ReportedEvent& event) {
  json["source"] = json_of(event.source);
  json["target"] = json_of(event.target);
  json["type"] = text_of(event.type);
  json["mode"] = or_null(text_of(event.mode));
  json["date"] = json_of(event.date);
  json["modality"] = text_of(event.modality);
  json["symmetric"] = event.symmetric;
  json["probability"] = event.probability ? Json(*event.probability) : Json();
}

void set_fields(Json& json, const Statement& statement) {
  json["speaker"] = json_of(statement.speaker);
  json["quote"] = statement.quote;
  json["via"] = or_null(statement.via);
}

void set_fields(Json& json, const Explanation& explanation) {
  json["state"] = explanation.state;
  json["speaker"] = json_of(explanation.speaker);
  json["cause"] = {{"theme", text_of(explanation.theme)}, {"state", or_null(explanation.cause)}};
}

struct KindName {
  std::string_view name;
  char letter;
};
constexpr KindName kind_of(const ReportedVote&) { return {"vote", 'v'}; }
constexpr KindName kind_of(const ReportedEvent&) { return {"event", 'e'}; }
constexpr KindName kind_of(const Statement&) { return {"statement", 's'}; }
constexpr KindName kind_of(const Explanation&) { return {"explanation", 'x'}; }

template <typename Record>
Json json_of(const Reading& reading, const Record& record, std::size_t place) {
  const KindName kind = kind_of(record);
  Json json;
  json["doc"] = reading.doc;
  json["id"] = kind.letter + std::to_string(place);
  json["kind"] = kind.name;
  set_fields(json, record);
  json["evidence"] = record.evidence.text;
  json["outlet"] = or_null(reading.outlet);
  json["published"] = reading.date ? Json(format_date(*reading.date)) : Json();
  json["begin"] = record.evidence.begin;
  json["end"] = record.evidence.end;
  json["sentence"] = record.evidence.sentence;
  return json;
}

// Calls `use` with the JSON of each record, in order.
template <typename Use>
void for_each_record(const Reading& reading, Use use) {
  std::size_t place = 0;
  for (const auto& vote : reading.votes) use(json_of(reading, vote, ++place));
  for (const auto& event : reading.events) use(json_of(reading, event, ++place));
  for (const auto& statement : reading.statements) use(json_of(reading, statement, ++place));
  for (const auto& explanation : reading.explanations) use(json_of(reading, explanation, ++place));
}

// Where each column stands in the JSON of a record; the column's name is its last part, or both
// with "_" between where that alone would not say what it is.
struct Column {
  std::string_view name;
  std::string_view path;
};
constexpr auto columns = std::to_array<Column>({{"doc", "/doc"},
                                                {"id", "/id"},
                                                {"kind", "/kind"},
                                                {"outlet", "/outlet"},
                                                {"published", "/published"},
                                                {"from", "/date/0"},
                                                {"to", "/date/1"},
                                                {"state", "/state"},
                                                {"choice", "/choice"},
                                                {"body", "/body"},
                                                {"rollcall", "/rollcall"},
                                                {"status", "/status"},
                                                {"source_state", "/source/state"},
                                                {"source_org", "/source/org"},
                                                {"source_person", "/source/person"},
                                                {"target_state", "/target/state"},
                                                {"target_org", "/target/org"},
                                                {"target_person", "/target/person"},
                                                {"type", "/type"},
                                                {"mode", "/mode"},
                                                {"modality", "/modality"},
                                                {"symmetric", "/symmetric"},
                                                {"probability", "/probability"},
                                                {"speaker", "/speaker/name"},
                                                {"speaker_state", "/speaker/state"},
                                                {"speaker_role", "/speaker/role"},
                                                {"quote", "/quote"},
                                                {"via", "/via"},
                                                {"theme", "/cause/theme"},
                                                {"cause_state", "/cause/state"},
                                                {"evidence", "/evidence"},
                                                {"begin", "/begin"},
                                                {"end", "/end"},
                                                {"sentence", "/sentence"}});

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string csv_cell(const Json& value) {
  if (value.is_null()) return {};
  if (!value.is_string()) return value.dump();
  const std::string& text = value.get_ref<const std::string&>();
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string to_json_lines(const Reading& reading) {
  std::string lines;
  for_each_record(reading, [&](const Json& json) { lines += dumped(json) + '\n'; });
  return lines;
}

std::string record_csv_header() {
  std::string header;
  for (const Column& column : columns) {
    header += (header.empty() ? "" : ",") + std::string(column.name);
  }
  return header + '\n';
}

std::string to_csv(const Reading& reading) {
  static const auto pointers = [] {
    std::vector<Json::json_pointer> all;
    for (const Column& column : columns) all.emplace_back(std::string(column.path));
    return all;
  }();
  std::string rows;
  for_each_record(reading, [&](const Json& json) {
    for (std::size_t i = 0; i < pointers.size(); ++i) {
      if (i > 0) rows += ',';
      if (json.contains(pointers[i])) rows += csv_cell(json.at(pointers[i]));
    }
    rows += '\n';
  });
  return rows;
}

}  // namespace volteface
