// A progress bar on standard error, for work that takes longer than people like to wait.
#pragma once

#include <chrono>
#include <string>

namespace volteface::cli {

// Shows nothing where standard error is no terminal, nor in the first half second.
class ProgressBar {
 public:
  explicit ProgressBar(std::string what);
  ~ProgressBar();  // wipes it off
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // May be called as often as one likes: it draws ten times a second.
  void show(double share);

  // Where the whole is not known, such as the length of what is compressed.
  void show_amount(const std::string& amount);

 private:
  using Clock = std::chrono::steady_clock;

  bool is_due();

  std::string what_;
  bool is_terminal_;
  bool drawn_ = false;
  Clock::time_point next_;
};

}  // namespace volteface::cli
