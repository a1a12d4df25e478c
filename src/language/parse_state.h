// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
//
// Words go from the buffer onto a stack (shift); the top of the stack gets the next word of the
// buffer (left) or the word below it (right) as its head, and leaves. The word that is left at last
// is the root, so that each sentence has one. Only projective trees can be built.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace volteface::language {

enum class Move : std::uint8_t { shift, left, right };

class ParseState {
 public:
  static constexpr std::int32_t none = -1;

  // What has been attached to a word.
  struct Node {
    std::int32_t head = none;
    std::int32_t left[2] = {none, none};  // outermost dependent, and the one within it
    std::int32_t right[2] = {none, none};
    std::uint32_t left_labels = 0;  // a bit for each, folded to 32
    std::uint32_t right_labels = 0;
    std::uint8_t label = 0;
    std::uint8_t lefts = 0, rights = 0;  // how many, at most 255
  };

  void start(std::size_t words);

  std::int32_t words() const { return static_cast<std::int32_t>(nodes_.size()); }
  std::int32_t buffer() const { return buffer_; }  // next word; words() where all were shifted
  std::size_t depth() const { return stack_.size(); }
  // The k-th from the top, 0 first; none where the stack is less deep.
  std::int32_t stack(std::size_t k) const {
    return k < stack_.size() ? stack_[stack_.size() - 1 - k] : none;
  }
  std::int32_t buffered(std::int32_t k) const { return buffer_ + k < words() ? buffer_ + k : none; }
  const Node& node(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)]; }

  bool finished() const { return buffer_ == words() && stack_.size() <= 1; }
  bool allowed(Move move) const {
    switch (move) {
      case Move::shift:
        return buffer_ < words();
      case Move::left:
        return !stack_.empty() && buffer_ < words();
      case Move::right:
        return stack_.size() >= 2;
    }
    return false;
  }

  void make(Move move, std::uint8_t label);

  // For each move, how many arcs of the gold tree can no longer be had after it (Goldberg and Nivre
  // 2013). `heads`: -1 for the root.
  std::array<int, 3> costs(std::span<const std::int32_t> heads) const;

 private:
  void attach(std::int32_t head, std::int32_t word, std::uint8_t label);

  std::vector<Node> nodes_;
  std::vector<std::int32_t> stack_;
  std::int32_t buffer_ = 0;
};

}  // namespace volteface::language
