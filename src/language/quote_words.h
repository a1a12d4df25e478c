// Which words of a document stand in quotation marks, and what the others may do for them: say,
// name, date.
#pragma once

#include <utility>
#include <vector>

#include "language/speech_nouns.h"
#include "language/trees.h"

namespace volteface::language {

class QuoteWords {
 public:
  QuoteWords(Document& document, const Trees& trees);

 protected:
  void mark(std::uint32_t q);
  // "GENEVA, May 3 (Agency) - …": the place says nothing.
  void mark_dateline(const Sentence& sentence);
  // "NEW DELHI: The envoy said", but not "RUIZ: “…”".
  bool is_place_with_colon(const Sentence& sentence, std::uint32_t colon) const;
  bool quoted_at(std::uint32_t byte) const;
  static bool is_dash(std::string_view form);
  // The subject that a parser gives a verb, but for a dateline's place.
  std::uint32_t own_subject(std::uint32_t verb) const;
  // Not a dateline's place, nor a word of what is said ("“Love is strong,” the guest told them").
  bool may_say(std::uint32_t subject, std::uint32_t verb) const;
  // "Ms Ruiz", "Foreign Secretary Ana Ruiz": the name, where a parser takes the title for the head.
  std::uint32_t past_title(std::uint32_t subject) const;
  bool is_cue(std::uint32_t i) const;
  // "she went on", "he shot back", "the minister cut in".
  bool is_speech_phrase(std::uint32_t i) const;
  std::uint32_t said_by(std::uint32_t q, std::uint32_t cue, std::uint32_t subject);
  bool is_mute_noun(std::uint32_t token) const;
  // Named, or told by an office or as "he".
  bool is_somebody(std::uint32_t token) const;
  // "said", "has said"
  bool is_finite(std::uint32_t verb) const;
  bool is_passive(std::uint32_t verb) const;

  Document& document_;
  const Trees& trees_;
  std::vector<std::uint32_t> quoted_;  // of each token, the quotation that it is in
  std::vector<bool> in_dateline_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_;  // of each quotation, its tokens
  SpeechNouns nouns_;
};

}  // namespace volteface::language
