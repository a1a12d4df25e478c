#include "volteface/actors.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "language/actor_names.h"
#include "language/packed_file.h"
#include "volteface/error.h"

extern "C" {
extern const char volteface_embedded_actors_begin[];
extern const char volteface_embedded_actors_end[];
}

namespace volteface {
namespace {

using Fields = std::vector<std::string_view>;

Fields split(std::string_view text, char by) {
  Fields fields;
  if (text.empty() && by == '|') return fields;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    fields.push_back(text.substr(at, end - at));
    if (end == text.size()) return fields;
    at = end + 1;
  }
}

std::vector<std::string> list(std::string_view text) {
  const Fields fields = split(text, '|');
  return {fields.begin(), fields.end()};
}

int year(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// How much an office is a person's first: a head of state is known as that, whatever else.
int rank(std::string_view office) {
  constexpr std::string_view order[] = {
      "head_of_state", "head_of_government", "org_head",     "foreign_minister",
      "vice",          "defence_minister",   "un_ambassador"};
  return static_cast<int>(std::find(std::begin(order), std::end(order), office) -
                          std::begin(order));
}

}  // namespace

struct Actors::Tables {
  using Places = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  std::vector<ActorState> states;
  std::vector<ActorOrganisation> organisations;
  std::vector<ActorPerson> persons;
  std::unordered_map<std::string, std::uint32_t> state_of_code, organisation_of_code;
  Places named, surnamed, serving;
  std::unordered_map<std::string, std::pair<int, int>> given;  // men and women of that name

  void reserve(std::size_t number_of_persons);
  void add_person(std::uint32_t number);
};

void Actors::Tables::reserve(std::size_t number_of_persons) {
  constexpr std::size_t names_each = 2, surnames_each = 3;
  persons.reserve(number_of_persons);
  named.reserve(number_of_persons * names_each);
  surnamed.reserve(number_of_persons * surnames_each);
  given.reserve(number_of_persons);
}

void Actors::Tables::add_person(std::uint32_t number) {
  ActorPerson& person = persons[number];
  if (!std::ranges::is_sorted(person.offices, {}, &Office::from))
    std::ranges::stable_sort(person.offices, {}, &Office::from);
  const auto put = [number](Places& places, const std::string& key) {
    auto& all = places[key];
    if (!key.empty() && (all.empty() || all.back() != number)) all.push_back(number);
  };
  const std::string key = language::name_key(person.name);
  const auto put_name = [&](const std::string& name) {
    put(named, name);
    for (const std::string& surname : language::surnames_of_key(name)) put(surnamed, surname);
  };
  put_name(key);
  for (const std::string& alias : person.aliases) put_name(language::name_key(alias));
  for (const Office& office : person.offices) {
    put(serving, office.state.empty() ? office.organisation : office.state);
  }
  const std::string first = language::given_name_of_key(key);
  if (!first.empty()) {
    auto& [men, women] = given[first];
    men += person.gender != 'f';
    women += person.gender == 'f';
  }
}

Actors::Actors() : tables_(std::make_unique<Tables>()) {}
Actors::Actors(Actors&&) noexcept = default;
Actors& Actors::operator=(Actors&&) noexcept = default;
Actors::~Actors() = default;

namespace {

[[noreturn]] void damaged(const std::string& file, std::uint64_t line, const char* wrong) {
  throw Error(
      fmt::format("damaged registry of actors: {}; expected a file that `make actors` wrote",
                  wrong),
      {file, line, 0});
}

Office office_of(const Fields& row, const std::string& file, std::uint64_t line) {
  Office office;
  office.state = row[1];
  office.organisation = row[2];
  office.office = row[3];
  office.title = row[4];
  const auto from = parse_date(row[5]);
  if (!from && !row[5].empty()) damaged(file, line, "a day that is none");
  if (from) office.from = *from;
  office.to = parse_date(row[6]);
  return office;
}

}  // namespace

Actors Actors::decoded(std::string_view bytes, const std::string& file) {
  const std::string text = language::unpacked_file(language::actors_magic, bytes, file);
  Actors actors;
  Tables& t = *actors.tables_;
  std::uint64_t line = 0;
  const Fields rows = split(text, '\n');
  t.reserve(static_cast<std::size_t>(
      std::ranges::count_if(rows, [](std::string_view row) { return row.starts_with("P\t"); })));
  for (const std::string_view row_text : rows) {
    ++line;
    if (row_text.empty()) continue;
    const Fields row = split(row_text, '\t');
    if (row[0] == "S" && row.size() == 9) {
      t.states.push_back({std::string(row[1]), std::string(row[2]), list(row[3]), list(row[4]),
                          std::string(row[5]), list(row[6]), year(row[7]), year(row[8])});
    } else if (row[0] == "O" && row.size() == 6) {
      t.organisations.push_back({std::string(row[1]), std::string(row[2]), list(row[3]),
                                 list(row[4]), std::string(row[5])});
    } else if (row[0] == "P" && row.size() == 4) {
      t.persons.push_back(
          {std::string(row[1]), list(row[2]), row[3].empty() ? '\0' : row[3][0], {}});
    } else if (row[0] == "H" && row.size() == 7 && !t.persons.empty()) {
      t.persons.back().offices.push_back(office_of(row, file, line));
    } else {
      damaged(file, line, "a row of no known form");
    }
  }
  for (std::uint32_t i = 0; i < t.states.size(); ++i) t.state_of_code[t.states[i].code] = i;
  for (std::uint32_t i = 0; i < t.organisations.size(); ++i)
    t.organisation_of_code[t.organisations[i].code] = i;
  for (std::uint32_t i = 0; i < t.persons.size(); ++i) t.add_person(i);
  return actors;
}

Actors Actors::embedded() {
  const std::string_view bytes(
      volteface_embedded_actors_begin,
      static_cast<std::size_t>(volteface_embedded_actors_end - volteface_embedded_actors_begin));
  return decoded(bytes, "the embedded registry of actors");
}

std::span<const ActorState> Actors::states() const { return tables_->states; }
std::span<const ActorOrganisation> Actors::organisations() const { return tables_->organisations; }
std::span<const ActorPerson> Actors::persons() const { return tables_->persons; }

const ActorState* Actors::state(std::string_view code) const {
  const auto found = tables_->state_of_code.find(std::string(code));
  return found == tables_->state_of_code.end() ? nullptr : &tables_->states[found->second];
}

const ActorOrganisation* Actors::organisation(std::string_view code) const {
  const auto found = tables_->organisation_of_code.find(std::string(code));
  return found == tables_->organisation_of_code.end() ? nullptr
                                                      : &tables_->organisations[found->second];
}

std::span<const std::uint32_t> Actors::persons_named(std::string_view name) const {
  const auto found = tables_->named.find(language::name_key(name));
  return found == tables_->named.end() ? std::span<const std::uint32_t>() : found->second;
}

std::span<const std::uint32_t> Actors::persons_of_surname(std::string_view surname) const {
  const auto found = tables_->surnamed.find(language::name_key(surname));
  return found == tables_->surnamed.end() ? std::span<const std::uint32_t>() : found->second;
}

std::vector<std::uint32_t> Actors::persons_of(std::string_view code, Date day) const {
  std::vector<std::uint32_t> out;
  const auto found = tables_->serving.find(std::string(code));
  if (found == tables_->serving.end()) return out;
  for (const std::uint32_t number : found->second) {
    const Office* office = office_on(tables_->persons[number], day);
    if (office != nullptr && (office->state == code || office->organisation == code))
      out.push_back(number);
  }
  return out;
}

const Office* Actors::office_on(const ActorPerson& person, Date day) const {
  const Office* best = nullptr;
  for (const Office& office : person.offices) {
    if (office.from > day || (office.to && *office.to < day)) continue;
    if (best == nullptr || rank(office.office) <= rank(best->office)) best = &office;
  }
  return best;
}

const Office* Actors::office_near(const ActorPerson& person, Date day) const {
  if (const Office* office = office_on(person, day)) return office;
  const Office* before = nullptr;
  const Office* behind = nullptr;
  for (const Office& office : person.offices) {
    if (office.from <= day &&
        (before == nullptr || office.to.value_or(day) >= before->to.value_or(day)))
      before = &office;
    if (office.from > day && behind == nullptr) behind = &office;
  }
  return before != nullptr ? before : behind;
}

char Actors::gender_of_given_name(std::string_view given_name) const {
  const auto found = tables_->given.find(language::name_key(given_name));
  if (found == tables_->given.end()) return 0;
  const auto [men, women] = found->second;
  return women * 10 < men ? 'm' : men * 10 < women ? 'f' : '\0';
}

bool Actors::is_given_name(std::string_view word) const {
  return tables_->given.contains(language::name_key(word));
}

bool is_member(const ActorOrganisation& organisation, std::string_view state, Date day) {
  for (const std::string& member : organisation.members) {
    const std::string_view text = member;
    if (text.substr(0, text.find('@')) != state) continue;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos) return true;
    const std::string_view span = text.substr(at + 1);
    const std::size_t dots = span.find("..");
    const auto from = parse_date_start(span.substr(0, dots));
    if (from && day < *from) return false;
    if (dots == std::string_view::npos) return true;
    const auto to = parse_date_end(span.substr(dots + 2));
    return !to || day <= *to;
  }
  return false;
}

}  // namespace volteface
