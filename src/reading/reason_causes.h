// Which other state is the cause of what one does: the friend that it follows, the one that its
// loans come from.
#pragma once

#include <cstdint>
#include <string>

#include "reading/reason_tells.h"
#include "volteface/reading.h"

namespace volteface {

// All must outlive it.
class ReasonCauses {
 public:
  ReasonCauses(const ReportView& view, const ReasonTells& tells)
      : view_(view), tree_(view.tree), tells_(tells) {}

  // Another state that tokens [first, last) of a reason name. Of money it is the one that it comes
  // from or goes to.
  std::string cause_in(std::uint32_t first, std::uint32_t last, const std::string& explained,
                       Theme theme) const;
  // Another state that acts in a reason, or what is its own does: "because Chad's refusal harms
  // it".
  std::string who_does(std::uint32_t first, std::uint32_t last, const std::string& explained) const;
  // "It lent Chad the money. Chad feared to lose that money": of reasons that point back, the one
  // that the sentence before names.
  std::string cause_before(std::uint32_t first, std::uint32_t last, const std::string& explained,
                           Theme theme) const;

 private:
  bool is_seat(std::uint32_t t) const;
  bool gives(std::uint32_t t, std::uint32_t first) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonTells& tells_;
  const bool names_belgium_ = view_.document().text.find("Belgi") != std::string::npos;
};

}  // namespace volteface
