// What looks like a reason and is none: "a week has passed since", "stopped over to thank him", "it
// would be easy to put it down to", "the draft failed because Chad vetoed it".
#pragma once

#include <cstdint>

#include "reading/reason_cues.h"
#include "reading/report_view.h"

namespace volteface {

// The view must outlive it.
class ReasonDoubts {
 public:
  explicit ReasonDoubts(const ReportView& view) : view_(view), tree_(view.tree) {}

  bool is_none(const CuePlace& place) const;

 private:
  bool is_asked_whether(std::uint32_t token) const;
  bool counts_time(std::uint32_t since) const;
  bool is_of_time(std::uint32_t since) const;
  bool tells_outcome(std::uint32_t that) const;
  bool only_thanks(std::uint32_t to) const;
  bool is_aim_of_other(std::uint32_t to) const;
  bool is_paid_back(std::uint32_t noun) const;
  bool is_said_of_act(const CuePlace& place) const;
  bool is_left_undone(std::uint32_t verb) const;
  bool is_fate_of_text(const CuePlace& place) const;
  bool is_glance(const CuePlace& place) const;
  bool is_with_infinitive(std::uint32_t mark) const;
  bool is_given_by_somebody(std::uint32_t given) const;
  bool is_asked_of_another(const CuePlace& place) const;
  bool casts_it(std::uint32_t to) const;
  bool is_mood_of_others(std::uint32_t adjective) const;

  const ReportView& view_;
  const SentenceTree& tree_;
};

}  // namespace volteface
