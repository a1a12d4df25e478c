// Who is who in diplomatic news: states with their demonyms and capitals, organisations with their
// members, and office-holders with the days on which they served.
//
// The registry is linked into the library; data/README.md tells its sources and gaps. It answers
// for a day, since a name means different offices at different times:
//
//   const volteface::Actors& actors = language.actors();
//   for (auto person : actors.persons_named("Javier Milei")) {
//     const volteface::Office* office = actors.office_on(person, date);  // null: none on that day
//   }
//
// Threads: const objects may be used from any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/date.h"

namespace volteface {

struct ActorState {
  std::string code;  // as in the record: "ARG"; and XKX, PSE, VAT
  std::string name;
  std::vector<std::string> names;     // official and other names
  std::vector<std::string> demonyms;  // "Argentine", "Argentinian", "Argentines"
  std::string capital;
  std::vector<std::string> metonyms;  // "Buenos Aires", "Casa Rosada"
  int from = 0, to = 0;               // years of existence or membership; 0: open
};

struct ActorOrganisation {
  std::string code;  // "UN"
  std::string name;
  std::vector<std::string> names;
  std::vector<std::string> members;  // "HRV@2013-07-01", "GBR@1973-01-01..2020-01-31", "ARG"
  std::string kind;                  // "regional", "court", "armed group"
};

struct Office {
  std::string state;         // code; empty for heads of organisations
  std::string organisation;  // code, of heads of organisations
  std::string office;        // "head_of_state", "foreign_minister", ...
  std::string title;         // as the press has it: "President"
  Date from;
  std::optional<Date> to;  // none: in office as far as is known
};

struct ActorPerson {
  std::string name;
  std::vector<std::string> aliases;
  char gender = 0;              // 'm', 'f', 0
  std::vector<Office> offices;  // by first day
};

class Actors {
 public:
  // That which is linked into the library.
  static Actors embedded();
  // Throws Error that names `file` and the line for what `make actors` did not write.
  static Actors decoded(std::string_view bytes, const std::string& file);

  Actors(Actors&&) noexcept;
  Actors& operator=(Actors&&) noexcept;
  ~Actors();

  std::span<const ActorState> states() const;
  std::span<const ActorOrganisation> organisations() const;
  std::span<const ActorPerson> persons() const;

  const ActorState* state(std::string_view code) const;
  const ActorOrganisation* organisation(std::string_view code) const;

  // Places in persons(), by full name or alias; case and accents are ignored.
  std::span<const std::uint32_t> persons_named(std::string_view name) const;
  // By last name: "Milei". The last name of a name in the order of the East ("Xi Jinping") is found
  // by its first part, too.
  std::span<const std::uint32_t> persons_of_surname(std::string_view surname) const;
  // Everybody who held an office for a state (or, with a code of one, an organisation) on a day.
  std::vector<std::uint32_t> persons_of(std::string_view code, Date day) const;

  // The highest office on a day; null where there was none.
  const Office* office_on(const ActorPerson& person, Date day) const;
  // That, or the last one before the day, or the next one behind it.
  const Office* office_near(const ActorPerson& person, Date day) const;

  // 'm' or 'f' where nearly all with this given name are one; else 0.
  char gender_of_given_name(std::string_view given_name) const;
  bool is_given_name(std::string_view word) const;

 private:
  struct Tables;
  Actors();
  std::unique_ptr<Tables> tables_;
};

// An ISO day, month or year as the registry has them; throws nothing.
bool is_member(const ActorOrganisation& organisation, std::string_view state, Date day);

}  // namespace volteface
