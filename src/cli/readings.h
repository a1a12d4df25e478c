// What commands on the press work on: reports, and what was read in them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/program.h"
#include "volteface/reading.h"
#include "volteface/reports.h"

namespace volteface::cli {

// The argument PATH... and the option --reading of a command; or, where reports are not its main
// matter, the option --news PATH... in place of the argument.
class ReadingOptions {
 public:
  enum class Reports : std::uint8_t { argument, option };
  explicit ReadingOptions(CLI::App& command, Reports reports = Reports::argument);

  bool given() const { return !paths_.empty() || !reading_files_.empty(); }

  // Calls `use` with each reading and the report that it is of, in the order of the reports, which
  // are read unless --reading has what was read in them; with --reading and without the report,
  // with an empty report. Problems are told on standard error.
  void for_each(const Record& record,
                const std::function<void(Reading&&, const Report&)>& use) const;

 private:
  std::vector<std::string> paths_;
  std::vector<std::string> reading_files_;
};

// Reads the reports and calls `use` with what each says, votes linked to their roll calls. Problems
// are told on standard error.
void read_each(const std::vector<std::string>& paths, const Record& record,
               const std::function<void(Reading&&, const Report&)>& use);

// Today, by this computer.
Date today();

}  // namespace volteface::cli
