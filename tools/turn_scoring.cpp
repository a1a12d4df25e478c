#include "turn_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <utility>

#include "record/csv_reader.h"
#include "volteface/error.h"

namespace volteface {
namespace {

constexpr double days_a_year = 365.25;

// Directions that votes cannot be expected to show as told (shared/turns/README.md): any of the
// USA, the yardstick itself, and these.
const std::set<std::pair<std::string, int>> unscored_directions = {
    {"ZAF", 1994}, {"CHL", 1990}, {"PRY", 1989}, {"URY", 1985},
    {"PRT", 1974}, {"YUG", 1955}, {"UGA", 1972}};

const std::map<std::string, int> sign_of_direction = {
    {"west", 1},      {"east", -1},       {"nonaligned", -1}, {"toward:USA", 1},
    {"away:USA", -1}, {"toward:SUN", -1}, {"away:SUN", 1},    {"toward:RUS", -1},
    {"away:RUS", 1},  {"toward:ISR", 1},  {"away:ISR", -1}};

using Row = std::map<std::string, std::string>;

void for_each_row(const std::string& path, const std::set<std::string>& needed,
                  const std::function<void(const Row&, const Position&)>& use) {
  const auto bytes = open_bytes(path);
  CsvReader reader(*bytes);
  if (!reader.next()) throw Error("is empty, expected a header", {path});
  const std::vector<std::string> header(reader.row().begin(), reader.row().end());
  for (const std::string& column : needed) {
    if (std::find(header.begin(), header.end(), column) == header.end())
      throw Error(fmt::format("has no column '{}'", column), {path});
  }
  while (reader.next()) {
    if (reader.fault()) throw Error(*reader.fault(), reader.position());
    if (reader.row().size() != header.size()) {
      throw Error(fmt::format("{} fields, expected {}", reader.row().size(), header.size()),
                  reader.position());
    }
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::string(reader.row()[i]);
    use(row, reader.position());
  }
}

SpanOfDays span_of(const std::string& state, const std::string& first, const std::string& last,
                   const Position& at) {
  const auto begin = parse_date_start(first), end = parse_date_end(last);
  if (!begin || !end || *begin > *end)
    throw Error(fmt::format("'{}' to '{}' is no span of days", first, last), at);
  return {state, *begin, *end};
}

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

DocumentedTurn turn_of(const Row& row, const Position& at) {
  DocumentedTurn turn{span_of(row.at("iso3"), row.at("from"), row.at("to"), at)};
  const auto size =
      std::find(turn_size_names.begin(), turn_size_names.end(), std::string_view(row.at("size")));
  if (size == turn_size_names.end())
    throw Error(fmt::format("size '{}', expected large, medium or small", row.at("size")), at);
  turn.size = static_cast<TurnSize>(size - turn_size_names.begin());
  const auto sign = sign_of_direction.find(row.at("direction"));
  const bool is_scored =
      turn.window.state != "USA" &&
      !unscored_directions.contains({turn.window.state, year_of(turn.window.first)});
  if (is_scored && sign != sign_of_direction.end()) turn.sign = sign->second;
  return turn;
}

Date a_year_after(Date day) {
  const std::chrono::year_month_day date(day);
  const auto next = date + std::chrono::years(1);
  return next.ok() ? Date(next) : Date(next.year() / std::chrono::March / 1);
}

bool overlap(const SpanOfDays& a, const SpanOfDays& b) {
  return a.state == b.state && a.first <= b.last && b.first <= a.last;
}

bool is_contained(const std::vector<SpanOfDays>& spans, const SpanOfDays& when) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const SpanOfDays& span) { return overlap(span, when); });
}

bool has_turn(const DocumentedTurns& documented, const SpanOfDays& when) {
  return is_contained(documented.minor, when) ||
         std::any_of(documented.turns.begin(), documented.turns.end(),
                     [&](const DocumentedTurn& turn) { return overlap(turn.window, when); });
}

}  // namespace

DocumentedTurns read_documented_turns(const std::string& folder) {
  DocumentedTurns out;
  for_each_row(folder + "/known_turns_dev.csv", {"iso3", "from", "to", "direction", "size"},
               [&](const Row& row, const Position& at) { out.turns.push_back(turn_of(row, at)); });
  for_each_row(folder + "/extra_turns.csv", {"iso3", "from", "to"},
               [&](const Row& row, const Position& at) {
                 out.minor.push_back(span_of(row.at("iso3"), row.at("from"), row.at("to"), at));
               });
  for_each_row(folder + "/stable_dev.csv", {"iso3", "from", "to"},
               [&](const Row& row, const Position& at) {
                 out.quiet.push_back(span_of(row.at("iso3"), row.at("from"), row.at("to"), at));
                 out.quiet.back().first = a_year_after(out.quiet.back().first);
               });
  return out;
}

ToldTurns read_told_turns(const std::string& path, const std::string& date_column) {
  ToldTurns out;
  for_each_row(path, {"state", date_column}, [&](const Row& row, const Position& at) {
    out.are_probabilities = row.contains("probability");
    const auto strength = row.find(out.are_probabilities ? "probability" : "strength");
    if (strength == row.end()) throw Error("has no column 'probability' or 'strength'", {path});
    const auto value = number_in(strength->second);
    if (!value) throw Error(fmt::format("'{}' is no number", strength->second), at);
    const std::string& date = row.at(date_column);
    ToldTurn told{span_of(row.at("state"), date, date, at), *value, {}};
    if (const auto size = row.find("size"); size != row.end()) told.size = number_in(size->second);
    out.turns.push_back(told);
  });
  return out;
}

VotingDays voting_days(const Record& record) {
  VotingDays out;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    std::vector<Date>& days = out[record.states[s].code];
    for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
      const Date day = record.roll_calls[r].date;
      if (is_cast(record.votes.at(s, r)) && (days.empty() || days.back() != day))
        days.push_back(day);
    }
  }
  return out;
}

TurnScorer::TurnScorer(DocumentedTurns documented, ToldTurns told, VotingDays days)
    : documented_(std::move(documented)), told_(std::move(told)), days_(std::move(days)) {
  std::size_t quiet_days = 0;
  for (const SpanOfDays& span : documented_.quiet) {
    for (Date day = span.first; day <= span.last; day += std::chrono::days(1))
      quiet_days += has_turn(documented_, {span.state, day, day}) ? 0 : 1;
  }
  quiet_years_ = static_cast<double>(quiet_days) / days_a_year;
}

const ToldTurn* TurnScorer::found(const DocumentedTurn& turn, double least_strength) const {
  const ToldTurn* out = nullptr;
  for (const ToldTurn& told : told_.turns) {
    if (told.strength < least_strength || !overlap(told.when, turn.window)) continue;
    if (out == nullptr || told.strength > out->strength) out = &told;
  }
  return out;
}

bool TurnScorer::is_alarm(const ToldTurn& told) const {
  return is_contained(documented_.quiet, told.when) && !has_turn(documented_, told.when);
}

double TurnScorer::chance_of(const DocumentedTurn& turn, std::size_t told_of_state) const {
  const auto days = days_.find(turn.window.state);
  if (days == days_.end() || days->second.empty()) return 0;
  Date first = turn.window.first, last = turn.window.last;
  const bool are_years =
      std::any_of(told_.turns.begin(), told_.turns.end(),
                  [](const ToldTurn& told) { return told.when.first != told.when.last; });
  if (are_years) {
    first = *parse_date_start(std::to_string(year_of(first)));
    last = *parse_date_end(std::to_string(year_of(last)));
  }
  const auto within = std::count_if(days->second.begin(), days->second.end(),
                                    [&](Date day) { return day >= first && day <= last; });
  const double share = static_cast<double>(within) / static_cast<double>(days->second.size());
  return 1 - std::pow(1 - share, static_cast<double>(told_of_state));
}

TurnScore TurnScorer::score(double least_strength) const {
  TurnScore out;
  std::map<std::string, std::size_t> told_of_state;
  for (const ToldTurn& told : told_.turns) {
    if (told.strength < least_strength) continue;
    ++out.told;
    ++told_of_state[told.when.state];
    out.alarms += is_alarm(told) ? 1 : 0;
  }
  out.alarms_in_100_years = 100 * static_cast<double>(out.alarms) / quiet_years_;
  for (const DocumentedTurn& turn : documented_.turns) {
    Found& group = out.by_size[static_cast<std::size_t>(turn.size)];
    ++group.of;
    group.by_chance += chance_of(turn, told_of_state[turn.window.state]);
    const ToldTurn* told = found(turn, least_strength);
    if (told == nullptr) continue;
    ++group.found;
    if (turn.sign == 0 || !told->size) continue;
    ++out.sign_scored;
    out.sign_right += (*told->size > 0) == (turn.sign > 0) ? 1 : 0;
  }
  return out;
}

double TurnScorer::least_for(double alarms_in_100_years) const {
  std::vector<double> alarms;
  for (const ToldTurn& told : told_.turns) {
    if (is_alarm(told)) alarms.push_back(told.strength);
  }
  std::sort(alarms.begin(), alarms.end(), std::greater<>());
  const auto allowed = static_cast<std::size_t>(alarms_in_100_years * quiet_years_ / 100);
  const double above =
      allowed < alarms.size() ? alarms[allowed] : -std::numeric_limits<double>::infinity();
  double least = std::numeric_limits<double>::infinity();
  for (const ToldTurn& told : told_.turns) {
    if (told.strength > above) least = std::min(least, told.strength);
  }
  return least;
}

}  // namespace volteface
