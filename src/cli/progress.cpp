#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace volteface::cli {
namespace {

constexpr int width = 30;
constexpr std::chrono::milliseconds patience{500};
constexpr std::chrono::milliseconds between{100};

}  // namespace

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)),
      is_terminal_(isatty(STDERR_FILENO) != 0),
      next_(Clock::now() + patience) {}

ProgressBar::~ProgressBar() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

bool ProgressBar::is_due() {
  if (!is_terminal_ || Clock::now() < next_) return false;
  next_ = Clock::now() + between;
  drawn_ = true;
  return true;
}

void ProgressBar::show(double share) {
  if (!is_due()) return;
  share = std::clamp(share, 0.0, 1.0);
  const int full = static_cast<int>(share * width);
  fmt::print(stderr, "\r{} [{:#<{}}{:.<{}}] {:3.0f} %", what_, "", full, "", width - full,
             100 * share);
  std::fflush(stderr);
}

void ProgressBar::show_amount(const std::string& amount) {
  if (!is_due()) return;
  fmt::print(stderr, "\r{} {}", what_, amount);
  std::fflush(stderr);
}

}  // namespace volteface::cli
