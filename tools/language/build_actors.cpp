// Builds data/actors.vfa from the three tables that data/README.md describes, and three of our own
// beside this file: of parties that are no states, with further names of organisations
// (other_parties.csv), of offices that the table of office-holders lacks or dates wrongly
// (own_offices.csv), and of further names of states and their bodies (own_state_names.csv).
//
//   build_actors FOLDER OTHERS.csv OFFICES.csv NAMES.csv OUT.vfa
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>
#include <vector>

#include "language/packed_file.h"
#include "record/byte_source.h"
#include "record/csv_reader.h"
#include "volteface/date.h"
#include "volteface/error.h"

namespace {

using namespace volteface;

// Rows of a table by the names of its columns.
class Rows {
 public:
  explicit Rows(const std::string& path)
      : source_(open_bytes(path)), reader_(*source_, ',', CsvReader::Encoding::utf8) {
    if (!reader_.next()) throw Error("the table is empty", {path});
    for (const std::string_view name : reader_.row()) columns_[std::string(name)] = columns_.size();
  }
  bool next() {
    if (!reader_.next()) return false;
    if (reader_.fault()) throw Error(*reader_.fault(), reader_.position());
    if (reader_.row().size() != columns_.size())
      throw Error("a row of another length than the header", reader_.position());
    return true;
  }
  std::string operator[](const std::string& column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end())
      throw Error(fmt::format("expected a column '{}'", column), {source_->name(), 1, 0});
    std::string value(reader_.row()[found->second]);
    for (char& c : value) c = c == '\t' || c == '\n' ? ' ' : c;
    return value;
  }
  Position position() const { return reader_.position(); }

 private:
  std::unique_ptr<ByteSource> source_;
  CsvReader reader_;
  std::map<std::string, std::size_t> columns_;
};

std::string day(const Rows& rows, const char* column, bool end) {
  const std::string text = rows[column];
  if (text.empty()) return text;
  const auto date = end ? parse_date_end(text) : parse_date_start(text);
  if (!date) throw Error(fmt::format("'{}' is not a date", text), rows.position());
  return format_date(*date);
}

std::string both(const std::string& names, const std::string& more) {
  return names.empty() || more.empty() ? names + more : names + '|' + more;
}

// Further names of states, by code: "the Bundestag" is Germany as "Berlin" is.
struct FurtherNames {
  std::string aliases, demonyms, metonyms;
};

std::map<std::string, FurtherNames> further_names(const std::string& path) {
  std::map<std::string, FurtherNames> out;
  for (Rows rows(path); rows.next();)
    out[rows["code"]] = {rows["aliases"], rows["demonyms"], rows["metonyms"]};
  return out;
}

std::string states(const std::string& table, const std::string& own) {
  std::map<std::string, FurtherNames> further = further_names(own);
  std::string out;
  for (Rows rows(table); rows.next();) {
    const FurtherNames& more = further[rows["code"]];
    const std::string aliases = both(both(rows["official_name"], rows["aliases"]), more.aliases);
    out += fmt::format("S\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", rows["code"], rows["name"], aliases,
                       both(rows["demonyms"], more.demonyms), rows["capital"],
                       both(rows["metonyms"], more.metonyms), rows["from"], rows["to"]);
  }
  return out;
}

// Organisations of both tables in their order; a row of a code that was there before adds names.
class Organisations {
 public:
  void add_table(const std::string& path) {
    for (Rows rows(path); rows.next();) {
      const auto [place, is_new] = place_of_code_.try_emplace(rows["code"], all_.size());
      if (is_new) all_.push_back({rows["code"], rows["name"], {}, rows["members"], rows["kind"]});
      std::string& names = all_[place->second].names;
      if (!is_new) add_name(names, rows["name"]);
      add_name(names, rows["aliases"]);
    }
  }

  std::string text() const {
    std::string out;
    for (const One& one : all_)
      out += fmt::format("O\t{}\t{}\t{}\t{}\t{}\n", one.code, one.name, one.names, one.members,
                         one.kind);
    return out;
  }

 private:
  struct One {
    std::string code, name, names, members, kind;
  };

  static void add_name(std::string& names, const std::string& more) {
    if (more.empty()) return;
    names += (names.empty() ? "" : "|") + more;
  }

  std::vector<One> all_;
  std::map<std::string, std::size_t> place_of_code_;
};

std::string organisations(const std::string& table, const std::string& others) {
  Organisations all;
  all.add_table(table);
  all.add_table(others);
  return all.text();
}

struct Person {
  std::string aliases, gender;
  std::string offices;
};

// An office of a person, whatever its days.
std::string office_of(const Rows& rows) {
  return rows["state"] + '\t' + rows["office"] + '\t' + rows["name"];
}

// One person under one name: by the item of Wikidata where there is one, else by name and state.
class Persons {
 public:
  void add(const Rows& rows) {
    std::string key = rows["state"];
    if (const std::string qid = rows["qid"]; !qid.empty()) {
      key = key_of_qid_.try_emplace(qid + "\t" + rows["name"], key).first->second;
    }
    Person& person = all_[{rows["name"], key}];
    if (const std::string aliases = rows["aliases"]; aliases.size() > person.aliases.size())
      person.aliases = aliases;
    if (person.gender.empty()) person.gender = rows["gender"];
    person.offices +=
        fmt::format("H\t{}\t{}\t{}\t{}\t{}\t{}\n", rows["state"], rows["org"], rows["office"],
                    rows["title"], day(rows, "from", false), day(rows, "to", true));
  }

  const std::map<std::pair<std::string, std::string>, Person>& all() const { return all_; }

 private:
  std::map<std::pair<std::string, std::string>, Person> all_;
  std::map<std::string, std::string> key_of_qid_;
};

// Our own rows stand for those of the table on the same office of the same person.
std::string persons(const std::string& table, const std::string& own) {
  std::set<std::string> corrected;
  for (Rows rows(own); rows.next();) corrected.insert(office_of(rows));
  Persons persons;
  for (Rows rows(table); rows.next();) {
    if (!corrected.contains(office_of(rows))) persons.add(rows);
  }
  for (Rows rows(own); rows.next();) persons.add(rows);
  std::string out;
  for (const auto& [key, person] : persons.all()) {
    out +=
        fmt::format("P\t{}\t{}\t{}\n{}", key.first, person.aliases, person.gender, person.offices);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    fmt::print(stderr, "usage: build_actors FOLDER OTHERS.csv OFFICES.csv NAMES.csv OUT.vfa\n");
    return 2;
  }
  try {
    const std::string folder = argv[1];
    const std::string file = language::packed_file(
        language::actors_magic, states(folder + "/states.csv", argv[4]) +
                                    organisations(folder + "/organisations.csv", argv[2]) +
                                    persons(folder + "/office_holders.csv", argv[3]));
    std::ofstream out(argv[5], std::ios::binary);
    out << file;
    if (!out.flush()) throw Error("cannot be written", {argv[5]});
    fmt::print(stderr, "{}: {} bytes\n", argv[5], file.size());
  } catch (const std::exception& e) {
    fmt::print(stderr, "build_actors: {}\n", e.what());
    return 2;
  }
  return 0;
}
