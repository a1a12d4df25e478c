// Votes that are told by what was told before them: "so did Chad", "and Mali too", "Niger was not".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/voters.h"

namespace volteface {

// Who voted as was told last.
struct VoteEcho {
  std::uint32_t head = nowhere;
  std::vector<Actor> voters;
  bool reversed = false;       // "Chad did not"
  bool is_announced = false;   // "Chad promised to do so"
  bool ends_denial = false;    // "Chad did", where others did not
  bool unlike_denied = false;  // "as Chad did", behind what may be denied
};

// By the order of words, since such clauses have little for a tree. Each token looks at few others.
// View and voters must outlive it.
class VoteEchoes {
 public:
  VoteEchoes(const ReportView& view, const Voters& voters)
      : view_(view), tree_(view.tree), voters_(voters) {}

  std::optional<VoteEcho> at_token(std::uint32_t token) const;

 private:
  std::string_view word(std::uint32_t token, std::uint32_t of_sentence) const;
  bool ends_clause(std::uint32_t token) const;
  bool begins_clause(std::uint32_t token) const;
  std::uint32_t end_of_sentence(std::uint32_t t) const;
  std::uint32_t past_aside(std::uint32_t t) const;
  std::vector<Actor> behind(std::uint32_t verb) const;
  std::vector<Actor> row_before(std::uint32_t token) const;
  bool is_behind_so(std::uint32_t verb) const;
  bool is_the_same_way(std::uint32_t verb) const;
  bool is_the_others(std::uint32_t number) const;
  bool is_likewise(std::uint32_t verb) const;
  bool says_the_same_goes(std::uint32_t verb) const;
  std::optional<bool> is_left_out(std::uint32_t verb) const;
  bool is_also(std::uint32_t token, std::uint32_t of_sentence) const;
  bool is_too(std::uint32_t token) const;
  bool is_additive(std::uint32_t token) const;
  std::vector<Actor> closed_row_behind(std::uint32_t token) const;
  std::vector<Actor> with_them(std::uint32_t preposition) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Voters& voters_;
};

}  // namespace volteface
