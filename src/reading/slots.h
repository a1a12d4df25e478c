// Who stands in the slots of a rule of acts (data/reading/events.tsv), in one clause.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

class Slots {
 public:
  Slots(const ReportView& view, Clause clause);

  const Clause& clause() const { return clause_; }

  // The actors of the first slot that has any, but for the sides of `without`.
  std::vector<Actor> fill(const std::vector<std::string>& slots,
                          const std::vector<Actor>& without) const;

  // Those whom words behind the object add to who did it: "condemned the raid, and Mali too".
  std::vector<Actor> also_did_it() const;

  // Whether "both", "the two sides" stands in one of the slots.
  bool names_two(const std::vector<std::string>& slots) const;

  bool holds(const RuleNeed& need) const;

  // The state in whose place it happens ("in Oslo", "at Oslo"), if one is named.
  std::optional<Actor> place() const;

  // Whether the other side is told by what it agreed: "in support of the accord".
  bool names_agreement() const;

  // Whether something stands where the other side would, though it names none: "thanked the
  // libertarian", "rejected it".
  bool has_object() const { return clause_.object != nowhere; }

  // Whether what is done is done to something of the subject's own.
  bool is_of_its_own() const;

 private:
  bool is(std::uint32_t at, std::string_view word) const;
  std::vector<std::uint32_t> places_of(std::string_view where) const;
  std::vector<std::uint32_t> meant_by_pronoun() const;
  std::vector<std::uint32_t> said_of_object() const;
  std::vector<std::uint32_t> infinitives() const;
  std::vector<Actor> actors_at(std::string_view slot) const;
  std::vector<Actor> actors_behind(std::string_view preposition, bool deep,
                                   const std::vector<Oblique>& obliques) const;
  std::vector<Actor> subject() const;
  std::vector<Actor> place_pointed_at() const;
  std::vector<Actor> named_before(std::uint32_t pronoun) const;
  void join(std::uint32_t noun, std::vector<Actor>& found) const;
  std::vector<Actor> whose_it_is() const;
  std::vector<Actor> body() const;
  std::vector<Actor> subject_of_clause() const;
  std::vector<Actor> object_of_infinitive() const;
  std::vector<Actor> nationality_of_object() const;
  std::vector<Actor> objects() const;
  std::uint32_t receiver() const;
  std::uint32_t second_object() const;
  std::vector<Actor> beside_verb(bool who) const;
  std::vector<Actor> modifiers() const;
  bool is_talked_about(std::uint32_t noun) const;
  bool is_in_aside(std::uint32_t noun) const;
  bool is_of_another_clause(std::uint32_t noun) const;
  std::vector<Actor> elsewhere(bool all, const std::vector<Actor>& without) const;

  const ReportView& view_;
  Clause clause_;
  // What may hang on the clause though the parser hung it elsewhere; asked where `obliques` has
  // nothing.
  std::vector<Oblique> loose_;
};

}  // namespace volteface
