#include "record/symbols.h"

#include "record/text.h"

namespace volteface {

std::string plain_symbol(std::string_view symbol) {
  std::string plain;
  for (char c : symbol) {
    if (c != ' ') plain += ascii_lower(c);
  }
  for (std::string_view prefix : {"a/", "res/", "r/"}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  return plain;
}

}  // namespace volteface
