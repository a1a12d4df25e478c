// Turns: a list, and one with the rival accounts of it.
#include <fmt/format.h>

#include <algorithm>

#include "brief/seats.h"
#include "brief/turning.h"
#include "brief/why.h"
#include "brief/window.h"
#include "record/text.h"
#include "serve/endpoint.h"
#include "volteface/switches.h"

namespace volteface::serve {
namespace {

std::vector<const Turn*> turns_wanted(const World& world, const Arguments& arguments) {
  const auto state = arguments.state(world.record(), "state");
  const auto first = arguments.date("since"), last = arguments.date("until");
  const double least = *arguments.number("probability");
  std::vector<const Turn*> turns;
  for (StateIndex s = 0; s < world.record().states.size(); ++s) {
    if (state && *state != s) continue;
    for (const Turn& turn : world.turns_of(s)) {
      const bool is_in = (!first || turn.date >= *first) && (!last || turn.date <= *last);
      if (is_in && turn.probability >= least) turns.push_back(&turn);
    }
  }
  return turns;
}

Json turns(const World& world, const Arguments& arguments) {
  std::vector<const Turn*> found = turns_wanted(world, arguments);
  const bool by_date = arguments.text("order") == "date";
  std::stable_sort(found.begin(), found.end(), [&](const Turn* a, const Turn* b) {
    return by_date ? a->date > b->date : a->bits > b->bits;
  });
  const std::size_t total = found.size();
  found.resize(std::min(total, arguments.whole("limit")));
  Json rows = Json::array();
  for (const Turn* turn : found) rows.push_back(turn_json(world.record(), *turn));
  return {{"total", total}, {"rows", std::move(rows)}};
}

const Turn& turn_named(const World& world, StateIndex state, const std::string& day) {
  const auto& turns = world.turns_of(state);
  for (const Turn& turn : turns) {
    if (format_date(turn.date) == day) return turn;
  }
  std::vector<std::string> days;
  for (const Turn& turn : turns) days.push_back(format_date(turn.date));
  throw Refusal(
      404, fmt::format("no turn of {} on '{}'", world.record().states[state].name, shortened(day)),
      days.empty() ? "no turn of this state is known"
                   : fmt::format("one of {}", fmt::join(days, ", ")));
}

Json toward_json(const Record& record, const Turn& turn) {
  Json rows = Json::array();
  for (const Realignment& r : turn.toward) {
    Json row = state_json(record, r.other);
    row["before"] = number_json(r.before);
    row["after"] = number_json(r.after);
    row["n_before"] = r.n_before;
    row["n_after"] = r.n_after;
    row["change"] = number_json(r.change);
    row["lo"] = number_json(r.lo);
    row["hi"] = number_json(r.hi);
    row["beyond"] = number_json(r.beyond);
    row["beyond_lo"] = number_json(r.beyond_lo);
    row["beyond_hi"] = number_json(r.beyond_hi);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json telling_votes(const Record& record, const std::vector<TellingVote>& votes) {
  Json rows = Json::array();
  for (const TellingVote& vote : votes) {
    Json row = roll_call_json(record, vote.roll_call);
    row["choice"] = choice_name(vote.choice);
    row["expected_before"] = number_json(vote.expected_before);
    row["expected_after"] = number_json(vote.expected_after);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json account_json(const BriefAccount& account) {
  const Estimate& behind = account.behind;
  return {{"kind", account.kind},
          {"reference", account.reference ? Json{{"state", account.reference->code},
                                                 {"name", account.reference->name}}
                                          : Json()},
          {"subject", account.subject},
          {"weight", number_json(account.weight)},
          {"first", number_json(account.first)},
          {"behind", estimate_json(behind.value, behind.lo, behind.hi, behind.n)}};
}

Json stretches_json(const Why& why) {
  Json stretches = Json::array();
  for (const Accounts& of : why.accounts) {
    Json json = {{"from", format_date(of.from)},
                 {"until", format_date(of.until)},
                 {"votes", of.votes},
                 {"telling_votes", of.telling_votes},
                 {"verdict", of.verdict},
                 {"accounts", Json::array()}};
    for (const BriefAccount& account : of.accounts)
      json["accounts"].push_back(account_json(account));
    stretches.push_back(std::move(json));
  }
  return stretches;
}

Json account_rows(const Why& why) {
  Json rows = Json::array();
  for (const Accounts& of : why.accounts) {
    for (const BriefAccount& account : of.accounts) {
      rows.push_back({{"from", format_date(of.from)},
                      {"until", format_date(of.until)},
                      {"kind", account.kind},
                      {"reference", account.reference ? account.reference->code : ""},
                      {"subject", account.subject},
                      {"weight", number_json(account.weight)},
                      {"first", number_json(account.first)},
                      {"behind", number_json(account.behind.value)},
                      {"behind_lo", number_json(account.behind.lo)},
                      {"behind_hi", number_json(account.behind.hi)},
                      {"votes", of.votes}});
    }
  }
  return rows;
}

Json side_json(const RollCall& r) {
  return {{"rollcall", r.id}, {"symbol", r.symbol}, {"date", format_date(r.date)}};
}

// The texts on which the other state switched, with what each chose.
Json switched_texts(const Record& record, StateIndex state, const Switches& of) {
  const SwitchTest test =
      test_switches(record, state, record.state(of.reference.code), year_of_votes(record, of.from),
                    year_of_votes(record, of.to));
  Json rows = Json::array();
  for (const TextOnBothSides& text : test.texts) {
    if (!text.reference_switched()) continue;
    rows.push_back({{"title", record.roll_calls[text.after].title},
                    {"before", side_json(record.roll_calls[text.before])},
                    {"after", side_json(record.roll_calls[text.after])},
                    {"state_before", choice_name(text.state_before)},
                    {"state_after", choice_name(text.state_after)},
                    {"reference_before", choice_name(text.reference_before)},
                    {"reference_after", choice_name(text.reference_after)},
                    {"alike", text.switched_alike()}});
  }
  return rows;
}

Json switches_json(const Record& record, StateIndex state, const Why& why) {
  Json out = Json::array();
  for (const Switches& s : why.switches) {
    out.push_back({{"reference", {{"state", s.reference.code}, {"name", s.reference.name}}},
                   {"from", s.from},
                   {"to", s.to},
                   {"texts", s.texts},
                   {"state_switched", s.state_switched},
                   {"reference_switched", s.reference_switched},
                   {"alike", s.alike},
                   {"share", estimate_json(s.share.value, s.share.lo, s.share.hi, s.share.n)},
                   {"nearest", s.nearest},
                   {"nearest_alike", s.nearest_alike},
                   {"nearest_switched", s.nearest_switched},
                   {"rank", s.rank},
                   {"ranked", s.ranked},
                   {"rows", switched_texts(record, state, s)}});
  }
  return out;
}

Json others_json(const Turning& turning) {
  Json rows = Json::array();
  for (const OtherTurn& other : turning.others) {
    rows.push_back({{"state", other.state.code},
                    {"name", other.state.name},
                    {"date", format_date(other.date)},
                    {"from", format_date(other.from)},
                    {"to", format_date(other.to)},
                    {"probability", number_json(other.probability)},
                    {"size", number_json(other.size)},
                    {"after", number_json(other.after)}});
  }
  return rows;
}

// All days of the record on which the state is listed, so that each of its turns is among them.
Window whole_window(const Record& record, StateIndex state) {
  BriefOptions options;
  options.state = state;
  options.since = record.roll_calls.front().date;
  return window_of(record, options);
}

Json turn(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const StateIndex state = state_named(record, arguments.in_path("state"));
  const Turn& turn = turn_named(world, state, arguments.in_path("date"));
  const Window window = whole_window(record, state);
  const Turning turning =
      turning_about(record, world.basis(), state, powers(record), window, turn.date);
  const Why why = why_of(record, world.basis(), state, turning, window);

  Json json;
  json["turn"] = turn_json(record, turn);
  json["turn"]["when"] = Json::array();
  for (const DateMass& mass : turn.when) {
    json["turn"]["when"].push_back({{"first", format_date(mass.first)},
                                    {"last", format_date(mass.last)},
                                    {"probability", mass.probability}});
  }
  json["toward"] = toward_json(record, turn);
  json["subjects"] = Json::array();
  for (const SubjectShare& s : turn.subjects)
    json["subjects"].push_back(
        {{"subject", s.subject}, {"n", s.n}, {"share", number_json(s.share)}});
  json["first_votes"] = telling_votes(record, turn.first_votes);
  json["votes"] = telling_votes(record, turn.votes);
  json["stretches"] = stretches_json(why);
  json["switches"] = switches_json(record, state, why);
  json["others"] = others_json(turning);
  json["rows"] = account_rows(why);
  return json;
}

}  // namespace

void add_turns(std::vector<Endpoint>& endpoints) {
  const double least = TurnOptions{}.least_probability;
  endpoints.push_back(
      {.path = "/turns",
       .summary = "The turns of all states, or of one",
       .parameters = {{"state", ParameterKind::state, "only this state's"},
                      {"since", ParameterKind::date_from, "turns from this day, month or year on"},
                      {"until", ParameterKind::date_until, "turns to this day, month or year"},
                      {"probability", ParameterKind::number, "of at least this probability", least,
                       1, "0.85"},
                      {"order",
                       ParameterKind::one_of,
                       "the latest first, or the largest in bits",
                       0,
                       0,
                       "date",
                       {"date", "bits"}},
                      at_most("100", 5000)},
       .shape = "Turns",
       .answer = turns,
       .is_page = true,
       .needs_all_turns = true});
  endpoints.push_back({.path = "/turns/{state}/{date}",
                       .summary = "One turn: towards whom, rival accounts, the switch test",
                       .shape = "TurnAnswer",
                       .answer = turn,
                       .is_page = true});
}

}  // namespace volteface::serve
