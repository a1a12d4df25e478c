// Which states cast the vote that a verb or a noun tells of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

// States that stand in a row ("Chad, Mali and Togo"), and where the row ends: [first, last).
struct StateRow {
  std::vector<Actor> states;
  std::uint32_t first = nowhere;
  std::uint32_t last = nowhere;
  bool begins_clause = false;  // what stands before it is of another clause
};

// The view must outlive it.
class Voters {
 public:
  explicit Voters(const ReportView& view)
      : view_(view), tree_(view.tree), sponsors_(find_sponsors()) {}

  // The states that a noun and what is joined to it stand for.
  std::vector<Actor> states_of(std::uint32_t noun) const;

  // Those of a subject, or, where the tree has another, those that stand right before the verb.
  std::vector<Actor> of_verb(std::uint32_t subject, std::uint32_t verb) const;
  // Those of a subject alone. "was one of 18 states to vote against": the one.
  std::vector<Actor> of_subject(std::uint32_t subject) const;

  // "both", "the two", "all three": the last row of so many states that was named.
  std::vector<Actor> of_group(std::uint32_t subject) const;

  // "countries", "members", "nine": states that are not named.
  bool is_crowd(std::uint32_t noun) const;

  // "A dozen states, Chad and Mali among them, (abstained)": those named between.
  std::vector<Actor> counted_in_before(std::uint32_t verb) const;

  // Whose vote a noun is: possessor, nationality, "of", "by", "from", or what it is said to be.
  std::vector<Actor> of_noun(std::uint32_t noun) const;

  // "Chad killed the text with its veto": who does what the verb tells.
  std::vector<Actor> of_its_own(std::uint32_t noun) const;

  // "Chad's" before a noun, whatever the tree.
  std::vector<Actor> possessor(std::uint32_t noun) const;

  // "Chad, Mali and Togo (also)" before a token.
  StateRow right_before(std::uint32_t token) const;

  // "(were those of) Chad, Mali and Togo" behind a word, in its sentence; empty where something
  // else stands there.
  StateRow right_behind(std::uint32_t word) const;
  // The same from a token on, within [token, end).
  StateRow row_from(std::uint32_t token, std::uint32_t end) const;

  // "a Chadian (yes)": whatever the tree.
  std::vector<Actor> adjective_before(std::uint32_t noun) const;

  // The row behind the preposition of a noun, since a parser may join to it less than the row has,
  // or what stands behind ";"; else what the noun stands for.
  std::vector<Actor> behind_preposition(std::uint32_t noun) const;

  // All states that are named in [first, last).
  std::vector<Actor> between(std::uint32_t first, std::uint32_t last) const;

 private:
  bool is_who_is_asked(std::uint32_t noun) const;
  std::uint32_t first_of_sentence(std::uint32_t token) const;
  bool is_passable_before_verb(std::uint32_t token) const;
  std::uint32_t before_time(std::uint32_t token, std::uint32_t first) const;
  bool is_filler(std::uint32_t token) const;
  const Name* state_name_ending_at(std::uint32_t token) const;
  const Name* state_name_starting_at(std::uint32_t token) const;
  bool names_state(const Name& name) const;
  std::uint32_t before_its(std::uint32_t name, std::uint32_t first) const;
  bool is_put_in(const StateRow& row, std::uint32_t verb) const;
  std::uint32_t before_description(std::uint32_t comma, std::uint32_t first) const;
  bool is_of_word_before(std::uint32_t end, std::uint32_t first) const;
  bool begins_clause_with(const Name& name, std::uint32_t end) const;
  std::uint32_t before_relative(std::uint32_t comma, std::uint32_t first) const;
  std::uint32_t before_parenthesis(std::uint32_t comma, std::uint32_t first) const;
  bool is_aside(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t before_counted(std::uint32_t token, std::uint32_t first) const;
  std::uint32_t before_others(std::uint32_t token, std::uint32_t first) const;
  bool is_of_another_clause(std::uint32_t subject, std::uint32_t verb) const;
  std::vector<Actor> from_one_to_another(std::uint32_t from, std::uint32_t end) const;
  std::vector<Actor> two_before(std::uint32_t subject) const;
  std::vector<Actor> of_they(std::uint32_t subject, std::uint32_t verb) const;
  std::vector<Actor> of_denied_before(std::uint32_t verb) const;
  bool is_two_clauses(const StateRow& row) const;
  StateRow without_company(StateRow row) const;
  StateRow begun_before(const StateRow& near) const;
  bool owns_what_follows(const Name& name) const;
  std::uint32_t past_listing(std::uint32_t token, std::uint32_t end) const;
  std::uint32_t past_relative(std::uint32_t token, std::uint32_t end) const;
  std::vector<Actor> named_behind_body(std::uint32_t verb) const;
  std::vector<Actor> of_whole_sentence_start(std::uint32_t verb) const;
  std::vector<Actor> of_state_that_says(std::uint32_t subject, std::uint32_t verb) const;
  std::vector<Actor> of_sayer(std::uint32_t subject, std::uint32_t verb) const;
  std::uint32_t before_saying(std::uint32_t comma) const;
  std::vector<Actor> of_relative(std::uint32_t verb) const;
  std::vector<Actor> of_kin(std::uint32_t noun) const;
  std::vector<Actor> of_seat(std::uint32_t noun) const;
  std::vector<Actor> asked_about(std::uint32_t verb) const;
  std::vector<Actor> one_of_many(std::uint32_t verb) const;
  bool is_of_anybody(std::uint32_t subject, std::uint32_t verb) const;
  bool is_in_brackets(std::uint32_t verb) const;
  std::uint32_t who_did_what(std::uint32_t subject) const;
  std::vector<Actor> spoken_for(std::uint32_t verb) const;
  std::uint32_t past_counted(std::uint32_t token, std::uint32_t end) const;
  std::uint32_t past_region(std::uint32_t token, std::uint32_t end) const;
  std::uint32_t past_article(std::uint32_t token, std::uint32_t end) const;
  std::vector<Actor> said_to_be(std::uint32_t noun) const;
  std::vector<Actor> modifiers_of(std::uint32_t noun) const;

  std::vector<Actor> find_sponsors() const;
  std::uint32_t past_sponsors(std::uint32_t token, std::uint32_t end) const;
  std::uint32_t past_described(std::uint32_t token, std::uint32_t end) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<Actor> sponsors_;  // of the first text that is said to be brought in
};

// A word that stands between the states of a row.
bool is_listing(std::string_view word);

void add_voters(const std::vector<Actor>& more, std::vector<Actor>& voters);

}  // namespace volteface
