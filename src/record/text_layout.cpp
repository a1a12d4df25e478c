#include "record/text_layout.h"

#include <algorithm>

namespace volteface {
namespace {

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// The bytes that the first `width` code points take.
std::size_t bytes_of(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (begins_code_point(text[at]) && width-- == 0) break;
  }
  return at;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string_view kept = text.substr(0, bytes_of(text, width - 1));
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  const std::size_t room = width > display_width(indent) ? width - display_width(indent) : 1;
  std::string lines;
  while (true) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.empty()) return lines;
    std::size_t end = bytes_of(text, room);
    if (end < text.size() && text[end] != ' ') {
      const std::size_t space = text.rfind(' ', end);
      if (space != std::string_view::npos) end = space;
    }
    std::string_view line = text.substr(0, end);
    while (line.ends_with(' ')) line.remove_suffix(1);
    lines.append(indent).append(line).append("\n");
    text.remove_prefix(end);
  }
}

}  // namespace volteface
