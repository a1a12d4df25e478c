// The parts of `make eval-language`.
#pragma once

#include <string>

#include "volteface/language.h"

namespace volteface::language {

struct Counted {
  std::size_t right = 0, all = 0;
  std::size_t seen = 0;  // before some were left out
  double percent() const {
    return all == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

struct DateCounts {
  Counted parsers;  // of DateParser and DatePeriodParser
  Counted model;    // of DateTimeModel, whose cases are mostly requests to a calendar
};

// `show`: what is wrong, on standard error.
DateCounts evaluate_dates(const Language& language, const std::string& folder, bool show);

struct PersonCounts {
  Counted named;     // gold persons whose name stands in the evidence
  Counted unnamed;   // mentions of person_mentions.tsv: descriptions and pronouns
  Counted speakers;  // of quotations
};

// Persons of the gold records in the reports: is there a mention in the evidence that means them?
PersonCounts evaluate_persons(const Language& language, const std::string& news,
                              const std::string& gold, bool show);

}  // namespace volteface::language
