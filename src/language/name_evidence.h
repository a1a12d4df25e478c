// What the place of a capitalised piece says about what it names.
#pragma once

#include "language/names.h"

namespace volteface::language {

struct NameEvidence {
  double person = 0, organisation = 0, place = 0;
  NameEvidence& operator+=(const NameEvidence& other) {
    person += other.person;
    organisation += other.organisation;
    place += other.place;
    return *this;
  }
};

// Of tokens [first, last) of a sentence; `titled` where a title stands before them.
NameEvidence evidence_of(const Document& document, const Sentence& sentence, std::uint32_t first,
                         std::uint32_t last, bool titled, const Actors& actors);

}  // namespace volteface::language
