#include "language_entry_point.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  volteface::fuzz::language_text(data, size);
  return 0;
}
