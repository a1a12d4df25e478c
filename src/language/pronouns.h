// Whom "he", "it" and "they" mean.
#pragma once

#include <functional>
#include <optional>

#include "language/references.h"

namespace volteface::language {

struct Pronoun {
  char gender = 0;  // 'm', 'f', 'n' of things, 'p' of several
  int person = 3;   // 1: I, we
  bool several = false;
};

// Nothing where a token is none that is resolved.
std::optional<Pronoun> pronoun_of(const Token& token, std::string_view form);

class Pronouns : public References {
 public:
  using References::References;

 protected:
  using MayMean = std::function<bool(std::uint32_t)>;  // of an entity

  // Who speaks in an interview: most of the quotations so far are theirs, and a word that says
  // another's ("he says", "says the president") may mean them. Nowhere else.
  std::uint32_t interviewed(std::uint32_t subject, const MayMean& fits) const;
  // "…, he says" in an answer: who answers, where the sentence names nobody who would say it.
  std::uint32_t answering(std::uint32_t i, const MayMean& may_mean) const;
  // "Ana Ruiz has another view. […] “…,” she says": whose view a paragraph gives.
  std::uint32_t holding_view(std::uint32_t i, const MayMean& may_mean) const;
  // "Ana Ruiz rang Luis Prado. She told him": from then on she is no man.
  void learn_gender(std::uint32_t entity, const Pronoun& pronoun);
  // Both in one clause, so that one pronoun can hardly mean the other ("Milei thanked him").
  bool same_clause(std::uint32_t a, std::uint32_t b) const;
  bool is_reflexive(std::uint32_t i) const;
  // Who is named or meant in the clause of a pronoun before it: it means none of them wherever else
  // they are named ("Milei met Xi. Milei thanked him").
  std::vector<std::uint32_t> in_clause_of(std::uint32_t i) const;
  std::vector<std::uint32_t> meant_by(std::uint32_t i, const Pronoun& pronoun) const;
  // ", he warned,": within what another than those named there says.
  bool is_put_in(std::uint32_t i) const;
  // "Asked whether she felt betrayed, Ana Ruiz said": she.
  std::uint32_t named_behind_question(std::uint32_t i, const MayMean& may_mean) const;
  // "Asked about Ruiz, he said": another than she.
  void named_in_question(std::uint32_t i, std::vector<std::uint32_t>& out) const;
  // "Were Ruiz to come, he warned, it would be war": but not "Ruiz is glad: it was, he says, hard".
  void named_in_words_around(std::uint32_t i, std::vector<std::uint32_t>& out) const;
  // "A few days after he took office, Ana Ruiz offered talks": the one named as the subject of the
  // clause that the first one hangs on.
  std::uint32_t subject_behind(std::uint32_t i, const MayMean& may_mean) const;
  // "he told them": he is none of those who were named together.
  bool stands_beside_them(std::uint32_t i) const;
  bool is_joined(std::uint32_t name) const;
  bool may_be(std::uint32_t entity, const Pronoun& pronoun) const;
  // What the grammar of its own sentence binds a pronoun to: "the leader who made his first trip",
  // "X offered his support", "X said he would come".
  std::uint32_t bound(std::uint32_t i, const MayMean& may_mean) const;
  // "As he greeted the guests, Milei …": the subject of the clause that this one hangs on.
  std::uint32_t ahead(std::uint32_t i, const Pronoun& pronoun) const;
  // "called for Russia to end its war": the state named right before the infinitive does it.
  std::uint32_t controller(std::uint32_t i) const;
  // The entities of the name that ends right before a token.
  std::vector<std::uint32_t> named_until(std::uint32_t token) const;
  std::uint32_t owner_of_subject(std::uint32_t i) const;
  std::uint32_t subject_behind_phrase(std::uint32_t i) const;
  bool is_body(std::uint32_t entity) const;
  bool is_what_is_done(std::uint32_t i) const;
  std::vector<std::uint32_t> one_thing(std::uint32_t i) const;
  // The last mention of several, or two that stand joined or close together.
  std::vector<std::uint32_t> several(std::uint32_t i) const;
  std::vector<std::uint32_t> two_persons_before(std::uint32_t i) const;
  bool serves_nobody_named(std::uint32_t token) const;
  // "the Rwandans", "the French"
  bool is_people(const Mention& mention) const;
  // "the soldiers who gave their lives": a noun of several that is nobody named.
  bool bound_to_noun(std::uint32_t i) const;
  bool goes_on_with_others(std::uint32_t i) const;
};

}  // namespace volteface::language
