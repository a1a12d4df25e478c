#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "cli/program.h"
#include "cli/table.h"

int main(int argc, char** argv) {
  try {
    volteface::cli::Program program;
    const int code = program.run(argc, argv);
    if (std::fflush(stdout) != 0) volteface::cli::throw_unwritten();
    return code;
  } catch (const std::exception& e) {
    fmt::print(stderr, "volteface: {}\n", e.what());
    return volteface::cli::failed;
  }
}
