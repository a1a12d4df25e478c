// Where the words of a reason stand: behind its cue, before it, within it, or in the sentence
// before.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "reading/reason_cues.h"
#include "reading/reason_voices.h"
#include "reading/report_view.h"

namespace volteface {

using TokenRange = std::pair<std::uint32_t, std::uint32_t>;  // [first, second)

// The view must outlive it.
class ReasonWords {
 public:
  explicit ReasonWords(const ReportView& view) : view_(view), tree_(view.tree), voices_(view) {}

  TokenRange reason_of(const CuePlace& place, const Sentence& sentence) const;
  // Where a second reason of tokens [first, last) begins; `last` if there is none.
  std::uint32_t second_reason(const CuePlace& place, std::uint32_t first, std::uint32_t last) const;
  // In lower case.
  std::string words(std::uint32_t first, std::uint32_t last) const;
  // Whether the sentence opens with the cue: "Because of the raid", "In part out of fear".
  bool is_fronted(const CuePlace& place, const Sentence& sentence) const;
  // "It is out of fear, he says, that Chad abstained".
  bool is_cleft_at(const CuePlace& place, const Sentence& sentence) const;

 private:
  std::uint32_t behind_apposition(std::uint32_t first, const Sentence& sentence) const;
  TokenRange explained_before(std::uint32_t verb, const Sentence& sentence) const;
  TokenRange reason_before(const CuePlace& place, const Sentence& sentence) const;
  std::uint32_t that_behind(std::uint32_t token, std::uint32_t end) const;
  TokenRange told_before(std::uint32_t sentence) const;
  TokenRange subject_words(const CuePlace& place, const Sentence& sentence) const;
  TokenRange between(const CuePlace& place) const;
  bool begins_another(std::uint32_t comma) const;
  bool ends_reason(std::uint32_t t) const;
  std::uint32_t end_of_fronted(const CuePlace& place, std::uint32_t first,
                               std::uint32_t last) const;
  std::uint32_t behind_voice(std::uint32_t comma, std::uint32_t first, bool clause,
                             const std::vector<Voice>& voices) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonVoices voices_;
};

}  // namespace volteface
