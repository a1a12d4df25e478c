// A state: where it stood, with whom it voted, what it did unexpectedly.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "brief/seats.h"
#include "serve/agreement_rows.h"
#include "serve/endpoint.h"
#include "volteface/predictability.h"

namespace volteface::serve {
namespace {

StateIndex state_of(const World& world, const Arguments& arguments) {
  return state_named(world.record(), arguments.in_path("state"));
}

std::vector<MembershipSpan> spans_of(const World& world, StateIndex state) {
  std::vector<MembershipSpan> spans;
  for (const MembershipSpan& span : world.spans()) {
    if (span.state == state) spans.push_back(span);
  }
  return spans;
}

std::size_t count(const Record& record, StateIndex state, bool (*is)(Choice)) {
  const auto row = record.votes.row(state);
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), is));
}

Json states(const World& world, const Arguments&) {
  const Record& record = world.record();
  Json rows = Json::array();
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const auto spans = spans_of(world, s);
    Json row = state_json(record, s);
    row["first"] = spans.empty() ? Json() : Json(format_date(spans.front().first));
    row["last"] = spans.empty() ? Json() : Json(format_date(spans.back().last));
    row["current"] = !spans.empty() && spans.back().last == record.last_date();
    row["votes"] = count(record, s, is_cast);
    rows.push_back(std::move(row));
  }
  return {{"rows", std::move(rows)}};
}

Json point_row(const IdealPoint& p) {
  return {{"year", p.period},
          {"mean", number_json(p.mean)},
          {"lo", number_json(p.q05)},
          {"hi", number_json(p.q95)},
          {"sd", number_json(p.sd)},
          {"n", p.n},
          {"too_few", too_few_json(p.n)}};
}

// The last point, beside those that others had in the same year; nothing but n on too few votes.
Json latest_point(const World& world, StateIndex state) {
  const IdealFit& fit = world.basis().fit;
  const auto own = fit.points_of(state);
  if (own.empty()) return {};
  const IdealPoint& last = own.back();
  std::size_t higher = 0, all = 0;
  for (const IdealPoint& p : fit.points) {
    if (p.period != last.period) continue;
    ++all;
    higher += p.mean > last.mean;
  }
  const bool enough = last.n >= least_votes;
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  return {{"year", last.period},
          {"point", enough ? estimate_json(last.mean, last.q05, last.q95, last.n)
                           : estimate_json(none, none, none, last.n)},
          {"higher", enough ? Json(higher) : Json()},
          {"states", all}};
}

// --- Neighbours

int last_year_of(const World& world, StateIndex state) {
  const auto points = world.basis().fit.points_of(state);
  for (auto p = points.rbegin(); p != points.rend(); ++p) {
    if (p->n >= least_votes) return p->period;
  }
  return points.empty() ? year_of(world.record().last_date()) : points.back().period;
}

std::vector<ChoiceTable> tables_in(const World& world, StateIndex state, int year) {
  const Record& record = world.record();
  std::vector<ChoiceTable> tables(record.states.size());
  for (const RollCallIndex r : year_of_roll_calls(world, year)) {
    const Choice own = record.votes.at(state, r);
    if (!is_cast(own)) continue;
    for (StateIndex other = 0; other < tables.size(); ++other) {
      const Choice its = record.votes.at(other, r);
      if (is_cast(its)) ++tables[other].at(own, its);
    }
  }
  return tables;
}

void add_agreement(Json& row, const std::string& name, const ChoiceTable& table) {
  const Measure m = measure_agreement(table).agreement;
  const bool enough = table.n() >= least_votes;
  row[name] = enough ? number_json(m.value) : Json();
  row[name + "_lo"] = enough ? number_json(m.lo) : Json();
  row[name + "_hi"] = enough ? number_json(m.hi) : Json();
  row[name + "_n"] = table.n();
}

Json neighbours(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const StateIndex s = state_of(world, arguments);
  const int now =
      arguments.given("now") ? static_cast<int>(arguments.whole("now")) : last_year_of(world, s);
  const int then = arguments.given("then") ? static_cast<int>(arguments.whole("then")) : now - 3;
  const auto tables_now = tables_in(world, s, now), tables_then = tables_in(world, s, then);
  std::vector<std::pair<double, Json>> sorted;
  for (StateIndex other = 0; other < record.states.size(); ++other) {
    if (other == s) continue;
    const ChoiceTable& a = tables_then[other];
    const ChoiceTable& b = tables_now[other];
    if (a.n() < least_votes && b.n() < least_votes) continue;
    Json row = state_json(record, other);
    add_agreement(row, "then", a);
    add_agreement(row, "now", b);
    const bool both = !row["then"].is_null() && !row["now"].is_null();
    row["change"] = both ? Json(row["now"].get<double>() - row["then"].get<double>()) : Json();
    sorted.emplace_back(row["now"].is_null() ? -1 : row["now"].get<double>(), std::move(row));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json json = {{"now", now}, {"then", then}, {"rows", Json::array()}};
  for (auto& [value, row] : sorted) json["rows"].push_back(std::move(row));
  return json;
}

// --- Agreement, surprises, predictability

Json agreement(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const StateIndex s = state_of(world, arguments);
  std::vector<StateIndex> others = arguments.states(record, "with");
  if (others.empty()) {
    for (const Seat& seat : powers(record))
      others.insert(others.end(), seat.names.begin(), seat.names.end());
  }
  std::erase(others, s);
  return {{"rows", agreement_rows(record, s, others, grouping_of(arguments), arguments.filter())}};
}

Json surprises(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  std::vector<bool> wanted(record.roll_calls.size());
  for (const RollCallIndex r : select_roll_calls(record, arguments.filter())) wanted[r] = true;
  std::vector<PredictedVote> votes;
  for (const PredictedVote& vote : world.basis().predicted.of_state(state_of(world, arguments))) {
    if (wanted[vote.roll_call]) votes.push_back(vote);
  }
  const std::size_t n = votes.size();
  std::stable_sort(votes.begin(), votes.end(),
                   [](const auto& a, const auto& b) { return a.bits() > b.bits(); });
  votes.resize(std::min(n, arguments.whole("limit")));
  Json rows = Json::array();
  for (const PredictedVote& vote : votes) {
    Json row = roll_call_json(record, vote.roll_call);
    row["choice"] = choice_name(vote.choice);
    add_fields(row, prediction_json(&vote));
    rows.push_back(std::move(row));
  }
  return {{"n", n}, {"rows", std::move(rows)}};
}

Json predictability(const World& world, const Arguments& arguments) {
  const StateIndex s = state_of(world, arguments);
  PredictabilityOptions options;
  options.by = grouping_of(arguments);
  options.filter = arguments.filter();
  Json rows = Json::array();
  for (const Predictability& p :
       volteface::predictability(world.record(), world.basis().predicted.votes, options)) {
    if (p.state != s) continue;
    rows.push_back({{"period", p.period},
                    {"n", p.n},
                    {"days", p.days},
                    {"bits", number_json(p.bits)},
                    {"peers", number_json(p.peers)},
                    {"difference", number_json(p.difference.value)},
                    {"lo", number_json(p.difference.lo)},
                    {"hi", number_json(p.difference.hi)},
                    {"rank", p.rank == 0 ? Json() : Json(p.rank)},
                    {"ranked", p.ranked},
                    {"too_few", too_few_json(p.n)}});
  }
  return {{"rows", std::move(rows)}};
}

// --- The state itself

bool is_in(const Filter& window, Date date) {
  return (!window.since || date >= *window.since) && (!window.until || date <= *window.until);
}

// A point is of all votes of its year, and shown where any day of the year is asked for.
bool is_in(const Filter& window, const IdealPoint& point) {
  return (!window.since || point.period >= year_of(*window.since)) &&
         (!window.until || point.period <= year_of(*window.until));
}

// What the page of the address shows beside the points, where its query chooses it.
void add_chosen(Json& json, const World& world, const Arguments& arguments) {
  const bool has_years = arguments.given("now") || arguments.given("then");
  json["neighbours"] = has_years ? neighbours(world, arguments) : Json();
  json["agreement"] = arguments.given("with") ? agreement(world, arguments)["rows"] : Json::array();
}

Json state(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const StateIndex s = state_of(world, arguments);
  const Filter window = arguments.filter();
  Json json = state_json(record, s);
  json["spans"] = Json::array();
  for (const MembershipSpan& span : spans_of(world, s))
    json["spans"].push_back({{"first", format_date(span.first)}, {"last", format_date(span.last)}});
  json["votes"] = count(record, s, is_cast);
  json["absent"] = count(record, s, [](Choice c) { return c == Choice::absent; });
  json["latest"] = latest_point(world, s);
  json["turns"] = Json::array();
  for (const Turn& turn : world.turns_of(s)) {
    if (is_in(window, turn.date)) json["turns"].push_back(turn_json(record, turn));
  }
  add_chosen(json, world, arguments);
  json["rows"] = Json::array();
  for (const IdealPoint& p : world.basis().fit.points_of(s)) {
    if (is_in(window, p)) json["rows"].push_back(point_row(p));
  }
  return json;
}

}  // namespace

void add_states(std::vector<Endpoint>& endpoints) {
  const Parameter with{"with", ParameterKind::states,
                       "states to compare it with, joined by commas"};
  const Parameter now{"now", ParameterKind::whole, "the later year", 1946, 2200};
  const Parameter then{"then", ParameterKind::whole, "the earlier year; else three before", 1940,
                       2200};
  endpoints.push_back({.path = "/states",
                       .summary = "All states of the record",
                       .shape = "States",
                       .answer = states,
                       .is_page = true});
  endpoints.push_back({.path = "/states/{state}",
                       .summary = "Where a state stood, year by year, and when it turned",
                       .parameters = {since, until, with, now, then},
                       .shape = "StateAnswer",
                       .answer = state,
                       .is_page = true});
  endpoints.push_back({.path = "/states/{state}/neighbours",
                       .summary = "Its agreement with every other state, then and now",
                       .parameters = {now, then},
                       .shape = "Neighbours",
                       .answer = neighbours});
  endpoints.push_back({.path = "/states/{state}/agreement",
                       .summary = "Its agreement with some states over time",
                       .parameters = {with, by_period, since, until, subject},
                       .shape = "AgreementAnswer",
                       .answer = agreement});
  endpoints.push_back({.path = "/states/{state}/surprises",
                       .summary = "Its votes that its past explains least",
                       .parameters = {since, until, subject, at_most("50", 20000)},
                       .shape = "Surprises",
                       .answer = surprises});
  endpoints.push_back({.path = "/states/{state}/predictability",
                       .summary = "How surprising its votes were, beside its peers'",
                       .parameters = {by_period, since, until, subject},
                       .shape = "PredictabilityAnswer",
                       .answer = predictability});
}

}  // namespace volteface::serve
