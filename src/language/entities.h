// Whom and what names mean: entities of a document, in full where the registry of actors knows
// them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/names.h"
#include "language/trees.h"
#include "volteface/actors.h"
#include "volteface/language.h"

namespace volteface::language {

// What resolving needs to remember of an entity beside what the document tells.
struct EntityMemory {
  std::vector<std::string> words;  // of its names, as keys; the last of each name is a surname
  std::vector<std::string> surnames;
  const ActorPerson* person = nullptr;
  std::vector<std::string>
      roles;  // lower case, as the text has them: "president", "foreign minister"
};

class Entities {
 public:
  Entities(Document& document, const Actors& actors, const Trees& trees);

  // Sets Document::names, their entities, and a mention for each.
  void resolve(std::vector<FoundName> names);

  // The entity of a state, an organisation; made where it is new.
  // By value: a code that lies in an entity would move when a new one is made.
  std::uint32_t state(std::string code);
  std::uint32_t organisation(const ActorOrganisation& organisation);
  std::uint32_t person_of_registry(const ActorPerson& person);
  std::uint32_t described(const std::string& description, NameType type);

  const EntityMemory& memory(std::uint32_t entity) const { return memory_[entity]; }
  void add_role(std::uint32_t entity, std::string_view role);

  // The day by which offices are judged.
  Date day() const { return day_; }
  const Actors& actors() const { return actors_; }
  const std::map<std::string, int>& state_counts() const { return state_counts_; }

 private:
  std::uint32_t make(NameType type, std::string name);
  std::uint32_t resolve_state(const FoundName& found);
  const ActorOrganisation* seated_at(const FoundName& found, const ActorState& state) const;
  std::uint32_t resolve_person(const FoundName& found);
  std::uint32_t resolve_other(const FoundName& found);
  bool is_about_korea() const;
  std::string_view half_of_korea(const FoundName& found) const;
  void learn_short_names(const std::vector<FoundName>& names);
  std::uint32_t known_person(const std::vector<std::string>& words) const;
  std::span<const std::uint32_t> persons_like(const std::string& word) const;
  void index_words(std::uint32_t entity);
  const ActorPerson* registry_person(const FoundName& found,
                                     const std::vector<std::string>& words) const;
  double fit(const ActorPerson& person, const FoundName& found) const;
  void learn_name(std::uint32_t entity, const FoundName& found,
                  const std::vector<std::string>& words);
  void count_states(const std::vector<FoundName>& names);
  bool leads_row_of_subjects(std::uint32_t head) const;
  bool acts(const Name& name) const;
  bool is_state_of_person(const Name& person, const Name& state) const;
  bool is_heading_of_person(const Name& state, const Name& person) const;
  void give_side(std::uint32_t person, std::uint32_t side);
  // Whose somebody is by the name before the title; both empty where there is none.
  struct Served {
    std::string state, organisation;
  };
  Served served_before(const FoundName& found) const;

  Document& document_;
  const Actors& actors_;
  const Trees& trees_;
  Date day_;
  std::vector<EntityMemory> memory_;
  std::map<std::string, std::uint32_t> by_code_, by_key_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_beginning_;
  std::map<const ActorPerson*, std::uint32_t> by_person_;
  std::map<std::string, int> state_counts_;
  bool names_half_of_korea_ = false;
  std::map<std::string, std::uint32_t> by_last_word_;  // of organisations that are named in full
  std::set<std::string> states_by_name_;               // not by a capital alone
  std::vector<std::pair<std::uint32_t, Served>> served_at_;  // last token of names so far
};

}  // namespace volteface::language
