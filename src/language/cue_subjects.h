// Whose words a verb of saying tells: its subject, wherever a parser put it.
#pragma once

#include "language/quote_words.h"

namespace volteface::language {

class CueSubjects : public QuoteWords {
 public:
  using QuoteWords::QuoteWords;

 protected:
  // The subject of a cue; behind a quotation also what the parser took for its object.
  std::uint32_t subject_of_cue(std::uint32_t cue, bool forth) const;
  // "was described as “…” by the envoy of Chad, Ana Ruiz"; nowhere where nobody is told.
  std::uint32_t agent_of(std::uint32_t verb) const;
  // "“…”, explained Chad's envoy": the verb stands right behind the quotation and has no subject
  // before it.
  bool is_inverted(std::uint32_t cue) const;
  // Moves to the last word of "in that time", "at the time", "on Monday".
  bool skips_time(std::uint32_t& at) const;
  std::uint32_t noun_behind(std::uint32_t cue) const;
  // "“…” the former envoy said": a parser may not see that it is the subject.
  std::uint32_t noun_between(std::uint32_t cue) const;
  // "his colleague, Ana Ruiz, said", "her colleague at Defence, Ana Ruiz, said", "the South
  // African, Ana Ruiz, said": the name between the commas; the noun itself where none stands there.
  std::uint32_t name_apposed(std::uint32_t noun) const;
  // "New Zealand's Helen Clark" of which a parser took the owner for the head; "his colleague, Ana
  // Ruiz, said".
  std::uint32_t owned_by(std::uint32_t noun) const;
  // "the envoy of Chad, Ana Ruiz": her.
  std::uint32_t named_behind(std::uint32_t noun) const;
  // Where a parser gives a verb two subjects, the one right before it ("its account, given by X, is
  // this: he explained").
  std::uint32_t nearest_subject(std::uint32_t cue, bool forth) const;
  // "Ana Ruiz said Chad was giving in and deplored its “…”": the verb of saying whose form the
  // second one has, and not that of the clause between.
  std::uint32_t sayer_beside(std::uint32_t cue) const;
  // "her successor, Ana Ruiz, ruled it out": a clause that a parser hung on its subject.
  std::uint32_t clause_hung_on(std::uint32_t cue) const;
  // "Lima, which said", "it was Ana Ruiz who called": whom the pronoun stands for.
  std::uint32_t meant_by_relative(std::uint32_t subject, std::uint32_t cue) const;
};

}  // namespace volteface::language
