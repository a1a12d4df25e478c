#include "volteface/error.h"

#include <fmt/format.h>

#include <utility>

namespace volteface {
namespace {

std::string full_text(const std::string& message, const Position& position,
                      const std::vector<std::string>& suggestions) {
  std::string text = position.file.empty() ? message : position.text() + ": " + message;
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    text += i == 0 ? "; did you mean " : (i + 1 == suggestions.size() ? " or " : ", ");
    text += suggestions[i];
  }
  if (!suggestions.empty()) text += "?";
  return text;
}

}  // namespace

std::string Position::text() const {
  if (line == 0) return file;
  if (column == 0) return fmt::format("{}:{}", file, line);
  return fmt::format("{}:{}:{}", file, line, column);
}

Error::Error(std::string message, Position position, std::vector<std::string> suggestions)
    : std::runtime_error(full_text(message, position, suggestions)),
      message_(std::move(message)),
      position_(std::move(position)),
      suggestions_(std::move(suggestions)) {}

}  // namespace volteface
