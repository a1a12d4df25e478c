// A promise that a fuzzer holds the code to; a broken one aborts.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace volteface::fuzz {

inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

}  // namespace volteface::fuzz
