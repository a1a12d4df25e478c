#include "entry_points.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  volteface::fuzz::long_table(data, size);
  return 0;
}
