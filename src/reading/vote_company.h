// Those who are told to have voted as another did, beside it: "alongside Chad", "together with
// Mali", "with Togo at its side".
#pragma once

#include <cstdint>
#include <vector>

#include "reading/found_vote.h"
#include "reading/voters.h"

namespace volteface {

// View and voters must outlive it.
class VoteCompany {
 public:
  VoteCompany(const ReportView& view, const Voters& voters)
      : view_(view), tree_(view.tree), voters_(voters) {}

  void add_to(FoundVote& found) const;

 private:
  bool is_of_another_clause(std::uint32_t token, std::uint32_t head) const;
  std::vector<Actor> also_behind(std::uint32_t verb) const;
  bool is_behind_choice(std::uint32_t with, std::uint32_t verb) const;
  bool is_before_choice(std::uint32_t with, std::uint32_t verb) const;
  std::vector<Actor> closing(std::uint32_t verb, std::uint32_t end) const;
  bool is_of_next_clause(std::uint32_t verb) const;
  bool introduces_others(std::uint32_t token) const;
  bool at_its_side(std::uint32_t with, std::uint32_t end) const;
  bool together(std::uint32_t noun) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Voters& voters_;
};

}  // namespace volteface
