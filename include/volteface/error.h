// What went wrong, where, and what was expected instead.
//
// The library never prints, exits or aborts. Everything that a caller can cause - a damaged file,
// an unknown state, an impossible window - is thrown as volteface::Error, whose what() can be shown
// to a user as it is.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace volteface {

// A position in an input. Lines and columns count from 1; column counts bytes. 0 means "not known".
struct Position {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  // "votes.csv:12:7", "votes.csv:12", or "votes.csv".
  std::string text() const;
};

class Error : public std::runtime_error {
 public:
  // `message` says what is wrong and what was expected. `suggestions` are near misses, best first.
  explicit Error(std::string message, Position position = {},
                 std::vector<std::string> suggestions = {});

  const std::string& message() const noexcept { return message_; }
  const Position& position() const noexcept { return position_; }
  const std::vector<std::string>& suggestions() const noexcept { return suggestions_; }

 private:
  std::string message_;
  Position position_;
  std::vector<std::string> suggestions_;
};

}  // namespace volteface
