// What the reports say of one state: its contacts, its votes as told, words of its own, and the
// reasons that are given for what it did.
#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

Json statements_of(const World& world, const std::string& code) {
  Json rows = Json::array();
  for (const ReadReport& report : world.reports()) {
    for (const Statement& s : report.reading.statements) {
      if (s.speaker.state != code) continue;
      Json row = citation_json(report, s.evidence);
      row.erase("words");
      row["speaker"] = s.speaker.name;
      row["state"] = s.speaker.state;
      row["role"] = s.speaker.role;
      row["quote"] = s.quote;
      row["via"] = s.via;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Json votes_of(const World& world, const std::string& code) {
  Json rows = Json::array();
  for (const ReadReport& report : world.reports()) {
    for (const CheckedVote& checked : report.check.votes) {
      const ReportedVote& vote = report.reading.votes[checked.vote];
      if (vote.state != code) continue;
      Json row = citation_json(report, vote.evidence);
      row["choice"] = text_of(vote.choice);
      row["status"] = text_of(vote.status);
      row["verdict"] = verdict_name(checked.verdict);
      const RollCall* r =
          checked.roll_call ? &world.record().roll_calls[*checked.roll_call] : nullptr;
      row["rollcall"] = r != nullptr ? r->id : "";
      row["symbol"] = r != nullptr ? r->symbol : "";
      row["recorded"] = checked.recorded ? Json(choice_name(*checked.recorded)) : Json();
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Json explanations_of(const World& world, const std::string& code) {
  Json rows = Json::array();
  for (const ReadReport& report : world.reports()) {
    for (const Explanation& x : report.reading.explanations) {
      if (x.state != code) continue;
      Json row = citation_json(report, x.evidence);
      row["speaker"] = x.speaker.name;
      row["speaker_state"] = x.speaker.state;
      row["role"] = x.speaker.role;
      row["theme"] = text_of(x.theme);
      row["cause"] = x.cause;
      row["cause_name"] = name_of_code(world, x.cause);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Json press(const World& world, const Arguments& arguments) {
  const StateIndex s = state_named(world.record(), arguments.in_path("state"));
  const std::string& code = world.record().states[s].code;
  Json rows = Json::array(), contacts = Json::array();
  for (const Act& act : world.acts()) {
    if (act.source.state != code && act.target.state != code) continue;
    rows.push_back(contact_row(world, act));
    contacts.push_back(contact_json(world, act));
  }
  return {{"contacts", std::move(contacts)},
          {"statements", statements_of(world, code)},
          {"votes", votes_of(world, code)},
          {"explanations", explanations_of(world, code)},
          {"rows", std::move(rows)}};
}

}  // namespace

void add_state_press(std::vector<Endpoint>& endpoints) {
  endpoints.push_back({.path = "/states/{state}/press",
                       .summary = "What the reports say of a state",
                       .shape = "PressAnswer",
                       .answer = press});
}

}  // namespace volteface::serve
