// Words that a noun says are somebody's: "Ana Ruiz's warning", "in the view of Ana Ruiz", "“…” was
// the answer of Ana Ruiz".
#pragma once

#include <vector>

#include "language/trees.h"

namespace volteface::language {

class SpeechNouns {
 public:
  // `quoted`: of each token the quotation that it stands in.
  SpeechNouns(const Document& document, const Trees& trees,
              const std::vector<std::uint32_t>& quoted)
      : document_(document), trees_(trees), quoted_(quoted) {}

  // Of "warning", "statement": who is told to own it; nowhere where nobody is, or it is no such
  // noun.
  std::uint32_t owner(std::uint32_t noun) const;
  // The owner; the noun itself where it has none.
  std::uint32_t past(std::uint32_t noun) const;
  // "in the words of X, …", "for X, …" before a token of the same sentence.
  std::uint32_t view_before(std::uint32_t token) const;
  // "“…” was then the answer of X", "“…” – with these words X left": behind a quotation.
  std::uint32_t told_behind(std::uint32_t from) const;
  // "With the words “…” X left", right before a quotation that ends before `behind`.
  std::uint32_t with_the_words(std::uint32_t first, std::uint32_t behind) const;

 private:
  std::uint32_t front_of_part(std::uint32_t token) const;
  bool is_in_date(std::uint32_t token) const;
  std::uint32_t named(std::uint32_t token) const;
  std::uint32_t end_of_sentence(std::uint32_t token) const;
  std::uint32_t subject_from(std::uint32_t from, std::uint32_t to) const;

  const Document& document_;
  const Trees& trees_;
  const std::vector<std::uint32_t>& quoted_;
};

}  // namespace volteface::language
