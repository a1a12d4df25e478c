#include "serve/agreement_rows.h"

#include <algorithm>
#include <array>

namespace volteface::serve {
namespace {

constexpr std::array<std::pair<const char*, Measure Agreement::*>, 6> measures = {
    {{"agreement", &Agreement::agreement},
     {"coincidence", &Agreement::coincidence},
     {"s", &Agreement::s},
     {"kappa", &Agreement::kappa},
     {"weighted_kappa", &Agreement::weighted_kappa},
     {"pi", &Agreement::pi}}};

}  // namespace

Grouping grouping_of(const Arguments& arguments) {
  return arguments.takes("by") && arguments.text("by") == "session" ? Grouping::session
                                                                    : Grouping::year;
}

Json measures_json(const ChoiceTable& table, const Agreement& of) {
  Json json = {{"n", table.n()}};
  for (const auto& [name, measure] : measures) {
    const Measure& m = of.*measure;
    json[name] = number_json(m.value);
    json[std::string(name) + "_lo"] = number_json(m.lo);
    json[std::string(name) + "_hi"] = number_json(m.hi);
  }
  json["coincidence_n"] = of.coincidence_n;
  json["too_few"] = too_few_json(table.n());
  return json;
}

Json agreement_rows(const Record& record, StateIndex state, std::span<const StateIndex> others,
                    Grouping grouping, const Filter& filter) {
  const AgreementResult result = compare_states(record, state, others, grouping, filter);
  Json rows = Json::array();
  for (const AgreementRow& row : result.rows) {
    Json json = {{"period", result.periods[row.period].name}};
    add_fields(json, state_json(record, row.b));
    add_fields(json, measures_json(row.table, row.measures));
    rows.push_back(std::move(json));
  }
  return rows;
}

std::span<const RollCallIndex> year_of_roll_calls(const World& world, int year) {
  const auto all = world.roll_calls();
  const auto year_at = [&](RollCallIndex r) { return year_of(world.record().roll_calls[r].date); };
  const auto begin = std::partition_point(all.begin(), all.end(),
                                          [&](RollCallIndex r) { return year_at(r) < year; });
  const auto end =
      std::partition_point(begin, all.end(), [&](RollCallIndex r) { return year_at(r) <= year; });
  return {begin, end};
}

}  // namespace volteface::serve
