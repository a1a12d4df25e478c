// `volteface ideal --sample`: draws from the posterior, their summary, and files of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/program.h"
#include "volteface/posterior.h"

namespace volteface::cli {

struct SampleCommand {
  bool sample = false;
  std::string draws;            // --draws: file to write them to
  std::optional<double> steps;  // --steps: print steps, and how probably they are larger
};

// Prints points (or steps) of the states named, of all if none is.
int run_sample(const Record& record, std::span<const RollCallIndex> roll_calls,
               const PosteriorOptions& options, const SampleCommand& command,
               const std::vector<std::string>& states, Format format);

}  // namespace volteface::cli
