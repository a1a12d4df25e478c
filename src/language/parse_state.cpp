#include "language/parse_state.h"

namespace volteface::language {

void ParseState::start(std::size_t words) {
  nodes_.assign(words, {});
  stack_.clear();
  buffer_ = 0;
}

void ParseState::attach(std::int32_t head, std::int32_t word, std::uint8_t label) {
  Node& h = nodes_[static_cast<std::size_t>(head)];
  Node& d = nodes_[static_cast<std::size_t>(word)];
  d.head = head;
  d.label = label;
  const bool left = word < head;
  std::int32_t* outer = left ? h.left : h.right;
  outer[1] = outer[0];
  outer[0] = word;
  (left ? h.left_labels : h.right_labels) |= 1U << (label % 32);
  std::uint8_t& count = left ? h.lefts : h.rights;
  if (count < 255) ++count;
}

void ParseState::make(Move move, std::uint8_t label) {
  if (move == Move::shift) {
    stack_.push_back(buffer_++);
    return;
  }
  const std::int32_t word = stack_.back();
  stack_.pop_back();
  attach(move == Move::left ? buffer_ : stack_.back(), word, label);
}

std::array<int, 3> ParseState::costs(std::span<const std::int32_t> heads) const {
  std::array<int, 3> costs{};
  const auto head_of = [&](std::int32_t word) { return heads[static_cast<std::size_t>(word)]; };
  if (buffer_ < words()) {
    const std::int32_t head = head_of(buffer_);
    int& shift = costs[0];
    if (head == none && !stack_.empty()) ++shift;
    for (std::size_t k = 0; k < stack_.size(); ++k) {
      if (head_of(stack(k)) == buffer_) ++shift;
      if (k > 0 && stack(k) == head) ++shift;
    }
  }
  if (stack_.empty()) return costs;
  const std::int32_t top = stack(0);
  const std::int32_t head = head_of(top);
  int lost = 0;
  for (std::int32_t word = buffer_; word < words(); ++word) lost += head_of(word) == top;
  // Only the word at the bottom can still be the root.
  const bool root = head == none && stack_.size() == 1;
  costs[1] = lost + (head > buffer_ || root || (head == stack(1) && head != none));
  costs[2] = lost + (head >= buffer_);
  return costs;
}

}  // namespace volteface::language
