// What is new: the latest and the largest turns, and the last votes with what was unexpected.
#include <algorithm>
#include <cmath>

#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

constexpr std::size_t turns_shown = 12;
constexpr std::size_t votes_shown = 10;
constexpr std::size_t unexpected_shown = 5;
constexpr double unexpected_bits = 3;  // less than one in eight

std::vector<const Turn*> all_turns(const World& world) {
  std::vector<const Turn*> turns;
  for (StateIndex s = 0; s < world.record().states.size(); ++s) {
    for (const Turn& turn : world.turns_of(s)) turns.push_back(&turn);
  }
  return turns;
}

Json first_of(const World& world, const std::vector<const Turn*>& turns) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < std::min(turns.size(), turns_shown); ++i)
    rows.push_back(turn_json(world.record(), *turns[i]));
  return rows;
}

Json latest_vote(const World& world, RollCallIndex roll_call) {
  std::vector<PredictedVote> votes = world.predicted_on(roll_call);
  std::stable_sort(votes.begin(), votes.end(),
                   [](const auto& a, const auto& b) { return a.bits() > b.bits(); });
  double bits = 0;
  for (const PredictedVote& vote : votes) bits += vote.bits();
  Json json = roll_call_json(world.record(), roll_call);
  json["mean_bits"] = number_json(bits / static_cast<double>(votes.size()));
  json["unexpected"] = Json::array();
  for (const PredictedVote& vote : votes) {
    if (json["unexpected"].size() == unexpected_shown || vote.bits() < unexpected_bits) break;
    Json one = state_json(world.record(), vote.state);
    one["choice"] = choice_name(vote.choice);
    one["probability"] = vote.probabilities.of(vote.choice);
    add_fields(one, prediction_json(&vote));
    json["unexpected"].push_back(std::move(one));
  }
  return json;
}

Json home(const World& world, const Arguments&) {
  Json json;
  json["turns_ready"] = world.turns_ready();
  json["turns_share"] = world.turns_share();
  json["rows"] = Json::array();
  json["largest"] = Json::array();
  if (world.turns_ready()) {
    std::vector<const Turn*> turns = all_turns(world);
    std::stable_sort(turns.begin(), turns.end(), [](auto a, auto b) { return a->date > b->date; });
    json["rows"] = first_of(world, turns);
    std::stable_sort(turns.begin(), turns.end(), [](auto a, auto b) { return a->bits > b->bits; });
    json["largest"] = first_of(world, turns);
  }
  json["latest_votes"] = Json::array();
  const auto roll_calls = world.roll_calls();
  for (std::size_t i = 0; i < std::min(roll_calls.size(), votes_shown); ++i)
    json["latest_votes"].push_back(latest_vote(world, roll_calls[roll_calls.size() - 1 - i]));
  json["reports"] = world.reports().size();
  return json;
}

Json status(const World& world, const Arguments&) {
  const Record& record = world.record();
  return {{"ready", world.turns_ready()},
          {"share", world.turns_share()},
          {"doing", world.turns_ready() ? "" : "turns of all states"},
          {"first_date", format_date(record.roll_calls.front().date)},
          {"roll_calls", record.roll_calls.size()},
          {"states", record.states.size()},
          {"reports", world.reports().size()}};
}

}  // namespace

void add_home(std::vector<Endpoint>& endpoints) {
  endpoints.push_back({.path = "/home",
                       .summary = "Latest and largest turns, last votes, what was unexpected",
                       .shape = "Home",
                       .answer = home,
                       .is_page = true,
                       .changes = true});
  endpoints.push_back({.path = "/status",
                       .summary = "What the answers rest on, and whether all turns are found",
                       .shape = "Status",
                       .answer = status,
                       .changes = true});
}

}  // namespace volteface::serve
