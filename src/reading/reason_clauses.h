// Whom a clause names first, by the order of words: trees break where a speaker is put in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/reason_voices.h"
#include "reading/reason_words.h"

namespace volteface {

// All must outlive it.
class ReasonClauses {
 public:
  ReasonClauses(const ReportView& view, const ReasonWords& words)
      : view_(view), tree_(view.tree), words_(words), voices_(view) {}

  std::vector<std::string> states_of(std::uint32_t noun) const;
  // Whether a token stands in words that are put in.
  static bool is_put_in(std::uint32_t t, const std::vector<Voice>& voices);
  // Where the clause begins that stands before a cue.
  std::uint32_t begin_of_clause(std::uint32_t cue, const Sentence& sentence) const;
  // Whom the clause of a cue names first; only where a speaker is put in, or the cue stands in
  // front.
  std::vector<std::string> first_of_clause(const CuePlace& place, const Sentence& sentence,
                                           const TokenRange& reason) const;
  // Whom tokens [first, end) name first, but not behind a preposition; a row of names whole.
  std::vector<std::string> first_named_in(std::uint32_t first, std::uint32_t end,
                                          const std::vector<Voice>& voices) const;
  // "a theory: Chad needs the loans": Chad.
  std::vector<std::string> who_acts_in(const TokenRange& reason) const;

  std::vector<std::string> for_whom(const Sentence& sentence) const;
  // Whose act it is where a verb follows the cue: the subject that stands before it.
  std::vector<std::string> before_bare_verb(const CuePlace& place, const Sentence& sentence) const;

 private:
  bool is_topic(std::uint32_t t, std::uint32_t first) const;
  bool is_behind_preposition(std::uint32_t t, std::uint32_t first) const;
  std::vector<std::string> row_from(std::uint32_t name, std::uint32_t end,
                                    std::vector<std::string> states) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonWords& words_;
  const ReasonVoices voices_;
};

}  // namespace volteface
