// The model is loaded once for a test program.
#pragma once

#include "volteface/language.h"

namespace volteface {

inline const Language& one_language() {
  static const Language language;
  return language;
}

inline Document read_on(std::string text, const char* date) {
  ReadOptions options;
  options.date = parse_date(date);
  return one_language().read(std::move(text), options);
}

}  // namespace volteface
