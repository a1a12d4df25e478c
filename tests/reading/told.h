// A text and all that must be read out of it, and nothing else: what the tests of ways of telling
// have in common. Most texts have the same few states, for it is the words around them that count.
// What is not read yet stands in no list: that a sentence is hard is no reason to expect what is
// wrong.
#pragma once

#include <optional>
#include <string>

#include "volteface/reader.h"

namespace volteface {

struct Told {
  const char* text;
  const char* records;  // ascending, with a comma between
};

template <class Records>
std::string joined(const Records& records) {
  std::string out;
  for (const std::string& record : records) out += (out.empty() ? "" : ", ") + record;
  return out;
}

// One reader for a program, since its language takes longest to load.
inline Reading read_told(const std::string& text, std::optional<Date> day) {
  static const Language language;
  static const Reader reader(language);
  return reader.read("told", text, day);
}

}  // namespace volteface
