// A record written in the layout of the UN Digital Library's voting data, the counterpart of its
// importer.
//
// Tests and benchmarks of the importer need a table of that size which holds known cells; this
// makes one.
#pragma once

#include <functional>
#include <string_view>

#include "volteface/record.h"

namespace volteface {

// Hands the table to `write`, piece by piece. The columns of which a record knows nothing (draft,
// committee report, meeting, agenda title) are filled with text of the usual length. Roll calls
// whose id is not the Library's get numbers above all of its own, so that the id comes back as
// another one.
void write_undl_layout(const Record& record, const std::function<void(std::string_view)>& write);

}  // namespace volteface
