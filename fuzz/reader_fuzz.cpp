#include "reading_entry_points.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  volteface::fuzz::reader(data, size);
  return 0;
}
