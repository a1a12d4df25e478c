#include "serve/json.h"

#include <cmath>

#include "record/text.h"

namespace volteface::serve {
namespace {

std::string direction_of(const Turn& turn) {
  return turn.size > 0 ? "west" : turn.size < 0 ? "east" : "";
}

Choice likeliest(const ChoiceProbabilities& p) {
  Choice most = Choice::yes;
  for (const Choice choice : {Choice::abstain, Choice::no}) {
    if (p.of(choice) > p.of(most)) most = choice;
  }
  return most;
}

const ReportedEvent& event_of(const World& world, const ClaimSource& source) {
  return world.readings()[source.reading].events[source.record];
}

// A side of an act: its code, else its organisation.
std::string side_of(const Actor& actor) { return actor.state.empty() ? actor.org : actor.state; }

std::string side_name(const World& world, const Actor& actor) {
  return actor.state.empty() ? actor.org : name_of_code(world, actor.state);
}

}  // namespace

Json too_few_json(std::uint32_t n) { return n < least_votes; }

Json number_json(double number) { return std::isfinite(number) ? Json(number) : Json(); }

Json date_json(const std::optional<Date>& date) { return date ? Json(format_date(*date)) : Json(); }

void add_fields(Json& to, const Json& fields) {
  for (const auto& [name, value] : fields.items()) to[name] = value;
}

Json state_json(const Record& record, StateIndex state) {
  return {{"state", record.states[state].code}, {"name", record.states[state].name}};
}

Json estimate_json(double value, double lo, double hi, std::uint32_t n) {
  return {
      {"value", number_json(value)}, {"lo", number_json(lo)}, {"hi", number_json(hi)}, {"n", n}};
}

Json roll_call_json(const Record& record, RollCallIndex roll_call) {
  const RollCall& r = record.roll_calls[roll_call];
  const Tally tally = record.tally(roll_call);
  return {{"rollcall", r.id},         {"symbol", r.symbol},    {"date", format_date(r.date)},
          {"title", r.title},         {"yes", tally.yes},      {"no", tally.no},
          {"abstain", tally.abstain}, {"absent", tally.absent}};
}

Json turn_json(const Record& record, const Turn& turn) {
  Json json = state_json(record, turn.state);
  json["date"] = format_date(turn.date);
  json["from"] = format_date(turn.from);
  json["to"] = format_date(turn.to);
  json["size"] = number_json(turn.size);
  json["sd"] = number_json(turn.size_sd);
  json["probability"] = number_json(turn.probability);
  json["bits"] = number_json(turn.bits);
  json["direction"] = direction_of(turn);
  json["toward"] = Json::array();
  for (const Realignment& r : turn.toward) json["toward"].push_back(state_json(record, r.other));
  json["subjects"] = Json::array();
  for (const SubjectShare& s : turn.subjects) json["subjects"].push_back(s.subject);
  json["votes_before"] = turn.votes_before;
  json["votes_after"] = turn.votes_after;
  return json;
}

Json prediction_json(const PredictedVote* vote) {
  if (vote == nullptr) {
    return {{"p_yes", nullptr},
            {"p_abstain", nullptr},
            {"p_no", nullptr},
            {"bits", nullptr},
            {"likeliest", nullptr}};
  }
  const ChoiceProbabilities& p = vote->probabilities;
  return {{"p_yes", number_json(p.yes)},
          {"p_abstain", number_json(p.abstain)},
          {"p_no", number_json(p.no)},
          {"bits", number_json(vote->bits())},
          {"likeliest", choice_name(likeliest(p))}};
}

Json source_json(const ReadReport& report) {
  return {{"doc", report.reading.doc},
          {"title", report.title},
          {"outlet", report.reading.outlet},
          {"date", date_json(report.reading.date)}};
}

Json citation_json(const ReadReport& report, const Evidence& evidence) {
  Json json = source_json(report);
  json["words"] = evidence.text;
  json["begin"] = evidence.begin;
  json["end"] = evidence.end;
  return json;
}

std::string name_of_code(const World& world, const std::string& code) {
  if (code.empty()) return "";
  if (const auto state = world.record().find_state(code)) return world.record().states[*state].name;
  const ActorState* actor = world.actors().state(code);
  return actor != nullptr ? actor->name : code;
}

Json contact_row(const World& world, const Act& act) {
  return {{"from", format_date(act.date.from)},
          {"to", format_date(act.date.to)},
          {"type", text_of(act.type)},
          {"mode", text_of(act.mode)},
          {"modality", text_of(act.modality)},
          {"symmetric", act.symmetric},
          {"source", side_of(act.source)},
          {"source_name", side_name(world, act.source)},
          {"source_person", act.source.person},
          {"target", side_of(act.target)},
          {"target_name", side_name(world, act.target)},
          {"target_person", act.target.person},
          {"disputed", !act.disputes.empty()},
          {"reports", act.sources.size()}};
}

Json contact_json(const World& world, const Act& act) {
  Json json = contact_row(world, act);
  json["citations"] = Json::array();
  for (const ClaimSource& source : act.sources) {
    json["citations"].push_back(
        citation_json(world.reports()[source.reading], event_of(world, source).evidence));
  }
  return json;
}

}  // namespace volteface::serve
