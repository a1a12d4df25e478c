// Votes: found by words, and one looked at closely.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "record/text.h"
#include "serve/endpoint.h"
#include "serve/search.h"

namespace volteface::serve {
namespace {

std::optional<Choice> choice_named(const std::string& name) {
  for (const Choice choice : {Choice::yes, Choice::abstain, Choice::no, Choice::absent}) {
    if (choice_name(choice) == name) return choice;
  }
  return std::nullopt;
}

Json votes(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  std::vector<RollCallIndex> found = select_roll_calls(record, arguments.filter());
  const std::vector<std::string> words = words_of_query(arguments.text("q"));
  const auto state = arguments.state(record, "state");
  const auto choice = choice_named(arguments.text("choice"));
  if (choice && !state)
    throw Refusal(400, "a choice without a state", "state beside choice: whose choice it was");
  std::erase_if(found, [&](RollCallIndex r) {
    if (!holds_words(record.roll_calls[r], words)) return true;
    if (!state) return false;
    const Choice its = record.votes.at(*state, r);
    return choice ? its != *choice : its == Choice::not_listed;
  });
  std::reverse(found.begin(), found.end());
  Json json = {{"total", found.size()}, {"rows", Json::array()}};
  const std::size_t begin = std::min(found.size(), arguments.whole("offset"));
  const std::size_t end = std::min(found.size(), begin + arguments.whole("limit"));
  for (std::size_t i = begin; i < end; ++i) {
    Json row = roll_call_json(record, found[i]);
    row["choice"] = state ? Json(choice_name(record.votes.at(*state, found[i]))) : Json();
    json["rows"].push_back(std::move(row));
  }
  return json;
}

RollCallIndex roll_call_of(const Record& record, const std::string& name) {
  try {
    return record.roll_call(name);
  } catch (const Error& error) {
    const auto& near = error.suggestions();
    throw Refusal(404, fmt::format("no vote '{}'", shortened(name)),
                  near.empty() ? "a symbol such as A/RES/ES-11/7, or an id of the record"
                               : fmt::format("did you mean {}?", fmt::join(near, ", ")));
  }
}

Json whole_roll_call(const Record& record, RollCallIndex roll_call) {
  const RollCall& r = record.roll_calls[roll_call];
  Json json = roll_call_json(record, roll_call);
  json["date_exact"] = r.date_exact;
  json["session"] = r.session;
  json["kind"] = kind_name(r.kind);
  json["subjects"] = r.subjects;
  json["issues"] = r.issues;
  json["important"] = r.important;
  json["duplicate_of"] = r.duplicate_of;
  json["note"] = r.note;
  json["source"] = r.source;
  return json;
}

Json choices(const World& world, RollCallIndex roll_call) {
  const Record& record = world.record();
  const auto predicted = world.predicted_on(roll_call);
  auto next = predicted.begin();  // by state, as the states are
  Json rows = Json::array();
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const Choice choice = record.votes.at(s, roll_call);
    if (choice == Choice::not_listed) continue;
    Json row = state_json(record, s);
    row["choice"] = choice_name(choice);
    while (next != predicted.end() && next->state < s) ++next;
    const bool is_predicted = next != predicted.end() && next->state == s;
    add_fields(row, prediction_json(is_predicted ? &*next : nullptr));
    rows.push_back(std::move(row));
  }
  return rows;
}

Json listed(const Record& record, std::span<const RollCallIndex> roll_calls, RollCallIndex but) {
  Json rows = Json::array();
  for (const RollCallIndex r : roll_calls) {
    if (r != but) rows.push_back(roll_call_json(record, r));
  }
  return rows;
}

// What reports say of the vote.
Json told(const World& world, RollCallIndex roll_call) {
  Json rows = Json::array();
  for (const ReadReport& report : world.reports()) {
    for (const CheckedVote& checked : report.check.votes) {
      if (checked.roll_call != roll_call) continue;
      const ReportedVote& vote = report.reading.votes[checked.vote];
      Json row = citation_json(report, vote.evidence);
      row["state"] = vote.state;
      row["name"] = name_of_code(world, vote.state);
      row["choice"] = text_of(vote.choice);
      row["status"] = text_of(vote.status);
      row["verdict"] = verdict_name(checked.verdict);
      row["recorded"] = checked.recorded ? Json(choice_name(*checked.recorded)) : Json();
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Json vote(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const RollCallIndex r = roll_call_of(record, arguments.in_path("vote"));
  const std::string& symbol = record.roll_calls[r].symbol;
  return {{"roll_call", whole_roll_call(record, r)},
          {"rows", choices(world, r)},
          {"same_text", listed(record, world.same_text(r), r)},
          {"same_symbol",
           symbol.empty() ? Json::array() : listed(record, record.find_roll_calls(symbol), r)},
          {"told", told(world, r)}};
}

}  // namespace

void add_roll_calls(std::vector<Endpoint>& endpoints) {
  endpoints.push_back(
      {.path = "/votes",
       .summary = "Roll calls, the latest first",
       .parameters = {{"q", ParameterKind::words, "words of symbol or title, all of which it has"},
                      since,
                      until,
                      subject,
                      {"state", ParameterKind::state, "only those on which it is listed"},
                      {"choice",
                       ParameterKind::one_of,
                       "only those on which the state chose so",
                       0,
                       0,
                       "",
                       {"yes", "abstain", "no", "absent"}},
                      at_most("50", 1000),
                      {"offset", ParameterKind::whole, "rows passed over", 0, 1e9, "0"}},
       .shape = "Votes",
       .answer = votes,
       .is_page = true});
  endpoints.push_back(
      {.path = "/votes/{vote...}",
       .summary = "One roll call, by symbol or id: who chose what, and how expected",
       .shape = "Vote",
       .answer = vote,
       .is_page = true});
}

}  // namespace volteface::serve
