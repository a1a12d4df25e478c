// Two states: how alike they vote, where they part, and how they deal with each other by the
// reports.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "record/text.h"
#include "serve/agreement_rows.h"
#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

constexpr std::size_t parted_shown = 100;

struct Pair {
  StateIndex a = 0;
  StateIndex b = 0;
};

Pair pair_of(const World& world, const Arguments& arguments) {
  const Pair pair{state_named(world.record(), arguments.in_path("state")),
                  state_named(world.record(), arguments.in_path("other"))};
  if (pair.a == pair.b) {
    throw Refusal(400, fmt::format("{} twice", world.record().states[pair.a].name),
                  "two different states");
  }
  return pair;
}

ChoiceTable table_of(const Record& record, Pair pair, std::span<const RollCallIndex> roll_calls) {
  ChoiceTable table;
  for (const RollCallIndex r : roll_calls) {
    const Choice a = record.votes.at(pair.a, r), b = record.votes.at(pair.b, r);
    if (is_cast(a) && is_cast(b)) ++table.at(a, b);
  }
  return table;
}

Json table_json(const ChoiceTable& table) {
  Json rows = Json::array();
  for (const Choice a : {Choice::yes, Choice::abstain, Choice::no}) {
    rows.push_back(
        {table.at(a, Choice::yes), table.at(a, Choice::abstain), table.at(a, Choice::no)});
  }
  return rows;
}

// One said yes, the other no; the latest first.
std::vector<RollCallIndex> parted_of(const Record& record, Pair pair,
                                     std::span<const RollCallIndex> roll_calls) {
  std::vector<RollCallIndex> parted;
  for (auto r = roll_calls.rbegin(); r != roll_calls.rend(); ++r) {
    const Choice a = record.votes.at(pair.a, *r), b = record.votes.at(pair.b, *r);
    if ((a == Choice::yes && b == Choice::no) || (a == Choice::no && b == Choice::yes))
      parted.push_back(*r);
  }
  return parted;
}

// --- Words against votes

struct WordsOfYear {
  std::size_t warm = 0;
  std::size_t cold = 0;
  std::set<std::string> acts;
};

std::string act_name(const Act& act) {
  if (act.mode != EventMode::none) return std::string(text_of(act.mode));
  std::string name;
  for (const char c : text_of(act.type)) name += ascii_lower(c);
  return name;
}

// Of acts told as done, in the year in which they surely were.
std::map<int, WordsOfYear> words_of(const std::vector<Act>& acts) {
  std::map<int, WordsOfYear> years;
  for (const Act& act : acts) {
    const int year = year_of(act.date.from);
    if (year != year_of(act.date.to) || act.modality != Modality::asserted || !act.disputes.empty())
      continue;
    WordsOfYear& words = years[year];
    ++(is_hostile(act.type) ? words.cold : words.warm);
    words.acts.insert(act_name(act));
  }
  return years;
}

Json words_json(const World& world, Pair pair, const std::vector<Act>& acts) {
  Json rows = Json::array();
  for (const auto& [year, words] : words_of(acts)) {
    const ChoiceTable table = table_of(world.record(), pair, year_of_roll_calls(world, year));
    const Measure m = measure_agreement(table).agreement;
    rows.push_back({{"year", year},
                    {"warm", words.warm},
                    {"cold", words.cold},
                    {"acts", words.acts},
                    {"agreement", number_json(m.value)},
                    {"lo", number_json(m.lo)},
                    {"hi", number_json(m.hi)},
                    {"n", table.n()},
                    {"too_few", too_few_json(table.n())}});
  }
  return rows;
}

Json pair(const World& world, const Arguments& arguments) {
  const Record& record = world.record();
  const Pair of = pair_of(world, arguments);
  const auto roll_calls = select_roll_calls(record, arguments.filter());
  const ChoiceTable table = table_of(record, of, roll_calls);
  const auto parted = parted_of(record, of, roll_calls);
  const auto acts = acts_between(world.acts(), record.states[of.a].code, record.states[of.b].code);
  Json json = {{"a", state_json(record, of.a)},
               {"b", state_json(record, of.b)},
               {"table", table_json(table)},
               {"measures", measures_json(table, measure_agreement(table))}};
  json["rows"] =
      agreement_rows(record, of.a, {&of.b, 1}, grouping_of(arguments), arguments.filter());
  json["parted_total"] = parted.size();
  json["parted"] = Json::array();
  for (std::size_t i = 0; i < std::min(parted.size(), parted_shown); ++i) {
    Json row = roll_call_json(record, parted[i]);
    row["a"] = choice_name(record.votes.at(of.a, parted[i]));
    row["b"] = choice_name(record.votes.at(of.b, parted[i]));
    json["parted"].push_back(std::move(row));
  }
  json["contacts"] = Json::array();
  for (const Act& act : acts) json["contacts"].push_back(contact_json(world, act));
  json["words"] = words_json(world, of, acts);
  return json;
}

}  // namespace

void add_pairs(std::vector<Endpoint>& endpoints) {
  endpoints.push_back({.path = "/pairs/{state}/{other}",
                       .summary = "How alike two states vote, where they part, and their contacts",
                       .parameters = {by_period, since, until, subject},
                       .shape = "Pair",
                       .answer = pair,
                       .is_page = true});
}

}  // namespace volteface::serve
