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
  // "because Chad had urged it to": who wished for what was done.
  std::string who_asked(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  // "because Chad is arming the rebels", "has closed the border": who does something now.
  std::string who_does(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  // "because it did not mention the hostages": a text is silent.
  bool tells_of_silence(std::uint32_t first, std::uint32_t last) const;
  bool passes_over(std::uint32_t verb) const;
  // "so as not to offend either Chad or Mali": one as much as the other.
  bool weighs_two(std::uint32_t first, std::uint32_t last) const;
  // "because the draft was rushed": of the text that is voted on.
  bool is_about_text(std::uint32_t first, std::uint32_t last) const;
  bool does_something(std::uint32_t first, std::uint32_t last, const std::string& state) const;
  bool tells_of_menace(std::uint32_t first, std::uint32_t last) const;
  // "a rift with Chad": words of what would part from a state.
  bool names_with(std::uint32_t first, std::uint32_t last, const std::string& cause) const;
  // "the African governments", "the West": many that are no single state.
  bool names_region(std::uint32_t first, std::uint32_t last) const;
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
  bool is_away(std::uint32_t object, std::uint32_t last) const;
  std::string other_subject(std::uint32_t verb, std::uint32_t first,
                            const std::string& state) const;
  const ReportView& view_;
  const SentenceTree& tree_;
};

}  // namespace volteface
