// Builds data/record.vfr, the record that is linked into the library, from the collected tables.
//
//   build_record FOLDER OUT [--cc0]
//
// FOLDER holds rollcalls.csv.gz, votes.csv.gz, countries.csv, matches.csv (data/README.md tells
// their columns).
// --cc0 takes only the roll calls whose every cell comes from Erik Voeten's table (CC0).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>

#include "record/catalogue_text.h"
#include "record/csv_reader.h"
#include "volteface/record.h"

namespace {

using namespace volteface;

using Row = std::unordered_map<std::string, std::string>;

// Calls `use` with each row of a table that has a header, as column name -> value.
template <typename Use>
void for_each_row(const std::string& path, Use use) {
  const auto bytes = open_bytes(path);
  CsvReader reader(*bytes);
  if (!reader.next()) throw Error("is empty", {path});
  const std::vector<std::string> header(reader.row().begin(), reader.row().end());
  Row row;
  while (reader.next()) {
    if (reader.fault()) throw Error(*reader.fault(), reader.position());
    if (reader.row().size() != header.size()) {
      throw Error(fmt::format("{} fields, expected {}", reader.row().size(), header.size()),
                  reader.position());
    }
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::string(reader.row()[i]);
    use(row, reader.position());
  }
}

std::uint32_t number(const std::string& text, const Position& position) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Error(fmt::format("'{}' is not a whole number", text), position);
  }
  return value;
}

std::vector<std::string> split(const std::string& text, const std::string& delimiter) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(delimiter, begin), text.size());
    const std::string part = clean_text(text.substr(begin, end - begin));
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) {
      parts.push_back(part);
    }
    begin = end + delimiter.size();
  }
  return parts;
}

// The UN Library's headings are joined by '|'. One of the sources joins them, and the broad classes
// above them, by ", "; so those with commas of their own are known here, and any other comes apart.
const std::vector<std::string> headings_with_commas = {
    "AGRICULTURE, FORESTRY AND FISHING",
    "DECOLONIZATION, TRUSTEESHIP AND APARTHIED",  // spelt so in the source
    "DISASTER PREVENTION, PREPAREDNESS AND RELIEF",
    "LEISURE, RECREATION AND SPORTS",
    "POLITICAL CONDITIONS, INSTITUTIONS, MOVEMENTS",
    "RACISM, RACIAL DISCRIMINATION, XENOPHOBIA AND RELATED INTOLERANCE"};

std::string with_bars(std::string text) {
  constexpr char comma_of_heading = '\1';
  const auto replace = [&text](std::size_t at, std::size_t length, const std::string& by) {
    text.replace(at, length, by);
  };
  for (const std::string& heading : headings_with_commas) {
    std::string whole = heading;
    std::replace(whole.begin(), whole.end(), ',', comma_of_heading);
    for (std::size_t at; (at = text.find(heading)) != std::string::npos;) {
      replace(at, heading.size(), whole);
    }
  }
  for (std::size_t at; (at = text.find(", ")) != std::string::npos;) replace(at, 2, "|");
  std::replace(text.begin(), text.end(), comma_of_heading, ',');
  return text;
}

std::vector<std::string> subjects_of(const Row& row) {
  const bool by_comma = row.at("source").find("HZloto") != std::string::npos;
  const auto subjects = split(by_comma ? with_bars(row.at("subjects")) : row.at("subjects"), "|");
  return subjects.empty() ? split(row.at("short"), "|") : subjects;
}

// Short English names where the table's are long, or say in brackets what membership spans say.
const std::map<std::string, std::string> short_names = {{"BOL", "Bolivia"},
                                                        {"BRN", "Brunei"},
                                                        {"CHN", "China"},
                                                        {"CIV", "Côte d'Ivoire"},
                                                        {"COD", "Democratic Republic of the Congo"},
                                                        {"CSK", "Czechoslovakia"},
                                                        {"CZE", "Czechia"},
                                                        {"DDR", "German Democratic Republic"},
                                                        {"DEU", "Germany"},
                                                        {"EAT", "Tanganyika"},
                                                        {"EAZ", "Zanzibar"},
                                                        {"EGY", "Egypt"},
                                                        {"FSM", "Micronesia"},
                                                        {"GBR", "United Kingdom"},
                                                        {"GFR", "Federal Republic of Germany"},
                                                        {"GMB", "Gambia"},
                                                        {"GNB", "Guinea-Bissau"},
                                                        {"IRN", "Iran"},
                                                        {"KOR", "South Korea"},
                                                        {"LAO", "Laos"},
                                                        {"MDA", "Moldova"},
                                                        {"MYS", "Malaysia"},
                                                        {"PRK", "North Korea"},
                                                        {"RUS", "Russia"},
                                                        {"SCG", "Serbia and Montenegro"},
                                                        {"SUN", "Soviet Union"},
                                                        {"SYR", "Syria"},
                                                        {"TUR", "Türkiye"},
                                                        {"TWN", "Republic of China"},
                                                        {"USA", "United States"},
                                                        {"VEN", "Venezuela"},
                                                        {"VNM", "Vietnam"},
                                                        {"YAR", "Yemen Arab Republic"},
                                                        {"YEM", "Yemen"},
                                                        {"YMD", "Democratic Yemen"},
                                                        {"YUG", "Yugoslavia"}};

std::vector<std::string> issues_of(const Row& row) {
  static const std::map<std::string, std::string> names = {
      {"me", "Middle East"},  {"nu", "Nuclear weapons"}, {"di", "Disarmament"},
      {"hr", "Human rights"}, {"co", "Colonialism"},     {"ec", "Economic development"}};
  std::vector<std::string> issues;
  for (const auto& code : split(row.at("issues"), ";")) issues.push_back(names.at(code));
  return issues;
}

RollCall roll_call_of(const Row& row, const Position& position) {
  RollCall r;
  r.id = row.at("id");
  const auto date = parse_date(row.at("date"));
  if (!date) throw Error("malformed date", position);
  r.date = *date;
  r.date_exact = row.at("date_quality") == "exact";
  r.session = row.at("session");
  r.symbol = row.at("symbol");
  r.title = plain_title(row.at("title"));  // the catalogue's ending says what `kind` says
  const auto kind = parse_kind(row.at("kind"));
  if (!kind) throw Error(fmt::format("unknown kind '{}'", row.at("kind")), position);
  r.kind = *kind;
  r.subjects = subjects_of(row);
  r.issues = issues_of(row);
  if (!row.at("yes").empty() && !row.at("no").empty() && !row.at("abstain").empty()) {
    r.published = Tally{number(row.at("yes"), position), number(row.at("no"), position),
                        number(row.at("abstain"), position), 0};
  }
  r.important = row.at("important") == "1";
  if (!row.at("rcid").empty()) r.rcid = number(row.at("rcid"), position);
  r.duplicate_of = row.at("dup_of");
  r.note = row.at("note");
  r.source = row.at("source");
  return r;
}

Choice choice_of(const std::string& letter, const Position& position) {
  for (Choice c : {Choice::yes, Choice::abstain, Choice::no, Choice::absent}) {
    if (letter.size() == 1 && letter[0] == choice_letter(c)) return c;
  }
  throw Error(fmt::format("unknown vote '{}', expected Y, N, A or X", letter), position);
}

template <typename Map>
typename Map::mapped_type at(const Map& map, const std::string& key, const Position& position) {
  const auto found = map.find(key);
  if (found == map.end()) throw Error(fmt::format("'{}' is not known", key), position);
  return found->second;
}

// Voeten's numbers of roll calls that matches.csv names and rollcalls.csv does not: there the UN
// Library's row carries no number. Told from the title, which is that of the other half of the
// pair, and from the numbers beside it, which go by date (5540 is A/RES/71/95, 5545 is
// A/RES/71/130).
const std::map<std::string, std::string> unnumbered = {
    {"u855221", "5541"},  {"u855183", "5544"},   // A/RES/71/96, A/RES/71/99
    {"u1650751", "6060"}, {"u1655326", "6099"},  // A/RES/73/8, A/RES/73/68
    {"u1654885", "6115"}, {"u1654884", "6116"}   // A/RES/73/95, A/RES/73/122
};

Record build(const std::string& folder, bool cc0) {
  Record record;
  std::unordered_map<std::string, StateIndex> states;
  for_each_row(folder + "/countries.csv", [&](const Row& row, const Position&) {
    states[row.at("code")] = static_cast<StateIndex>(record.states.size());
    const auto name = short_names.find(row.at("code"));
    record.states.push_back(
        {row.at("code"), name == short_names.end() ? row.at("name") : name->second});
  });

  std::unordered_map<std::string, RollCallIndex> roll_calls;
  std::unordered_map<std::string, RollCallIndex> by_rcid;
  std::unordered_map<std::string, bool> left_out;
  for_each_row(folder + "/rollcalls.csv.gz", [&](const Row& row, const Position& position) {
    const RollCall r = roll_call_of(row, position);
    if (cc0 && r.source != "un-project/un-votes") {
      left_out[r.id] = true;
      return;
    }
    const auto index = static_cast<RollCallIndex>(record.roll_calls.size());
    roll_calls[r.id] = index;
    if (r.rcid != 0) by_rcid[fmt::format("{}", r.rcid)] = index;
    if (const auto found = unnumbered.find(r.id); found != unnumbered.end()) {
      by_rcid.emplace(found->second, index);
    }
    record.roll_calls.push_back(r);
  });

  record.votes = VoteMatrix(record.states.size(), record.roll_calls.size());
  for_each_row(folder + "/votes.csv.gz", [&](const Row& row, const Position& position) {
    if (left_out.contains(row.at("rollcall"))) return;
    record.votes.set(at(states, row.at("country"), position),
                     at(roll_calls, row.at("rollcall"), position),
                     choice_of(row.at("vote"), position));
  });

  for_each_row(folder + "/matches.csv", [&](const Row& row, const Position& position) {
    const auto a = by_rcid.find(row.at("rcid1"));
    const auto b = by_rcid.find(row.at("rcid2"));
    if (a != by_rcid.end() && b != by_rcid.end()) {
      record.known_pairs.push_back({a->second, b->second});
    } else if (!cc0) {  // the CC0 part lacks most later roll calls, so that most pairs are cut
                        // there
      fmt::print(stderr, "{}: no roll call {}; the pair is left out\n", position.text(),
                 a == by_rcid.end() ? row.at("rcid1") : row.at("rcid2"));
    }
  });

  if (!cc0) {
    record.sources.push_back(
        {"UN Digital Library voting data, Dag Hammarskjold Library, United Nations",
         "Attribution, non-commercial use of the compilation; who voted what is public fact",
         "https://digitallibrary.un.org"});
  }
  record.sources.push_back(
      {"Erik Voeten, United Nations General Assembly Voting Data, Harvard Dataverse", "CC0 1.0",
       "https://doi.org/10.7910/DVN/LEJUQZ"});
  finish_record(record);
  return record;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool cc0 = argc == 4 && std::string(argv[3]) == "--cc0";
  if (argc != 3 && !cc0) {
    fmt::print(stderr, "usage: build_record FOLDER OUT [--cc0]\n");
    return 2;
  }
  const Record record = build(argv[1], cc0);
  const auto bytes = encode_record(record);
  std::ofstream out(argv[2], std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error("cannot be written", {argv[2]});
  fmt::print(stderr, "{} roll calls, {} states, {} pairs, {} bytes, hash {}\n",
             record.roll_calls.size(), record.states.size(), record.known_pairs.size(),
             bytes.size(), record.hash);
  return 0;
} catch (const std::exception& e) {
  fmt::print(stderr, "build_record: {}\n", e.what());
  return 2;
}
