#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace volteface::cli {
namespace {

constexpr std::size_t usual_width = 80;
constexpr std::size_t least_width = 40;

}  // namespace

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0) {
    return usual_width;
  }
  return std::max<std::size_t>(size.ws_col, least_width);
}

bool use_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::string bold(std::string_view text) {
  if (!use_colour()) return std::string(text);
  return "\033[1m" + std::string(text) + "\033[0m";
}

}  // namespace volteface::cli
