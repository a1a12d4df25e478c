// What is replied to "Why did Chad abstain?" without a word that brings in a reason: "“The law is
// the same for all,” its envoy says."
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reading/reason_context.h"

namespace volteface {

struct Reply {
  std::vector<std::string> states;  // whose act is asked about
  Speaker speaker;
  TokenRange words;
};

// All must outlive it.
class ReasonReplies {
 public:
  ReasonReplies(const ReportView& view, const ReasonClauses& clauses, const ReasonContext& context)
      : view_(view), tree_(view.tree), clauses_(clauses), context_(context), voices_(view) {}

  // What a sentence replies to the question before it, if that asks why.
  std::optional<Reply> reply_in(std::uint32_t sentence) const;

 private:
  bool asks_why(std::uint32_t sentence) const;
  std::vector<std::string> asked_about(std::uint32_t sentence) const;
  std::optional<Reply> quoted_in(const Sentence& of) const;
  std::optional<Reply> told_in(const Sentence& of) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonClauses& clauses_;
  const ReasonContext& context_;
  const ReasonVoices voices_;
};

}  // namespace volteface
