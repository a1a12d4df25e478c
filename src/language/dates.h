// The dates of a document, and the day on which it was written.
#pragma once

#include "volteface/language.h"

namespace volteface::language {

// Needs sentences and trees.
void find_dates(Document& document, const ReadOptions& options);

}  // namespace volteface::language
