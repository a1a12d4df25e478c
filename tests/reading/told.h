// A text and all that must be read out of it, and nothing else: what the tests of ways of telling
// have in common. Most texts have the same few states, for it is the words around them that count.
// What is not read yet stands in no list: that a sentence is hard is no reason to expect what is
// wrong.
#pragma once

#include <optional>
#include <string>

#include "reading/iso_states.h"
#include "reading/ruled_reading.h"
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

// By the rules alone, which these tests are about: what learned weights add has tests of its own
// (learned_acts_test.cpp). One language for a program, since it takes longest to load.
inline Reading read_told(const std::string& text, std::optional<Date> day) {
  static const Language language;
  ReadOptions options;
  options.date = day;
  Document document = language.read(text, options);
  if (names_former_seat(document)) name_by_iso(document);
  return read_by_rules("told", ReportView(document));
}

}  // namespace volteface
