// What the words of a reason, tokens [first, last), tell of: fear, a kindness, what another state
// did.
#pragma once

#include <cstdint>
#include <string>

#include "reading/report_view.h"

namespace volteface {

// The view must outlive it.
class ReasonTells {
 public:
  explicit ReasonTells(const ReportView& view) : view_(view), tree_(view.tree) {}

  std::string who_had(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  bool does_something(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  bool tells_of_menace(std::uint32_t first, std::uint32_t last) const;
  bool tells_of_breach(std::uint32_t first, std::uint32_t last) const;
  bool speaks_of_fear(std::uint32_t first, std::uint32_t last) const;
  bool is_angry(std::uint32_t first, std::uint32_t last) const;
  bool is_afraid(std::uint32_t first, std::uint32_t last) const;
  std::string who_wrongs(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  std::string who_threatens(std::uint32_t first, std::uint32_t last,
                            const std::string& state) const;
  bool does_alike(std::uint32_t first, std::uint32_t last) const;
  bool tells_of_fear(std::uint32_t first, std::uint32_t last) const;
  bool tells_of_kindness(std::uint32_t first, std::uint32_t last) const;
  bool is_victim(std::uint32_t t) const;
  bool is_pressed_by_name(std::uint32_t first, std::uint32_t last) const;
  // "under pressure from the Union": somebody that is no state.
  bool names_organisation(std::uint32_t first, std::uint32_t last) const;

 private:
  const ReportView& view_;
  const SentenceTree& tree_;
};

}  // namespace volteface
