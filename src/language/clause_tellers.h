// Who tells a clause that a quotation stands in, where a parser gives the words to whom the clause
// is about.
#pragma once

#include "language/words_before_quotes.h"

namespace volteface::language {

class ClauseTellers : public WordsBeforeQuotes {
 public:
  using WordsBeforeQuotes::WordsBeforeQuotes;

 protected:
  // "Ana Ruiz complained on Monday that Chad would “…”": of the subject of a clause the one who
  // tells it; nowhere where the subject has the words.
  std::uint32_t teller_of(std::uint32_t q, std::uint32_t subject);
  // "Chad's Ana Ruiz: the vote should “…”": the name that a sentence opens with, before a colon.
  std::uint32_t labelled(std::uint32_t q) const;
  // "Her country is “…”": she, where the words of a sentence have no teller.
  std::uint32_t owner_of_country(std::uint32_t q) const;

 private:
  // The first word of a noun's phrase, by the order of words.
  std::uint32_t front_of(std::uint32_t noun, std::uint32_t floor) const;
  // "said", "said on Monday that": the verb that a clause right behind it hangs on.
  std::uint32_t telling_verb_before(std::uint32_t clause, std::uint32_t floor) const;
  bool may_tell(std::uint32_t noun) const;
};

}  // namespace volteface::language
