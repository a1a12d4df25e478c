// The readers of other people's files; each hands what it reads to a Merge.
#pragma once

#include "record/byte_source.h"
#include "record/merge.h"

namespace volteface {

// Voting records in MARC-XML; tables are read by vote_table.h.
void import_marc(ByteSource& source, Merge& merge);

// Another record, whose states are seats already.
void import_record(const Record& other, Merge& merge);

}  // namespace volteface
