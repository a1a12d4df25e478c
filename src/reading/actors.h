// Which states, organisations and persons a noun stands for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/sentence_tree.h"
#include "volteface/reading.h"

namespace volteface {

class ActorFinder {
 public:
  explicit ActorFinder(const SentenceTree& tree);

  // Those of a noun and of all that is joined to it. A state stands for itself, for its government,
  // its forces, its envoys ("Chadian troops", "the foreign ministry in Lima"); a person for the
  // state or the organisation that the person serves. Empty where nobody that acts is meant.
  std::vector<Actor> actors_of(std::uint32_t noun) const;

  // All that are named below a word, in the order of the text; of each state or organisation once.
  std::vector<Actor> actors_below(std::uint32_t at) const;

  // "the Baltic states", "both Koreas": all of them; empty for others.
  std::vector<Actor> group_of_region(std::uint32_t noun) const;
  bool is_whole(std::uint32_t noun, std::size_t states) const;

  // The mention, in Document::mentions, and the entity that a token heads; nowhere if there is
  // none.
  std::uint32_t mention_of(std::uint32_t token) const { return mention_of_head_[token]; }
  std::uint32_t entity_of(std::uint32_t token) const;

  // An entity's name; a person's without last names that the report does not use.
  const std::string& name_of(std::uint32_t entity) const { return names_[entity]; }

  // The state that a person serves by what the report tells, where it has no other; may be empty.
  const std::string& served_state(std::uint32_t entity) const { return served_[entity]; }

 private:
  std::string organisation_of(std::uint32_t name) const;
  std::string state_behind(std::uint32_t name) const;
  bool take_side_of_owner(std::uint32_t noun, std::uint32_t person);
  bool is_envoy_acted_on(const Mention& name) const;
  bool is_spoken_of_by_us(const std::string& state, const Mention& speaker) const;
  bool is_of_subject(std::uint32_t token) const;
  std::vector<Actor> row_meant(std::uint32_t noun) const;
  std::vector<Actor> leaders_of(std::uint32_t noun) const;
  std::vector<Actor> examples_of(std::uint32_t noun) const;
  bool is_body_of_un(std::uint32_t noun) const;
  bool names_person(std::uint32_t token) const;
  std::string named_behind(std::uint32_t noun) const;
  bool is_one_envoy(std::uint32_t noun) const;
  std::string only_envoy_of(const std::string& state) const;
  void find_ambassadors();
  std::uint32_t mention_starting_at(std::uint32_t token) const;
  std::vector<Actor> of_single(std::uint32_t noun) const;
  std::vector<Actor> of_modifiers(std::uint32_t noun) const;
  std::vector<Actor> of_name_before(std::uint32_t pronoun) const;
  void add_mention(std::uint32_t token, std::vector<Actor>& out) const;
  bool is_beside(std::uint32_t token, std::uint32_t top) const;
  Actor actor_of(std::uint32_t entity) const;
  bool has_nationality(std::uint32_t noun) const;
  bool is_branch_office(std::uint32_t noun) const;
  bool is_owner(std::uint32_t modifier) const;
  void find_served();
  std::vector<std::uint32_t> first_names() const;
  void take_side_beside(const Mention& name);
  void find_names();

  const SentenceTree& tree_;
  std::vector<std::uint32_t> mention_of_head_;  // by token
  bool names_un_ = false;
  std::vector<std::string> names_;                // by entity
  std::vector<std::string> served_;               // by entity: the state, if it is known or likely
  std::vector<std::string> organisation_served_;  // likewise; empty for most
  std::vector<std::uint32_t> ambassadors_;        // entities that the report calls so
};

// The same side: state and organisation, whoever the person.
bool same_side(const Actor& a, const Actor& b);

// Whether one of them is the state or serves it.
bool has_state(std::span<const Actor> actors, std::string_view state);

// Adds one that names somebody, and is not yet among them.
void add_actor(const Actor& actor, std::vector<Actor>& out);
// Adds those whose side is not yet among them.
void add_sides(std::vector<Actor> actors, std::vector<Actor>& out);

}  // namespace volteface
