// Where the words of a reason stand: behind its cue, before it, within it, or in the sentence
// before.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "reading/reason_cues.h"
#include "reading/report_view.h"

namespace volteface {

using TokenRange = std::pair<std::uint32_t, std::uint32_t>;  // [first, second)

// The view must outlive it.
class ReasonWords {
 public:
  explicit ReasonWords(const ReportView& view) : view_(view), tree_(view.tree) {}

  TokenRange reason_of(const CuePlace& place, const Sentence& sentence) const;
  // In lower case.
  std::string words(std::uint32_t first, std::uint32_t last) const;
  // "It is out of fear, he says, that Chad abstained".
  bool is_cleft_at(const CuePlace& place, const Sentence& sentence) const;

 private:
  TokenRange reason_before(const CuePlace& place, const Sentence& sentence) const;
  TokenRange subject_words(const CuePlace& place, const Sentence& sentence) const;
  bool ends_reason(std::uint32_t t) const;

  const ReportView& view_;
  const SentenceTree& tree_;
};

}  // namespace volteface
