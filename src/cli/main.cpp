#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "cli/program.h"

int main(int argc, char** argv) {
  try {
    volteface::cli::Program program;
    return program.run(argc, argv);
  } catch (const std::exception& e) {
    fmt::print(stderr, "volteface: {}\n", e.what());
    return volteface::cli::failed;
  }
}
