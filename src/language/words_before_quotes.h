// Who speaks by what stands before a quotation: a colon, a clause put in, the sentence before.
#pragma once

#include "language/cue_subjects.h"

namespace volteface::language {

class WordsBeforeQuotes : public CueSubjects {
 public:
  using CueSubjects::CueSubjects;

 protected:
  // "Name: “…”": the last name before the colon.
  std::uint32_t colon(std::uint32_t first, std::uint32_t from) const;
  // "Ruiz to reporters outside: “…”": the first name, where no verb stands with it.
  std::uint32_t name_alone(std::uint32_t from, std::uint32_t to) const;
  // "the Chadian, Ana Ruiz, turned to the Malian: “…”": the first name that stands behind no
  // preposition.
  std::uint32_t name_before_verb(std::uint32_t from, std::uint32_t to) const;
  // "The break is final, says the envoy: “…”": the noun behind the verb.
  std::uint32_t told_before_colon(std::uint32_t from, std::uint32_t to) const;
  // "Ana Ruiz was blunt: “…”", "Ana Ruiz, in an interview with the Post: “…”", "her answer is
  // short: “…”": the subject.
  std::uint32_t clause_before_colon(std::uint32_t from, std::uint32_t to) const;
  // "Ana Ruiz would not go. “…”": who says something in the sentence right before, or does.
  std::uint32_t subject_before(std::uint32_t first);
  // Of a relative clause: "the envoy who said".
  bool is_below_noun(std::uint32_t verb) const;
  // "He nods. “…”": who does something in a few words right before.
  std::uint32_t subject_of_beat(std::uint32_t first) const;
  // "Chad, it says, accepts “…”", "the neighbours, Ana Ruiz told reporters, had “…”": a verb of
  // saying with its subject between commas.
  std::uint32_t inserted_before(std::uint32_t q);
  // The verb that a comma closes, with few words behind it; its subject, if a comma opens it.
  std::uint32_t verb_put_in(std::uint32_t comma, std::uint32_t begin) const;
  std::uint32_t subject_put_in(std::uint32_t verb, std::uint32_t begin) const;
  // "Chad, said Ana Ruiz, the minister, “…”"; "the text, which its ministry said was “…”": what a
  // parser seldom sees. Who is told by a verb that nothing but a clause is the object of.
  std::uint32_t says_between(std::uint32_t verb, std::uint32_t before) const;
};

}  // namespace volteface::language
