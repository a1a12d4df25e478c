#include "cli/added_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <limits>

namespace volteface::cli {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;

// Rewrites one line of the terminal; clears it when done.
class ProgressBar {
 public:
  explicit ProgressBar(const std::string& path) : shown_(isatty(STDERR_FILENO) != 0) {
    if (!shown_) return;
    std::error_code ignored;
    size_ = std::filesystem::file_size(path, ignored);
    if (ignored || path.ends_with(".gz")) size_ = 0;  // bytes are counted unpacked
    name_ = std::filesystem::path(path).filename().string();
  }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() {
    if (told_ > 0) fmt::print(stderr, "\r\033[K");
  }

  void show(std::uint64_t bytes) {
    if (!shown_ || bytes < told_ + 4 * megabyte) return;
    told_ = bytes;
    if (size_ == 0) {
      fmt::print(stderr, "\r{}: {} MB", name_, bytes / megabyte);
      return;
    }
    constexpr std::uint64_t width = 30;
    const std::uint64_t done = std::min(width, bytes * width / size_);
    fmt::print(stderr, "\r{}: [{:<{}}] {} of {} MB", name_, std::string(done, '='), width,
               bytes / megabyte, size_ / megabyte);
  }

 private:
  bool shown_;
  std::string name_;
  std::uint64_t size_ = 0;
  std::uint64_t told_ = 0;
};

std::string plural(std::uint64_t n, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

ImportReport import_with_progress(Record& record, const std::string& path, ImportOptions options) {
  ProgressBar bar(path);
  options.progress = [&bar](std::uint64_t bytes) { bar.show(bytes); };
  return import_file(record, path, options);
}

void note_import(const ImportReport& report) {
  fmt::print(stderr, "{}: {} added, {} changed, {} as before, {} refused", report.file,
             plural(report.cells_added, "cell", "cells"), report.cells_changed,
             report.cells_same + report.cells_repeated, report.refused);
  if (report.roll_calls_added > 0) {
    fmt::print(stderr, "; {}", plural(report.roll_calls_added, "new roll call", "new roll calls"));
  }
  fmt::print(stderr, "\n");
  print_refusals(report, 3);
}

void print_refusals(const ImportReport& report, std::size_t at_most) {
  std::size_t told = 0;
  for (const Refusal& refusal : report.refusals) {
    if (told == at_most) break;
    fmt::print(stderr, "{}: {}\n", refusal.position.text(), refusal.reason);
    ++told;
  }
  if (report.refused > told) {
    fmt::print(stderr, "{}: {} more refused\n", report.file, report.refused - told);
  }
}

}  // namespace volteface::cli
