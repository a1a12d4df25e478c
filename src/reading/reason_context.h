// Whose act a reason explains where its own sentence does not say: the question that it answers,
// the entry that it stands in, the states told of before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/doers.h"
#include "reading/reason_clauses.h"

namespace volteface {

// All must outlive it.
class ReasonContext {
 public:
  ReasonContext(const ReportView& view, const Doers& doers, const ReasonWords& words,
                const ReasonClauses& clauses)
      : view_(view),
        tree_(view.tree),
        doers_(doers),
        words_(words),
        clauses_(clauses),
        voices_(view) {}

  std::uint32_t own_country(const CuePlace& place, const Sentence& sentence) const;
  std::string label_of(std::uint32_t sentence) const;
  // The state of the one who answers most, as "you" of a question means it; may be empty.
  const std::string& interviewed() const { return view_.interviewed_state(); }
  std::vector<std::string> all_of_them(const CuePlace& place, const Sentence& sentence) const;
  std::vector<std::string> asked_about(const CuePlace& place, const Sentence& sentence,
                                       const TokenRange& reason) const;

 private:
  std::vector<std::string> among_them(std::uint32_t first, std::uint32_t last) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers& doers_;
  const ReasonWords& words_;
  const ReasonClauses& clauses_;
  const ReasonVoices voices_;
};

}  // namespace volteface
