#include "cli/added_file.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <limits>

#include "cli/progress.h"

namespace volteface::cli {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;

// 0 where it is not known: bytes are counted unpacked.
std::uint64_t bytes_of(const std::string& path) {
  std::error_code failed;
  const std::uint64_t bytes = std::filesystem::file_size(path, failed);
  return failed || path.ends_with(".gz") ? 0 : bytes;
}

std::string plural(std::uint64_t n, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

ImportReport import_with_progress(Record& record, const std::string& path, ImportOptions options) {
  ProgressBar bar(std::filesystem::path(path).filename().string());
  options.progress = [&bar, all = bytes_of(path)](std::uint64_t bytes) {
    if (all > 0) {
      bar.show(static_cast<double>(bytes) / static_cast<double>(all));
    } else {
      bar.show_amount(fmt::format("{} MB", bytes / megabyte));
    }
  };
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
