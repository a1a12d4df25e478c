// "Chad recalled its envoy. Mali did the same", "so did Mali", "Mali followed suit", "Mali answered
// in kind", "Mali did not": the acts of the sentence before, or of its own, by another.
#pragma once

#include <cstdint>
#include <vector>

#include "reading/report_view.h"
#include "reading/untold_acts.h"

namespace volteface {

class RepeatedActs {
 public:
  // Both must outlive it.
  RepeatedActs(const ReportView& view, const UntoldActs& untold)
      : view_(view), tree_(view.tree), untold_(untold) {}

  // What a verb repeats of the acts told so far.
  std::vector<ReportedEvent> told_at(std::uint32_t verb,
                                     const std::vector<ReportedEvent>& so_far) const;

 private:
  bool is_repeated(std::uint32_t verb) const;
  bool is_denied_in_kind(std::uint32_t t, Modality modality) const;
  bool is_denied_alone(std::uint32_t verb) const;
  bool follows_in_time(std::uint32_t verb) const;
  bool has_company(std::uint32_t verb) const;
  std::uint32_t right_behind(std::uint32_t verb) const;
  ReportedEvent by_another(const ReportedEvent& before, const Actor& doer,
                           std::uint32_t verb) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const UntoldActs& untold_;
};

}  // namespace volteface
