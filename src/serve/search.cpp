#include "serve/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/symbols.h"
#include "record/text.h"
#include "serve/endpoint.h"

namespace volteface::serve {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// How well a name fits what was typed: 3 the same, 2 its beginning, 1 the beginning of each word
// typed somewhere in it, 0 not at all.
int fit_of(std::string_view name, std::string_view typed, const std::vector<std::string>& words) {
  const std::string low = lowered(name);
  if (low == typed) return 3;
  if (low.starts_with(typed)) return 2;
  const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return low.starts_with(word) || low.find(' ' + word) != std::string::npos;
  });
  return all ? 1 : 0;
}

struct Hit {
  int fit = 0;
  Json row;
};

Json hit(std::string_view kind, const std::string& label, const std::string& note,
         const std::string& address) {
  return {{"kind", kind}, {"label", label}, {"note", note}, {"address", address}};
}

// Slashes stay: symbols are full of them.
std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/()").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

void add_states(const World& world, const std::string& typed, const std::vector<std::string>& words,
                std::vector<Hit>& hits) {
  const Record& record = world.record();
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const State& state = record.states[s];
    int fit = std::max(fit_of(state.name, typed, words), lowered(state.code) == typed ? 3 : 0);
    if (const ActorState* actor = world.actors().state(state.code)) {
      for (const std::string& name : actor->names) fit = std::max(fit, fit_of(name, typed, words));
    }
    if (fit > 0)
      hits.push_back({fit + 10, hit("state", state.name, state.code, "/states/" + state.code)});
  }
}

// Where a person's latest office was, if the record has that state.
void add_persons(const World& world, const std::string& typed,
                 const std::vector<std::string>& words, std::vector<Hit>& hits) {
  for (const ActorPerson& person : world.actors().persons()) {
    int fit = fit_of(person.name, typed, words);
    for (const std::string& alias : person.aliases)
      fit = std::max(fit, fit_of(alias, typed, words));
    if (fit == 0 || person.offices.empty()) continue;
    const Office& office = person.offices.back();
    const auto state = world.record().find_state(office.state);
    if (!state) continue;
    const std::string years = fmt::format("{}–{}", year_of(office.from),
                                          office.to ? std::to_string(year_of(*office.to)) : "");
    hits.push_back({fit + 5, hit("person", person.name,
                                 fmt::format("{}, {}, {}", office.title,
                                             world.record().states[*state].name, years),
                                 "/states/" + office.state)});
  }
}

void add_roll_calls(const World& world, const std::string& typed,
                    const std::vector<std::string>& words, std::vector<Hit>& hits) {
  const Record& record = world.record();
  const auto all = world.roll_calls();
  const std::string symbol = plain_symbol(typed);
  for (auto r = all.rbegin(); r != all.rend(); ++r) {
    const RollCall& roll_call = record.roll_calls[*r];
    const std::string own = plain_symbol(roll_call.symbol);
    const bool is_named = !symbol.empty() && (own == symbol || lowered(roll_call.id) == typed);
    const bool begins = symbol.size() >= 3 && own.starts_with(symbol);
    if (!is_named && !begins && !holds_words(roll_call, words)) continue;
    const std::string& name = roll_call.symbol.empty() ? roll_call.id : roll_call.symbol;
    hits.push_back(
        {is_named ? 20
         : begins ? 4
                  : 1,
         hit("roll call", roll_call.title, fmt::format("{}, {}", name, format_date(roll_call.date)),
             "/votes/" + encoded(roll_call.id))});
  }
}

void add_reports(const World& world, const std::vector<std::string>& words,
                 std::vector<Hit>& hits) {
  for (const ReadReport& report : world.reports()) {
    const std::string& label = report.title.empty() ? report.reading.doc : report.title;
    if (!holds_words(label + ' ' + report.reading.outlet, words)) continue;
    hits.push_back({2, hit("report", label, report.reading.outlet,
                           "/reports/" + encoded(report.reading.doc))});
  }
}

Json search(const World& world, const Arguments& arguments) {
  const std::string query = arguments.text("q");
  const std::vector<std::string> words = words_of_query(query);
  std::vector<Hit> hits;
  if (!words.empty()) {
    const std::string typed = fmt::format("{}", fmt::join(words, " "));
    add_states(world, typed, words, hits);
    add_persons(world, typed, words, hits);
    add_reports(world, words, hits);
    add_roll_calls(world, typed, words, hits);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.fit > b.fit; });
  hits.resize(std::min(hits.size(), arguments.whole("limit")));
  Json rows = Json::array();
  for (Hit& one : hits) rows.push_back(std::move(one.row));
  return {{"rows", std::move(rows)}};
}

}  // namespace

std::vector<std::string> words_of_query(std::string_view query) {
  std::vector<std::string> words;
  const std::string low = lowered(query);
  std::size_t at = 0;
  while ((at = low.find_first_not_of(' ', at)) != std::string::npos) {
    const std::size_t end = std::min(low.find(' ', at), low.size());
    words.push_back(low.substr(at, end - at));
    at = end;
  }
  return words;
}

bool holds_words(std::string_view text, const std::vector<std::string>& words) {
  const std::string low = lowered(text);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return low.find(word) != std::string::npos; });
}

bool holds_words(const RollCall& roll_call, const std::vector<std::string>& words) {
  return words.empty() || holds_words(roll_call.symbol + ' ' + roll_call.title, words);
}

void add_search(std::vector<Endpoint>& endpoints) {
  endpoints.push_back(
      {.path = "/search",
       .summary = "States, persons in office, roll calls and reports by their names",
       .parameters = {{"q", ParameterKind::words, "what is looked for"}, at_most("20", 200)},
       .shape = "SearchAnswer",
       .answer = search,
       .is_page = true});
}

}  // namespace volteface::serve
