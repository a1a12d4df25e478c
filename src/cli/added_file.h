// Files of votes that a command reads: notes on what they add, and how far the reading is.
#pragma once

#include <string>

#include "volteface/import.h"

namespace volteface::cli {

// Merges the file into the record, with a progress bar where standard error is a terminal.
ImportReport import_with_progress(Record& record, const std::string& path, ImportOptions options);

// A short note on standard error: what was added, changed and refused, and the first few refusals.
void note_import(const ImportReport& report);

// Refusals and differing totals on standard error, one a line, each with its position.
void print_refusals(const ImportReport& report, std::size_t at_most);

}  // namespace volteface::cli
