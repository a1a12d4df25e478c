// Reads a report: its text to votes, acts, words and reasons (volteface/reading.h).
//
//   const volteface::Language language;
//   const volteface::Reader reader(language);
//   volteface::Reading reading = reader.read("agency-1", text,
//   volteface::parse_date("2025-02-28"));
//
// The rules are tables under data/reading; what they are measured at stands in
// docs/reading-rules.md. Cost: some thousand sentences a second, most of it for their trees.
#pragma once

#include <optional>
#include <string>

#include "volteface/checking.h"
#include "volteface/date.h"
#include "volteface/language.h"
#include "volteface/reading.h"

namespace volteface {

class Reader {
 public:
  // The language is not copied and must live as long as the reader.
  explicit Reader(const Language& language) : language_(&language) {}

  // Of a report with this name, written on this day; without one the day is looked for in the text.
  Reading read(std::string doc, std::string text, std::optional<Date> date = {}) const;

  // The same beside the record: votes are linked to their roll calls (volteface/checking.h). Where
  // the text leaves open for more than a month when it was written, and a vote that it tells of is
  // on a roll call of those days beyond doubt, it is read again as written on that day.
  Reading read(std::string doc, std::string text, std::optional<Date> date, const Record& record,
               const Checker& checker) const;

  // Of a document that has been parsed.
  static Reading read(std::string doc, const Document& document);

 private:
  const Language* language_;
};

}  // namespace volteface
