// Whom a state stands with, where the reason names nobody: "out of solidarity", "to stand by its
// neighbour".
#pragma once

#include <cstdint>
#include <string>

#include "reading/doers.h"
#include "reading/reason_words.h"

namespace volteface {

// View and doers must outlive it.
class ReasonFollowed {
 public:
  ReasonFollowed(const ReportView& view, const Doers& doers)
      : view_(view), tree_(view.tree), doers_(doers) {}

  // Empty where it cannot be told.
  std::string companion(std::uint32_t sentence, const TokenRange& reason,
                        const std::string& state) const;

 private:
  std::string joined_in(const Sentence& sentence, const TokenRange& reason,
                        const std::string& state) const;
  bool tells_of_kin(const TokenRange& reason) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers& doers_;
};

}  // namespace volteface
