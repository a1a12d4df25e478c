// Who gives a reason; nobody where it is the reporter.
#pragma once

#include <cstdint>

#include "reading/reason_cues.h"
#include "reading/reason_holders.h"
#include "reading/reason_voices.h"
#include "reading/report_view.h"

namespace volteface {

// The view must outlive it.
class ReasonSpeakers {
 public:
  explicit ReasonSpeakers(const ReportView& view)
      : view_(view), tree_(view.tree), voices_(view), holders_(view) {}

  // Of a cue whose reason stands in tokens [first, last).
  Speaker speaker_of(const CuePlace& place, std::uint32_t first, std::uint32_t last) const;
  // "its envoy said" is said for the state whose act it explains.
  static void settle_owned(Speaker& speaker, const std::vector<std::string>& explained);

 private:
  std::uint32_t holder_of(const CuePlace& place) const;
  std::uint32_t giver_of(const CuePlace& place) const;
  Speaker who_above(std::uint32_t token) const;
  Speaker who_calls(std::uint32_t first, std::uint32_t last) const;
  Speaker who_relative(const CuePlace& place) const;
  Speaker who_gives(const CuePlace& place, std::uint32_t first, std::uint32_t last) const;
  Speaker who_explains(std::uint32_t verb) const;
  std::uint32_t name_apposed(std::uint32_t verb, std::uint32_t begin) const;
  Speaker who_puts(std::uint32_t verb) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonVoices voices_;
  const ReasonHolders holders_;
};

}  // namespace volteface
