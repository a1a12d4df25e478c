// Descriptions: nouns that mean somebody or something the document has named, or a state's
// office-holder.
#pragma once

#include "language/discourse.h"
#include "language/entities.h"

namespace volteface::language {

class Nominals {
 public:
  Nominals(Document& document, const Trees& trees, Entities& entities, const Discourse& discourse,
           const std::vector<std::uint32_t>& mention_at)
      : document_(document),
        trees_(trees),
        entities_(entities),
        discourse_(discourse),
        mention_at_(mention_at) {}

  // What the noun at a place means; nothing where it means nobody in particular, or nobody known.
  std::vector<std::uint32_t> meant_by(std::uint32_t noun) const;

  // "the visitor" who speaks must be somebody: the last person who did something elsewhere.
  std::uint32_t somebody(std::uint32_t noun) const {
    return is_definite(noun) && !is_another(noun) ? epithet(noun) : nowhere;
  }

  // "a diplomat from Lima says": somebody who is not named, and was not spoken of before.
  bool introduces_person(std::uint32_t noun) const;
  // A new entity for them.
  std::uint32_t introduced(std::uint32_t noun);

  // Whether a description, "the president", "the laureate", may mean a person by what is known of
  // them.
  bool may_be_called(std::uint32_t entity, std::uint32_t noun) const;

  // Nouns that say what the person named at `name` is: apposed, before the name, or a predicate.
  std::vector<std::uint32_t> roles_beside(std::uint32_t name) const;

  // Gives a person the role that the noun tells, and the state where it tells one.
  void describe(std::uint32_t entity, std::uint32_t noun);

  // "ambassador", "economist"; not "ministry" or "statement".
  bool is_person_noun(std::uint32_t noun) const;

  // Tokens [first, last) of the noun with what describes it closely.
  std::pair<std::uint32_t, std::uint32_t> span_of(std::uint32_t noun) const;

  // "foreign minister", "president": the role with what makes it another.
  std::string role_text(std::uint32_t noun) const;

 private:
  std::string state_of(std::uint32_t noun) const;  // by demonym, possessive or "of"
  std::string state_named_in(std::uint32_t sentence, std::uint32_t first) const;
  std::string state_named_right_before(std::uint32_t whose) const;
  std::string state_opening(std::uint32_t sentence, std::uint32_t noun) const;
  bool acts(const Name& name) const;
  std::vector<std::string> states_spoken_of_by_us(std::uint32_t sentence, std::uint32_t last) const;
  std::string state_acting_before(std::uint32_t noun) const;
  std::string state_of_place(std::uint32_t noun) const;
  // Of "the NATO chief", "the head of the IMF": its code.
  std::string organisation_of(std::uint32_t noun) const;
  std::uint32_t organisation_meant(std::uint32_t noun) const;
  bool has_union_beside(const Name& name, std::uint32_t noun) const;
  std::string organisation_before(std::uint32_t token) const;
  std::string organisation_named_last(std::uint32_t token) const;
  // Of whom a noun describes; empty where it is a state, or nobody known.
  std::string organisation_served(std::uint32_t noun, const std::string& role) const;
  bool names_united_nations() const;
  bool is_sent_by_secretary_general(std::uint32_t noun) const;
  bool is_owned_by_organisation(std::uint32_t noun) const;
  bool is_head_alone(std::uint32_t noun, const std::string& role) const;
  bool is_what_someone_is_called(std::uint32_t noun) const;
  bool is_definite(std::uint32_t noun) const;
  bool is_another(std::uint32_t noun) const;  // "his colleague"
  bool is_one_of_many(std::uint32_t noun) const;
  bool has_role(std::uint32_t entity, const std::string& role) const;
  bool has_two(std::uint32_t noun) const;
  std::uint32_t person_with_role(std::uint32_t noun, const std::string& role,
                                 const std::string& state, const std::string& organisation) const;
  std::string kingdom_spoken_of(const std::string& role) const;
  std::uint32_t office_holder(const std::string& role, const std::string& state) const;
  std::uint32_t organisation_head(const std::string& role, const std::string& organisation) const;
  std::vector<std::uint32_t> listed_behind(std::uint32_t noun, NameType type) const;
  void keep_leaders(std::vector<Appearance>& seen, const std::vector<std::uint32_t>& others) const;
  std::vector<std::uint32_t> group(std::uint32_t noun, NameType type) const;
  bool is_of_one(std::uint32_t state, const std::vector<std::uint32_t>& others) const;
  std::uint32_t state_of_appearance(const Appearance& seen) const;
  std::vector<std::uint32_t> two_states(std::uint32_t noun,
                                        const std::vector<std::uint32_t>& others) const;
  std::vector<std::uint32_t> two_named_together(std::uint32_t noun) const;
  std::vector<std::uint32_t> two_of_paragraph(std::uint32_t noun) const;
  std::vector<std::uint32_t> two_meant_before(std::uint32_t noun) const;
  std::vector<std::uint32_t> two_named_most(std::uint32_t noun,
                                            const std::vector<std::uint32_t>& others) const;
  std::uint32_t epithet(std::uint32_t noun) const;
  std::uint32_t called_before(std::uint32_t noun) const;
  std::string word_of(std::uint32_t noun) const;
  std::uint32_t owner_of(std::uint32_t noun) const;
  std::uint32_t person_behind(std::uint32_t noun) const;
  std::uint32_t latter(std::uint32_t noun) const;
  std::uint32_t bare_person_before(std::uint32_t noun) const;
  std::uint32_t peer(std::uint32_t noun, const std::string& state) const;
  std::string dateline_state() const;
  std::uint32_t stranger(std::uint32_t noun) const;
  std::uint32_t guest(std::uint32_t noun) const;
  std::uint32_t state_meant(std::uint32_t noun) const;
  std::string state_of_junta() const;

  Document& document_;
  const Trees& trees_;
  Entities& entities_;
  const Discourse& discourse_;
  const std::vector<std::uint32_t>& mention_at_;  // of each token, its mention so far
};

}  // namespace volteface::language
